import Dexie from 'dexie'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeEvent, hideEvent } from '../../../src/data/commands/events'
import { importFacts } from '../../../src/data/commands/import'
import { recordBought, recordCount } from '../../../src/data/commands/pantry'
import { recordPacking, recordProduction, voidEntry } from '../../../src/data/commands/record'
import {
  removeTarget,
  setAssemblyTarget,
  setProductionTarget,
} from '../../../src/data/commands/targets'
import type { BatchboardDb } from '../../../src/data/db'
import { eventFactsAfresh } from '../../../src/data/queries/event'
import { shoppingFacts } from '../../../src/data/queries/shopping'
import { raise } from '../../../src/data/writer'
import type { Day } from '../../../src/domain/day'
import type {
  Entry,
  EventId,
  GoodId,
  Ingredient,
  IngredientId,
  Recipe,
  RecipeId,
} from '../../../src/domain/model'
import type { PantryItem } from '../../../src/domain/pantry'
import { whole } from '../../../src/domain/quantity'
import { shoppingOf, type ShoppingFacts } from '../../../src/domain/shopping'
import {
  WRITTEN,
  LENA,
  baked,
  batchesWanted,
  bundlesWanted,
  counted,
  entry,
  event,
  facts,
  freshDb,
  good,
  granted,
  material,
  ofMaterial,
  ofUnit,
  packed,
  recipe,
  secondTab,
  undoing,
  unit,
} from '../kitchen'
import { countReads } from '../middleware'

const EVENT = 'christmas' as EventId
const FAIR = 'fair' as EventId
const OVER = 'easter' as EventId
const TODAY = '2026-12-01' as Day
const COOKIES = 'cookies' as RecipeId
const BREAD = 'bread' as RecipeId
const BAG = 'bag' as GoodId

const flour: PantryItem = { kind: 'ingredient', id: 'flour' as IngredientId }
const sugar: PantryItem = { kind: 'ingredient', id: 'sugar' as IngredientId }

const ingredient = (id: string): Ingredient => ({
  ...WRITTEN,
  id: id as IngredientId,
  name: id,
  measure: 'cup',
  category: '',
  density: null,
})

/** A recipe with whole cups of ingredients. */
const made = (id: string, cups: Readonly<Record<string, number>>): Recipe => ({
  ...recipe(id),
  lines: Object.entries(cups).map(([name, count]) => ({
    ingredientId: name as IngredientId,
    quantity: whole(count),
    measure: 'cup',
    text: '',
  })),
})

/** Christmas bakes 7 batches of cookies and packs 50 bags, the fair bakes bread with the same flour. */
const KITCHEN = facts({
  events: [event(EVENT), event(FAIR), { ...event(OVER), date: '2026-04-05' as Day }],
  recipes: [
    made(COOKIES, { flour: 2, sugar: 1 }),
    made(BREAD, { flour: 4 }),
    made('soup', { salt: 1 }),
  ],
  units: [unit('cookie', COOKIES, 48), unit('loaf', BREAD, 2), unit('bowl', 'soup', 8)],
  goods: [
    good(BAG, [
      [ofUnit('cookie'), 6],
      [ofMaterial('ribbon'), 1],
    ]),
  ],
  ingredients: ['flour', 'sugar', 'salt'].map(ingredient),
  materials: [material('ribbon')],
  productionTargets: [batchesWanted(EVENT, COOKIES, 7), batchesWanted(FAIR, BREAD, 3)],
  assemblyTargets: [bundlesWanted(EVENT, BAG, 50)],
})

async function kitchen(): Promise<BatchboardDb> {
  const db = freshDb()
  await importFacts(db, KITCHEN)
  return db
}

const bring = (db: BatchboardDb, ...entries: Entry[]): Promise<unknown> =>
  importFacts(db, facts({ entries }))

/** A count as another device recorded it. */
const countedElsewhere = (id: string, cups: number, seq: number, stamp = seq): Entry =>
  entry(
    '',
    seq,
    {
      kind: 'stock',
      item: { kind: 'ingredient', id: id as IngredientId },
      measure: 'cup',
      change: { type: 'count', amount: whole(cups) },
    },
    stamp,
  )

const bake = (db: BatchboardDb, recipeId = COOKIES, eventId = EVENT, batches = 1) =>
  recordProduction(
    db,
    { eventId, recipeId, batches, lostBatches: 0, good: null, reason: null },
    LENA,
  )

const buy = (db: BatchboardDb, item: PantryItem, amount: string) =>
  recordBought(db, { item, amount, measure: 'cup' }, LENA)
const count = (db: BatchboardDb, item: PantryItem, amount: string) =>
  recordCount(db, { item, amount, measure: 'cup' }, LENA)

const look = (db: BatchboardDb, eventId = EVENT) => shoppingFacts(db, eventId, TODAY)

/** Need, have and buy of an item, from what a reader that remembers has seen. */
async function sums(db: BatchboardDb, id: string, eventId = EVENT) {
  const lines = shoppingOf((await look(db, eventId))!).lines
  const line = lines.find(({ item }) => item.id === id)
  return line && [line.need, line.have, line.buy]
}

/** The same facts from all rows of all tables, without any index. */
async function everything(db: BatchboardDb, eventId: EventId, today: Day): Promise<ShoppingFacts> {
  const event = (await eventFactsAfresh(db, eventId))!
  const entries = await db.entries.toArray()
  const [events, productionTargets, assemblyTargets, looseTargets] = await Promise.all([
    db.events.toArray(),
    db.productionTargets.toArray(),
    db.assemblyTargets.toArray(),
    db.looseTargets.toArray(),
  ])
  const isOf =
    (id: EventId) =>
    (row: { readonly eventId: string }): boolean =>
      row.eventId === id
  return {
    today,
    event,
    ingredients: await db.ingredients.toArray(),
    pantry: entries,
    others: events.map((one) => ({
      event: one,
      productionTargets: productionTargets.filter(isOf(one.id)),
      assemblyTargets: assemblyTargets.filter(isOf(one.id)),
      looseTargets: looseTargets.filter(isOf(one.id)),
      entries: entries.filter(isOf(one.id)),
    })),
  }
}

/** A reader that remembers says what the tables say. */
async function expectSame(db: BatchboardDb, eventId = EVENT, today = TODAY): Promise<void> {
  const remembered = await shoppingFacts(db, eventId, today)
  expect(shoppingOf(remembered!)).toEqual(shoppingOf(await everything(db, eventId, today)))
}

describe('the shopping of an event', () => {
  test('has what its recipes and bundles need, and what lies in the kitchen', async () => {
    const db = await kitchen()
    expect(await sums(db, 'flour')).toEqual([14, null, 14])
    expect(await sums(db, 'ribbon')).toEqual([50, null, 50])
    expect(await sums(db, 'salt')).toBeUndefined()
    await count(db, flour, '10')
    await bake(db)
    await bake(db, BREAD, FAIR)
    expect(await sums(db, 'flour')).toEqual([12, 4, 8])
    await recordCount(
      db,
      { item: { kind: 'material', id: 'ribbon' as never }, amount: '20', measure: '' },
      LENA,
    )
    await recordPacking(db, { eventId: EVENT, goodId: BAG, quantity: 8, anyway: false }, LENA)
    expect(await sums(db, 'ribbon')).toEqual([42, 12, 30])
    await expectSame(db)
  })

  test('is null where there is no such event', async () => {
    expect(await look(await kitchen(), 'nowhere' as EventId)).toBeNull()
  })

  test('names the other events that are open and need an item', async () => {
    const db = await kitchen()
    const alsoFor = async (today = TODAY) => {
      const lines = shoppingOf((await shoppingFacts(db, EVENT, today))!).lines
      return lines.find(({ item }) => item.id === 'flour')!.alsoFor.map(({ name }) => name)
    }
    await setProductionTarget(db, OVER, COOKIES, '3')
    expect(await alsoFor()).toEqual([FAIR])
    expect(await alsoFor('2026-04-05' as Day)).toEqual([OVER, FAIR])
    expect(await alsoFor('2026-12-25' as Day)).toEqual([])
    expect(await alsoFor()).toEqual([FAIR])
    await bake(db, BREAD, FAIR, 3)
    expect(await alsoFor()).toEqual([])
    await setProductionTarget(db, FAIR, BREAD, '4')
    expect(await alsoFor()).toEqual([FAIR])
    await hideEvent(db, FAIR)
    expect(await alsoFor()).toEqual([])
    await expectSame(db)
  })

  test('is read in one transaction, and sees what that has not committed', async () => {
    const db = await kitchen()
    await look(db)
    const given = db.transaction('rw', db.tables, async () => {
      await count(db, flour, '3')
      expect(await sums(db, 'flour')).toEqual([14, 3, 11])
      throw new Error('given up')
    })
    await expect(given).rejects.toThrow('given up')
    expect(await sums(db, 'flour')).toEqual([14, null, 14])
    await expectSame(db)
  })

  test('starts anew when the database is deleted behind it', async () => {
    const db = await kitchen()
    await count(db, flour, '3')
    await look(db)
    await Dexie.delete(db.name)
    await importFacts(db, KITCHEN)
    await expectSame(db)
    expect(await sums(db, 'flour')).toEqual([14, null, 14])
  })
})

describe('what is read', () => {
  /** `count` batches of a recipe that were baked long ago. */
  async function history(db: BatchboardDb, recipeId: string, eventId: string, runs: number) {
    const seqs = Array.from({ length: runs }, (_, index) => 1 + index)
    await bring(
      db,
      ...seqs.map((seq) => ({ ...entry(eventId, seq, baked(recipeId, 'loaf', 2)), writer: recipeId as never })),
    )
  } // prettier-ignore

  /** Rows of a first look, and of one after a tick. */
  async function rows(prepare: (db: BatchboardDb) => Promise<unknown>) {
    const db = freshDb()
    const reads = countReads(db)
    await importFacts(db, KITCHEN)
    await prepare(db)
    await bring(db, countedElsewhere('flour', 10, 90_000), countedElsewhere('sugar', 10, 90_001))
    await bake(db)
    reads.fromNow()
    await look(db)
    const first = reads.rows
    await buy(db, flour, '5')
    reads.fromNow()
    expect(await sums(db, 'flour')).toEqual([12, 13, 0])
    return { first, tick: reads.rows, transactions: reads.transactions }
  }

  test('grows neither with runs before the count, nor with those of recipes that have nothing to do with it', async () => {
    const few = await rows((db) => history(db, BREAD, OVER, 10))
    expect(await rows((db) => history(db, BREAD, OVER, 3000))).toEqual(few)
    expect(await rows((db) => history(db, 'soup', OVER, 3000))).toEqual(few)
    expect(few.tick).toBeLessThan(10)
    expect(few.transactions).toBe(1)
  })

  test('at a tick does not grow with the purchases of years', async () => {
    const purchases = (from: number, to: number) => (db: BatchboardDb) =>
      bring(
        db,
        ...Array.from({ length: to - from }, (_, index) =>
          countedElsewhere('flour', 1, from + index),
        ),
      )
    const few = await rows(purchases(1, 3))
    const many = await rows(purchases(1, 1000))
    expect(many.tick).toBe(few.tick)
  })

  test('at a tick does not grow with what another event recorded', async () => {
    const few = await rows((db) => history(db, 'soup', FAIR, 10))
    const many = await rows((db) => history(db, 'soup', FAIR, 1500))
    expect(many.tick).toBe(few.tick)
    expect(many.first - few.first).toBe(1490)
  })
})

describe('the reader that remembers says what a fresh one says', () => {
  test('after a count was undone, and runs before it matter again', async () => {
    const db = await kitchen()
    await count(db, flour, '20')
    await bake(db)
    await count(db, flour, '5')
    const { writer, seq } = (await db.entries.toCollection().last())!
    expect(await sums(db, 'flour')).toEqual([12, 5, 7])
    granted(await voidEntry(db, { writer, seq }, LENA))
    expect(await sums(db, 'flour')).toEqual([12, 18, 0])
    await expectSame(db)
  })

  test('after runs arrive late, with a place before and after the count', async () => {
    const db = await kitchen()
    await bring(db, countedElsewhere('flour', 10, 50))
    expect(await sums(db, 'flour')).toEqual([14, 10, 4])
    await bring(
      db,
      entry(FAIR, 51, baked(BREAD, 'loaf', 2), 49),
      entry(FAIR, 52, baked(BREAD, 'loaf', 2), 51),
    )
    expect(await sums(db, 'flour')).toEqual([14, 6, 8])
    await bring(db, countedElsewhere('flour', 30, 53, 48))
    expect(await sums(db, 'flour')).toEqual([14, 6, 8])
    await expectSame(db)
  })

  test('after a run arrives that was undone before it came', async () => {
    const db = await kitchen()
    await bring(db, countedElsewhere('flour', 10, 1), entry(OVER, 2, undoing(3)))
    await look(db)
    await bring(db, entry(OVER, 3, baked(BREAD, 'loaf', 2)))
    expect(await sums(db, 'flour')).toEqual([14, 10, 4])
    await expectSame(db)
    expect(await sums(secondTab(db), 'flour')).toEqual([14, 10, 4])
  })

  test('when the ingredients of a recipe were counted at different times', async () => {
    const db = await kitchen()
    await bring(
      db,
      countedElsewhere('flour', 10, 1),
      entry(OVER, 2, baked(COOKIES, 'cookie', 48)),
      countedElsewhere('sugar', 10, 3),
      entry(OVER, 4, baked(COOKIES, 'cookie', 48)),
    )
    expect(await sums(db, 'flour')).toEqual([14, 6, 8])
    expect(await sums(db, 'sugar')).toEqual([7, 9, 0])
    await expectSame(db)
  })

  test('after an ingredient is bought in another measure', async () => {
    const db = await kitchen()
    expect(await sums(db, 'flour')).toEqual([14, null, 14])
    await db.transaction('rw', [db.ingredients, db.marks], async () => {
      await db.ingredients.put({ ...ingredient('flour'), measure: 'quart' })
      await raise(db, 'catalogue')
    })
    expect(await sums(db, 'flour')).toEqual([{ n: 7, d: 2 }, null, { n: 7, d: 2 }])
    await expectSame(db)
  })

  test('after a recipe has other lines', async () => {
    const db = await kitchen()
    await bring(db, countedElsewhere('flour', 90, 1), countedElsewhere('salt', 50, 2))
    await bring(db, entry(OVER, 3, baked('soup', 'bowl', 8)))
    expect(await sums(db, 'flour')).toEqual([14, 90, 0])
    await db.transaction('rw', [db.recipes, db.marks], async () => {
      await db.recipes.put(made(COOKIES, { flour: 1, salt: 3 }))
      await db.recipes.put(made('soup', { salt: 1, flour: 9 }))
      await raise(db, 'catalogue')
    })
    expect(await sums(db, 'flour')).toEqual([7, 81, 0])
    expect(await sums(db, 'salt')).toEqual([21, 49, 0])
    await expectSame(db)
  })

  test('after more arrived than it looks through', async () => {
    const db = await kitchen()
    await bring(db, countedElsewhere('flour', 10, 1))
    await look(db)
    const runs = Array.from({ length: 2500 }, (_, index) =>
      entry(OVER, 2 + index, baked(index === 2000 ? BREAD : 'soup', 'bowl', 8)),
    )
    await bring(db, ...runs)
    expect(await sums(db, 'flour')).toEqual([14, 6, 8])
    await expectSame(db)
  })

  const EVENTS = [EVENT, FAIR, OVER]
  const RECIPES = [COOKIES, BREAD, 'soup' as RecipeId]
  const ITEMS = [flour, sugar, { kind: 'ingredient', id: 'salt' } as PantryItem]

  interface Place {
    readonly event: number
    readonly which: number
    readonly count: number
  }

  /** A void lies with the event of what it undoes, though that may still be to come. */
  const eventAt = (seq: number): EventId => EVENTS[seq % EVENTS.length]!

  const STEPS: Readonly<
    Record<string, (db: BatchboardDb, place: Place, seq: number) => Promise<unknown>>
  > = {
    bake: (db, { event: at, which, count: batches }) =>
      bake(db, RECIPES[which], EVENTS[at], batches),
    pack: (db, { event: at, count: quantity }) =>
      recordPacking(db, { eventId: EVENTS[at]!, goodId: BAG, quantity, anyway: true }, LENA),
    buy: (db, { which, count: cups }) => buy(db, ITEMS[which]!, String(cups)),
    count: (db, { which, count: cups }) => count(db, ITEMS[which]!, String(cups - 1)),
    undo: async (db, { which, count: far }) => {
      const all = await db.entries.toArray()
      const row = all[(which * 7 + far) % Math.max(1, all.length)]
      return row && voidEntry(db, row, LENA)
    },
    want: (db, { event: at, which, count: batches }) =>
      setProductionTarget(db, EVENTS[at]!, RECIPES[which]!, String(batches)),
    unwant: (db, { event: at, which }) =>
      removeTarget(db, EVENTS[at]!, { kind: 'production', id: RECIPES[which]! }),
    wantBags: (db, { event: at, count: bags }) =>
      setAssemblyTarget(db, EVENTS[at]!, BAG, String(bags)),
    move: (db, { event: at, which }) =>
      changeEvent(db, EVENTS[at]!, {
        name: `name ${which}`,
        date: which === 1 ? '2026-11-30' : '2026-12-24',
      }),
    rewrite: (db, { which, count: cups }) =>
      db.transaction('rw', [db.recipes, db.marks], async () => {
        const names = ['flour', 'sugar', 'salt'].slice(0, which + 1)
        const lines = Object.fromEntries(names.map((name) => [name, cups]))
        await db.recipes.put(made(RECIPES[(which + cups) % 3]!, lines))
        await raise(db, 'catalogue')
      }),
    countElsewhere: (db, { which, count: cups, event: at }, seq) =>
      bring(db, countedElsewhere(ITEMS[which]!.id, cups, seq, at === 0 ? 5 : seq)),
    countRibbons: (db, { count: ribbons }, seq) =>
      bring(db, entry('', seq, counted(ofMaterial('ribbon'), ribbons))),
    bakeElsewhere: (db, { which, count: early }, seq) =>
      bring(db, entry(eventAt(seq), seq, baked(RECIPES[which]!, 'loaf', 2), early > 2 ? 3 : seq)),
    packElsewhere: (db, _, seq) =>
      bring(db, entry(eventAt(seq), seq, packed(BAG, 1, [[ofMaterial('ribbon'), 1]]))),
    /** Of an entry that came, or of one that is still to come. */
    undoElsewhere: (db, { which, count: far }, seq) => {
      const undone = 1000 + ((which * 5 + far) % 30)
      return bring(db, entry(eventAt(undone), seq, undoing(undone), far))
    },
  }

  const step = fc.record({
    name: fc.constantFrom(...Object.keys(STEPS)),
    place: fc.record({ event: fc.nat(2), which: fc.nat(2), count: fc.integer({ min: 1, max: 4 }) }),
    tab: fc.nat(1),
    looks: fc.nat(63),
  })

  test('after any commands, in any tab', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        const here = freshDb()
        const tabs = [here, secondTab(here)] as const
        await importFacts(here, KITCHEN)
        for (const [index, { name, place, tab, looks }] of steps.entries()) {
          await STEPS[name]!(tabs[tab]!, place, 1000 + index)
          for (const at of [0, 1, 2, 3, 4, 5]) {
            if (looks & (1 << at)) await expectSame(tabs[at & 1]!, EVENTS[at >> 1])
          }
        }
        for (const db of tabs) for (const eventId of EVENTS) await expectSame(db, eventId)
      }),
      { numRuns: 25 },
    )
  })
})
