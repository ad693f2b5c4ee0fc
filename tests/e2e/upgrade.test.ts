import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { packedThen, version1, writeVersion1 } from '../data/version-1'
import { begin, cutPower, dice, end, gone, SEED, useDevice, type Life } from './device'
import { card, see } from './kitchen'

// The power is cut while a new version of the app changes the tables of an old one.

useDevice()

const ROWS = 20_000
const KITCHEN = 'batchboard'
const COPY = 'batchboard-before-upgrade'
const random = dice(SEED)
const someRow = (): number => 1 + Math.floor(random() * ROWS)

interface Cut {
  readonly database: string
  /** How many rows were written when the power goes. */
  readonly row: number
  /** Whether the page stands still until then; otherwise it goes on, and may just come to its end. */
  readonly holds: boolean
}

const CUTS: readonly Cut[] = [
  { database: COPY, row: someRow(), holds: true },
  { database: KITCHEN, row: someRow(), holds: true },
  { database: KITCHEN, row: someRow(), holds: true },
  { database: KITCHEN, row: ROWS, holds: false },
]

/** What lies on the disk: everything, and everything without the places that version 2 gives. */
interface Lying {
  readonly version: number
  readonly all: string
  readonly facts: string
  readonly placed: number
}

/**
 * Null: there is no such database. After a cut Chromium's list tells the version that was wanted, until
 * opening it undoes what was left half done: only the opened database says what is true.
 */
function lying(page: Page, name: string): Promise<Lying | null> {
  return page.evaluate(async (name) => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error ?? new Error('unreadable'))
      })
    const digest = async (value: unknown): Promise<string> => {
      const bytes = new TextEncoder().encode(JSON.stringify(value))
      return String(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
    }
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return null
    const db = await answer(indexedDB.open(name))
    const names = [...db.objectStoreNames]
    const transaction = db.transaction(names)
    const read = names.map(async (table) => {
      const rows = await answer(transaction.objectStore(table).getAll())
      return [table, rows as Record<string, unknown>[]] as const
    })
    const tables = (await Promise.all(read)).filter(([, rows]) => rows.length > 0)
    db.close()
    const bare = tables.map(([table, rows]) => [table, rows.map((row) => ({ ...row, touches: 0 }))])
    const entries = tables.find(([table]) => table === 'entries')?.[1] ?? []
    const placed = entries.filter((row) => (row['touches'] as unknown[])[1] !== undefined)
    return {
      version: db.version,
      all: await digest(tables),
      facts: await digest(bare),
      placed: placed.length,
    }
  }, name)
}

/** A page of the app's origin that runs nothing of it. */
async function besideTheApp({ page }: Life): Promise<Page> {
  await page.goto(new URL('icon.svg', inject('appUrl')).href)
  return page
}

/** Opens the app, and cuts the power when it has written so many rows. */
async function cutAt(life: Life, cut: Cut): Promise<void> {
  const { page } = life
  await page.exposeFunction('cut', () => cutPower(life, 0))
  await page.addInitScript(({ database, row, holds }) => {
    let rows = 0
    const counted = (store: IDBObjectStore): void => {
      const { db, mode } = store.transaction
      const upgrades = database.endsWith('upgrade') || mode === 'versionchange'
      if (db.name !== database || store.name !== 'entries' || !upgrades) return
      rows += 1
      if (rows !== row) return
      void (window as unknown as { cut(): Promise<void> }).cut()
      // Nothing can be finished while this goes on.
      while (holds);
    }
    for (const write of ['add', 'put'] as const) {
      const writes = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, write)!
        .value as IDBObjectStore['put']
      IDBObjectStore.prototype[write] = function (...args) {
        const request = writes.apply(this, args)
        counted(this)
        return request
      }
    }
  }, cut)
  await page.goto(inject('appUrl')).catch(() => undefined)
  await gone(life)
}

test('an upgrade of 20,000 records that loses its power again and again loses none of them, and succeeds in the end', async () => {
  console.warn(`upgrade: seed ${SEED}, cut at ${CUTS.map(({ row }) => row).join(', ')}`)
  const more = Array.from({ length: ROWS }, (_, index) => packedThen(100 + index))
  const first = await begin()
  const old = await (
    await besideTheApp(first)
  )
    .evaluate(writeVersion1, version1(KITCHEN, more))
    .then(() => lying(first.page, KITCHEN))
  expect(old).toMatchObject({ version: 10, placed: 0 })
  await end(first)

  for (const [index, cut] of CUTS.entries()) {
    const life = await begin()
    // Once the app is the first to open what was left half done.
    if (index !== 2) {
      const page = await besideTheApp(life)
      // Not a record is changed before all are.
      expect(await lying(page, KITCHEN)).toEqual(old)
      // Nor before its copy is whole.
      if (index === 1) expect(await lying(page, COPY)).not.toEqual(old)
      if (index === 3) expect(await lying(page, COPY)).toEqual(old)
    }
    await cutAt(life, cut)
  }

  const last = await begin()
  await last.page.goto(inject('appUrl'))
  await see(card(last.page, 'holiday')).toBeVisible({ timeout: 60_000 })
  const [kitchen, copy] = [await lying(last.page, KITCHEN), await lying(last.page, COPY)]
  await end(last)
  // Placed are the packings, and what was said of the one before them and of its material.
  expect(kitchen).toEqual({
    version: 20,
    facts: old?.facts,
    all: expect.any(String) as string,
    placed: ROWS + 3,
  })
  expect(copy).toEqual(old)
}, 240_000)
