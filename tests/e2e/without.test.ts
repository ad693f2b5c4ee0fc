import { afterEach, describe, expect, inject, test } from 'vitest'
import type { Page } from 'playwright'
import { newPage, useBrowser, type WatchedPage } from './browser'
import { button, card, lastRecorded, see } from './kitchen'

// What a browser lacks or refuses is taken away before the app starts.

useBrowser()

let visit: WatchedPage | undefined
afterEach(async () => {
  await visit?.context.close()
  visit = undefined
})

/** Opens the app in a browser of which this code took something away. */
async function opened(takeAway: string): Promise<WatchedPage> {
  visit = await newPage({ viewport: { width: 390, height: 844 } })
  await visit.page.addInitScript(takeAway)
  await visit.page.goto(inject('appUrl'))
  return visit
}

/** Bakes a batch of the example and takes it back: what the board is for. */
async function bakeAndUndo(page: Page): Promise<void> {
  await button(page, 'Try the example').click()
  await button(page, 'Record 1 batch of Cookies').click()
  await see(lastRecorded(page)).toContainText('Cookies, 1 batch')
  await page.getByRole('button', { name: 'Undo: Cookies, 1 batch' }).click()
  await see(card(page, 'Cookies')).toContainText('6 of 7 batches')
}

const REFUSED = `throw new DOMException('refused', 'SecurityError')`

describe('baking is recorded and undone', () => {
  test.each([
    ['a wake lock', 'delete Navigator.prototype.wakeLock'],
    ['navigator.storage', 'delete Navigator.prototype.storage'],
    ['a promise to keep data', 'StorageManager.prototype.persist = () => Promise.resolve(false)'],
    ['service workers', 'delete Navigator.prototype.serviceWorker'],
    ['vibration and sound', 'delete Navigator.prototype.vibrate; delete window.AudioContext'],
    ['a list of its databases', 'delete IDBFactory.prototype.databases'],
    [
      'localStorage that may be used',
      `Object.defineProperty(window, 'localStorage', { get() { ${REFUSED} } })`,
    ],
    ['a localStorage with room', `Storage.prototype.setItem = () => { ${REFUSED} }`],
  ])('without %s', async (_, takeAway) => {
    const { page, expectNoFaults } = await opened(takeAway)
    await bakeAndUndo(page)
    expectNoFaults()
  })
})

test('without a wake lock the event says that the screen cannot be kept on', async () => {
  const { page } = await opened('delete Navigator.prototype.wakeLock')
  await button(page, 'Try the example').click()
  await see(page.getByText('This browser cannot keep the screen on.')).toBeVisible()
  await see(page.getByRole('switch')).toHaveCount(0)
})

test('without navigator.storage the settings say that the browser does not tell', async () => {
  const { page } = await opened('delete Navigator.prototype.storage')
  await page.getByRole('link', { name: 'Settings' }).click()
  await see(page.getByText('Kept safe: unknown')).toBeVisible()
})

test('without service workers the board never says that it is ready to work offline', async () => {
  const { page } = await opened('delete Navigator.prototype.serviceWorker')
  await bakeAndUndo(page)
  await page.getByRole('link', { name: 'Back' }).click()
  await see(card(page, 'Christmas gift bags')).toBeVisible()
  expect(await page.getByText('Ready to work offline').count()).toBe(0)
})

test('without an offer to install there is no button for it, and the settings tell the way by the menu', async () => {
  const { page } = await opened('')
  await page.getByRole('link', { name: 'Settings' }).click()
  await see(page.getByRole('region', { name: 'On the home screen' })).toContainText(
    'Open the browser’s menu',
  )
  expect(await page.getByRole('button', { name: 'Put it on the home screen' }).count()).toBe(0)
})

describe('that this browser keeps nothing is said on the first screen, instead of waiting', () => {
  test.each([
    [
      'storage is refused at once',
      `Object.defineProperty(IDBFactory.prototype, 'open', { value() { ${REFUSED} } })`,
    ],
    [
      'storage and its list are refused',
      `for (const name of ['open', 'databases'])
        Object.defineProperty(IDBFactory.prototype, name, { value() { ${REFUSED} } })`,
    ],
    [
      'it may not be asked for',
      `Object.defineProperty(window, 'indexedDB', { get() { ${REFUSED} } })`,
    ],
    ['there is none', `Object.defineProperty(window, 'indexedDB', { value: undefined })`],
  ])('when %s', async (_, takeAway) => {
    const { page } = await opened(takeAway)
    await see(page.getByText('This browser lets Batchboard keep nothing')).toBeVisible()
    await see(page.getByText('Opening')).toBeHidden()
  })
})
