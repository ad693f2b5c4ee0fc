import { beforeEach, describe, expect, test } from 'vitest'
import { importFacts } from '../../../src/data/commands/import'
import { recordBought, recordCount } from '../../../src/data/commands/pantry'
import { recordProduction, voidEntry } from '../../../src/data/commands/record'
import type { BatchboardDb, EntryRow } from '../../../src/data/db'
import { shoppingFacts } from '../../../src/data/queries/shopping'
import { writerOfThisPage } from '../../../src/data/writer'
import type { Day } from '../../../src/domain/day'
import type {
  EventId,
  Ingredient,
  IngredientId,
  MaterialId,
  RecipeId,
} from '../../../src/domain/model'
import type { PantryItem } from '../../../src/domain/pantry'
import { amountOf, fraction, fractionOf, type Amount } from '../../../src/domain/quantity'
import { shoppingOf, type ShoppingLine } from '../../../src/domain/shopping'
import {
  LENA,
  WRITTEN,
  batchesWanted,
  dump,
  event,
  facts,
  freshDb,
  material,
  recipe,
  unit,
} from '../kitchen'
import { failingDisk } from '../middleware'

const EVENT = 'christmas' as EventId
const flour: PantryItem = { kind: 'ingredient', id: 'flour' as IngredientId }
const ribbon: PantryItem = { kind: 'material', id: 'ribbon' as MaterialId }

/** 100 g of flour are 236.5882365 ml ÷ 3: its volumes have long fractions in grams. */
const FLOUR: Ingredient = {
  ...WRITTEN,
  id: 'flour' as IngredientId,
  name: 'Flour',
  measure: 'g',
  category: '',
  density: {
    volume: { n: 997, d: 999 },
    volumeMeasure: 'ml',
    mass: { n: 991, d: 983 },
    massMeasure: 'g',
  },
}

const KITCHEN = facts({
  events: [event(EVENT)],
  recipes: [
    {
      ...recipe('cookies'),
      lines: [
        {
          ingredientId: FLOUR.id,
          quantity: { n: 701, d: 997 },
          measure: 'cup',
          text: '',
        },
      ],
    },
  ],
  units: [unit('cookie', 'cookies', 48)],
  ingredients: [FLOUR],
  materials: [{ ...material('ribbon'), measure: 'm' }],
  productionTargets: [batchesWanted(EVENT, 'cookies', 7)],
})

let db: BatchboardDb

beforeEach(async () => {
  db = freshDb()
  await importFacts(db, KITCHEN)
})

const bought = (item: PantryItem, amount: string | Amount, measure = 'g', on = db) =>
  recordBought(on, { item, amount, measure }, LENA)
const counted = (item: PantryItem, amount: string, measure = 'g') =>
  recordCount(db, { item, amount, measure }, LENA)

const last = async (): Promise<EntryRow | undefined> => db.entries.orderBy('n').last()

async function line(): Promise<ShoppingLine> {
  const facts = await shoppingFacts(db, EVENT, '2026-12-01' as Day)
  return shoppingOf(facts!).lines[0]!
}

/** Something refused changes nothing at all. */
async function expectRefused(command: () => Promise<unknown>, refusal: object): Promise<void> {
  const before = await dump(db)
  expect(await command()).toMatchObject(refusal)
  expect(await dump(db)).toBe(before)
}

describe('what was bought', () => {
  test('is a stock entry of the kitchen, by whom and where', async () => {
    expect(await bought(flour, '2 ½', ' Cups ')).toBeNull()
    expect(await last()).toMatchObject({
      kind: 'stock',
      writer: writerOfThisPage(),
      by: 'Lena',
      eventId: '',
      item: { kind: 'ingredient', id: 'flour' },
      measure: 'Cups',
      change: { type: 'change', amount: { n: 5, d: 2 }, reason: 'bought' },
      touches: ['flour'],
    })
    expect(await db.entries.count()).toBe(1)
    expect(await db.writers.toArray()).toMatchObject([{ device: 'Tablet' }])
  })

  test('keeps of the item only what names it', async () => {
    await recordBought(db, { item: { ...flour, name: 'Flour' } as PantryItem, amount: '1', measure: 'g' }, LENA)
    expect((await last())?.kind === 'stock' && (await last())).toHaveProperty('item', flour)
  }) // prettier-ignore

  test.each([
    ['1', { n: 1, d: 1 }],
    ['½', { n: 1, d: 2 }],
    ['0,75', { n: 3, d: 4 }],
    ['1 1/3', { n: 4, d: 3 }],
    ['٣', { n: 3, d: 1 }],
  ])('is read as bakers write it: %s', async (typed, amount) => {
    expect(await bought(flour, typed)).toBeNull()
    expect(await last()).toMatchObject({ change: { amount } })
  })

  test.each(['', '0', '-1', 'abc', '1e9', '1/0', '2000000'])(
    'is refused when it is "%s"',
    async (typed) => {
      const refusal = { refused: 'not a quantity', field: 'quantity' }
      await expectRefused(() => bought(flour, typed), refusal)
    },
  )

  test('can be exactly what the list says, and then nothing is left to buy', async () => {
    const { buy, measure, need } = await line()
    expect(await bought(flour, buy, measure)).toBeNull()
    const after = await line()
    expect(after).toMatchObject({ need, buy: 0, lastBought: { writer: writerOfThisPage(), seq: 1 } })
  }) // prettier-ignore

  test('is rounded up where it cannot be stored exactly', async () => {
    const { buy, measure } = await line()
    expect(fractionOf(buy)).toBeNull()
    await bought(flour, buy, measure)
    const { have } = await line()
    const stored = fractionOf(have!)!
    expect(stored.d).toBeLessThanOrEqual(1000)
    expect(await last()).toMatchObject({ change: { amount: stored } })
  })

  test.each([
    ['nothing', 0, 'not a quantity'],
    ['less than nothing', -3, 'not a quantity'],
    ['more than can be stored', { n: 10n ** 30n, d: 7n }, 'out of range'],
  ])('is refused when it is %s', async (_, amount, refused) => {
    await expectRefused(() => bought(flour, amount), { refused })
  })

  test('and its undoing leave the list as it was', async () => {
    const before = await line()
    await bought(flour, before.buy, before.measure)
    const { lastBought } = await line()
    expect(await voidEntry(db, lastBought!, LENA)).toBeNull()
    expect(await line()).toEqual(before)
  })
})

describe('what was counted', () => {
  test('is a stock entry of the kitchen', async () => {
    expect(await counted(flour, '2 ½', 'lb')).toBeNull()
    expect(await last()).toMatchObject({
      kind: 'stock',
      eventId: '',
      item: flour,
      measure: 'lb',
      change: { type: 'count', amount: { n: 5, d: 2 } },
    })
  })

  test.each(['0', ' 0 ', '0.0', '0,000', '00', '०'])('may be none: "%s"', async (typed) => {
    expect(await counted(flour, typed)).toBeNull()
    expect(await last()).toMatchObject({ change: { type: 'count', amount: { n: 0, d: 1 } } })
    expect(await line()).toMatchObject({ have: 0, isBelowZero: false })
  })

  test.each(['', '-1', 'none', '0/0', '.', '0.0000', '1000001'])(
    'is refused when it is "%s"',
    async (typed) => {
      const refusal = { refused: 'not a quantity', field: 'count' }
      await expectRefused(() => counted(flour, typed), refusal)
    },
  )

  test('replaces what was there, whatever was recorded before', async () => {
    await bought(flour, '5', 'kg')
    const run = { eventId: EVENT, recipeId: 'cookies' as RecipeId, batches: 1, lostBatches: 0 }
    await recordProduction(db, { ...run, good: null, reason: null }, LENA)
    await counted(flour, '300')
    expect(await line()).toMatchObject({ have: 300, lastBought: null, lastCount: { amount: 300 } })
  })
})

describe('a material', () => {
  test('is recorded in its own measure', async () => {
    expect(await counted(ribbon, '12 ½', 'm')).toBeNull()
    expect(await last()).toMatchObject({
      item: ribbon,
      measure: 'm',
      change: { amount: { n: 25, d: 2 } },
      touches: ['ribbon', 'ribbon ='],
    })
    expect(await bought(ribbon, amountOf(fraction(1, 3)!), ' M ')).toBeNull()
    expect(await last()).toMatchObject({ measure: 'm', change: { amount: { n: 1, d: 3 } } })
    expect(await counted(ribbon, '0', 'm')).toBeNull()
    expect(await last()).toMatchObject({ measure: 'm', change: { amount: { n: 0, d: 1 } } })
  })

  test('that is weighed is converted into its own measure', async () => {
    await db.materials.update(ribbon.id, { measure: 'kg' })
    await bought(ribbon, '250', 'g')
    expect(await last()).toMatchObject({ measure: 'kg', change: { amount: { n: 1, d: 4 } } })
  })

  test('in a measure that does not convert is refused', async () => {
    await expectRefused(() => counted(ribbon, '3', 'rolls'), { refused: 'not a quantity', field: 'count' })
    await expectRefused(() => bought(ribbon, '3', 'g'), { refused: 'not a quantity', field: 'quantity' })
  }) // prettier-ignore
})

describe('whatever is recorded', () => {
  test('of something unknown is refused', async () => {
    const ghost: PantryItem = { kind: 'ingredient', id: 'ghost' as IngredientId }
    const bag: PantryItem = { kind: 'material', id: 'bag' as MaterialId }
    await expectRefused(() => bought(ghost, '1'), { refused: 'unknown', what: 'ingredient' })
    await expectRefused(() => counted(bag, '1'), { refused: 'unknown', what: 'material' })
  })

  test('of something hidden is recorded', async () => {
    await db.ingredients.update(FLOUR.id, { hidden: true })
    expect(await counted(flour, '3')).toBeNull()
  })

  test('in a measure without end is refused', async () => {
    await expectRefused(() => counted(flour, '3', 'x'.repeat(201)), {
      refused: 'word too long',
      max: 200,
    })
  })

  test('on a full disk is recorded not at all', async () => {
    const full = freshDb()
    const disk = failingDisk(full)
    await importFacts(full, KITCHEN)
    const before = await dump(full)
    for (const room of [0, 1, 2]) {
      disk.room = room
      await expect(bought(flour, '3', 'g', full)).rejects.toThrow()
      disk.room = Infinity
      expect(await dump(full)).toBe(before)
    }
    expect(await bought(flour, '3', 'g', full)).toBeNull()
  })
})
