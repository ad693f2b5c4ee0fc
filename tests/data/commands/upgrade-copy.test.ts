import { expect, test } from 'vitest'
import { localCopies, openLocalCopy } from '../../../src/data/commands/day-copies'
import { restore } from '../../../src/data/commands/restore'
import { copyOf } from '../../../src/data/before-upgrade'
import { factsIn } from '../copies'
import { atTheEnd, freshDb } from '../kitchen'
import { makeVersion1 } from '../version-1'

const ORIGIN = { app: '1.0.0', device: 'Tablet' }

/** A kitchen of version 1, upgraded by whoever opens it first. */
async function upgraded() {
  const db = freshDb()
  atTheEnd(() => indexedDB.deleteDatabase(copyOf(db.name)))
  await makeVersion1(db.name)
  return db
}

const named = async (name: string) =>
  (await indexedDB.databases()).filter((one) => one.name?.startsWith(name))

test('the copy from before an upgrade is offered, and brings back what was lost after it', async () => {
  const db = await upgraded()
  expect(await localCopies(db)).toContain('before upgrade')
  const before = await factsIn(db)
  await db.entries.clear()
  await db.events.clear()
  const opened = await openLocalCopy(db, 'before upgrade', ORIGIN)
  if (!opened || 'file' in opened) throw new Error(JSON.stringify(opened))
  expect(opened.preview.records).toBe(5)
  await restore(db, opened.backup)
  expect(await factsIn(db)).toBe(before)
})

test('opening the copy leaves it in its old version, and nothing beside it', async () => {
  const db = await upgraded()
  await db.open()
  await openLocalCopy(db, 'before upgrade', ORIGIN)
  await openLocalCopy(db, 'before upgrade', ORIGIN)
  expect(await named(copyOf(db.name))).toEqual([{ name: copyOf(db.name), version: 10 }])
})

test('a kitchen that was never upgraded has no such copy, and asking makes none', async () => {
  const db = freshDb()
  expect(await localCopies(db)).not.toContain('before upgrade')
  expect(await openLocalCopy(db, 'before upgrade', ORIGIN)).toBeNull()
  expect(await named(copyOf(db.name))).toEqual([])
})
