import { openBackup, type OpenedBackup } from '../src/data/commands/open-file'
import { restore } from '../src/data/commands/restore'
import { BatchboardDb } from '../src/data/db'
import { writeBackup } from '../src/data/queries/backup'
import type * as restored from './restored'

declare global {
  interface Window {
    /** This file, as a page of the bench has it. */
    readonly restoring: typeof restored
  }
}

let text = ''
let opened: OpenedBackup | null = null

/** How long something took, the longest that it held up the screen, and how often it told of progress. */
export interface Watched {
  readonly time: number
  readonly longest: number
  readonly told: number
}

async function watched(run: (onProgress: () => void) => Promise<unknown>): Promise<Watched> {
  let longest = 0
  let told = 0
  const look = (list: PerformanceObserverEntryList): void => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  }
  const observer = new PerformanceObserver(look)
  observer.observe({ entryTypes: ['longtask'] })
  const start = performance.now()
  await run(() => (told += 1))
  const time = performance.now() - start
  for (const { duration } of observer.takeRecords()) longest = Math.max(longest, duration)
  observer.disconnect()
  return { time, longest, told }
}

/** Creates the tables. */
export async function create(name: string): Promise<void> {
  const db = new BatchboardDb(name)
  await db.open()
  db.close()
}

/** Writes the backup of a kitchen and keeps it for `read`. */
export async function save(name: string): Promise<Watched & { readonly bytes: number }> {
  const db = new BatchboardDb(name)
  const origin = { app: 'bench', device: '', created: Date.now() }
  const saved = await watched(async (onProgress) => {
    text = (await writeBackup(db, origin, onProgress)).parts.join('')
  })
  db.close()
  return { ...saved, bytes: text.length }
}

/** Reads the backup, and previews what restoring it would do to an empty kitchen. */
export async function read(name: string): Promise<Watched> {
  const db = new BatchboardDb(name)
  const seen = await watched(async (onProgress) => {
    const answer = await openBackup(db, text, onProgress)
    if ('file' in answer) throw new Error(JSON.stringify(answer))
    opened = answer
  })
  db.close()
  return seen
}

/** Restores what was read. */
export async function restoreInto(name: string): Promise<Watched> {
  const db = new BatchboardDb(name)
  await db.open()
  const { backup } = opened!
  const seen = await watched((onProgress) => restore(db, backup, onProgress))
  if ((await db.entries.count()) !== backup.entries.length) throw new Error('not all came back')
  db.close()
  return seen
}

/** Writes the rows of one kitchen into the tables of another, with nothing but the browser's own means. */
export async function writeRaw(from: string, to: string): Promise<number> {
  const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((done, failed) => {
      request.onsuccess = () => done(request.result)
      request.onerror = () => failed(request.error ?? new Error('unreadable'))
    })
  const [source, target] = [await answer(indexedDB.open(from)), await answer(indexedDB.open(to))]
  const names = [...source.objectStoreNames]
  const reading = source.transaction(names)
  const rows = await Promise.all(
    names.map((name) => answer<unknown[]>(reading.objectStore(name).getAll())),
  )
  const start = performance.now()
  await new Promise((done, failed) => {
    const writing = target.transaction(names, 'readwrite', { durability: 'strict' })
    for (const [index, name] of names.entries()) {
      const store = writing.objectStore(name)
      for (const row of rows[index]!) store.put(row)
    }
    writing.oncomplete = done
    writing.onerror = () => failed(writing.error ?? new Error('unwritable'))
  })
  const time = performance.now() - start
  source.close()
  target.close()
  return time
}
