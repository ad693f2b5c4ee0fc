import { afterEach, describe, expect, inject, test } from 'vitest'
import type { Page } from 'playwright'
import { newPage, offlineReady, useBrowser, type WatchedPage } from './browser'
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
    ['navigator.wakeLock', 'delete Navigator.prototype.wakeLock'],
    ['navigator.storage', 'delete Navigator.prototype.storage'],
    ['a promise to keep data', 'StorageManager.prototype.persist = () => Promise.resolve(false)'],
    ['navigator.serviceWorker', 'delete Navigator.prototype.serviceWorker'],
    ['navigator.vibrate', 'delete Navigator.prototype.vibrate'],
    ['AudioContext', 'delete window.AudioContext'],
    ['requestIdleCallback', 'delete window.requestIdleCallback'],
    ['.estimate()', 'delete StorageManager.prototype.estimate'],
    ['indexedDB.databases', 'delete IDBFactory.prototype.databases'],
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

test('without navigator.wakeLock the event says that the screen cannot be kept on', async () => {
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

test('without navigator.serviceWorker the board never says that it is ready to work offline', async () => {
  const { page } = await opened('delete Navigator.prototype.serviceWorker')
  await bakeAndUndo(page)
  await page.getByRole('link', { name: 'Back' }).click()
  await see(card(page, 'Christmas gift bags')).toBeVisible()
  expect(await page.getByText('Ready to work offline').count()).toBe(0)
})

test('without beforeinstallprompt there is no button for it, and the settings tell the way by the menu', async () => {
  const { page } = await opened('')
  await page.getByRole('link', { name: 'Settings' }).click()
  await see(page.getByRole('region', { name: 'On the home screen' })).toContainText(
    'Open the browser’s menu',
  )
  expect(await page.getByRole('button', { name: 'Put it on the home screen' }).count()).toBe(0)
})

test('without .estimate() the settings do not say how much is stored', async () => {
  const settings = async (takeAway: string): Promise<string> => {
    const { page, context } = await newPage()
    await page.addInitScript(takeAway)
    await page.goto(`${inject('appUrl')}#/settings`)
    await see(page.getByText('Kept safe:')).toBeVisible()
    const text = await page.getByRole('main').innerText()
    await context.close()
    return text
  }
  expect(await settings('')).toMatch(/\d\s[kMG]?B of \d/i)
  expect(await settings('delete StorageManager.prototype.estimate')).not.toMatch(
    /\d\s[kMG]?B of \d/i,
  )
})

test('without navigator.vibrate and AudioContext a timer that rings is seen', async () => {
  const { page } = await opened('delete Navigator.prototype.vibrate; delete window.AudioContext')
  await page.clock.install()
  await button(page, 'Try the example').click()
  await button(page, 'Timer for Brownies').click()
  await button(page, '5').click()
  await button(page, 'Start 5 min').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.clock.fastForward('05:01')
  await see(page.getByRole('dialog', { name: 'Brownies 7 of 7 is ready' })).toBeVisible()
})

test('without trustedTypes the whole app is kept on the device too', async () => {
  const { page } = await opened('delete window.trustedTypes')
  // A browser that has none does not know these words of the policy either.
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    const text = (await response.text()).replace(/; require-trusted-types-for [^"]*/, '')
    return route.fulfill({ response, body: text })
  })
  await page.reload()
  await see(page.getByText('Ready to work offline')).toBeVisible()
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

  test('and never that it is ready to work offline', async () => {
    const { page } = await opened(
      `Object.defineProperty(IDBFactory.prototype, 'open', { value() { ${REFUSED} } })`,
    )
    await offlineReady(page)
    await see(page.getByText('This browser lets Batchboard keep nothing')).toBeVisible()
    expect(await page.getByText('Ready to work offline').count()).toBe(0)
    await page.getByRole('link', { name: 'Settings' }).click()
    await see(page.getByText(/^Version /)).toBeVisible()
    expect(await page.getByText('Ready to work offline').count()).toBe(0)
  })
})
