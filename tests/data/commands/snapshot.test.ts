import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { createRecipe } from '../../../src/data/commands/catalogue'
import { importFacts } from '../../../src/data/commands/import'
import { restore } from '../../../src/data/commands/restore'
import { snapshotDays, snapshotText, takeSnapshot } from '../../../src/data/commands/snapshot'
import { SnapshotsDb } from '../../../src/data/snapshots-db'
import type { Day } from '../../../src/domain/day'
import { ORIGIN, readAll } from '../../exchange/kitchen-text'
import { factsIn, textOf } from '../copies'
import { atTheEnd, baked, entry, event, facts, freshDb, granted, recipe, unit } from '../kitchen'

const FACTS = facts({
  events: [event('holiday')],
  recipes: [recipe('cookies')],
  units: [unit('cookie', 'cookies', 48)],
})
const run = (seq: number) => entry('holiday', seq, baked('cookies', 'cookie', 48))
const day = (number: number) => ({ day: `2026-12-0${number}` as Day, at: number })

function copies(): SnapshotsDb {
  const snapshots = new SnapshotsDb(`test-${crypto.randomUUID()}`)
  atTheEnd(() => {
    snapshots.close()
    void Dexie.delete(snapshots.name)
  })
  return snapshots
}

async function opened(snapshots: SnapshotsDb, of: Day) {
  const read = readAll((await snapshotText(snapshots, of, ORIGIN))!)
  if ('file' in read) throw new Error(JSON.stringify(read))
  return read
}

test('a copy opens as a backup of its day, and restores what was lost since', async () => {
  const [db, snapshots] = [freshDb(), copies()]
  await importFacts(db, { ...FACTS, entries: [run(1), run(2)] })
  expect(await takeSnapshot(db, snapshots, day(1))).toBe('taken')
  const before = await factsIn(db)
  await importFacts(db, facts({ entries: [run(3)] }))
  expect(await takeSnapshot(db, snapshots, day(2))).toBe('taken')
  expect((await opened(snapshots, day(1).day)).entries).toHaveLength(2)
  expect((await opened(snapshots, day(2).day)).entries).toHaveLength(3)
  const empty = freshDb()
  await restore(empty, await opened(snapshots, day(1).day))
  expect(await factsIn(empty)).toBe(before)
})

test('nothing is taken of an empty kitchen, or when nothing is new', async () => {
  const [db, snapshots] = [freshDb(), copies()]
  expect(await takeSnapshot(db, snapshots, day(1))).toBe('nothing new')
  await importFacts(db, { ...FACTS, entries: [run(1)] })
  await takeSnapshot(db, snapshots, day(1))
  expect(await takeSnapshot(db, snapshots, day(2))).toBe('nothing new')
  expect(await snapshotDays(snapshots)).toEqual([day(1)])
})

test('of the ledger only what is new is written', async () => {
  const [db, snapshots] = [freshDb(), copies()]
  await importFacts(db, { ...FACTS, entries: [run(1), run(2)] })
  await takeSnapshot(db, snapshots, day(1))
  await importFacts(db, facts({ entries: [run(3)] }))
  await takeSnapshot(db, snapshots, day(1))
  const parts = await snapshots.ledger.toArray()
  expect(parts.map(({ counts }) => counts.production)).toEqual([2, 1])
  expect((await opened(snapshots, day(1).day)).entries).toHaveLength(3)
})

test('five days are kept, and what none of them needs is not', async () => {
  const [db, snapshots] = [freshDb(), copies()]
  for (let number = 1; number <= 7; number += 1) {
    await importFacts(db, { ...FACTS, entries: [run(number)] })
    await takeSnapshot(db, snapshots, day(number))
  }
  expect((await snapshotDays(snapshots)).map(({ at }) => at)).toEqual([7, 6, 5, 4, 3])
  expect((await opened(snapshots, day(3).day)).entries).toHaveLength(3)
  expect(await snapshotText(snapshots, day(1).day, ORIGIN)).toBeNull()
})

test('after the kitchen was lost its copies stay, and the next one begins anew', async () => {
  const [lost, snapshots] = [freshDb(), copies()]
  await importFacts(lost, { ...FACTS, entries: [run(1), run(2)] })
  await takeSnapshot(lost, snapshots, day(1))
  const text = await textOf(lost)
  const other = freshDb()
  await importFacts(other, { ...FACTS, entries: [run(8), run(9), run(10)] })
  await takeSnapshot(other, snapshots, day(2))
  expect((await opened(snapshots, day(2).day)).entries.map(({ seq }) => seq)).toEqual([8, 9, 10])
  expect((await opened(snapshots, day(1).day)).entries).toEqual(
    (readAll(text) as { entries: unknown }).entries,
  )
})

test('after a loss on the same day, the copy of that day stays', async () => {
  const [lost, snapshots] = [freshDb(), copies()]
  await importFacts(lost, { ...FACTS, entries: [run(1), run(2)] })
  await takeSnapshot(lost, snapshots, day(1))
  const other = freshDb()
  await importFacts(other, { ...FACTS, entries: [run(8)] })
  expect(await takeSnapshot(other, snapshots, day(1))).toBe('kept')
  expect((await opened(snapshots, day(1).day)).entries).toHaveLength(2)
})

test('after a loss of recipes alone, the copy of that day stays too', async () => {
  const [lost, snapshots] = [freshDb(), copies()]
  await importFacts(lost, facts({ recipes: ['cookies', 'cake', 'tart'].map(recipe) }))
  await takeSnapshot(lost, snapshots, day(1))
  const other = freshDb()
  granted(await createRecipe(other, { name: 'Bread', itemsPerBatch: '1' }))
  expect(await takeSnapshot(other, snapshots, day(1))).toBe('kept')
  expect((await opened(snapshots, day(1).day)).rows.recipe).toHaveLength(3)
})

test('the copies that were taken last are kept, whatever the clock says', async () => {
  const [db, snapshots] = [freshDb(), copies()]
  for (const [index, number] of [5, 6, 7, 8, 9, 1, 2].entries()) {
    await importFacts(db, { ...FACTS, entries: [run(index + 1)] })
    expect(await takeSnapshot(db, snapshots, day(number))).toBe('taken')
    expect((await opened(snapshots, day(number).day)).entries).toHaveLength(index + 1)
  }
  expect((await snapshotDays(snapshots)).map(({ at }) => at)).toEqual([2, 1, 9, 8, 7])
})

test('of two windows that take a copy at once, the later one gives way', async () => {
  const [db, snapshots] = [freshDb(), copies()]
  await importFacts(db, { ...FACTS, entries: [run(1)] })
  // The other window takes the same copy whole while this one waits before its last part.
  let waits = 0
  const meanwhile = async () => {
    if ((waits += 1) === 2) await takeSnapshot(db, snapshots, day(1))
  }
  await expect(takeSnapshot(db, snapshots, day(1), meanwhile)).rejects.toThrow('Another window')
  expect((await opened(snapshots, day(1).day)).entries).toHaveLength(1)
  expect(await snapshots.ledger.count()).toBe(1)
  await importFacts(db, facts({ entries: [run(2)] }))
  await takeSnapshot(db, snapshots, day(2))
  expect((await opened(snapshots, day(2).day)).entries).toHaveLength(2)
})

test('a window that began before something was recorded puts no older copy over a newer one', async () => {
  const [db, snapshots] = [freshDb(), copies()]
  await importFacts(db, { ...FACTS, entries: [run(1)] })
  await takeSnapshot(db, snapshots, day(1))
  await importFacts(db, facts({ recipes: [recipe('cake')] }))
  const meanwhile = async () => {
    await importFacts(db, facts({ entries: [run(2), run(3)] }))
    await takeSnapshot(db, snapshots, day(1))
  }
  await expect(takeSnapshot(db, snapshots, day(1), meanwhile)).rejects.toThrow('Another window')
  expect((await opened(snapshots, day(1).day)).entries).toHaveLength(3)
})

test('records that are older than all that is here are new all the same', async () => {
  const [db, snapshots] = [freshDb(), copies()]
  await importFacts(db, { ...FACTS, entries: [run(9)] })
  await takeSnapshot(db, snapshots, day(1))
  await importFacts(db, facts({ entries: [run(3), run(4)] }))
  expect(await takeSnapshot(db, snapshots, day(1))).toBe('taken')
  expect((await opened(snapshots, day(1).day)).entries).toHaveLength(3)
})

test('a copy that fails leaves nothing that takes up room', async () => {
  const [db, snapshots] = [freshDb(), copies()]
  await importFacts(db, { ...FACTS, entries: [run(1)] })
  await takeSnapshot(db, snapshots, day(1))
  await importFacts(db, facts({ entries: [run(2)] }))
  let waits = 0
  const full = () => ((waits += 1) === 2 ? Promise.reject(new Error('full')) : Promise.resolve())
  await expect(takeSnapshot(db, snapshots, day(2), full)).rejects.toThrow('full')
  expect(await snapshots.ledger.count()).toBe(1)
  expect((await opened(snapshots, day(1).day)).entries).toHaveLength(1)
})

test('a copy that lacks a part is not shown, and the next one begins anew', async () => {
  const [db, snapshots] = [freshDb(), copies()]
  await importFacts(db, { ...FACTS, entries: [run(1)] })
  await takeSnapshot(db, snapshots, day(1))
  await snapshots.ledger.clear()
  expect(await snapshotDays(snapshots)).toEqual([])
  await takeSnapshot(db, snapshots, day(2))
  expect((await opened(snapshots, day(2).day)).entries).toHaveLength(1)
})
