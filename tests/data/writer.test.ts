import Dexie from 'dexie'
import { afterEach, expect, test, vi } from 'vitest'
import { createBundle, createRecipe } from '../../src/data/commands/catalogue'
import { createEvent } from '../../src/data/commands/events'
import { importFacts } from '../../src/data/commands/import'
import { recordPieces } from '../../src/data/commands/pieces'
import { recordProduction, voidEntry } from '../../src/data/commands/record'
import type { BatchboardDb, EntryRow } from '../../src/data/db'
import { newId, takeStamps, writerOfThisPage } from '../../src/data/writer'
import { plainEntry } from '../../src/exchange/backup-format'
import { keyText } from '../../src/domain/ledger'
import type { EventId, RecipeId, UnitId } from '../../src/domain/model'
import { backupOf } from './copies'
import { baked, entry, event, facts, freshDb, granted, LENA, secondTab, WRITTEN } from './kitchen'

afterEach(() => {
  vi.useRealTimers()
})

interface Kitchen {
  readonly db: BatchboardDb
  readonly eventId: EventId
  readonly recipeId: RecipeId
  readonly unitId: UnitId
}

async function kitchen(): Promise<Kitchen> {
  const db = freshDb()
  const eventId = granted(await createEvent(db, { name: 'Holiday', date: '2026-12-24' }))
  const ids = granted(await createRecipe(db, { name: 'Cookies', itemsPerBatch: '48' }))
  return { db, eventId, ...ids }
}

const bake = ({ db, eventId, recipeId }: Kitchen, batches = 1, lostBatches = 0) =>
  recordProduction(db, { eventId, recipeId, batches, lostBatches, good: null, reason: null }, LENA)

const recorded = (db: BatchboardDb): Promise<EntryRow[]> => db.entries.orderBy('n').toArray()

const seqs = async (db: BatchboardDb) => (await recorded(db)).map(({ seq }) => seq)

/** Sets the clock of the device. */
function clock(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(ms)
}

test('a page numbers its entries 1, 2, 3 without gaps', async () => {
  const here = await kitchen()
  await bake(here)
  await bake(here, 3, 1)
  const given = { kind: 'unit', id: here.unitId } as const
  await recordPieces(
    here.db,
    { eventId: here.eventId, item: given, surprise: 'given', pieces: 5 },
    LENA,
  )
  await voidEntry(here.db, { writer: writerOfThisPage(), seq: 2 }, LENA)
  expect(await seqs(here.db)).toEqual([1, 2, 3, 4, 5])
  expect(new Set((await recorded(here.db)).map(({ writer }) => writer)).size).toBe(1)
})

test('commands that run at the same time, over two connections, leave neither gaps nor doubles', async () => {
  const here = await kitchen()
  const there = { ...here, db: secondTab(here.db) }
  await Promise.all(Array.from({ length: 40 }, (_, i) => bake(i % 2 ? here : there, 2, i % 3 && 1)))
  const entries = await recorded(here.db)
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
  expect(entries.length).toBeGreaterThan(40)
  const stamps = entries.map(({ stamp }) => stamp)
  expect(stamps).toEqual([...new Set(stamps)].sort((a, b) => a - b))
})

/** The storage is cleared while the page is open, and a backup brings back the first so many records. */
async function wipedAndRestored({ db }: Kitchen, records: number): Promise<void> {
  const kept = facts({
    events: await db.events.toArray(),
    recipes: await db.recipes.toArray(),
    units: await db.units.toArray(),
  })
  const entries = (await recorded(db)).slice(0, records).map(plainEntry)
  await Dexie.delete(db.name)
  await importFacts(db, { ...kept, entries })
}

test.each([0, 1])(
  'a page whose storage was cleared while it was open uses no number again, with %i of its records restored',
  async (records) => {
    const here = await kitchen()
    await bake(here)
    await bake(here)
    const before = (await recorded(here.db)).map(keyText)
    await wipedAndRestored(here, records)
    await bake(here)
    await bake(here)
    const later = (await recorded(here.db)).slice(records)
    expect(later.map(({ seq }) => seq)).toEqual([1, 2])
    expect(later.map(keyText).filter((key) => before.includes(key))).toEqual([])
    expect(await here.db.writers.toArray()).toEqual([
      { writer: writerOfThisPage(), device: 'Tablet' },
    ])
  },
)

test('a refused command uses up no number', async () => {
  const here = await kitchen()
  await bake(here)
  expect(await bake(here, 0)).toMatchObject({ refused: 'not a count' })
  expect(await voidEntry(here.db, { writer: writerOfThisPage(), seq: 9 }, LENA)).toMatchObject({
    refused: 'unknown',
  })
  await bake(here)
  expect(await seqs(here.db)).toEqual([1, 2])
})

test('a stamp is the clock in thousandths of a millisecond', async () => {
  clock(Date.UTC(2026, 11, 20))
  const here = await kitchen()
  clock(Date.UTC(2026, 11, 20, 8))
  await bake(here)
  const [only] = await recorded(here.db)
  expect(only).toMatchObject({
    at: Date.UTC(2026, 11, 20, 8),
    stamp: Date.UTC(2026, 11, 20, 8) * 1000,
    by: 'Lena',
  })
})

test('a clock that no backup can say is recorded as the nearest that one can', async () => {
  clock(Date.UTC(2026, 11, 20))
  const here = await kitchen()
  clock(Date.UTC(2400, 0, 1))
  await bake(here)
  clock(-1)
  await bake(here)
  expect((await recorded(here.db)).map(({ at }) => at)).toEqual([8e12, 0])
  expect((await backupOf(here.db)).entries).toHaveLength(2)
})

test('a clock that stands still or is set back leaves stamps growing', async () => {
  clock(Date.UTC(2026, 11, 20))
  const here = await kitchen()
  await bake(here, 2, 1)
  await bake(here)
  clock(Date.UTC(2020, 0, 1))
  await bake(here)
  const entries = await recorded(here.db)
  const first = entries[0]!.stamp
  expect(entries.map(({ stamp }) => stamp - first)).toEqual([0, 1, 2, 3])
  expect(entries.at(-1)!.at).toBe(Date.UTC(2020, 0, 1))
})

test('what is recorded after an import comes after it, however fast the other clock was', async () => {
  const here = await kitchen()
  const future = 7e15
  await importFacts(here.db, facts({ entries: [entry('far', 1, baked('r', 'u', 1), future)] }))
  await bake(here)
  await bake(here)
  expect((await recorded(here.db)).map(({ stamp }) => stamp)).toEqual([
    future,
    future + 1,
    future + 2,
  ])
})

test('after the last stamp that a file can bring, all that is written can still be saved and opened', async () => {
  const here = await kitchen()
  await importFacts(here.db, facts({ entries: [entry('far', 1, baked('r', 'u', 1), 8e15)] }))
  await bake(here, 3, 1)
  granted(await createEvent(here.db, { name: 'Fair', date: '2027-01-01' }))
  const [, ...own] = await recorded(here.db)
  expect(own.map(({ stamp, seq }) => [stamp, seq])).toEqual([
    [8e15 - 1, 1],
    [8e15, 2],
  ])
  expect((await backupOf(here.db)).entries).toHaveLength(3)
})

test('a page whose last number is taken goes on as another writer, and its backup can be opened', async () => {
  const here = await kitchen()
  await bake(here)
  const taken = { ...entry('x', Number.MAX_SAFE_INTEGER, baked('r', 'u', 1), 5) }
  await importFacts(here.db, facts({ entries: [{ ...taken, writer: writerOfThisPage() }] }))
  const before = writerOfThisPage()
  await bake(here)
  await bake(here)
  expect(writerOfThisPage()).not.toBe(before)
  expect(await seqs(here.db)).toEqual([1, Number.MAX_SAFE_INTEGER, 1, 2])
  expect((await backupOf(here.db)).entries).toHaveLength(4)
})

test('a row that is changed after an import is later than the imported one', async () => {
  const { db } = await kitchen()
  const future = 7e15
  await importFacts(db, facts({ events: [{ ...event('far'), stamp: future }] }))
  const id = granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  expect((await db.events.get(id))?.stamp).toBeGreaterThan(future)
})

test('rows and entries take their stamps from one order', async () => {
  clock(Date.UTC(2026, 11, 20))
  const here = await kitchen()
  await bake(here)
  const bundle = granted(
    await createBundle(here.db, {
      name: 'Bag',
      lines: [{ item: { kind: 'unit', id: here.unitId }, quantity: '6' }],
    }),
  )
  const stamps = [
    (await here.db.events.get(here.eventId))!.stamp,
    (await here.db.recipes.get(here.recipeId))!.stamp,
    (await recorded(here.db))[0]!.stamp,
    (await here.db.goods.get(bundle))!.stamp,
  ]
  expect(stamps).toEqual([...new Set(stamps)].sort((a, b) => a - b))
})

test('several places in the order are taken at once, one after the other', () => {
  const three = takeStamps(undefined, 5, 3)
  const one = takeStamps(three.taken, 5)
  const later = takeStamps(one.taken, 6)
  expect([three, one, later].map(({ first }) => first)).toEqual([5000, 5003, 6000])
})

test('the device of a page is written down once, with its first entry', async () => {
  const here = await kitchen()
  expect(await here.db.writers.count()).toBe(0)
  await bake(here)
  await bake(here)
  expect(await here.db.writers.toArray()).toEqual([
    { writer: writerOfThisPage(), device: 'Tablet' },
  ])
})

test('new ids are never the same, and fit for a key', () => {
  const ids = Array.from({ length: 1000 }, () => newId<EventId>())
  expect(new Set(ids).size).toBe(1000)
  expect(ids.every((id) => /^[0-9a-f]{24}$/.test(id))).toBe(true)
  expect(ids).not.toContain(WRITTEN.writer)
})
