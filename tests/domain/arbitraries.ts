import * as fc from 'fast-check'
import type { Entry, EventFacts, EventId, GoodId, WriterId } from '../../src/domain/model'
import { CHANGE_REASONS, NO_EVENT } from '../../src/domain/model'
import type { Component, RecipeId, UnitId } from '../../src/domain/model'
import { fraction, whole, type Fraction } from '../../src/domain/quantity'
import {
  ELSEWHERE,
  HERE,
  facts,
  good,
  goodItem,
  materialItem,
  recipe,
  unit,
  unitItem,
} from './facts'

/** Whole kitchens, made up. */

const RECIPES = ['r0', 'r1', 'r2', 'r3']
const UNITS = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5']
const GOODS = ['g0', 'g1', 'g2', 'g3', 'g4', 'g5']
const MATERIALS = ['m0', 'm1']

export interface Kind {
  /** Lines of whole pieces only. */
  readonly whole?: boolean
  /** Cycles, hidden rows, unknown ids, targets of 0 and less, numbers at the limits. */
  readonly wild?: boolean
}

export function someFacts({
  whole: isWhole = false,
  wild = false,
}: Kind = {}): fc.Arbitrary<EventFacts> {
  return fc
    .record({
      recipes: fc.tuple(...RECIPES.map((name) => someRecipe(name, wild))),
      units: fc.tuple(...UNITS.map((name, order) => someUnit(name, order, wild))),
      goods: fc.tuple(...GOODS.map((name, index) => someGood(name, index, isWhole, wild))),
      bake: targets(RECIPES, 12, wild),
      pack: targets(GOODS, 40, wild),
      loose: targets(UNITS, 100, wild),
      entries: someEntries(wild),
      hidden: wild ? fc.subarray([...RECIPES, ...GOODS, ...UNITS], { maxLength: 2 }) : none,
    })
    .map(({ hidden, ...sketch }) => {
      const made = facts({ ...sketch, materials: MATERIALS, entries: [] })
      const shown = <Row extends { readonly id: string; readonly hidden: boolean }>(
        rows: readonly Row[],
      ) => rows.map((row) => (hidden.includes(row.id) ? { ...row, hidden: true } : row))
      return {
        ...made,
        recipes: shown(made.recipes),
        units: shown(made.units),
        goods: shown(made.goods),
        entries: sketch.entries,
      }
    })
}

const none = fc.constant<string[]>([])

function someRecipe(name: string, wild: boolean) {
  return fc
    .record({ splits: fc.boolean(), isKnown: wild ? often : fc.constant(true) })
    .map(({ splits, isKnown }) => recipe(isKnown ? name : `${name} of another device`, { splits }))
}

const often = fc.nat(9).map((dice) => dice > 0)

function someUnit(name: string, order: number, wild: boolean) {
  const itemsPerBatch = wild
    ? fc.oneof(fc.integer({ min: 1, max: 96 }), fc.constantFrom(-1, 0, 1, 1_000_000_000))
    : fc.integer({ min: 1, max: 96 })
  return fc
    .record({ recipeName: fc.constantFrom(...RECIPES), itemsPerBatch })
    .map((row) => unit(name, row.recipeName, row.itemsPerBatch, { order }))
}

/** Bundles hold bundles that come after them, so that none contains itself; wild ones hold any. */
function someGood(name: string, index: number, isWhole: boolean, wild: boolean) {
  const inner = wild ? GOODS : GOODS.slice(index + 1)
  const items = [
    fc.constantFrom(...UNITS).map(unitItem),
    fc.constantFrom(...UNITS).map(unitItem),
    fc.constantFrom(...MATERIALS).map(materialItem),
    ...(inner.length > 0 ? [fc.constantFrom(...inner).map(goodItem)] : []),
    ...(wild ? [fc.constantFrom<Component>(unitItem('unknown'), goodItem('unknown'))] : []),
  ]
  const line = fc.record({ item: fc.oneof(...items), quantity: someQuantity(isWhole, wild) })
  return fc.array(line, { minLength: wild ? 0 : 1, maxLength: 4 }).map((lines) => good(name, lines))
}

function someQuantity(isWhole: boolean, wild: boolean): fc.Arbitrary<Fraction> {
  const pieces = fc.integer({ min: 1, max: 12 }).map(whole)
  if (isWhole) return pieces
  const parts = fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom(2, 3, 4, 8, 10))
    .map(([n, d]) => fraction(n, d)!)
  if (!wild) return fc.oneof({ weight: 3, arbitrary: pieces }, { weight: 1, arbitrary: parts })
  const limits = fc
    .tuple(fc.constantFrom(0, 1, 999, 1_000_000, 1_000_000_000), fc.integer({ min: 1, max: 1000 }))
    .map(([n, d]) => fraction(n, d)!)
  return fc.oneof(pieces, parts, limits)
}

/** Targets for some of these, in some order. */
function targets(names: readonly string[], most: number, wild: boolean) {
  const count = wild
    ? fc.oneof(fc.integer({ min: 0, max: most }), fc.constantFrom(-3, 0, 1_000_000, 1_000_000_000))
    : fc.integer({ min: 1, max: most })
  return fc
    .shuffledSubarray(wild ? [...names, 'unknown'] : [...names])
    .chain((chosen) =>
      fc.tuple(...chosen.map((name) => count.map((wanted) => [name, wanted] as const))),
    )
    .map((entries) => Object.fromEntries(entries))
}

/** A ledger of a few writers, in any order of arrival. */
export function someEntries(wild = false): fc.Arbitrary<Entry[]> {
  return fc
    .array(
      fc.record({
        said: someSaying(wild),
        writer: fc.constantFrom('a', 'b', 'c'),
        stamp: fc.integer({ min: 1, max: 30 }),
        eventId: fc.oneof(
          { weight: 6, arbitrary: fc.constant<EventId | ''>(HERE) },
          { weight: 1, arbitrary: fc.constant<EventId | ''>(ELSEWHERE) },
          { weight: 1, arbitrary: fc.constant<EventId | ''>(NO_EVENT) },
        ),
      }),
      { maxLength: 14 },
    )
    .map((drafts) => {
      const seqs = new Map<string, number>()
      return drafts.map(({ said, writer, stamp, eventId }) => {
        const seq = (seqs.get(writer) ?? 0) + 1
        seqs.set(writer, seq)
        return { ...said, at: stamp, stamp, by: '', eventId, writer: writer as WriterId, seq }
      })
    })
}

type Saying = Entry extends infer One
  ? One extends Entry
    ? Omit<One, 'at' | 'stamp' | 'by' | 'eventId' | 'writer' | 'seq'>
    : never
  : never

function someSaying(wild: boolean): fc.Arbitrary<Saying> {
  const count = (most: number) =>
    wild ? fc.oneof(fc.nat(most), fc.constantFrom(0, 1_000_000_000)) : fc.nat(most)
  const name = (names: readonly string[]) => fc.constantFrom(...names, ...(wild ? ['unknown'] : []))
  const item = fc.oneof(
    { weight: 4, arbitrary: name(UNITS).map(unitItem) },
    { weight: 2, arbitrary: name(GOODS).map(goodItem) },
    { weight: 1, arbitrary: name(MATERIALS).map(materialItem) },
  )
  const production = fc.record({
    kind: fc.constant('production' as const),
    recipeId: name(RECIPES).map((id) => id as RecipeId),
    batches: count(8).map((batches) => Math.max(1, batches)),
    pieces: fc.array(
      fc.record({
        unitId: name(UNITS).map((id) => id as UnitId),
        good: count(200),
        expected: count(200),
      }),
      { maxLength: 2 },
    ),
    reason: fc.constant(null),
  })
  const assembly = fc.record({
    kind: fc.constant('assembly' as const),
    goodId: name(GOODS).map((id) => id as GoodId),
    quantity: count(10).map((quantity) => Math.max(1, quantity)),
    used: fc.array(fc.record({ item, quantity: count(60).map(whole) }), { maxLength: 3 }),
  })
  const stock = fc.record({
    kind: fc.constant('stock' as const),
    measure: fc.constant(''),
    item,
    change: fc.oneof(
      fc.record({ type: fc.constant('count' as const), amount: count(300).map(whole) }),
      fc.record({
        type: fc.constant('change' as const),
        amount: fc
          .tuple(count(100), fc.constantFrom(-1, 1))
          .map(([n, sign]) => whole(0 + sign * n)),
        reason: fc.constantFrom(...CHANGE_REASONS),
      }),
    ),
  })
  const undoing = fc.record({
    kind: fc.constant('void' as const),
    target: fc.record({
      writer: fc.constantFrom('a', 'b', 'c').map((id) => id as WriterId),
      seq: fc.integer({ min: 1, max: 5 }),
    }),
  })
  return fc.oneof(
    { weight: 5, arbitrary: production },
    { weight: 3, arbitrary: assembly },
    { weight: 5, arbitrary: stock },
    { weight: 1, arbitrary: undoing },
  )
}
