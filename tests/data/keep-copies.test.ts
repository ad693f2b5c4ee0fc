import Dexie from 'dexie'
import { expect, test, vi } from 'vitest'
import { importFacts } from '../../src/data/commands/import'
import { restore } from '../../src/data/commands/restore'
import { snapshotDays, snapshotText } from '../../src/data/commands/snapshot'
import { SnapshotsDb } from '../../src/data/snapshots-db'
import type { BatchboardDb } from '../../src/data/db'
import type { Day } from '../../src/domain/day'
import { keepCopies } from '../../src/keep-copies'
import { ORIGIN, readAll } from '../exchange/kitchen-text'
import { factsIn } from './copies'
import { atTheEnd, baked, entry, event, facts, freshDb, HOLIDAY } from './kitchen'

const MINUTE = 60_000
const MORNING = new Date(2026, 11, 1, 10).getTime()
const [FIRST, SECOND] = ['2026-12-01', '2026-12-02'] as Day[]

const bake = (db: BatchboardDb, seq: number) =>
  importFacts(db, facts({ entries: [entry('holiday', seq, baked('cookies', 'cookie', 48))] }))

/** A kitchen with one record whose copies are kept; `look` is the app that comes to the front. */
async function kept() {
  const [db, name, time] = [freshDb(), `test-${crypto.randomUUID()}`, { now: MORNING }]
  await importFacts(db, facts(HOLIDAY))
  await bake(db, 1)
  const copies = new SnapshotsDb(name)
  atTheEnd(() => {
    copies.close()
    void Dexie.delete(name)
  })
  const look = keepCopies(
    db,
    () => new SnapshotsDb(name),
    () => time.now,
  )
  const days = async () => (await snapshotDays(copies)).map(({ day }) => day)
  const opened = async (day: Day | undefined) => {
    const read = readAll((await snapshotText(copies, day!, ORIGIN)) ?? '')
    if ('file' in read) throw new Error(JSON.stringify(read))
    return read
  }
  await look()
  return { db, time, look, days, opened }
}

test('a day has one copy, with what was recorded until its last hour', async () => {
  const { db, time, look, days, opened } = await kept()
  expect((await opened(FIRST)).entries).toHaveLength(1)
  await bake(db, 2)
  time.now += 59 * MINUTE
  await look()
  expect((await opened(FIRST)).entries).toHaveLength(1)
  time.now += MINUTE
  await look()
  expect((await opened(FIRST)).entries).toHaveLength(2)
  expect(await days()).toEqual([FIRST])
})

test('the next day has a copy when something is new, and none when nothing is', async () => {
  const { db, time, look, days } = await kept()
  time.now += 24 * 60 * MINUTE
  await look()
  expect(await days()).toEqual([FIRST])
  await bake(db, 2)
  time.now += 60 * MINUTE
  await look()
  expect(await days()).toEqual([SECOND, FIRST])
})

test('a copy that was kept brings a lost kitchen back', async () => {
  const { db, opened } = await kept()
  const empty = freshDb()
  await restore(empty, await opened(FIRST))
  expect(await factsIn(empty)).toBe(await factsIn(db))
})

test('a copy is taken when the app comes to the front', async () => {
  const { db, time, opened } = await kept()
  await bake(db, 2)
  time.now += 60 * MINUTE
  document.dispatchEvent(new Event('visibilitychange'))
  await expect.poll(async () => (await opened(FIRST)).entries.length).toBe(2)
})

test('a clock that is put back keeps no copy from being taken', async () => {
  const { db, time, look, days, opened } = await kept()
  await bake(db, 2)
  time.now -= 30 * 24 * 60 * MINUTE
  await look()
  const [latest] = await days()
  expect((await opened(latest)).entries).toHaveLength(2)
})

test('a tablet that stays in front for days takes its copies too', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const { db, time, opened } = await kept()
    await bake(db, 2)
    time.now += 60 * MINUTE
    vi.advanceTimersByTime(60 * MINUTE)
    await vi.waitFor(async () => expect((await opened(FIRST)).entries).toHaveLength(2), 20_000)
  } finally {
    vi.useRealTimers()
  }
})

test('a copy that could not be taken is taken at the next look, without waiting an hour', async () => {
  const [db, name] = [freshDb(), `test-${crypto.randomUUID()}`]
  await importFacts(db, facts({ events: [event('holiday')] }))
  atTheEnd(() => void Dexie.delete(name))
  let tries = 0
  const look = keepCopies(
    db,
    () => {
      const copies = new SnapshotsDb(name)
      if ((tries += 1) === 1) copies.close()
      return copies
    },
    () => MORNING,
  )
  await look()
  const copies = new SnapshotsDb(name)
  atTheEnd(() => copies.close())
  expect(await snapshotDays(copies)).toEqual([])
  await look()
  expect(await snapshotDays(copies)).toEqual([{ day: FIRST, at: MORNING }])
})
