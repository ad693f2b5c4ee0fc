import { expect, inject, test } from 'vitest'
import type { CDPSession, Page } from 'playwright'
import { newPage, useBrowser } from './browser'
import { button, card, dump, lastRecorded, openForm, openTab, see } from './kitchen'

// A device that is really full: the browser itself refuses to write more.

useBrowser()

const FULL = 'This was not saved: the device is full. Free some space, then try again.'
const LITTLE = 4_000_000

const give = (devtools: CDPSession, room: { readonly quotaSize?: number }) =>
  devtools.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(inject('appUrl')).origin,
    ...room,
  })

/** Another program fills what room there is, to less than a record needs. */
function fillUp(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('elsewhere')
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore('bytes', { autoIncrement: true })
    const db = await new Promise<IDBDatabase>((done) => {
      opening.onsuccess = () => done(opening.result)
    })
    const isRoomFor = (bytes: number) =>
      new Promise<boolean>((done) => {
        const writing = db.transaction('bytes', 'readwrite')
        writing.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(bytes)))
        writing.oncomplete = () => done(true)
        writing.onabort = () => done(false)
      })
    let filled = 0
    for (const bytes of [50_000, 5000, 500, 50]) while (await isRoomFor(bytes)) filled += bytes
    db.close()
    return filled
  })
}

interface Row {
  readonly writer: string
  readonly seq: number
  readonly batches: number
}

async function entries(page: Page): Promise<readonly Row[]> {
  const [, tables] = JSON.parse(await dump(page)) as [number, [string, unknown, Row[]][]]
  return tables.find(([name]) => name === 'entries')?.[2] ?? []
}

test('a device that is full says so at each tap, keeps what is typed and goes on showing, and counts once there is room', async () => {
  const { page, faults } = await newPage({ viewport: { width: 390, height: 844 } })
  const devtools = await page.context().newCDPSession(page)
  await page.goto(new URL('icon.svg', inject('appUrl')).href)
  await give(devtools, { quotaSize: LITTLE })
  await page.goto(inject('appUrl'))
  await button(page, 'Try the example').click()
  await see(card(page, 'Cookies')).toContainText('6 of 7 batches')
  expect(await fillUp(page)).toBeGreaterThan(0)
  const before = await dump(page)

  await button(page, 'Record 1 batch of Cookies').click()
  await see(page.getByRole('alert')).toContainText(FULL)
  await see(card(page, 'Cookies')).toContainText('6 of 7 batches')
  expect(await dump(page)).toBe(before)
  await button(page, 'Close').click()

  await openTab(page, 'Assemble')
  await see(card(page, 'Gift bag')).toContainText('0 of 50 packed')
  await openTab(page, 'Produce')
  await openForm(page, 'Cookies')
  const batches = page.getByLabel('Batches', { exact: true })
  await batches.fill('3')
  await button(page, 'Record').click()
  await see(page.getByRole('alert')).toContainText(FULL)
  await see(batches).toHaveValue('3')
  expect(await dump(page)).toBe(before)

  await give(devtools, {})
  await button(page, 'Record').click()
  await see(lastRecorded(page)).toContainText('Cookies, 3 batches')
  await see(page.getByRole('alert')).toHaveCount(0)
  await button(page, 'Record 1 batch of Brownies').click()
  await see(lastRecorded(page)).toContainText('Brownies, 1 batch')
  const own = (await entries(page)).filter(({ writer }) => writer !== 'example')
  expect(own.map(({ seq, batches }) => [seq, batches])).toEqual([
    [1, 3],
    [2, 1],
  ])
  // The refusals are in the console, for whoever looks; nothing else went wrong.
  expect(faults.filter((fault) => !fault.startsWith('console: '))).toEqual([])
  await page.context().close()
})
