import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { packedThen, version1, writeVersion1 } from '../data/version-1'
import { begin, cutPower, end, gone, useDevice, type Life } from './device'
import { card, see } from './kitchen'

// The power is cut while a new version of the app changes the tables of an old one.

useDevice()

const ROWS = 20_000
const KITCHEN = 'batchboard'
const COPY = 'batchboard-before-upgrade'

/** Which database is being made or changed when the power goes, and so many seconds after that. */
const CUTS: readonly (readonly [database: string, seconds: number])[] = [
  [COPY, 0.1],
  [KITCHEN, 0],
  [KITCHEN, 0.5],
]

/** The version of a database and what its tables hold, as it lies on the disk; null when there is none. */
function lying(page: Page, name: string): Promise<{ version: number; entries: string } | null> {
  return page.evaluate(async (name) => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error ?? new Error('unreadable'))
      })
    const all = await indexedDB.databases()
    if (!all.some((one) => one.name === name)) return null
    const db = await answer(indexedDB.open(name))
    const rows = await answer(db.transaction('entries').objectStore('entries').getAll())
    db.close()
    return { version: db.version, entries: JSON.stringify(rows) }
  }, name)
}

/** A page of the app's origin that runs nothing of it. */
async function besideTheApp({ page }: Life): Promise<Page> {
  await page.goto(new URL('icon.svg', inject('appUrl')).href)
  return page
}

/** Opens the app, and cuts the power while it makes or changes a database. */
async function cutWhile(life: Life, database: string, seconds: number): Promise<void> {
  const { page } = life
  await page.exposeFunction('changes', (name: string) => {
    if (name === database) cutPower(life, seconds)
  })
  await page.addInitScript(() => {
    const told = window as unknown as { changes(name: string): Promise<void> }
    const opens = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')!.value as (
      this: IDBFactory,
      name: string,
      version?: number,
    ) => IDBOpenDBRequest
    IDBFactory.prototype.open = function (name, version) {
      const request = opens.call(this, name, version)
      request.addEventListener('upgradeneeded', () => void told.changes(name))
      return request
    }
  })
  await page.goto(inject('appUrl')).catch(() => undefined)
  await gone(life)
}

test('an upgrade of 20,000 records that loses its power again and again loses none of them, and succeeds in the end', async () => {
  const more = Array.from({ length: ROWS }, (_, index) => packedThen(100 + index))
  const first = await begin()
  await (await besideTheApp(first)).evaluate(writeVersion1, version1(KITCHEN, more))
  const before = await lying(first.page, KITCHEN)
  expect(before?.version).toBe(10)
  await end(first)

  const copies = []
  for (const [database, seconds] of CUTS) {
    const life = await begin()
    await cutWhile(life, database, seconds)
    const next = await begin()
    const page = await besideTheApp(next)
    // Not a record is changed before all are.
    expect(await lying(page, KITCHEN)).toEqual(before)
    copies.push((await lying(page, COPY))?.entries === before?.entries)
    await end(next)
  }
  // The first cut came while the copy was made, the others while the tables were changed.
  expect(copies).toEqual([false, true, true])

  const last = await begin()
  await last.page.goto(inject('appUrl'))
  await see(card(last.page, 'holiday')).toBeVisible({ timeout: 60_000 })
  const [kitchen, copy] = [await lying(last.page, KITCHEN), await lying(last.page, COPY)]
  await end(last)
  type Rows = { readonly seq: number; readonly touches: readonly string[] }[]
  const rows = (text: string | undefined) => JSON.parse(text ?? '[]') as Rows
  const facts = (text: string | undefined) => rows(text).map((row) => ({ ...row, touches: [] }))
  expect(kitchen?.version).toBe(20)
  expect(facts(kitchen?.entries)).toEqual(facts(before?.entries))
  const packings = rows(kitchen?.entries).filter(({ seq }) => seq >= 100)
  expect(packings).toHaveLength(ROWS)
  expect(packings.every(({ touches }) => touches.length === 2)).toBe(true)
  expect(copy).toEqual(before)
}, 240_000)
