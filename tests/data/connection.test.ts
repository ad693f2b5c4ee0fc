import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { createEvent } from '../../src/data/commands/events'
import { onTrouble, type ConnectionTrouble } from '../../src/data/connection'
import type { BatchboardDb } from '../../src/data/db'
import { allEvents } from '../../src/data/queries/lists'
import { eventBoard } from '../../src/live/event'
import { atTheEnd, freshDb, granted } from './kitchen'

/** The version that the next release might have, as browsers count Dexie's. */
const NEWER = 30

/** Remembers all that a listener hears. */
function heard(db: BatchboardDb): (ConnectionTrouble | null)[] {
  const troubles: (ConnectionTrouble | null)[] = []
  atTheEnd(onTrouble(db, (trouble) => troubles.push(trouble)))
  return troubles
}

/** Opens the database as code of another version would; its tables are of no concern. */
function openAs(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(name, version)
    request.onsuccess = () => {
      atTheEnd(() => request.result.close())
      done(request.result)
    }
    request.onerror = () => failed(new Error('not opened'))
  })
}

test('a newer version gets the database at once, and the old tab is told', async () => {
  const db = freshDb()
  const troubles = heard(db)
  await db.open()
  const newer = await openAs(db.name, NEWER)
  expect(newer.version).toBe(NEWER)
  expect(troubles).toEqual(['newer version'])
})

test('an old tab writes nothing into tables of a newer version', async () => {
  const db = freshDb()
  granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  const newer = await openAs(db.name, NEWER)
  await expect(createEvent(db, { name: 'Late', date: '2027-01-02' })).rejects.toMatchObject({
    name: 'DatabaseClosedError',
  })
  await expect(allEvents(db)).rejects.toMatchObject({ name: 'DatabaseClosedError' })
  const names = await new Promise((done) => {
    const request = newer.transaction('events').objectStore('events').getAll()
    request.onsuccess = () => done(request.result.map((row: { name: string }) => row.name))
  })
  expect(names).toEqual(['Fair'])
})

test('code that is older than the tables does not open them, and says so', async () => {
  const db = freshDb()
  const troubles = heard(db)
  const newer = await openAs(db.name, NEWER)
  newer.close()
  await expect(createEvent(db, { name: 'Late', date: '2027-01-02' })).rejects.toMatchObject({
    name: 'DatabaseClosedError',
  })
  expect(troubles).toEqual(['newer version'])
})

test('an upgrade that another tab blocks says so until that tab is closed', async () => {
  const db = freshDb()
  const troubles = heard(db)
  const older = await openAs(db.name, 5)
  const opening = db.open()
  await expect.poll(() => troubles).toEqual(['blocked'])
  older.close()
  await opening
  expect(troubles).toEqual(['blocked', null])
})

test('a listener that comes late hears of the trouble there is, and one that left hears nothing', async () => {
  const db = freshDb()
  const left: unknown[] = []
  onTrouble(db, (trouble) => left.push(trouble))()
  await db.open()
  await openAs(db.name, NEWER)
  expect(heard(db)).toEqual(['newer version'])
  expect(left).toEqual([])
})

test('a database that was deleted elsewhere is empty afterwards, not in trouble', async () => {
  const db = freshDb()
  const troubles = heard(db)
  const id = granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  const shown: unknown[] = []
  const stop = eventBoard(id, db).subscribe((board) => shown.push(board?.event.name ?? board))
  await expect.poll(() => shown).toEqual([undefined, 'Fair'])
  stop()
  await Dexie.delete(db.name)
  expect(await allEvents(db)).toEqual([])
  // What was read before is to be read again, and that is all.
  expect(troubles).toEqual([null])
})
