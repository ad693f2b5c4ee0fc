import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import '@testing-library/jest-dom/vitest'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import App from '../../src/App.svelte'
import { importFacts } from '../../src/data/commands/import'
import { recordProduction } from '../../src/data/commands/record'
import { onTrouble } from '../../src/data/connection'
import { BatchboardDb } from '../../src/data/db'
import { factTables } from '../../src/data/row-tables'
import type { EventId, RecipeId } from '../../src/domain/model'
import { readingFault } from '../../src/live/live'
import { savingFault } from '../../src/live/saving'
import { en } from '../../src/words/en'
import { trouble } from '../../src/words/en-trouble'
import { atTheEnd, dump, facts, freshDb, LENA, secondTab } from '../data/kitchen'
import * as the from '../data/kitchen'
import { breakingLine, failingDisk, type Disk } from '../data/middleware'

// What a person sees when the device's storage fails, and that nothing is lost by it.

const PATIENCE = { timeout: 15_000 }
const full = () => new DOMException('disk full', 'QuotaExceededError')

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
  location.hash = '#/event/fair/produce'
})

afterEach(() => {
  readingFault.set(null)
  savingFault.set(null)
  location.hash = ''
  localStorage.clear()
  vi.restoreAllMocks()
})

const KITCHEN = facts({
  events: [the.event('fair')],
  recipes: [the.recipe('Cookies')],
  units: [the.unit('cookie', 'Cookies', 48)],
  productionTargets: [the.batchesWanted('fair', 'Cookies', 9)],
})

/** Another tab records a batch. */
const bakeIn = (db: BatchboardDb) =>
  recordProduction(
    db,
    {
      eventId: 'fair' as EventId,
      recipeId: 'Cookies' as RecipeId,
      batches: 1,
      lostBatches: 0,
      good: null,
      reason: null,
    },
    LENA,
  )

const open = (kitchen: BatchboardDb): unknown => render(App, { props: { words: en, kitchen } })

const plusOne = () => screen.findByRole('button', { name: 'Record 1 batch of Cookies' }, PATIENCE)

/** A person who taps as if some time had passed since the last tap. */
async function tap(button = plusOne()): Promise<void> {
  const found = await button
  time = Math.max(time, performance.now()) + 1000
  vi.spyOn(Event.prototype, 'timeStamp', 'get').mockReturnValue(time)
  await userEvent.click(found)
}
let time = 0

const seeDone = (done: number) =>
  screen.findByText(new RegExp(`^${done} of 9 batches`), undefined, PATIENCE)

const seeAlert = async (sentence: string): Promise<HTMLElement> => {
  const text = await screen.findByText(sentence, undefined, PATIENCE)
  return within(text.parentElement!).getByRole('button')
}

/** A kitchen on a disk that can fill up. */
async function onADisk(): Promise<{ db: BatchboardDb; disk: Disk }> {
  const db = freshDb()
  const disk = failingDisk(db, full)
  await importFacts(db, KITCHEN)
  open(db)
  await seeDone(0)
  return { db, disk }
}

test('a tap that finds the disk full at any of its writes says so, counts nothing, and counts once there is room', async () => {
  const { db, disk } = await onADisk()
  const before = await dump(db)
  // Its device, its stamp and itself.
  for (let room = 0; room < 3; room += 1) {
    disk.room = room
    await tap()
    await userEvent.click(await seeAlert(trouble.savingFull))
    expect(await dump(db)).toBe(before)
    await seeDone(0)
  }
  disk.room = 3
  await tap()
  await seeDone(1)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(await db.entries.count()).toBe(1)
})

test('reading goes on while the disk is full', async () => {
  const { db, disk } = await onADisk()
  disk.room = 0
  await tap()
  await seeAlert(trouble.savingFull)
  await bakeIn(secondTab(db))
  await seeDone(1)
})

test('what was typed in a form is kept when the disk is full, and is recorded once there is room', async () => {
  const { db, disk } = await onADisk()
  location.hash = '#/event/fair/bake/Cookies'
  const batches = await screen.findByLabelText('Batches', undefined, PATIENCE)
  await userEvent.clear(batches)
  await userEvent.type(batches, '3')
  disk.room = 2
  await tap(screen.findByRole('button', { name: 'Record' }))
  await seeAlert(trouble.savingFull)
  expect(batches).toHaveValue('3')
  disk.room = Infinity
  await tap(screen.findByRole('button', { name: 'Record' }))
  await expect.poll(() => db.entries.count()).toBe(1)
  expect(await db.entries.toCollection().first()).toMatchObject({ batches: 3 })
})

test('a connection that breaks in the middle of a tap is mended unseen, and the board goes on moving', async () => {
  const db = freshDb()
  const line = breakingLine(db)
  await importFacts(db, KITCHEN)
  open(db)
  await seeDone(0)
  for (const [taps, breaking] of (['writes', 'answers'] as const).entries()) {
    line[breaking] = 0
    await tap()
    await seeDone(2 * taps + 1)
    await bakeIn(secondTab(db))
    await seeDone(2 * taps + 2)
  }
  expect(line.broken).toBe(2)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(await db.entries.count()).toBe(4)
})

test('a board whose connection was cut in its sleep moves again when it comes to the front', async () => {
  const db = freshDb()
  await importFacts(db, KITCHEN)
  open(db)
  await seeDone(0)
  db.backendDB().close()
  // A page of its own: this one does not hear of it.
  const worker = new Worker(new URL('../live/another-tab.ts', import.meta.url), { type: 'module' })
  atTheEnd(() => worker.terminate())
  worker.postMessage({ database: db.name, eventId: 'fair', recipeId: 'Cookies' })
  await new Promise((done) => (worker.onmessage = done))
  document.dispatchEvent(new Event('visibilitychange'))
  await seeDone(1)
  await tap()
  await seeDone(2)
})

test('a connection that does not answer any more is replaced when the page comes to the front', async () => {
  const db = freshDb()
  let deaf = false
  db.use({
    stack: 'dbcore',
    create: (core) => ({
      ...core,
      table: (name) => ({
        ...core.table(name),
        get: (request) => (deaf ? new Promise(() => undefined) : core.table(name).get(request)),
      }),
    }),
  })
  await importFacts(db, KITCHEN)
  open(db)
  await seeDone(0)
  const before = db.backendDB()
  db.on('close', () => (deaf = false))
  deaf = true
  document.dispatchEvent(new Event('visibilitychange'))
  await expect.poll(() => db.isOpen() && db.backendDB() !== before, PATIENCE).toBe(true)
  await tap()
  await seeDone(1)
})

test('storage that does not open in time is said, with a way out, and the board comes when it opens after all', async () => {
  const db = freshDb()
  await importFacts(db, KITCHEN)
  db.close({ disableAutoOpen: false })
  const browserOpens = indexedDB.open.bind(indexedDB)
  const later: (() => void)[] = []
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation((name, version) => {
    const request = {} as { onsuccess?: (event: Event) => void; result: unknown }
    later.push(() => {
      const real = browserOpens(name, version)
      real.onsuccess = (event) => {
        request.result = real.result
        request.onsuccess?.(event)
      }
    })
    return request as unknown as IDBOpenDBRequest
  })
  open(db)
  expect(await seeAlert(trouble.silent)).toHaveAccessibleName('Reload')
  for (const answer of later) answer()
  await seeDone(0)
  expect(screen.queryByText(trouble.silent)).toBeNull()
})

test('a restore that takes minutes is not taken for a storage that does not answer', async () => {
  const { db } = await onADisk()
  const tables = factTables(db).map(({ name }) => name)
  const writing = db.backendDB().transaction(tables, 'readwrite')
  let isOver = false
  const goOn = (): void => {
    if (!isOver) writing.objectStore('marks').count().onsuccess = goOn
  }
  goOn()
  const told: unknown[] = []
  onTrouble(db, (trouble) => told.push(trouble))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    document.dispatchEvent(new Event('visibilitychange'))
    // As often as a guard would try: at once, and with a new connection.
    for (let tries = 0; tries < 3; tries += 1) {
      await db.timers.count()
      await vi.advanceTimersByTimeAsync(5000)
    }
  } finally {
    vi.useRealTimers()
    isOver = true
  }
  await seeDone(0)
  expect(told).toEqual([])
})

test.each(['SecurityError', 'InvalidStateError'])(
  'a browser that lets nothing be kept (%s) is said in one sentence',
  async (name) => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('denied', name)
    })
    open(freshDb())
    expect(await seeAlert(trouble.refused)).toHaveAccessibleName('Reload')
    expect(screen.getAllByRole('alert')).toHaveLength(1)
  },
)

test('a tab that is older than the tables says so, and a tap in it is not taken for saved', async () => {
  const db = freshDb()
  await importFacts(db, KITCHEN)
  open(db)
  await seeDone(0)
  const newer = indexedDB.open(db.name, 30)
  expect(await seeAlert(trouble['newer version'])).toHaveAccessibleName('Reload')
  await tap()
  await seeAlert(`${trouble.notSaved} ${trouble['newer version']}`)
  await seeDone(0)
  await expect.poll(() => newer.readyState).toBe('done')
  const entries = newer.result.transaction('entries').objectStore('entries').count()
  await expect.poll(() => entries.readyState).toBe('done')
  expect(entries.result).toBe(0)
  newer.result.close()
})

test('tables that an upgrade could not change are said to be unharmed, and they are', async () => {
  const db = freshDb()
  await importFacts(db, KITCHEN)
  const before = await dump(db)
  db.close()
  const next = new BatchboardDb(db.name)
  next.version(3).upgrade(() => {
    throw new Error('wrong')
  })
  atTheEnd(() => {
    next.close()
    indexedDB.deleteDatabase(`${db.name}-before-upgrade`)
  })
  open(next)
  await seeAlert(trouble['not opened'])
  expect(await dump(secondTab(db))).toBe(before)
})
