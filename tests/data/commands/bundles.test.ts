import { describe, expect, test } from 'vitest'
import {
  bringBackBundle,
  duplicateBundle,
  hideBundle,
  saveBundle,
} from '../../../src/data/commands/bundles'
import { createEvent } from '../../../src/data/commands/events'
import { importFacts } from '../../../src/data/commands/import'
import { hideRecipe } from '../../../src/data/commands/recipes'
import { recordPacking } from '../../../src/data/commands/record'
import type { BatchboardDb } from '../../../src/data/db'
import { writerOfThisPage } from '../../../src/data/writer'
import {
  NEW_BUNDLE,
  bundleDraft,
  type BundleDraft,
  type PartDraft,
} from '../../../src/domain/drafts'
import type { GoodId, RecipeId } from '../../../src/domain/model'
import {
  LENA,
  dump,
  facts,
  freshDb,
  good,
  granted,
  material,
  ofGood,
  ofMaterial,
  ofUnit,
  recipe,
  unit,
} from '../kitchen'

const part = (item: PartDraft['item'], quantity = '1'): PartDraft => ({ item, quantity })
const named = (name: string) => part({ kind: 'new material', name })
const BAG: BundleDraft = { ...NEW_BUNDLE, name: 'Bag', lines: [part(ofUnit('cookie'), '6')] }
const signed = { stamp: expect.any(Number) as number, writer: writerOfThisPage(), hidden: false }

/** Cookies that can be seen, a cake that cannot, a ribbon and a hidden string. */
async function stocked(): Promise<BatchboardDb> {
  const db = freshDb()
  const hidden = true
  await importFacts(
    db,
    facts({
      recipes: [recipe('cookies'), { ...recipe('cake'), hidden }],
      units: [
        unit('cookie', 'cookies', 48),
        { ...unit('crumb', 'cookies', 96), hidden },
        unit('slice', 'cake', 12),
      ],
      goods: [{ ...good('sack', [[ofUnit('cookie'), 1]]), hidden }],
      materials: [material('Ribbon'), { ...material('String'), hidden }],
    }),
  )
  return db
}

async function formOf(db: BatchboardDb, id: GoodId): Promise<BundleDraft> {
  return bundleDraft((await db.goods.get(id))!)
}

const catalogueMark = async (db: BatchboardDb) => (await db.marks.get('catalogue'))?.value ?? 0

test('a bundle is stored with exact fractions of pieces, bundles and materials', async () => {
  const db = await stocked()
  const before = await catalogueMark(db)
  const bag = granted(await saveBundle(db, { ...BAG, notes: ' For Anna ' }))
  const lines = [part(ofGood(bag), '1 ½'), part(ofMaterial('Ribbon'), '0,5')]
  const box = granted(await saveBundle(db, { ...NEW_BUNDLE, name: 'Box', lines }))
  expect(await db.goods.get(bag)).toEqual({
    id: bag,
    name: 'Bag',
    notes: 'For Anna',
    lines: [{ item: ofUnit('cookie'), quantity: { n: 6, d: 1 } }],
    ...signed,
  })
  expect((await db.goods.get(box))?.lines).toEqual([
    { item: ofGood(bag), quantity: { n: 3, d: 2 } },
    { item: ofMaterial('Ribbon'), quantity: { n: 1, d: 2 } },
  ])
  expect(await catalogueMark(db)).toBe(before + 2)
})

test('a material is taken by its name, or made once', async () => {
  const db = await stocked()
  const lines = [named('ribbon'), named(' Card '), named('CARD')]
  const bag = granted(await saveBundle(db, { ...BAG, lines }))
  const card = (await db.materials.toArray()).find(({ name }) => name === 'Card')!
  expect(card).toEqual({ id: card.id, name: 'Card', measure: '', ...signed })
  expect((await db.goods.get(bag))?.lines.map(({ item }) => item.id)).toEqual([
    'Ribbon',
    card.id,
    card.id,
  ])
  expect(await db.materials.count()).toBe(3)
})

test('a hidden material that is named is back on the lists', async () => {
  const db = await stocked()
  granted(await saveBundle(db, { ...BAG, lines: [named('string')] }))
  expect(await db.materials.get('String' as never)).toMatchObject({ hidden: false })
  expect(await db.materials.count()).toBe(2)
})

test('a bundle that is changed keeps its id, and one that is not is not written', async () => {
  const db = await stocked()
  const bag = granted(await saveBundle(db, { ...BAG, lines: [part(ofUnit('cookie'), '2/3')] }))
  const before = await dump(db)
  expect(await saveBundle(db, await formOf(db, bag))).toBe(bag)
  expect(await dump(db)).toBe(before)
  const stored = (await db.goods.get(bag))!
  const lines = [part(ofUnit('cookie'), '7')]
  expect(await saveBundle(db, { ...(await formOf(db, bag)), lines })).toBe(bag)
  const after = (await db.goods.get(bag))!
  expect(after.lines).toEqual([{ item: ofUnit('cookie'), quantity: { n: 7, d: 1 } }])
  expect(after.stamp).toBeGreaterThan(stored.stamp)
  expect(await db.goods.count()).toBe(2)
})

test('changing a bundle rewrites nothing that was packed', async () => {
  const db = await stocked()
  const bag = granted(await saveBundle(db, BAG))
  const eventId = granted(await createEvent(db, { name: 'Fair', date: '2026-12-24' }))
  const run = { eventId, goodId: bag, quantity: 2, anyway: true }
  expect(await recordPacking(db, run, LENA)).toBeNull()
  const entries = await db.entries.toArray()
  granted(await saveBundle(db, { ...(await formOf(db, bag)), lines: [named('Ribbon')] }))
  expect(await db.entries.toArray()).toEqual(entries)
})

describe('nothing is stored', () => {
  const notAQuantity = { refused: 'not a quantity', field: 'lineQuantity' }
  test.each<[string, Partial<BundleDraft>, object]>([
    ['without a name', { name: '' }, { refused: 'empty name' }],
    ['without lines', { lines: [] }, { refused: 'no lines' }],
    ['with 0 of a part', { lines: [part(ofUnit('cookie'), '0')] }, notAQuantity],
    [
      'with a quantity that is none, behind a material that is new',
      { lines: [named('Card'), part(ofUnit('cookie'), '')] },
      { refused: 'in a row', list: 'parts', row: 2, why: notAQuantity },
    ],
    ['of a bundle that is not there', { id: 'x' as GoodId }, { refused: 'unknown', what: 'good' }],
    ...[ofUnit('x'), ofGood('x'), ofMaterial('x')].map(
      (item): [string, Partial<BundleDraft>, object] => [
        `with a ${item.kind} that is not there, behind a material that is new`,
        { lines: [named('Card'), part(item)] },
        { refused: 'unknown', what: item.kind },
      ],
    ),
    ...(
      [
        ['a unit of a hidden recipe', ofUnit('slice')],
        ['a hidden unit', ofUnit('crumb')],
        ['a hidden bundle', ofGood('sack')],
        ['a hidden material', ofMaterial('String')],
      ] as const
    ).map(([what, item]): [string, Partial<BundleDraft>, object] => [
      `with ${what} that is new in it`,
      { lines: [named('Card'), part(item)] },
      { refused: 'hidden part', name: item.id },
    ]),
  ])('%s', async (_, wrong, refusal) => {
    const db = await stocked()
    const before = await dump(db)
    expect(await saveBundle(db, { ...BAG, ...wrong })).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })

  test('of a bundle that would contain itself, and the chain is named as it would be', async () => {
    const db = await stocked()
    const bag = granted(await saveBundle(db, BAG))
    const inBag = { ...NEW_BUNDLE, name: 'Box', lines: [part(ofGood(bag))] }
    const box = granted(await saveBundle(db, inBag))
    const before = await dump(db)
    const lines = [named('Card'), part(ofGood(box))]
    const draft = { ...(await formOf(db, bag)), name: 'Sachet', lines }
    expect(await saveBundle(db, draft)).toEqual({
      refused: 'cycle',
      chain: [bag, box, bag],
      names: ['Sachet', 'Box', 'Sachet'],
    })
    const itself = { ...(await formOf(db, bag)), lines: [part(ofGood(bag))] }
    expect(await saveBundle(db, itself)).toMatchObject({ names: ['Bag', 'Bag'] })
    expect(await dump(db)).toBe(before)
  })
})

test('a bundle keeps the part that was hidden after it was put in, and takes no second kind of it', async () => {
  const db = await stocked()
  const bag = granted(await saveBundle(db, BAG))
  expect(await hideRecipe(db, 'cookies' as RecipeId)).toBeNull()
  const form = await formOf(db, bag)
  const lines = [part(ofUnit('cookie'), '12'), named('Ribbon')]
  expect(await saveBundle(db, { ...form, lines })).toBe(bag)
  expect((await db.goods.get(bag))?.lines).toHaveLength(2)
  expect(await saveBundle(db, { ...BAG, name: 'Another bag' })).toEqual({
    refused: 'hidden part',
    name: 'cookie',
  })
})

test('a copy of a bundle has its lines under its own name, and is visible', async () => {
  const db = await stocked()
  const copy = granted(await duplicateBundle(db, 'sack' as GoodId, ' Bag '))
  const original = (await db.goods.get('sack' as GoodId))!
  expect(original.hidden).toBe(true)
  expect(await db.goods.get(copy)).toEqual({ ...original, id: copy, name: 'Bag', ...signed })
})

test('a bundle is hidden and brought back, and a second time writes nothing', async () => {
  const db = await stocked()
  const bag = granted(await saveBundle(db, BAG))
  for (const [change, hidden] of [
    [hideBundle, true],
    [bringBackBundle, false],
  ] as const) {
    expect(await change(db, bag)).toBeNull()
    expect(await db.goods.get(bag)).toMatchObject({ hidden, lines: [{ item: ofUnit('cookie') }] })
    const before = await dump(db)
    expect(await change(db, bag)).toBeNull()
    expect(await dump(db)).toBe(before)
  }
  await hideBundle(db, bag)
  granted(await saveBundle(db, await formOf(db, bag)))
  expect(await db.goods.get(bag)).toMatchObject({ hidden: false })
})

test('an unknown bundle is not copied, hidden or brought back', async () => {
  const db = await stocked()
  const before = await dump(db)
  const refusal = { refused: 'unknown', what: 'good' }
  const id = 'x' as GoodId
  expect(await duplicateBundle(db, id, 'Bag')).toEqual(refusal)
  expect(await duplicateBundle(db, 'sack' as GoodId, '')).toEqual({ refused: 'empty name' })
  expect(await hideBundle(db, id)).toEqual(refusal)
  expect(await bringBackBundle(db, id)).toEqual(refusal)
  expect(await dump(db)).toBe(before)
})
