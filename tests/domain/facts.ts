import type { Board } from '../../src/domain/board'
import type { BundleRow } from '../../src/domain/bundle-rows'
import { parseDay } from '../../src/domain/day'
import type { LooseRow } from '../../src/domain/loose-rows'
import type { PlanRow } from '../../src/domain/needs'
import type { RecipeRow } from '../../src/domain/recipe-rows'
import type {
  ChangeReason,
  Component,
  Entry,
  EventFacts,
  EventId,
  EventRef,
  FinishedGood,
  FinishedUnit,
  GoodId,
  LossReason,
  Material,
  MaterialId,
  Recipe,
  RecipeId,
  UnitId,
  WriterId,
} from '../../src/domain/model'
import type { Fraction } from '../../src/domain/quantity'

/** Builders of facts: a test names only what matters to it, and a thing's id is its name. */

export const HERE = 'here' as EventId
export const ELSEWHERE = 'elsewhere' as EventId

/** A whole number, or numerator and denominator. */
export type Quantity = number | readonly [n: number, d: number]

const WRITER = 'w' as WriterId
const written = { stamp: 1, writer: WRITER, hidden: false }

export function recipe(name: string, more: Partial<Recipe> = {}): Recipe {
  const id = name as RecipeId
  return { ...written, id, name, category: '', notes: '', lines: [], splits: true, ...more }
}

export function unit(
  name: string,
  recipeName: string,
  itemsPerBatch: number,
  more: Partial<FinishedUnit> = {},
): FinishedUnit {
  const id = name as UnitId
  const recipeId = recipeName as RecipeId
  return { ...written, id, recipeId, name, itemsPerBatch, order: 0, ...more }
}

export function good(
  name: string,
  lines: FinishedGood['lines'],
  more: Partial<FinishedGood> = {},
): FinishedGood {
  return { ...written, id: name as GoodId, name, notes: '', lines, ...more }
}

export function material(name: string): Material {
  return { ...written, id: name as MaterialId, name, measure: '' }
}

export const unitItem = (name: string): Component => ({ kind: 'unit', id: name as UnitId })
export const goodItem = (name: string): Component => ({ kind: 'good', id: name as GoodId })
export const materialItem = (name: string): Component => ({
  kind: 'material',
  id: name as MaterialId,
})

export function fractionFrom(quantity: Quantity): Fraction {
  return typeof quantity === 'number' ? { n: quantity, d: 1 } : { n: quantity[0], d: quantity[1] }
}

type Amounts = Readonly<Record<string, Quantity>>
type Counts = Readonly<Record<string, number>>

export interface Sketch {
  /** Recipes that make one finished unit of the same name, with its pieces a batch. */
  readonly yields?: Counts
  readonly recipes?: readonly Recipe[]
  readonly units?: readonly FinishedUnit[]
  /** Bundles and their lines; a name is a bundle's, a material's, or else a unit's. */
  readonly bundles?: Readonly<Record<string, Amounts>>
  readonly goods?: readonly FinishedGood[]
  readonly materials?: readonly string[]
  /** Targets in their order. */
  readonly bake?: Counts
  readonly pack?: Counts
  readonly loose?: Counts
  /** The ledger in its order. */
  readonly entries?: readonly Draft[]
}

export function facts(sketch: Sketch): EventFacts {
  const { yields = {}, bundles = {}, materials = [] } = sketch
  const goodNames = new Set([...Object.keys(bundles), ...(sketch.goods ?? []).map(({ id }) => id)])
  const itemOf = (name: string): Component => {
    if (goodNames.has(name)) return goodItem(name)
    return materials.includes(name) ? materialItem(name) : unitItem(name)
  }
  const goods = [
    ...(sketch.goods ?? []),
    ...Object.entries(bundles).map(([name, lines]) => good(name, linesOf(lines, itemOf))),
  ]
  const units = [
    ...(sketch.units ?? []),
    ...Object.entries(yields).map(([name, itemsPerBatch]) => unit(name, name, itemsPerBatch)),
  ]
  const target = (order: number) => ({ ...written, eventId: HERE, order })
  return {
    event: {
      ...written,
      id: HERE,
      name: 'Holiday',
      date: parseDay('2026-12-19')!,
      notes: '',
      archived: false,
    },
    recipes: [...(sketch.recipes ?? []), ...Object.keys(yields).map((name) => recipe(name))],
    units,
    goods,
    materials: materials.map(material),
    productionTargets: Object.entries(sketch.bake ?? {}).map(([name, batches], order) => ({
      ...target(order),
      recipeId: name as RecipeId,
      batches,
      basis: null,
    })),
    assemblyTargets: Object.entries(sketch.pack ?? {}).map(([name, quantity], order) => ({
      ...target(order),
      goodId: name as GoodId,
      quantity,
    })),
    looseTargets: Object.entries(sketch.loose ?? {}).map(([name, quantity], order) => ({
      ...target(order),
      unitId: name as UnitId,
      quantity,
    })),
    entries: (sketch.entries ?? []).map((draft, index) => ({
      at: index,
      by: '',
      writer: WRITER,
      seq: index + 1,
      stamp: index + 1,
      eventId: HERE,
      ...draft({ itemOf, goods, units }),
    })),
  }
}

function linesOf(lines: Amounts, itemOf: (name: string) => Component): FinishedGood['lines'] {
  return Object.entries(lines).map(([name, quantity]) => ({
    item: itemOf(name),
    quantity: fractionFrom(quantity),
  }))
}

interface Kitchen {
  readonly itemOf: (name: string) => Component
  readonly goods: readonly FinishedGood[]
  readonly units: readonly FinishedUnit[]
}

type Keyed = 'writer' | 'seq' | 'stamp' | 'at' | 'by' | 'eventId'
type Said<One> = One extends Entry ? Omit<One, Keyed> & Partial<Pick<One, Keyed>> : never

/** What an entry says; `facts` gives it the key of its place in the list. */
export type Draft = (kitchen: Kitchen) => Said<Entry>

/** Batches baked. Good pieces are of the unit with the recipe's name, or are named. */
export function baked(
  name: string,
  batches: number,
  pieces: number | Counts,
  reason: LossReason | null = null,
): Draft {
  return ({ units }) => ({
    kind: 'production',
    recipeId: name as RecipeId,
    batches,
    pieces:
      typeof pieces === 'number'
        ? [
            {
              unitId: name as UnitId,
              good: pieces,
              expected: batches * (units.find(({ id }) => id === name)?.itemsPerBatch ?? 0),
            },
          ]
        : Object.entries(pieces).map(([unitName, count]) => ({
            unitId: unitName as UnitId,
            good: count,
            expected: count,
          })),
    reason,
  })
}

/** Bundles packed from what their lines ask for, or from what is named. */
export function packed(name: string, quantity: number, used?: Amounts): Draft {
  return ({ itemOf, goods }) => ({
    kind: 'assembly',
    goodId: name as GoodId,
    quantity,
    used: used
      ? linesOf(used, itemOf)
      : (goods.find(({ id }) => id === name)?.lines ?? []).map((line) => ({
          item: line.item,
          quantity: { n: line.quantity.n * quantity, d: line.quantity.d },
        })),
  })
}

export function counted(name: string, amount: Quantity): Draft {
  return ({ itemOf }) => ({
    kind: 'stock',
    item: itemOf(name),
    measure: '',
    change: { type: 'count', amount: fractionFrom(amount) },
  })
}

export function changed(name: string, amount: Quantity, reason: ChangeReason): Draft {
  return ({ itemOf }) => ({
    kind: 'stock',
    item: itemOf(name),
    measure: '',
    change: { type: 'change', amount: fractionFrom(amount), reason },
  })
}

/** Undoes the entry at this place of the list, the first being 1. */
export function undone(seq: number): Draft {
  return () => ({ kind: 'void', target: { writer: WRITER, seq } })
}

/** The same entry, recorded for another event or for none. */
export function inEvent(eventId: EventRef, draft: Draft): Draft {
  return (kitchen) => ({ ...draft(kitchen), eventId })
}

/** The same entry, with a place in the ledger's order that is not its place in the list. */
export function keyed(key: { stamp?: number; writer?: string; seq?: number }, draft: Draft): Draft {
  return (kitchen) => ({ ...draft(kitchen), ...(key as Partial<Pick<Entry, 'stamp'>>) })
}

/** The example of domain.md: 50 bags, each of 6 cookies and 3 brownies. */
export const HOLIDAY = {
  yields: { cookie: 48, brownie: 24 },
  bundles: { bag: { cookie: 6, brownie: 3 } },
  bake: { cookie: 7, brownie: 7 },
  pack: { bag: 50 },
} satisfies Sketch

export function recipeRow(board: Board, name: string): RecipeRow {
  return board.recipes.find(({ recipeId }) => recipeId === name)!
}

export function bundleRow(board: Board, name: string): BundleRow {
  return board.bundles.find(({ finishedGoodId }) => finishedGoodId === name)!
}

export function looseRow(board: Board, name: string): LooseRow {
  return board.loose.find(({ unitId }) => unitId === name)!
}

export function planRow(board: Board, name: string): PlanRow {
  return board.plan.find(({ recipeId }) => recipeId === name)!
}
