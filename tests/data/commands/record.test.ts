import { describe, expect, test } from 'vitest'
import { importFacts } from '../../../src/data/commands/import'
import {
  recordPacking,
  recordProduction,
  voidEntry,
  type BakedRun,
} from '../../../src/data/commands/record'
import { setAssemblyTarget } from '../../../src/data/commands/targets'
import type { BatchboardDb, EntryRow } from '../../../src/data/db'
import { getProductionProgress } from '../../../src/data/progress'
import { writerOfThisPage } from '../../../src/data/writer'
import type { EventId, GoodId, RecipeId, UnitId, WriterId } from '../../../src/domain/model'
import {
  baked,
  counted,
  dump,
  entry,
  event,
  facts,
  freshDb,
  good,
  LENA,
  material,
  ofGood,
  ofMaterial,
  ofUnit,
  packed,
  recipe,
  undoing,
  unit,
} from '../kitchen'

const EVENT = 'christmas' as EventId
const COOKIES = 'cookies' as RecipeId
const COOKIE = 'cookie' as UnitId
const BAG = 'bag' as GoodId
const BOX = 'box' as GoodId
const TIED = 'tied' as GoodId

/** Cookies, 48 a batch; bags of 6, boxes of 2 bags, tied bags with a ribbon. Nothing is baked. */
async function kitchen(): Promise<BatchboardDb> {
  const db = freshDb()
  await importFacts(
    db,
    facts({
      events: [event(EVENT), event('fair')],
      recipes: [recipe(COOKIES), recipe('ideas')],
      units: [
        unit(COOKIE, COOKIES, 48),
        { ...unit('star', COOKIES, 24), order: 2 },
        { ...unit('heart', COOKIES, 24), order: 3, hidden: true },
      ],
      goods: [
        good(BAG, [[ofUnit(COOKIE), 6]]),
        good(BOX, [[ofGood(BAG), 2]]),
        good(TIED, [
          [ofUnit(COOKIE), 6],
          [ofMaterial('ribbon'), 1],
        ]),
        good('empty', []),
      ],
      materials: [material('ribbon')],
    }),
  )
  return db
}

const run = (some: Partial<BakedRun> = {}): BakedRun => ({
  eventId: EVENT,
  recipeId: COOKIES,
  batches: 1,
  lostBatches: 0,
  good: null,
  reason: null,
  ...some,
})

const bake = (db: BatchboardDb, some: Partial<BakedRun> = {}) =>
  recordProduction(db, run(some), LENA)

const pack = (db: BatchboardDb, goodId: GoodId, quantity: number, anyway = false) =>
  recordPacking(db, { eventId: EVENT, goodId, quantity, anyway }, LENA)

const own = async (db: BatchboardDb): Promise<EntryRow[]> =>
  (await db.entries.orderBy('n').toArray()).filter(({ writer }) => writer === writerOfThisPage())

describe('baking', () => {
  test('writes the batches with all that they should give, of the first unit', async () => {
    const db = await kitchen()
    expect(await bake(db, { batches: 2 })).toBeNull()
    expect(await own(db)).toMatchObject([
      {
        kind: 'production',
        by: 'Lena',
        eventId: EVENT,
        recipeId: COOKIES,
        batches: 2,
        pieces: [
          { unitId: COOKIE, good: 96, expected: 96 },
          { unitId: 'star', good: 0, expected: 0 },
        ],
        reason: null,
        touches: [expect.stringMatching(/^cookies \d{16}$/)],
      },
    ])
  })

  test('keeps a loss with its reason, and calls one without a reason "other"', async () => {
    const db = await kitchen()
    await bake(db, { good: [40, 0], reason: 'burnt' })
    await bake(db, { good: [40, 0] })
    await bake(db, { good: [60, 0], reason: 'burnt' })
    expect(await own(db)).toMatchObject([
      { pieces: [{ good: 40, expected: 48 }, {}], reason: 'burnt' },
      { pieces: [{ good: 40, expected: 48 }, {}], reason: 'other' },
      { pieces: [{ good: 60, expected: 48 }, {}], reason: null },
    ])
  })

  test('divides a batch between the units of a recipe', async () => {
    const db = await kitchen()
    await bake(db, { good: [24, 12] })
    expect(await own(db)).toMatchObject([
      {
        pieces: [
          { unitId: COOKIE, good: 24, expected: 24 },
          { unitId: 'star', good: 12, expected: 12 },
        ],
        reason: null,
      },
    ])
  })

  test('makes batches that were lost completely an entry of their own', async () => {
    const db = await kitchen()
    await bake(db, { batches: 3, lostBatches: 1, reason: 'dropped' })
    expect(await own(db)).toMatchObject([
      { seq: 1, batches: 2, pieces: [{ good: 96, expected: 96 }, {}], reason: null },
      { seq: 2, batches: 1, pieces: [{ good: 0, expected: 48 }, {}], reason: 'dropped' },
    ])
  })

  test('writes only the loss where nothing else was baked', async () => {
    const db = await kitchen()
    await bake(db, { batches: 2, lostBatches: 2, good: [5, 5] })
    expect(await own(db)).toMatchObject([
      { batches: 2, pieces: [{ good: 0, expected: 96 }, { good: 0 }], reason: 'other' },
    ])
  })

  const NOT_BATCHES = { refused: 'not a count', field: 'batches', min: 1, max: 1_000_000 }
  const NOT_PIECES = { refused: 'not a count', field: 'pieces', min: 0, max: 1_000_000_000 }

  test.each<[string, Partial<BakedRun>, object]>([
    ['0 batches', { batches: 0 }, NOT_BATCHES],
    ['-1 batches', { batches: -1 }, NOT_BATCHES],
    ['24.5 batches', { batches: 24.5 }, NOT_BATCHES],
    ['1e9 batches', { batches: 1e9 }, NOT_BATCHES],
    ['no number of batches', { batches: NaN }, NOT_BATCHES],
    ['more lost than baked', { batches: 2, lostBatches: 3 }, { ...NOT_BATCHES, min: 0, max: 2 }],
    ['a negative loss', { lostBatches: -1 }, { ...NOT_BATCHES, min: 0, max: 1 }],
    ['fewer than no pieces', { good: [-1, 0] }, NOT_PIECES],
    ['half a piece', { good: [48, 0.5] }, NOT_PIECES],
    ['no number of pieces', { good: [NaN, 0] }, NOT_PIECES],
    ['more pieces than can be counted', { good: [1e9 + 1, 0] }, NOT_PIECES],
    [
      'an unknown recipe',
      { recipeId: 'nothing' as RecipeId },
      { refused: 'unknown', what: 'recipe' },
    ],
    ['an unknown event', { eventId: 'nowhere' as EventId }, { refused: 'unknown', what: 'event' }],
    ['a recipe that makes nothing', { recipeId: 'ideas' as RecipeId }, { refused: 'no units' }],
  ])('%s is refused, and nothing is written', async (_, wrong, refusal) => {
    const db = await kitchen()
    await bake(db)
    const before = await dump(db)
    expect(await bake(db, wrong)).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })

  test('beyond what a count can hold is refused, and nothing is written', async () => {
    const db = await kitchen()
    await db.units.update(COOKIE, { itemsPerBatch: 1_000_000 })
    const before = await dump(db)
    expect(await bake(db, { batches: 1_000_000 })).toEqual({ refused: 'out of range' })
    expect(await bake(db, { batches: 1_000_000, lostBatches: 999_999 })).toEqual({
      refused: 'out of range',
    })
    expect(await dump(db)).toBe(before)
  })

  test('many batches may give more pieces than anybody would type', async () => {
    const db = await kitchen()
    expect(await bake(db, { batches: 1_000_000, good: [48_000_000, 0] })).toBeNull()
    expect(await own(db)).toMatchObject([{ pieces: [{ good: 48_000_000 }, {}], reason: null }])
  })

  test('over the target is written like any other', async () => {
    const db = await kitchen()
    await bake(db, { batches: 1_000_000 })
    expect(await own(db)).toHaveLength(1)
  })
})

describe('packing', () => {
  test('copies what it used', async () => {
    const db = await kitchen()
    await bake(db)
    expect(await pack(db, TIED, 3)).toBeNull()
    expect((await own(db))[1]).toMatchObject({
      kind: 'assembly',
      goodId: TIED,
      quantity: 3,
      used: [
        { item: ofUnit(COOKIE), quantity: { n: 18, d: 1 } },
        { item: ofMaterial('ribbon'), quantity: { n: 3, d: 1 } },
      ],
      touches: ['ribbon', expect.stringMatching(/^ribbon \d{16}$/)],
    })
  })

  test('more than the stock gives asks once, and then writes it', async () => {
    const db = await kitchen()
    await bake(db)
    const before = await dump(db)
    expect(await pack(db, BAG, 9)).toEqual({ refused: 'more than stock', possible: 8, wanted: 9 })
    expect(await dump(db)).toBe(before)
    expect(await pack(db, BAG, 9, true)).toBeNull()
    expect((await own(db))[1]).toMatchObject({
      quantity: 9,
      used: [{ item: ofUnit(COOKIE), quantity: { n: 54, d: 1 } }],
    })
  })

  test('exactly what the stock gives needs no question', async () => {
    const db = await kitchen()
    await bake(db)
    expect(await pack(db, BAG, 8)).toBeNull()
    expect(await pack(db, BAG, 1)).toEqual({ refused: 'more than stock', possible: 0, wanted: 1 })
  })

  test('takes inner bundles first, and the parts of those that are missing', async () => {
    const db = await kitchen()
    await bake(db)
    await pack(db, BAG, 3)
    expect(await pack(db, BOX, 2)).toBeNull()
    expect((await own(db))[2]).toMatchObject({
      goodId: BOX,
      quantity: 2,
      used: [
        { item: ofGood(BAG), quantity: { n: 3, d: 1 } },
        { item: ofUnit(COOKIE), quantity: { n: 6, d: 1 } },
      ],
    })
  })

  test('asks for what another event used up of the shared materials', async () => {
    const db = await kitchen()
    await bake(db)
    await setAssemblyTarget(db, EVENT, TIED, '5')
    await importFacts(
      db,
      facts({
        entries: [
          entry('', 1, counted(ofMaterial('ribbon'), 4)),
          entry('fair', 2, packed(TIED, 1, [[ofMaterial('ribbon'), 1]])),
        ],
      }),
    )
    expect(await pack(db, TIED, 5)).toEqual({ refused: 'more than stock', possible: 3, wanted: 5 })
    expect(await pack(db, TIED, 3)).toBeNull()
  })

  test('of a bundle that nobody wished for minds the materials as well', async () => {
    const db = await kitchen()
    await bake(db)
    await importFacts(db, facts({ entries: [entry('', 1, counted(ofMaterial('ribbon'), 2))] }))
    expect(await pack(db, TIED, 5)).toEqual({ refused: 'more than stock', possible: 2, wanted: 5 })
  })

  const NOT_BUNDLES = { refused: 'not a count', field: 'quantity', min: 1, max: 1_000_000 }

  test.each<[string, object, object]>([
    ...[0, -1, 24.5, 1e9, NaN].map((quantity): [string, object, object] => [
      `${quantity} bundles`,
      { quantity },
      NOT_BUNDLES,
    ]),
    ['an unknown bundle', { goodId: 'nothing' as GoodId }, { refused: 'unknown', what: 'good' }],
    ['an unknown event', { eventId: 'nowhere' as EventId }, { refused: 'unknown', what: 'event' }],
  ])('%s is refused even "anyway", and nothing is written', async (_, wrong, refusal) => {
    const db = await kitchen()
    await bake(db)
    const before = await dump(db)
    const given = { eventId: EVENT, goodId: BAG, quantity: 1, anyway: true, ...wrong }
    expect(await recordPacking(db, given, LENA)).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })

  test('a bundle that contains itself is refused with the names, and nothing is written', async () => {
    const db = await kitchen()
    await importFacts(
      db,
      facts({ goods: [good('a', [[ofGood('b'), 1]]), good('b', [[ofGood('a'), 1]])] }),
    )
    const before = await dump(db)
    expect(await pack(db, 'a' as GoodId, 1, true)).toMatchObject({
      refused: 'cycle',
      names: ['a', 'b', 'a'],
    })
    expect(await dump(db)).toBe(before)
  })

  test('a bundle without lines can be packed only "anyway", and uses nothing', async () => {
    const db = await kitchen()
    expect(await pack(db, 'empty' as GoodId, 1)).toMatchObject({ refused: 'more than stock' })
    expect(await pack(db, 'empty' as GoodId, 1, true)).toBeNull()
    expect(await own(db)).toMatchObject([{ quantity: 1, used: [] }])
  })
})

describe('undoing', () => {
  const completed = async (db: BatchboardDb) => {
    const rows = await getProductionProgress(EVENT, db)
    return rows.map((row) => row.completedBatches)
  }

  test('names the entry by its key, and belongs where that belongs', async () => {
    const db = await kitchen()
    await bake(db)
    await pack(db, TIED, 1)
    expect(await voidEntry(db, { writer: writerOfThisPage(), seq: 2 }, LENA)).toBeNull()
    expect((await own(db))[2]).toMatchObject({
      kind: 'void',
      by: 'Lena',
      eventId: EVENT,
      target: { writer: writerOfThisPage(), seq: 2 },
      touches: ['ribbon', expect.stringMatching(/^ribbon \d{16}$/)],
    })
  })

  test('works for what another device recorded, and for entries of no event', async () => {
    const db = await kitchen()
    await importFacts(
      db,
      facts({
        entries: [
          entry('fair', 1, baked(COOKIES, COOKIE, 48)),
          entry('', 2, counted(ofMaterial('ribbon'), 4)),
        ],
      }),
    )
    const elsewhere = 'elsewhere' as WriterId
    expect(await voidEntry(db, { writer: elsewhere, seq: 1 }, LENA)).toBeNull()
    expect(await voidEntry(db, { writer: elsewhere, seq: 2 }, LENA)).toBeNull()
    expect(await own(db)).toMatchObject([
      {
        eventId: 'fair',
        target: { writer: elsewhere, seq: 1 },
        touches: ['cookies 0000000000000001'],
      },
      { eventId: '', target: { writer: elsewhere, seq: 2 }, touches: ['ribbon', 'ribbon ='] },
    ])
  })

  test('the same entry twice is the same as once', async () => {
    const db = await kitchen()
    await db.productionTargets.add({
      eventId: EVENT,
      recipeId: COOKIES,
      batches: 7,
      order: 1,
      basis: null,
      stamp: 0,
      writer: 'elsewhere' as WriterId,
      hidden: false,
    })
    await bake(db)
    await bake(db)
    expect(await completed(db)).toEqual([2])
    await voidEntry(db, { writer: writerOfThisPage(), seq: 1 }, LENA)
    expect(await completed(db)).toEqual([1])
    expect(await voidEntry(db, { writer: writerOfThisPage(), seq: 1 }, LENA)).toBeNull()
    expect(await completed(db)).toEqual([1])
  })

  test('a void, or what was never recorded, is refused, and nothing is written', async () => {
    const db = await kitchen()
    await importFacts(db, facts({ entries: [entry('fair', 9, undoing(8))] }))
    await bake(db)
    await voidEntry(db, { writer: writerOfThisPage(), seq: 1 }, LENA)
    const before = await dump(db)
    const keys = [
      [{ writer: writerOfThisPage(), seq: 2 }, { refused: 'void of a void' }],
      [{ writer: 'elsewhere' as WriterId, seq: 9 }, { refused: 'void of a void' }],
      [
        { writer: writerOfThisPage(), seq: 3 },
        { refused: 'unknown', what: 'entry' },
      ],
      [
        { writer: 'nobody' as WriterId, seq: 1 },
        { refused: 'unknown', what: 'entry' },
      ],
    ] as const
    for (const [key, refusal] of keys) expect(await voidEntry(db, key, LENA)).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })
})
