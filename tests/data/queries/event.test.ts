import Dexie from 'dexie'
import { describe, expect, test } from 'vitest'
import { changeEvent } from '../../../src/data/commands/events'
import { importFacts } from '../../../src/data/commands/import'
import { recordCount } from '../../../src/data/commands/pantry'
import { recordPacking, recordProduction, voidEntry } from '../../../src/data/commands/record'
import { removeTarget, setAssemblyTarget } from '../../../src/data/commands/targets'
import type { BatchboardDb } from '../../../src/data/db'
import { eventFacts, eventFactsAfresh } from '../../../src/data/queries/event'
import { boardOf } from '../../../src/domain/board'
import type {
  Entry,
  EventFacts,
  EventId,
  GoodId,
  RecipeId,
  WriterId,
} from '../../../src/domain/model'
import {
  baked,
  batchesWanted,
  bundlesWanted,
  counted,
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
import { countReads } from '../middleware'

const EVENT = 'christmas' as EventId
const FAIR = 'fair' as EventId
const COOKIES = 'cookies' as RecipeId
const BAG = 'bag' as GoodId
const TIED = 'tied' as GoodId
const BOX = 'box' as GoodId

/** Bags of cookies; tied bags with a ribbon; boxes of tied bags. Christmas wants one of them, the fair tied bags. */
async function kitchen(db: BatchboardDb, wanted: GoodId = BAG): Promise<BatchboardDb> {
  await importFacts(
    db,
    facts({
      events: [event(EVENT), event(FAIR)],
      recipes: [recipe(COOKIES)],
      units: [unit('cookie', COOKIES, 48)],
      goods: [
        good(BAG, [[ofUnit('cookie'), 6]]),
        good(TIED, [
          [ofUnit('cookie'), 6],
          [ofMaterial('ribbon'), 1],
        ]),
        good(BOX, [[ofGood(TIED), 2]]),
      ],
      materials: [material('ribbon'), material('card')],
      productionTargets: [batchesWanted(EVENT, COOKIES, 7)],
      assemblyTargets: [bundlesWanted(EVENT, wanted, 50), bundlesWanted(FAIR, TIED, 9)],
    }),
  )
  return db
}

/** `count` batches that were baked for an event long ago. */
async function history(db: BatchboardDb, eventId: string, count: number, from = 1): Promise<void> {
  const runs = Array.from({ length: count }, (_, index) =>
    entry(eventId, from + index, baked(COOKIES, 'cookie', 48)),
  )
  await db.entries.bulkAdd(runs.map((run) => ({ ...run, touches: [] })))
}

const bake = (db: BatchboardDb, eventId = EVENT) =>
  recordProduction(
    db,
    { eventId, recipeId: COOKIES, batches: 1, lostBatches: 0, good: null, reason: null },
    LENA,
  )

const pack = (db: BatchboardDb, eventId: EventId, goodId: GoodId, quantity = 1) =>
  recordPacking(db, { eventId, goodId, quantity, anyway: true }, LENA)

/** Both readers must say the same of the event, and come to the same board. */
async function expectSame(db: BatchboardDb, eventId: EventId = EVENT): Promise<void> {
  const remembered = (await eventFacts(db, eventId))!
  const fresh = (await eventFactsAfresh(db, eventId))!
  const own = ({ entries }: EventFacts) => entries.filter((one) => one.eventId === eventId)
  expect(own(remembered)).toEqual(own(fresh))
  expect(boardOf(remembered)).toEqual(boardOf(fresh))
}

describe('what is read', () => {
  /** Rows read by a tap on +1, and by the look after it, at an event that was looked at before. */
  async function rowsOfTap(own: number, others: number): Promise<number> {
    const db = freshDb()
    const reads = countReads(db)
    await kitchen(db)
    await history(db, EVENT, own)
    await history(db, FAIR, others, own + 1)
    await bake(db)
    await eventFacts(db, EVENT)
    reads.fromNow()
    await bake(db)
    const seen = await eventFacts(db, EVENT)
    expect(seen!.entries).toHaveLength(own + 2)
    return reads.rows
  }

  test('with a tap grows neither with the event nor with the others', async () => {
    const rows = await rowsOfTap(20, 10)
    expect(await rowsOfTap(2000, 10)).toBe(rows)
    expect(await rowsOfTap(20, 20_000)).toBe(rows)
    expect(rows).toBeLessThan(20)
  })

  test('at the first look does not grow with the others', async () => {
    const rowsOf = async (others: number): Promise<number> => {
      const db = freshDb()
      const reads = countReads(db)
      await kitchen(db)
      await history(db, EVENT, 20)
      await history(db, FAIR, others, 21)
      reads.fromNow()
      await eventFacts(db, EVENT)
      return reads.rows
    }
    expect(await rowsOf(20_000)).toBe(await rowsOf(10))
  })

  /** The same for packing a bundle with a ribbon, of which others used many. */
  async function rowsOfPacking(own: number, others: number): Promise<number> {
    const db = freshDb()
    const reads = countReads(db)
    await kitchen(db, TIED)
    const use = (eventId: string, count: number, from: number) =>
      importFacts(
        db,
        facts({
          entries: Array.from({ length: count }, (_, index) =>
            entry(eventId, from + index, packed(TIED, 1, [[ofMaterial('ribbon'), 1]])),
          ),
        }),
      )
    await use(EVENT, own, 1)
    await use(FAIR, others, own + 1)
    await importFacts(db, facts({ entries: [entry('', 9999, counted(ofMaterial('ribbon'), 5))] }))
    await pack(db, EVENT, TIED)
    await eventFacts(db, EVENT)
    reads.fromNow()
    await pack(db, EVENT, TIED)
    await eventFacts(db, EVENT)
    return reads.rows
  }

  test("with a packing does not grow with its material's history", async () => {
    const rows = await rowsOfPacking(20, 10)
    expect(await rowsOfPacking(500, 10)).toBe(rows)
    expect(await rowsOfPacking(20, 1500)).toBe(rows)
  })

  /** Rows read by a first look at an event whose bundle has a ribbon, and the entries it then has. */
  async function firstLook(
    others: number,
    ribbons: readonly Entry[],
  ): Promise<{ rows: number; entries: number }> {
    const db = freshDb()
    const reads = countReads(db)
    await kitchen(db, TIED)
    await history(db, EVENT, 20)
    await history(db, FAIR, others, 21)
    await importFacts(db, facts({ entries: ribbons }))
    reads.fromNow()
    const { entries } = (await eventFacts(db, EVENT))!
    return { rows: reads.rows, entries: entries.length }
  }

  const use = (seq: number) =>
    entry(FAIR, 90_000 + seq, packed(TIED, 1, [[ofMaterial('ribbon'), 1]]))
  const count = (seq: number, ribbons: number) =>
    entry('', 90_000 + seq, counted(ofMaterial('ribbon'), ribbons))
  const uses = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => use(from + index))

  test('at the first look has, of others, only what used a material since it was counted', async () => {
    const plain = await firstLook(10, [])
    expect(plain.entries).toBe(20)
    const since = await firstLook(10, [...uses(1, 300), count(301, 50), ...uses(302, 304)])
    expect(since).toEqual({ rows: plain.rows + 4, entries: 24 })
    expect(await firstLook(5000, [...uses(1, 3), count(4, 50), ...uses(5, 7)])).toEqual(since)
  })

  test('at the first look has nothing of others while a material was never counted', async () => {
    expect(await firstLook(10, uses(1, 300))).toEqual(await firstLook(10, []))
  })

  test('again without news is not a single row of the history', async () => {
    const db = freshDb()
    const reads = countReads(db)
    await kitchen(db)
    await history(db, EVENT, 500)
    const first = await eventFacts(db, EVENT)
    reads.fromNow()
    const second = await eventFacts(db, EVENT)
    expect(reads.rows).toBe(2)
    expect(second!.entries).toBe(first!.entries)
    expect(reads.transactions).toBe(1)
  })
})

describe('the reader that remembers says what a fresh one says', () => {
  test('after entries of the event, of others, and a void', async () => {
    const db = await kitchen(freshDb())
    await expectSame(db)
    await bake(db)
    await bake(db, FAIR)
    await expectSame(db)
    await voidEntry(db, (await db.entries.toCollection().first())!, LENA)
    await expectSame(db)
    expect(boardOf((await eventFacts(db, EVENT))!).recipes).toMatchObject([{ completedBatches: 0 }])
  })

  test('after another event used, counted and gave back a shared material', async () => {
    const db = await kitchen(freshDb(), TIED)
    await history(db, EVENT, 2)
    const ribbons = async () =>
      boardOf((await eventFacts(db, EVENT))!).bundles[0]!.availableTogether
    expect(await ribbons()).toBe(16)
    await importFacts(db, facts({ entries: [entry('', 50, counted(ofMaterial('ribbon'), 9))] }))
    expect(await ribbons()).toBe(9)
    await pack(db, FAIR, TIED, 4)
    expect(await ribbons()).toBe(5)
    await expectSame(db)
    const packing = (await db.entries.toCollection().last())!
    await voidEntry(db, packing, LENA)
    expect(await ribbons()).toBe(9)
    await expectSame(db)
  })

  test('after counts of a material were undone, one after the other, and it was counted anew', async () => {
    const db = await kitchen(freshDb(), TIED)
    await history(db, EVENT, 2)
    const ribbon = ofMaterial('ribbon')
    const used = (seq: number) => entry(FAIR, seq, packed(TIED, 2, [[ribbon, 2]]))
    await importFacts(
      db,
      facts({
        entries: [
          entry('', 50, counted(ribbon, 9)),
          used(51),
          entry('', 52, counted(ribbon, 5)),
          used(53),
        ],
      }),
    )
    const ribbons = async () =>
      boardOf((await eventFacts(db, EVENT))!).bundles[0]!.availableTogether
    expect(await ribbons()).toBe(3)
    const counts = await db.entries.filter(({ kind }) => kind === 'stock').toArray()
    await voidEntry(db, counts[1]!, LENA)
    expect(await ribbons()).toBe(5)
    await expectSame(db)
    await voidEntry(db, counts[0]!, LENA)
    expect(await ribbons()).toBe(16)
    await expectSame(db)
    await recordCount(
      db,
      { item: { kind: 'material', id: 'ribbon' as never }, amount: '4', measure: '' },
      LENA,
    )
    await pack(db, FAIR, TIED, 1)
    expect(await ribbons()).toBe(3)
    await expectSame(db)
  })

  test('after a material came into the plan, and after it left', async () => {
    const db = await kitchen(freshDb())
    await importFacts(db, facts({ entries: [entry('', 50, counted(ofMaterial('ribbon'), 1))] }))
    await pack(db, FAIR, TIED, 3)
    await expectSame(db)
    await setAssemblyTarget(db, EVENT, BOX, '5')
    await expectSame(db)
    expect(boardOf((await eventFacts(db, EVENT))!).negative).toMatchObject([
      { kind: 'material', name: 'ribbon', amount: -2 },
    ])
    await removeTarget(db, EVENT, { kind: 'assembly', id: BOX })
    await expectSame(db)
    expect(boardOf((await eventFacts(db, EVENT))!).negative).toEqual([])
  })

  test('after packing a bundle that was never planned', async () => {
    const db = await kitchen(freshDb())
    await importFacts(db, facts({ entries: [entry('', 50, counted(ofMaterial('ribbon'), 1))] }))
    await eventFacts(db, EVENT)
    await pack(db, EVENT, TIED, 3)
    await expectSame(db)
    await setAssemblyTarget(db, EVENT, TIED, '5')
    await expectSame(db)
  })

  test('when two events are looked at in turns', async () => {
    const db = await kitchen(freshDb(), TIED)
    for (const eventId of [EVENT, FAIR, EVENT, FAIR, FAIR, EVENT]) {
      await bake(db, eventId)
      await pack(db, eventId, TIED)
      await expectSame(db, EVENT)
      await expectSame(db, FAIR)
    }
  })

  test('after the event was renamed, hidden, and was not there before', async () => {
    const db = freshDb()
    expect(await eventFacts(db, EVENT)).toBeNull()
    await kitchen(db)
    await expectSame(db)
    await changeEvent(db, EVENT, { name: 'Advent', date: '2026-12-01' })
    await expectSame(db)
    expect((await eventFacts(db, EVENT))!.event.name).toBe('Advent')
    expect(await eventFacts(db, 'nowhere' as EventId)).toBeNull()
  })

  test('after entries that arrive late, with an earlier place in the order', async () => {
    const db = await kitchen(freshDb(), TIED)
    await bake(db)
    await expectSame(db)
    await importFacts(
      db,
      facts({
        entries: [
          entry(EVENT, 1, baked(COOKIES, 'cookie', 7)),
          entry('', 2, counted(ofMaterial('ribbon'), 3)),
          entry(FAIR, 3, packed(TIED, 1, [[ofMaterial('ribbon'), 1]])),
          entry(FAIR, 4, undoing(3)),
        ],
      }),
    )
    await expectSame(db)
    expect(boardOf((await eventFacts(db, EVENT))!).bundles[0]!.availableTogether).toBe(3)
  })

  test('after the database was deleted behind its back, and filled anew', async () => {
    const db = await kitchen(freshDb())
    await history(db, EVENT, 5)
    expect((await eventFacts(db, EVENT))!.entries).toHaveLength(5)
    await Dexie.delete(db.name)
    await kitchen(db)
    await history(db, EVENT, 2)
    await expectSame(db)
    expect((await eventFacts(db, EVENT))!.entries).toHaveLength(2)
  })
})

describe("inside a caller's transaction", () => {
  test('what is not committed is seen, and forgotten when it is given up', async () => {
    const db = await kitchen(freshDb())
    await eventFacts(db, EVENT)
    const given = db.transaction('rw', db.tables, async () => {
      await bake(db)
      expect((await eventFacts(db, EVENT))!.entries).toHaveLength(1)
      throw new Error('given up')
    })
    await expect(given).rejects.toThrow('given up')
    expect((await eventFacts(db, EVENT))!.entries).toHaveLength(0)
    await bake(db)
    await expectSame(db)
  })

  test('a key that was given up and taken again is read again', async () => {
    const db = await kitchen(freshDb())
    await bake(db)
    await eventFacts(db, EVENT)
    const given = db.transaction('rw', db.tables, async () => {
      await bake(db)
      await eventFacts(db, EVENT)
      throw new Error('given up')
    })
    await expect(given).rejects.toThrow('given up')
    await history(db, EVENT, 1)
    const seen = (await eventFacts(db, EVENT))!.entries
    expect(seen.map(({ writer }) => writer)).toContain('elsewhere' as WriterId)
    await expectSame(db)
  })
})
