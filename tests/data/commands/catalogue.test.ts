import { describe, expect, test } from 'vitest'
import {
  createBundle,
  createPlannedBundle,
  createRecipe,
  type TypedLine,
} from '../../../src/data/commands/catalogue'
import { createEvent } from '../../../src/data/commands/events'
import { importFacts } from '../../../src/data/commands/import'
import type { BatchboardDb } from '../../../src/data/db'
import type { EventId } from '../../../src/domain/model'
import { writerOfThisPage } from '../../../src/data/writer'
import {
  dump,
  facts,
  freshDb,
  good,
  granted,
  material,
  ofGood,
  ofMaterial,
  ofUnit,
} from '../kitchen'

const written = {
  stamp: expect.any(Number) as number,
  writer: writerOfThisPage(),
  hidden: false,
}

test('a recipe is stored with its one finished unit, which takes its name', async () => {
  const db = freshDb()
  const made = await createRecipe(db, { name: ' Cookies ', unitName: ' ', itemsPerBatch: '048' })
  const { recipeId, unitId } = granted(made)
  expect(await db.recipes.toArray()).toEqual([
    { id: recipeId, name: 'Cookies', category: '', notes: '', lines: [], splits: true, ...written },
  ])
  expect(await db.units.toArray()).toEqual([
    { id: unitId, recipeId, name: 'Cookies', itemsPerBatch: 48, order: 1, ...written },
  ])
})

test('a unit may have a name of its own, and a recipe the name of another', async () => {
  const db = freshDb()
  const first = granted(
    await createRecipe(db, { name: 'Dough', unitName: 'Cookie', itemsPerBatch: '٤٨' }),
  )
  const second = granted(await createRecipe(db, { name: 'Dough', itemsPerBatch: '1' }))
  expect(await db.units.get(first.unitId)).toMatchObject({ name: 'Cookie', itemsPerBatch: 48 })
  expect(second.recipeId).not.toBe(first.recipeId)
  expect(await db.recipes.count()).toBe(2)
})

const NOT_A_COUNT = { refused: 'not a count', field: 'itemsPerBatch', min: 1, max: 1_000_000 }

test.each<[string, object, object]>([
  ['an empty name', { name: '' }, { refused: 'empty name' }],
  ['a long name', { name: 'a'.repeat(201) }, { refused: 'name too long', max: 200 }],
  ['a long unit name', { unitName: 'a'.repeat(201) }, { refused: 'name too long', max: 200 }],
  ...['', '0', '-1', '24.5', 'abc', '1e9', '1000001', 'NaN'].map(
    (itemsPerBatch): [string, object, object] => [
      `"${itemsPerBatch}" a batch`,
      { itemsPerBatch },
      NOT_A_COUNT,
    ],
  ),
])('%s makes no recipe', async (_, wrong, refusal) => {
  const db = freshDb()
  const before = await dump(db)
  expect(await createRecipe(db, { name: 'Cookies', itemsPerBatch: '48', ...wrong })).toEqual(
    refusal,
  )
  expect(await dump(db)).toBe(before)
})

describe('bundles', () => {
  async function stocked(): Promise<{ db: BatchboardDb; cookie: TypedLine['item'] }> {
    const db = freshDb()
    const { unitId } = granted(await createRecipe(db, { name: 'Cookies', itemsPerBatch: '48' }))
    await importFacts(db, facts({ materials: [material('ribbon')] }))
    return { db, cookie: ofUnit(unitId) }
  }

  test('a bundle is stored with its lines as exact fractions', async () => {
    const { db, cookie } = await stocked()
    const bag = granted(
      await createBundle(db, {
        name: ' Bag ',
        lines: [
          { item: cookie, quantity: '6' },
          { item: ofMaterial('ribbon'), quantity: '0,5' },
        ],
      }),
    )
    const box = granted(
      await createBundle(db, { name: 'Box', lines: [{ item: ofGood(bag), quantity: '1 ½' }] }),
    )
    expect(await db.goods.get(bag)).toEqual({
      id: bag,
      name: 'Bag',
      notes: '',
      lines: [
        { item: cookie, quantity: { n: 6, d: 1 } },
        { item: ofMaterial('ribbon'), quantity: { n: 1, d: 2 } },
      ],
      ...written,
    })
    expect((await db.goods.get(box))?.lines).toEqual([
      { item: ofGood(bag), quantity: { n: 3, d: 2 } },
    ])
  })

  test.each([
    ['an empty name', { name: ' ' }, { refused: 'empty name' }],
    ['a long name', { name: 'a'.repeat(201) }, { refused: 'name too long', max: 200 }],
    ['no lines', { lines: [] }, { refused: 'no lines' }],
  ])('%s makes no bundle', async (_, wrong, refusal) => {
    const { db, cookie } = await stocked()
    const before = await dump(db)
    const typed = { name: 'Bag', lines: [{ item: cookie, quantity: '6' }], ...wrong }
    expect(await createBundle(db, typed)).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })

  test.each(['', '0', '-1', 'abc', '1e9', '1/0', '0.0001', '1000001', '1/1001'])(
    'a line of "%s" makes no bundle',
    async (quantity) => {
      const { db, cookie } = await stocked()
      const before = await dump(db)
      expect(await createBundle(db, { name: 'Bag', lines: [{ item: cookie, quantity }] })).toEqual({
        refused: 'not a quantity',
        field: 'lineQuantity',
      })
      expect(await dump(db)).toBe(before)
    },
  )

  test.each([
    ['piece', ofUnit('nowhere'), 'unit'],
    ['bundle', ofGood('nowhere'), 'good'],
    ['material', ofMaterial('nowhere'), 'material'],
  ])('an unknown %s makes no bundle', async (_, item, what) => {
    const { db, cookie } = await stocked()
    const before = await dump(db)
    const lines = [
      { item: cookie, quantity: '6' },
      { item, quantity: '1' },
    ]
    expect(await createBundle(db, { name: 'Bag', lines })).toEqual({ refused: 'unknown', what })
    expect(await dump(db)).toBe(before)
  })

  test('a bundle of bundles that contain each other is refused with their names, and nothing is written', async () => {
    const { db } = await stocked()
    // Two devices each saved one of these; only merging brought the circle about.
    const goods = [
      { ...good('a', [[ofGood('b'), 1]]), name: 'Hamper' },
      { ...good('b', [[ofGood('a'), 1]]), name: 'Box' },
    ]
    await importFacts(db, facts({ goods }))
    const before = await dump(db)
    const refusal = await createBundle(db, {
      name: 'Van',
      lines: [{ item: ofGood('a'), quantity: '1' }],
    })
    expect(refusal).toMatchObject({ refused: 'cycle', names: ['Van', 'Hamper', 'Box', 'Hamper'] })
    expect(await dump(db)).toBe(before)
  })

  test('a bundle that is wanted is planned at once, one that is not is only made', async () => {
    const { db, cookie } = await stocked()
    const eventId = granted(await createEvent(db, { name: 'Christmas', date: '2026-12-24' }))
    const typed = { name: 'Bag', lines: [{ item: cookie, quantity: '6' }], eventId }
    const bag = granted(await createPlannedBundle(db, { ...typed, wanted: ' 50 ' }))
    granted(await createPlannedBundle(db, { ...typed, wanted: ' ' }))
    expect(await db.goods.count()).toBe(2)
    expect(await db.assemblyTargets.toArray()).toEqual([
      { eventId, goodId: bag, quantity: 50, order: 1, ...written },
    ])
  })

  test.each<[string, object, object]>([
    ['0', { wanted: '0' }, { refused: 'not a count', field: 'quantity', min: 1, max: 1_000_000 }],
    ['no lines', { lines: [] }, { refused: 'no lines' }],
    ['no name', { name: '' }, { refused: 'empty name' }],
    ['an unknown event', { eventId: 'nowhere' as EventId }, { refused: 'unknown', what: 'event' }],
    [
      'an unknown piece',
      { lines: [{ item: ofUnit('nowhere'), quantity: '1' }] },
      { refused: 'unknown', what: 'unit' },
    ],
  ])('a planned bundle with %s is neither made nor planned', async (_, wrong, refusal) => {
    const { db, cookie } = await stocked()
    const eventId = granted(await createEvent(db, { name: 'Christmas', date: '2026-12-24' }))
    const before = await dump(db)
    const typed = { name: 'Bag', lines: [{ item: cookie, quantity: '6' }], eventId, wanted: '50' }
    expect(await createPlannedBundle(db, { ...typed, ...wrong })).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })
})
