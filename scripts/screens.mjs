import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { launchOptions } from './browser.mjs'
import { serve } from './serve.mjs'

// `npm run screens`: takes the pictures of docs/screens from the built app. They are for people who
// read about the board; the app itself does not know them.

/** @typedef {import('playwright').Page} Page */

const FOLDER = fileURLToPath(new URL('../docs/screens/', import.meta.url))
const PHONE = { width: 390, height: 844 }
const TABLET = { width: 1194, height: 834 }

/** @param {Page} page @param {string} name */
const press = (page, name) => page.getByRole('button', { name, exact: true }).click()

/** @param {Page} page @param {string} name */
const tab = (page, name) => page.getByRole('navigation').getByRole('link', { name }).click()

/** @param {Page} page @param {string} name @param {string} what */
async function lose(page, name, what) {
  const card = page.getByRole('article').filter({ has: page.getByRole('heading', { name }) })
  await card.getByRole('link', { name: 'More…' }).click()
  await page.getByRole('link', { name: what }).click()
  await press(page, '1 batch: 48')
}

/** @param {Page} page @param {readonly string[]} recipes */
async function bake(page, recipes) {
  for (const name of recipes) {
    await press(page, `Record 1 batch of ${name}`)
    await page
      .getByRole('status')
      .filter({ hasText: `${name}, 1 batch` })
      .waitFor()
  }
}

/** The built-in example, and how a person gets from there to each state. */
const STATES = [
  { name: 'first', size: PHONE, example: false },
  { name: 'produce', size: PHONE },
  {
    name: 'assemble',
    size: PHONE,
    /** @param {Page} page */
    go: async (page) => {
      await tab(page, 'Assemble')
      await page.getByText('48 of 50 can be packed now').click()
      await page.getByText('288 there').waitFor()
      await page.getByRole('heading', { name: 'Assemble' }).evaluate((one) => one.scrollIntoView())
    },
  },
  {
    name: 'plan',
    size: PHONE,
    /** @param {Page} page */
    go: async (page) => {
      await tab(page, 'Plan')
      await page.getByRole('heading', { name: 'To bake' }).evaluate((one) => one.scrollIntoView())
    },
  },
  {
    name: 'pieces',
    size: PHONE,
    /** @param {Page} page */
    go: (page) => lose(page, 'Cookies', 'Dropped: Cookie'),
  },
  {
    name: 'short',
    size: PHONE,
    /** @param {Page} page */
    go: async (page) => {
      await bake(page, ['Brownies', 'Cookies'])
      await page.getByText('Done: 2').waitFor()
      await lose(page, 'Cookies', 'Dropped: Cookie')
      await press(page, 'Record')
      await page.getByText('! 12 short').first().waitFor()
    },
  },
  {
    name: 'complete',
    size: PHONE,
    /** @param {Page} page */
    go: async (page) => {
      await bake(page, ['Brownies', 'Cookies'])
      await tab(page, 'Assemble')
      await press(page, 'Pack all 50')
      await page.getByText('Everything is baked and packed').waitFor()
      await page.evaluate(() => scrollTo(0, 0))
    },
  },
  { name: 'tablet', size: TABLET, colorScheme: /** @type {const} */ ('dark') },
]

await mkdir(FOLDER, { recursive: true })
const server = await serve()
const browser = await chromium.launch(launchOptions())
try {
  for (const { name, size, example = true, colorScheme = 'light', go } of STATES) {
    const context = await browser.newContext({
      viewport: size,
      colorScheme,
      reducedMotion: 'reduce',
      locale: 'en',
    })
    const page = await context.newPage()
    await page.goto(server.url)
    await page.getByRole('button', { name: 'Try the example' }).waitFor()
    if (example) {
      await press(page, 'Try the example')
      await page.getByRole('article').first().waitFor()
    }
    await go?.(page)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: `${FOLDER}${name}.png` })
    await context.close()
  }
} finally {
  await browser.close()
  await server.close()
}
