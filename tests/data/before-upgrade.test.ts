import { expect, test } from 'vitest'
import { createEvent } from '../../src/data/commands/events'
import { BatchboardDb } from '../../src/data/db'
import { allEvents } from '../../src/data/queries/lists'
import { atTheEnd, baked, dump, entry, freshDb, granted, secondTab } from './kitchen'
import { makeVersion1 } from './version-1'

const copyOf = (db: BatchboardDb): string => `${db.name}-before-upgrade`

/** A database that nobody else uses; a copy of it is deleted after the test too. */
function kitchen(): BatchboardDb {
  const db = freshDb()
  atTheEnd(() => indexedDB.deleteDatabase(copyOf(db)))
  return db
}

function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error ?? new Error('no answer'))
  })
}

/** What lies in a database, whatever its version: its rows, keys and indexes as text. */
async function contents(name: string): Promise<string> {
  const database = await answer(indexedDB.open(name))
  const transaction = database.transaction([...database.objectStoreNames])
  const tables = [...database.objectStoreNames].map(async (table) => {
    const store = transaction.objectStore(table)
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, unique, multiEntry } = store.index(index)
      return [index, keyPath, unique, multiEntry]
    })
    return [table, store.keyPath, store.autoIncrement, indexes, await answer(store.getAll())]
  })
  const text = JSON.stringify([database.version, await Promise.all(tables)])
  database.close()
  return text
}

const exists = async (name: string): Promise<boolean> =>
  (await indexedDB.databases()).some((one) => one.name === name)

/** This release with one more version, whose upgrade is as given. */
class NextRelease extends BatchboardDb {
  constructor(name: string, upgrade: () => void) {
    super(name)
    this.version(3).upgrade(upgrade)
    atTheEnd(() => this.close())
  }
}

test('tables of an older version lie in a copy, as they were, before they are changed', async () => {
  const db = kitchen()
  await makeVersion1(db.name)
  const before = await contents(db.name)
  await db.open()
  expect(db.backendDB().version).toBe(20)
  expect(await contents(copyOf(db))).toBe(before)
})

test('a copy of thousands of rows is whole', async () => {
  const db = kitchen()
  const many = Array.from({ length: 4500 }, (_, i) => entry('holiday', 100 + i, baked('r', 'u', i)))
  await makeVersion1(db.name, many)
  const before = await contents(db.name)
  await db.open()
  expect(await contents(copyOf(db))).toBe(before)
})

test('a copy can be opened like the original', async () => {
  const db = kitchen()
  await makeVersion1(db.name)
  await db.open()
  const copy = new BatchboardDb(copyOf(db))
  atTheEnd(() => {
    copy.close()
    indexedDB.deleteDatabase(copyOf(copy))
  })
  expect(await dump(copy)).toBe(await dump(db))
})

test('nothing is copied when no upgrade is due', async () => {
  const db = kitchen()
  granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  db.close()
  expect((await allEvents(secondTab(db))).length).toBe(1)
  expect(await exists(copyOf(db))).toBe(false)
})

test('two tabs that upgrade at the same time both open, and the copy is whole', async () => {
  const db = kitchen()
  const other = secondTab(db)
  await makeVersion1(db.name)
  const before = await contents(db.name)
  expect(
    (await Promise.all([allEvents(db), allEvents(other)])).map(({ length }) => length),
  ).toEqual([1, 1])
  expect(await contents(copyOf(db))).toBe(before)
})

test('an upgrade that fails half-way leaves what was there, and the version that knows it opens it', async () => {
  const db = kitchen()
  granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  const before = await dump(db)
  db.close()
  let began = false
  const next = new NextRelease(db.name, () => {
    began = true
    throw new Error('wrong')
  })
  await expect(next.open()).rejects.toThrow('wrong')
  expect(began).toBe(true)
  const again = secondTab(db)
  expect(await dump(again)).toBe(before)
  expect(again.backendDB().version).toBe(20)
  const copy = new BatchboardDb(copyOf(db))
  atTheEnd(() => copy.close())
  expect(await dump(copy)).toBe(before)
})

test('a browser that lists no databases upgrades and copies too, and makes none by looking', async () => {
  const listed = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'databases')!
  atTheEnd(() => Object.defineProperty(IDBFactory.prototype, 'databases', listed))
  Reflect.deleteProperty(IDBFactory.prototype, 'databases')
  const [old, fresh] = [kitchen(), kitchen()]
  await makeVersion1(old.name)
  const before = await contents(old.name)
  expect((await allEvents(old)).length).toBe(1)
  expect(await contents(copyOf(old))).toBe(before)
  expect(await allEvents(fresh)).toEqual([])
  expect(fresh.backendDB().version).toBe(20)
})

test('tables of a newer version are left exactly as they are, whatever this one misses in them', async () => {
  const db = kitchen()
  const request = indexedDB.open(db.name, 30)
  request.onupgradeneeded = () => request.result.createObjectStore('events', { keyPath: 'id' })
  ;(await answer(request)).close()
  const before = await contents(db.name)
  await expect(allEvents(db)).rejects.toMatchObject({ name: 'DatabaseClosedError' })
  await expect(db.open()).rejects.toMatchObject({ name: 'DatabaseClosedError' })
  expect(await contents(db.name)).toBe(before)
  expect(await exists(copyOf(db))).toBe(false)
})
