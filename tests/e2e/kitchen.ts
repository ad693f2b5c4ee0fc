import { expect as expectLocator } from 'playwright/test'
import type { BrowserContextOptions, Locator, Page } from 'playwright'
import { afterEach, inject } from 'vitest'
import { newPage, useBrowser, watch, type WatchedPage } from './browser'

// What a person does on the board, by the words that stand there.

/** Waits until a page shows something. */
export const see = expectLocator.configure({ timeout: 30_000 })

/** The screen of a phone in an apron pocket. */
const PHONE = { width: 390, height: 844 }

const visits: WatchedPage[] = []

/** Keeps one Chromium for a file's tests; a fault on any of its pages fails the test that met it. */
export function useKitchen(): void {
  useBrowser()
  afterEach(async () => {
    const met = visits.splice(0)
    try {
      for (const visit of met) visit.expectNoFaults()
    } finally {
      for (const context of new Set(met.map((visit) => visit.context))) await context.close()
    }
  })
}

/** Opens the app on a device that never had it. */
export async function firstVisit(
  options: BrowserContextOptions = {},
  url = inject('appUrl'),
): Promise<WatchedPage> {
  const visit = await newPage({ viewport: PHONE, ...options })
  visits.push(visit)
  await visit.page.goto(url)
  await button(visit.page, 'Try the example').waitFor()
  return visit
}

/** Opens the app once more, beside a tab that is open. */
export async function secondTab(first: WatchedPage, url = first.page.url()): Promise<WatchedPage> {
  const visit = await watch(await first.context.newPage())
  visits.push(visit)
  await visit.page.goto(url)
  return visit
}

/** Opens the built-in example on a device that never had the app. */
export async function exampleBoard(
  options: BrowserContextOptions = {},
  url = inject('appUrl'),
): Promise<WatchedPage> {
  const visit = await firstVisit(options, url)
  await button(visit.page, 'Try the example').click()
  await card(visit.page, 'Brownies').waitFor()
  return visit
}

export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true })

export const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { name, exact: true })

/** The card of a recipe, a bundle or an event. */
export const card = (page: Page, name: string): Locator =>
  page.getByRole('article').filter({ has: heading(page, name) })

/** The line with what was recorded last. */
export const lastRecorded = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: 'Last recorded' })

export async function openTab(
  page: Page,
  name: 'Plan' | 'Produce' | 'Assemble' | 'History' | 'Shop',
): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
  await see(page.getByRole('heading', { level: 2, name, exact: true })).toBeAttached()
}

/** Opens the long form of a recipe, from Produce, or of a bundle, from Assemble. */
export async function openForm(page: Page, name: string): Promise<void> {
  await card(page, name).getByRole('link', { name: 'Record another' }).click()
  await button(page, 'Record').waitFor()
}

/** Fills fields by their labels. */
export async function fill(
  place: Page | Locator,
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [label, text] of Object.entries(typed)) {
    await place.getByLabel(label, { exact: true }).fill(text)
  }
}

/** Creates an event and leaves its plan open. */
export async function newEvent(page: Page, name: string, date = '2031-05-01'): Promise<void> {
  await page.getByRole('link', { name: 'New event' }).click()
  await fill(page, { Name: name, Date: date })
  await button(page, 'Create event').click()
  await button(page, 'New recipe').waitFor()
}

/** Creates a recipe on the plan. */
export async function newRecipe(
  page: Page,
  name: string,
  itemsPerBatch: string,
  piece = '',
): Promise<void> {
  await button(page, 'New recipe').click()
  const form = page.getByRole('form', { name: 'New recipe' })
  await fill(form, {
    'Name of the recipe': name,
    'Pieces per batch': itemsPerBatch,
    'One piece is called': piece,
  })
  await form.getByRole('button', { name: 'Save' }).click()
  await form.waitFor({ state: 'detached' })
}

/** Creates a bundle on the plan, of parts and how many of each. */
export async function newBundle(
  page: Page,
  name: string,
  wanted: string,
  parts: Readonly<Record<string, string>>,
): Promise<void> {
  await button(page, 'New bundle').click()
  const form = page.getByRole('form', { name: 'New bundle' })
  await fill(form, { 'Name of the bundle': name, Wanted: wanted })
  for (const [index, [part, quantity]] of Object.entries(parts).entries()) {
    if (index > 0) await form.getByRole('button', { name: 'Add another part' }).click()
    await form.getByLabel('How many').nth(index).fill(quantity)
    await form.getByLabel('Part', { exact: true }).nth(index).selectOption({ label: part })
  }
  await form.getByRole('button', { name: 'Save' }).click()
  await form.waitFor({ state: 'detached' })
}

/** Everything that the device keeps for good, as text: equal texts are equal databases. */
export function dump(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error ?? new Error('unreadable'))
      })
    const db = await answer(indexedDB.open('batchboard'))
    const names = [...db.objectStoreNames]
    const transaction = db.transaction(names)
    const rows = names.map(async (name) => {
      const store = transaction.objectStore(name)
      const [keys, values] = [store.getAllKeys(), store.getAll()]
      return [name, await answer(keys), await answer(values)]
    })
    const text = JSON.stringify([db.version, await Promise.all(rows)])
    db.close()
    return text
  })
}

/** Taps twice where a button is, the second time once the first has taken it away; gives what it hits then. */
export function tapAgainThere(button: Locator): Promise<string> {
  return button.evaluate(async (target) => {
    target.scrollIntoView({ block: 'center' })
    const { x, y, width, height } = target.getBoundingClientRect()
    const place = { clientX: x + width / 2, clientY: y + height / 2 }
    // Within the time of a second tap, however long this machine takes to change the screen.
    const tap = (at: number): string => {
      const hit = document.elementFromPoint(place.clientX, place.clientY)!
      const click = new MouseEvent('click', { ...place, detail: 1, bubbles: true })
      Object.defineProperty(click, 'timeStamp', { value: at })
      hit.dispatchEvent(click)
      const found = hit.closest('button')
      return found?.getAttribute('aria-label') ?? found?.textContent.trim() ?? ''
    }
    const start = performance.now()
    tap(start)
    // A frame at a time, until another one has come to where the finger is.
    while (target.isConnected) await new Promise(requestAnimationFrame)
    return tap(start + 290)
  })
}
