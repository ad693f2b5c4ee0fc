import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountOf } from '../../src/domain/account'
import { batchesFor, sharesOf } from '../../src/domain/batches'
import { boardOf, type Board } from '../../src/domain/board'
import { compose } from '../../src/domain/composition'
import { contents } from '../../src/domain/contents'
import type { SharedBaking } from '../../src/domain/gains'
import { buildable, shelfOf, together } from '../../src/domain/feasibility'
import { foresee, owedAfterUndo } from '../../src/domain/foresight'
import { keyText, standing } from '../../src/domain/ledger'
import type { Component, Entry, EventFacts, StockEntry, WriterId } from '../../src/domain/model'
import { NO_EVENT } from '../../src/domain/model'
import { grossNeeds } from '../../src/domain/needs'
import { comingFrom, lacksOf, sharesFrom } from '../../src/domain/outlook'
import { packing } from '../../src/domain/packing'
import { changeOf, SURPRISES } from '../../src/domain/pieces'
import {
  MAX_COUNT,
  add,
  amountOf,
  compare,
  min,
  multiply,
  whole,
  type Amount,
} from '../../src/domain/quantity'
import { fullShare } from '../../src/domain/recipe-rows'
import { isRefusal } from '../../src/domain/refusal'
import { roundingsOf } from '../../src/domain/rounding'
import { unitsOf } from '../../src/domain/rows'
import { situate } from '../../src/domain/situation'
import { someEntries, someFacts } from './arbitraries'
import { ELSEWHERE, HERE, unit } from './facts'

/** Laws that hold in every kitchen. */

const RUNS = 1000

function holds<Input>(input: fc.Arbitrary<Input>, law: (input: Input) => void): void {
  fc.assert(fc.property(input, law), { numRuns: RUNS })
}

function recorded(facts: EventFacts, ...said: readonly object[]): EventFacts {
  const later = said.map((one, index) => ({
    at: 0,
    by: '',
    eventId: HERE,
    writer: 'late' as WriterId,
    seq: index + 1,
    stamp: 1000 + index,
    ...one,
  })) as unknown as Entry[]
  return { ...facts, entries: [...facts.entries, ...later] }
}

function onHand(facts: EventFacts): Map<string, Amount> {
  const { units, goods, materials } = accountOf(facts.entries, facts.event.id).stock
  return new Map<string, Amount>([
    ...[...units].map(([id, amount]) => [`unit ${id}`, amount] as const),
    ...[...goods].map(([id, amount]) => [`good ${id}`, amount] as const),
    ...[...materials].map(([id, amount]) => [`material ${id}`, amount] as const),
  ])
}

/** A1 of each bundle, now and after baking (A4). */
function alone(facts: EventFacts): { now: number; after: number; buildable: number }[] {
  const { situation } = situate(facts, accountOf(facts.entries, facts.event.id))
  const { composition, stock, wishes, ovens } = situation
  const coming = comingFrom(ovens, lacksOf(situation))
  const [now, after] = [shelfOf(composition, stock), shelfOf(composition, stock, coming)]
  return wishes.bundles.map(({ good, remaining }) => ({
    now: buildable(composition, good, now, remaining),
    after: buildable(composition, good, after, remaining),
    buildable: buildable(composition, good, now),
  }))
}

describe('batches', () => {
  const recipes = fc.record({
    splits: fc.boolean(),
    units: fc.array(
      fc.record({
        need: fc
          .tuple(fc.nat(5000), fc.integer({ min: 1, max: 8 }))
          .map(([n, d]) => multiply(n, amountOf({ n: 1, d }))),
        itemsPerBatch: fc.integer({ min: 1, max: 120 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  const covers = (
    { units, splits }: { units: { need: Amount; itemsPerBatch: number }[]; splits: boolean },
    batches: number,
  ): boolean => {
    const rows = units.map(({ itemsPerBatch }, order) =>
      unit(`u${order}`, 'dough', itemsPerBatch, { order }),
    )
    const needs = units.map(({ need }) => need)
    const shares = sharesOf(rows, batches, needs, splits)
    return shares.every((pieces, index) => compare(pieces, needs[index]!) >= 0)
  }

  test('are enough for the need, and one fewer would not do', () => {
    holds(recipes, (made) => {
      const batches = batchesFor(made.units, made.splits) as number
      expect(covers(made, batches)).toBe(true)
      if (batches > 0) expect(covers(made, batches - 1)).toBe(false)
    })
  })

  test('of one unit give all their pieces', () => {
    holds(fc.tuple(recipes, fc.nat(50)), ([{ units, splits }, batches]) => {
      const { need, itemsPerBatch } = units[0]!
      const shares = sharesOf([unit('u', 'dough', itemsPerBatch)], batches, [need], splits)
      expect(shares).toEqual([batches * itemsPerBatch])
    })
  })

  test('never give more than they hold', () => {
    holds(fc.tuple(recipes, fc.nat(50)), ([{ units, splits }, batches]) => {
      const rows = units.map((one, order) =>
        unit(`u${order}`, 'dough', one.itemsPerBatch, { order }),
      )
      const needs = units.map(({ need }) => need)
      const used = sharesOf(rows, batches, needs, splits).reduce<Amount>(
        (sum, pieces, index) =>
          add(sum, multiply(pieces, amountOf({ n: 1, d: units[index]!.itemsPerBatch }))),
        0,
      )
      expect(compare(used, batches)).toBeLessThanOrEqual(0)
    })
  })
})

describe('progress', () => {
  test('never has both something remaining and something over', () => {
    holds(someFacts({ wild: true }), (facts) => {
      const { recipes, bundles } = boardOf(facts)
      for (const row of recipes) {
        expect(row.remainingBatches * row.overageBatches).toBe(0)
        expect(row.completedBatches + row.remainingBatches - row.overageBatches).toBe(
          row.targetBatches,
        )
      }
      for (const row of bundles) {
        expect(row.remainingQuantity * row.overageQuantity).toBe(0)
        expect(row.assembledQuantity + row.remainingQuantity - row.overageQuantity).toBe(
          row.targetQuantity,
        )
      }
    })
  })

  test('reads 100 only when complete, and 0 only when nothing is done', () => {
    holds(someFacts({ wild: true }), (facts) => {
      const { recipes, bundles, overall } = boardOf(facts)
      const rows = [
        ...recipes.map((row) => ({
          ...row,
          done: row.completedBatches,
          target: row.targetBatches,
        })),
        ...bundles.map((row) => ({
          ...row,
          done: row.assembledQuantity,
          target: row.targetQuantity,
        })),
      ]
      for (const { progressPercent, isComplete, done, target } of rows) {
        if (target <= 0) expect(progressPercent).toBe(0)
        else {
          expect(progressPercent >= 100).toBe(isComplete)
          expect(progressPercent === 0).toBe(done === 0)
        }
      }
      const counted = rows.filter(({ target }) => target > 0)
      expect(overall.overallPercent === 100).toBe(
        counted.length > 0 && counted.every(({ isComplete }) => isComplete),
      )
      expect(overall.overallPercent === 0).toBe(counted.every(({ done }) => done === 0))
    })
  })
})

describe('what can be packed', () => {
  test('together is never more than alone, and alone never more than remains', () => {
    holds(someFacts({ wild: true }), (facts) => {
      for (const row of boardOf(facts).bundles) {
        expect(row.availableTogether).toBeLessThanOrEqual(row.availableToAssemble)
        expect(row.availableToAssemble).toBeLessThanOrEqual(row.remainingQuantity)
        expect(row.availableToAssemble).toBeLessThanOrEqual(row.buildable)
      }
    })
  })

  test('is more alone than together only where other bundles are named that take the same', () => {
    holds(someFacts(), (facts) => {
      for (const row of boardOf(facts).bundles) {
        const isShared = row.availableToAssemble > row.availableTogether
        expect(row.sharesWith.length > 0).toBe(isShared)
        expect(row.sharedParts.length > 0).toBe(isShared)
      }
    })
  })

  test('leaves no negative stock when all of it is packed, in any order', () => {
    const kitchens = someFacts().chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray([...facts.assemblyTargets], {
          minLength: facts.assemblyTargets.length,
        }),
      ),
    )
    holds(kitchens, ([start, order]) => {
      const amounts = new Map(
        boardOf(start).bundles.map((row) => [row.finishedGoodId, row.availableTogether]),
      )
      let facts = start
      for (const { goodId } of order) {
        const quantity = amounts.get(goodId) ?? 0
        if (quantity === 0) continue
        const used = packing(facts, goodId, quantity, false)
        if (isRefusal(used)) throw new Error(`${goodId}: ${used.refused}`)
        const entries = facts.entries.length
        facts = recorded(facts, {
          kind: 'assembly',
          goodId,
          quantity,
          used,
          seq: entries,
          stamp: 1000 + entries,
        })
      }
      const before = onHand(start)
      const worse = [...onHand(facts)].filter(
        ([item, amount]) => compare(amount, min(0, before.get(item) ?? 0)) < 0,
      )
      expect(worse).toEqual([])
    })
  })

  test('never shrinks alone, now or after baking, when more lies there', () => {
    const kitchens = someFacts().chain((facts) => {
      const counted = [...onHand(facts).keys()].filter((item) => item.startsWith('material'))
      const items = [
        ...facts.units.map(({ id }): Component => ({ kind: 'unit', id })),
        ...facts.goods.map(({ id }): Component => ({ kind: 'good', id })),
        ...facts.materials
          .filter(({ id }) => counted.includes(`material ${id}`))
          .map(({ id }): Component => ({ kind: 'material', id })),
      ]
      return fc.tuple(
        fc.constant(facts),
        fc.constantFrom(...items),
        fc.integer({ min: 1, max: 60 }),
      )
    })
    holds(kitchens, ([facts, item, pieces]) => {
      const richer = recorded(facts, {
        kind: 'stock',
        item,
        eventId: item.kind === 'material' ? NO_EVENT : HERE,
        change: { type: 'change', amount: whole(pieces), reason: 'brought' },
      })
      const before = alone(facts)
      alone(richer).forEach((after, index) => {
        expect(after.now).toBeGreaterThanOrEqual(before[index]!.now)
        expect(after.after).toBeGreaterThanOrEqual(before[index]!.after)
        expect(after.buildable).toBeGreaterThanOrEqual(before[index]!.buildable)
      })
    })
  })

  test('is never less after baking than now', () => {
    holds(someFacts({ wild: true }), (facts) => {
      for (const { now, after } of alone(facts)) expect(after).toBeGreaterThanOrEqual(now)
    })
  })

  test('is all that remains once nothing is short after baking and nothing else is missing', () => {
    holds(someFacts(), (facts) => {
      const known = new Set(facts.recipes.map(({ id }) => id))
      const bare: EventFacts = {
        ...facts,
        units: facts.units.filter(({ recipeId }) => known.has(recipeId)),
        goods: facts.goods.map((good) => ({
          ...good,
          lines: good.lines.filter(({ item }) => item.kind !== 'material'),
        })),
      }
      const hasLines = bare.goods.every(({ lines }) => lines.length > 0)
      const cured = withRemake(bare, boardOf(bare))
      if (!hasLines) return
      for (const { bar } of boardOf(cured).bundles) expect(bar.short).toBe(0)
      for (const { bar } of boardOf(cured).loose) expect(bar.short).toBe(0)
    })
  })
})

describe('what is short on the bars', () => {
  /** Kitchens in which nothing but pieces can be missing, and none are owed. */
  const pieceKitchens = someFacts()
    .map((facts): EventFacts => {
      const known = new Set(facts.recipes.map(({ id }) => id))
      return {
        ...facts,
        units: facts.units.filter(({ recipeId }) => known.has(recipeId)),
        goods: facts.goods.map((good) => ({
          ...good,
          lines: good.lines.filter(({ item }) => item.kind !== 'material'),
        })),
      }
    })
    .filter(
      (facts) =>
        facts.goods.every(({ lines }) => lines.length > 0) &&
        [...onHand(facts).values()].every((amount) => compare(amount, 0) >= 0),
    )

  test('is nothing just where no piece is short after baking', () => {
    let short = 0
    holds(fc.tuple(pieceKitchens, fc.boolean()), ([made, isCured]) => {
      const facts = isCured ? withRemake(made, boardOf(made)) : made
      const { bundles, loose, plan, remake } = boardOf(facts)
      const isShort =
        bundles.some(({ bar }) => bar.short > 0) ||
        loose.some(({ bar }) => compare(bar.short, 0) > 0)
      const lacks = plan.some(({ units }) => units.some((one) => compare(one.shortAfter, 0) > 0))
      expect(isShort).toBe(lacks)
      expect(remake.length > 0).toBe(lacks)
      if (isShort) short += 1
    })
    // Both stories are told often enough.
    expect(short).toBeGreaterThan(RUNS / 10)
    expect(short).toBeLessThan((RUNS * 9) / 10)
  })
})

describe('bars', () => {
  test('of bundles have parts of 0 or more, which add up to the target or to what is packed', () => {
    holds(someFacts({ wild: true }), (facts) => {
      for (const { bar, targetQuantity, assembledQuantity } of boardOf(facts).bundles) {
        const parts = [bar.packed, bar.now, bar.waiting, bar.short]
        for (const part of parts) expect(part).toBeGreaterThanOrEqual(0)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(
          Math.max(targetQuantity, assembledQuantity),
        )
      }
    })
  })

  test('of loose pieces have parts of 0 or more, which add up to the wish', () => {
    holds(someFacts({ wild: true }), (facts) => {
      for (const { bar, wanted } of boardOf(facts).loose) {
        const parts = [bar.given, bar.now, bar.waiting, bar.short]
        for (const part of parts) expect(compare(part, 0)).toBeGreaterThanOrEqual(0)
        expect(parts.reduce(add, 0)).toEqual(Math.max(0, wanted))
      }
    })
  })
})

describe('the ledger', () => {
  const union = (...ledgers: readonly (readonly Entry[])[]): Entry[] => [
    ...new Map(ledgers.flat().map((entry) => [keyText(entry), entry])).values(),
  ]
  const sums = (entries: readonly Entry[]) => accountOf(entries, HERE)
  /** Three copies that hold overlapping parts of one ledger. */
  const copies = someEntries().chain((all) => {
    const part = fc.shuffledSubarray(all)
    return fc.tuple(part, part, part)
  })

  test('is merged by union: commutative, associative, idempotent', () => {
    holds(copies, ([a, b, c]) => {
      expect(sums(union(a, b))).toEqual(sums(union(b, a)))
      expect(sums(union(union(a, b), c))).toEqual(sums(union(a, union(b, c))))
      expect(sums(union(a, a))).toEqual(sums(a))
    })
  })

  test('gives the same board in whatever order its entries arrived', () => {
    const kitchens = someFacts({ wild: true }).chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray([...facts.entries], { minLength: facts.entries.length }),
      ),
    )
    holds(kitchens, ([facts, entries]) => {
      expect(boardOf({ ...facts, entries })).toEqual(boardOf(facts))
    })
  })

  test('reads the same after an undone entry as without it', () => {
    const kitchens = someFacts().filter(({ entries }) =>
      entries.some(({ kind }) => kind !== 'void'),
    )
    holds(fc.tuple(kitchens, fc.nat()), ([facts, dice]) => {
      const entries = facts.entries.filter(({ kind }) => kind !== 'void')
      const { writer, seq } = entries[dice % entries.length]!
      const without = entries.filter((entry) => entry.writer !== writer || entry.seq !== seq)
      const undo = { kind: 'void', target: { writer, seq } }
      const board = boardOf({ ...facts, entries: without })
      expect(boardOf(recorded({ ...facts, entries }, undo))).toEqual(board)
      expect(boardOf(recorded({ ...facts, entries }, undo, undo))).toEqual(board)
    })
  })

  test('of another event leaves this one as it is, but for the materials of the kitchen', () => {
    holds(fc.tuple(someFacts(), someEntries()), ([facts, others]) => {
      const foreign = others
        .filter(({ kind }) => kind !== 'void')
        .filter((entry) => entry.kind !== 'assembly' || entry.used.every(isNoMaterial))
        .filter((entry) => entry.kind !== 'stock' || isNoMaterial(entry))
        .map((entry, index) => ({
          ...entry,
          writer: 'elsewhere' as WriterId,
          seq: index + 1,
          eventId: index % 2 === 0 ? ELSEWHERE : NO_EVENT,
        }))
      const together = [...facts.entries, ...foreign] as Entry[]
      expect(boardOf({ ...facts, entries: together })).toEqual(boardOf(facts))
    })
  })
})

const isNoMaterial = ({ item }: Pick<StockEntry, 'item'>): boolean => item.kind !== 'material'

test('a board is made of every kitchen, and every number on it is a number', () => {
  holds(someFacts({ wild: true }), (facts) => {
    expect(strangeNumbers(boardOf(facts), 'board')).toEqual([])
  })
})

function strangeNumbers(value: unknown, path: string): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => strangeNumbers(inner, `${path}.${key}`))
}

/** The plan with more batches of these recipes, beyond what is planned and what is done. */
function withRemake(
  facts: EventFacts,
  board: Board,
  batchesOf: (batches: number) => number = (batches) => batches,
): EventFacts {
  const { made } = accountOf(facts.entries, HERE).sums
  const changed = board.remake.map(({ recipeId, batches }, index) => {
    const target = board.recipes.find((row) => row.recipeId === recipeId)?.targetBatches ?? 0
    return {
      ...facts.event,
      eventId: HERE,
      recipeId,
      batches: Math.max(target, made.get(recipeId)?.batches ?? 0) + batchesOf(batches),
      order: 100 + index,
      basis: null,
    }
  })
  const ids = new Set(changed.map(({ recipeId }) => recipeId))
  const others = facts.productionTargets.filter(({ recipeId }) => !ids.has(recipeId))
  return { ...facts, productionTargets: [...others, ...changed] }
}

describe('what is foreseen of lost pieces', () => {
  test('is what the board says once they are recorded', () => {
    const kitchens = someFacts().chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.constantFrom(...facts.units.map(({ id }) => ({ kind: 'unit', id }) as const)),
        fc.constantFrom(...SURPRISES.unit),
        fc.nat(100),
      ),
    )
    holds(kitchens, ([facts, item, surprise, pieces]) => {
      const change = changeOf(surprise, pieces)
      const foreseen = foresee(facts, item, change)
      const then = recorded(facts, { kind: 'stock', item, measure: '', change })
      const { remake, bundlesShort } = boardOf(then)
      expect(foreseen).toMatchObject({ remake, bundlesShort })
      expect(foreseen.then).toEqual(onHand(then).get(`unit ${item.id}`) ?? 0)
    })
  })
})

describe('what an undo leaves less than nothing of', () => {
  test('is all that there is less than nothing of then, and more than that now', () => {
    const kitchens = someFacts().chain((facts) =>
      fc.tuple(fc.constant(facts), fc.constantFrom(null, ...standing(facts.entries))),
    )
    holds(kitchens, ([facts, entry]) => {
      if (entry?.eventId !== HERE) return
      const { writer, seq } = entry
      const then = onHand(recorded(facts, { kind: 'void', target: { writer, seq } }))
      const now = onHand(facts)
      const worse = [...then].filter(
        ([item, amount]) => compare(amount, min(0, now.get(item) ?? 0)) < 0,
      )
      expect(owedAfterUndo(facts, entry).map(({ amount }) => amount)).toHaveLength(worse.length)
    })
  })
})

describe('the cure that is named', () => {
  test('leaves nothing short, and one batch fewer does not', () => {
    holds(someFacts(), (facts) => {
      const board = boardOf(facts)
      const cured = boardOf(withRemake(facts, board))
      expect(cured.remake).toEqual([])
      for (const { units } of cured.plan) {
        for (const { shortAfter } of units) expect(shortAfter).toBe(0)
      }
      const almost = boardOf(withRemake(facts, board, (batches) => batches - 1))
      expect(almost.remake.map(({ recipeId, batches }) => [recipeId, batches]).sort()).toEqual(
        board.remake.map(({ recipeId }) => [recipeId, 1]).sort(),
      )
      for (const { recipeId } of board.remake) {
        const row = almost.plan.find((one) => one.recipeId === recipeId)!
        expect(row.units.some(({ shortAfter }) => compare(shortAfter, 0) > 0)).toBe(true)
      }
    })
  })
})

describe('needs', () => {
  test('of twice as many bundles are twice the needs', () => {
    holds(fc.tuple(someFacts(), fc.integer({ min: 1, max: 500 })), ([facts, count]) => {
      const composition = compose(facts.goods)
      for (const { id } of facts.goods) {
        expect(contents(composition, id, 2 * count)).toEqual(
          contents(composition, id, count).map(({ item, quantity }) => ({
            item,
            quantity: multiply(quantity, 2),
          })),
        )
      }
    })
  })

  test('do not depend on the order of the bundles', () => {
    const needs = (facts: EventFacts) =>
      new Map(
        boardOf(facts).plan.map(({ recipeId, units, batchesNeeded }) => [
          recipeId,
          { batchesNeeded, needs: units.map(({ need }) => need) },
        ]),
      )
    holds(fc.tuple(someFacts({ wild: true }), fc.array(fc.nat(9))), ([facts, dice]) => {
      const assemblyTargets = facts.assemblyTargets.map((target, index) => ({
        ...target,
        order: dice[index] ?? 0,
      }))
      expect(needs({ ...facts, assemblyTargets })).toEqual(needs(facts))
    })
  })
})

describe('what to bake next', () => {
  const packable = (board: Board): number =>
    board.bundles.reduce((sum, row) => sum + row.availableTogether, 0)
  /** The event after these batches, all pieces good. */
  const after = (facts: EventFacts, runs: readonly SharedBaking[]): Board => {
    const entries = runs.map(({ recipeId, batches, shares }) => {
      const units = unitsOf(recipeId, facts.units)
      const pieces = units.map(({ id }, index) => ({
        unitId: id,
        good: shares[index]!,
        expected: shares[index]!,
      }))
      return { kind: 'production', recipeId, batches, pieces, reason: null }
    })
    return boardOf(recorded(facts, ...entries))
  }

  test('lets as many more bundles be packed as it says, once it is baked', () => {
    holds(someFacts({ wild: true }), (facts) => {
      const board = boardOf(facts)
      if (board.next.kind !== 'bake' || board.next.gain === 0) return
      const { bake, gain } = board.next
      // What is over the limit of a count cannot be recorded.
      if (bake.some(({ shares }) => shares.includes(MAX_COUNT))) return
      expect(gain).toBeGreaterThan(0)
      expect(packable(after(facts, bake)) - packable(board)).toBe(gain)
    })
  })

  test('says of each recipe what its next batch gains', () => {
    holds(someFacts({ wild: true }), (facts) => {
      const board = boardOf(facts)
      for (const row of board.recipes) {
        if (row.nextGain === null) continue
        const batch = { recipeId: row.recipeId, batches: 1, shares: fullShare(row, 1) }
        expect(packable(after(facts, [batch])) - packable(board)).toBe(row.nextGain)
      }
    })
  })

  test('is the smallest set where no batch helps alone: one batch fewer, and its bundle does not grow', () => {
    let sets = 0
    holds(someFacts(), (facts) => {
      const board = boardOf(facts)
      const { next } = board
      if (next.kind !== 'bake' || next.gain === 0) return
      if (board.recipes.some(({ nextGain }) => (nextGain ?? 0) > 0)) return
      sets += 1
      const more = (runs: readonly SharedBaking[]): boolean[] =>
        after(facts, runs).bundles.map(
          (row, index) => row.availableTogether > board.bundles[index]!.availableTogether,
        )
      const fewer = next.bake.flatMap((one) => {
        const own = facts.units.filter(({ recipeId }) => recipeId === one.recipeId)
        if (own.length > 1) return []
        const batches = one.batches - 1
        const rest = next.bake.filter(({ recipeId }) => recipeId !== one.recipeId)
        const less = { ...one, batches, shares: [batches * own[0]!.itemsPerBatch] }
        return [more(batches > 0 ? [...rest, less] : rest)]
      })
      const grown = more(next.bake).flatMap((isMore, index) => (isMore ? [index] : []))
      expect(grown.some((index) => fewer.every((grows) => !grows[index]))).toBe(true)
    })
    expect(sets).toBeGreaterThan(RUNS / 100)
  })

  test('is a batch of greatest gain, the first of equals', () => {
    holds(someFacts(), (facts) => {
      const { next, recipes } = boardOf(facts)
      const gains = recipes.map(({ nextGain }) => nextGain ?? 0)
      const best = Math.max(0, ...gains)
      if (best === 0) return
      expect(next).toMatchObject({
        kind: 'bake',
        gain: best,
        bake: [{ recipeId: recipes[gains.indexOf(best)]!.recipeId, batches: 1 }],
      })
    })
  })
})

describe('one batch fewer', () => {
  test('costs the bundles that a kitchen with just what is needed could not pack without it', () => {
    let costly = 0
    holds(someFacts(), (facts) => {
      const { situation } = situate(facts, accountOf([], HERE))
      const { composition, stock, wishes, ovens } = situation
      const needs = grossNeeds(situate(facts, accountOf([], HERE)))
      const packableWith = (pieces: readonly Amount[]): number => {
        const units = pieces.map((amount, index) =>
          composition.items[index]!.kind === 'unit' ? amount : 0,
        )
        const shelf = shelfOf(composition, stock, units)
        return together(composition, wishes, shelf).bundles.reduce((all, count) => all + count, 0)
      }
      const all = packableWith(needs)
      for (const [recipeId, down] of roundingsOf(facts)) {
        const oven = ovens.find(({ recipe }) => recipe.id === recipeId)!
        const shares = sharesFrom(oven, down.batches, needs)
        const fewer = [...needs]
        oven.indices.forEach((index, position) => {
          fewer[index] = min(needs[index] ?? 0, shares[position] ?? 0)
        })
        expect(down.bundlesFewer).toBe(all - packableWith(fewer))
        if (down.bundlesFewer > 0) costly += 1
      }
    })
    expect(costly).toBeGreaterThan(RUNS / 10)
  })
})

describe('a board', () => {
  const LISTS = [
    'recipes',
    'units',
    'goods',
    'materials',
    'productionTargets',
    'assemblyTargets',
    'looseTargets',
    'entries',
  ] as const

  test('is that of the facts as they are, whichever of their lists changed since the last one', () => {
    let different = 0
    holds(
      fc.tuple(someFacts(), someFacts(), fc.constantFrom(...LISTS)),
      ([facts, others, list]) => {
        const before = boardOf(facts)
        const after = boardOf({ ...facts, [list]: others[list] })
        expect(after).toEqual(boardOf(structuredClone({ ...facts, [list]: others[list] })))
        if (JSON.stringify(after) !== JSON.stringify(before)) different += 1
      },
    )
    expect(different).toBeGreaterThan(RUNS / 2)
  })
})
