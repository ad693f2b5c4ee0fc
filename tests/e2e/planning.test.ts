import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Page } from 'playwright'
import {
  button,
  exampleBoard,
  fill,
  firstVisit,
  newEvent,
  newRecipe,
  openTab,
  see,
  tapAgainThere,
  useKitchen,
} from './kitchen'

useKitchen()

// From an event to its plan and its shopping, as a baker goes there.

async function goTo(page: Page, hash: string): Promise<void> {
  await page.goto(page.url().replace(/#.*/, '') + hash)
}

/** Gives a recipe ingredients. */
async function addIngredients(page: Page, recipe: string, lines: string): Promise<void> {
  await goTo(page, '#/catalogue/recipes')
  await page.getByRole('link', { name: new RegExp(`^${recipe}`) }).click()
  await button(page, 'Paste a list').click()
  await page.getByRole('textbox', { name: 'Paste a list' }).fill(lines)
  await button(page, 'Read the lines').click()
  await button(page, 'Save').click()
  await see(page.getByRole('link', { name: 'New recipe' })).toBeVisible()
}

test('three taps lead from an event to a complete plan', async () => {
  const { page } = await exampleBoard()
  await goTo(page, '#/')
  await newEvent(page, 'Fair')
  let taps = 1
  await page.getByLabel('Add a bundle').selectOption({ label: 'Gift bag' })
  await fill(page, { Wanted: '50' })
  taps += 1
  await button(page, 'Add').click()
  taps += 1
  await button(page, 'Plan all batches needed').click()
  await see(page.getByLabel('Batches of Cookies')).toHaveValue('7')
  await see(page.getByLabel('Batches of Brownies')).toHaveValue('7')
  await see(page.getByRole('main')).toContainText('In all: 14 batches, 504 pieces, 54 over')
  expect(taps).toBe(3)
})

test('what stands behind a number of batches is a tap away, and follows a changed wish', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  const working = page.locator('details', { hasText: '300 ÷ 48 = 6¼ → 7 batches' })
  await see(working).not.toContainText('50 × 6 = 300')
  await working.locator('summary').click()
  await see(working).toContainText('Gift bag: 50 × 6 = 300')
  await page.getByLabel('Wanted: Gift bag').fill('52')
  await page.getByLabel('Wanted: Gift bag').press('Enter')
  await see(page.getByText('Gift bag: 52 × 6 = 312')).toBeVisible()
})

test('fourteen rows of the catalogue fit on a tablet in landscape', async () => {
  const { page } = await firstVisit({ viewport: { width: 1194, height: 834 } })
  await newEvent(page, 'Fair')
  for (let index = 1; index <= 15; index += 1) await newRecipe(page, `Recipe ${index}`, '12')
  await goTo(page, '#/catalogue/recipes')
  const rows = page.getByRole('main').getByRole('listitem')
  await see(rows).toHaveCount(15)
  const heights = await rows.evaluateAll((all) =>
    all.map((row) => row.getBoundingClientRect().bottom),
  )
  expect(heights.filter((bottom) => bottom <= 834).length).toBeGreaterThanOrEqual(14)
})

test('a changed bundle marks the batches that were chosen, and one tap takes the new number', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  await page.getByLabel('Wanted: Gift bag').fill('60')
  await page.getByLabel('Wanted: Gift bag').press('Enter')
  await see(page.getByRole('main')).toContainText('now 360 are needed: 8 batches')
  await page.getByRole('button', { name: 'Cookies: Take 8 batches' }).click()
  await see(page.getByLabel('Batches of Cookies')).toHaveValue('8')
  await see(page.getByRole('main')).not.toContainText('now 360 are needed: 8 batches')
})

test('a shop says whose ingredients it does not list, and tells no recipe that it has none', async () => {
  const { page } = await exampleBoard()
  await goTo(page, '#/')
  await newEvent(page, 'Fair')
  await page.getByLabel('Add a bundle').selectOption({ label: 'Gift bag' })
  await fill(page, { Wanted: '50' })
  await button(page, 'Add').click()
  await openTab(page, 'Shop')
  const shop = page.getByRole('main')
  await see(shop).toContainText(
    'Not in this list: 7 batches of Cookies and 7 batches of Brownies. No batches are planned yet.',
  )
  await see(shop).not.toContainText('Nothing to buy')
  await see(shop).not.toContainText('no ingredients yet')
  await page.getByRole('link', { name: 'Open the plan' }).click()
  await button(page, 'Plan all batches needed').click()
  await openTab(page, 'Shop')
  await see(shop).toContainText('The recipes of this event have no ingredients yet.')
  await see(shop).not.toContainText('Not in this list')
})

test('a wet finger takes one number of batches, and one wish off the plan', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  for (const piece of ['Cookie', 'Brownie']) {
    await page.getByLabel('Add loose pieces').selectOption({ label: piece })
    await fill(page, { Wanted: '5' })
    await button(page, 'Add').click()
    await page.getByLabel(`Wanted: ${piece}`).waitFor()
  }
  await page.getByLabel('Batches of Cookies').fill('9')
  await page.getByLabel('Batches of Cookies').press('Enter')
  expect(await tapAgainThere(button(page, 'Cookies: Take 7 batches'))).toContain('Only 6')
  expect(await tapAgainThere(button(page, 'Remove Cookie from the plan'))).toBe(
    'Remove Brownie from the plan',
  )
  await page.reload()
  await see(page.getByLabel('Wanted: Brownie')).toHaveValue('5')
  await see(page.getByLabel('Wanted: Cookie', { exact: true })).toHaveCount(0)
  await see(page.getByLabel('Batches of Cookies')).toHaveValue('7')
})

test('a list of only what is to buy keeps what nobody could count', async () => {
  const { page } = await exampleBoard()
  await addIngredients(page, 'Cookies', '200 g flour\nsalt')
  await goTo(page, '#/')
  await page.getByRole('link', { name: /Christmas/ }).click()
  await openTab(page, 'Shop')
  await button(page, 'Bought: 200 g flour').click()
  await button(page, 'Only what is to buy').click()
  const shop = page.getByRole('main')
  await see(shop).not.toContainText('flour')
  await see(shop).toContainText('salt')
  await see(shop).not.toContainText('Enough')
})

test('a shop that knows no ingredient leads to where they are added', async () => {
  const { page } = await exampleBoard()
  await page.getByRole('navigation').getByRole('link', { name: 'Shop' }).click()
  await page.getByRole('link', { name: 'Open the catalogue' }).click()
  await see(page.getByRole('link', { name: 'New recipe' })).toBeVisible()
})

test('the shop says who else needs it, and hands its list over as text and as a table', async () => {
  const { page, context } = await exampleBoard()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await addIngredients(page, 'Cookies', '500 g flour')
  await goTo(page, '#/')
  await newEvent(page, 'Fair')
  await page.getByLabel('Add loose pieces').selectOption({ label: 'Cookie' })
  await fill(page, { Wanted: '96' })
  await button(page, 'Add').click()
  await page.getByRole('button', { name: /Plan 2 batches/ }).click()
  await see(page.getByLabel('Batches of Cookies')).toHaveValue('2')
  await page.getByRole('link', { name: 'Shop', exact: true }).click()
  await see(button(page, 'Bought: 1 kg flour')).toBeVisible()
  await see(page.getByRole('main')).toContainText('Also needed for Christmas gift bags')

  await button(page, 'Copy').click()
  await see(page.getByText('Copied', { exact: true })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('flour: 1 kg')

  const waiting = page.waitForEvent('download')
  await button(page, 'As a table').click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('shopping.csv')
  const table = await readFile(await download.path(), 'utf8')
  expect(table).toMatch(/^\uFEFFCategory,Item,Measure,Need,Have,Buy/)
  expect(table).toContain('flour')

  await page.emulateMedia({ media: 'print' })
  await see(page.getByText('flour', { exact: true })).toBeVisible()
  await see(button(page, 'Print')).toBeHidden()
  await see(button(page, 'Bought: 1 kg flour')).toBeHidden()
})

test('a pasted list that nobody told to read outlives a reload, and Save takes it along', async () => {
  const { page } = await exampleBoard()
  await goTo(page, '#/catalogue/recipes')
  await page.getByRole('link', { name: /^Cookies/ }).click()
  await button(page, 'Paste a list').click()
  const list = page.getByRole('textbox', { name: 'Paste a list' })
  await list.fill('2 1/4 cups flour\n1 tsp salt')
  await page.reload()
  await see(list).toHaveValue('2 1/4 cups flour\n1 tsp salt')
  await button(page, 'Save').click()
  await page.getByRole('link', { name: /^Cookies/ }).click()
  await see(page.getByLabel('Ingredient', { exact: true }).nth(0)).toHaveValue('flour')
  await see(page.getByLabel('Ingredient', { exact: true }).nth(1)).toHaveValue('salt')
  await see(list).toHaveCount(0)
})

test('a pasted list that was put away again is not lost, and not saved', async () => {
  const { page } = await exampleBoard()
  await goTo(page, '#/catalogue/recipes')
  await page.getByRole('link', { name: /^Cookies/ }).click()
  await button(page, 'Paste a list').click()
  const list = page.getByRole('textbox', { name: 'Paste a list' })
  await list.fill('2 cups flour')
  for (let tap = 0; tap < 2; tap++) await button(page, 'Paste a list').click()
  await see(list).toHaveValue('2 cups flour')
  await button(page, 'Paste a list').click()
  await button(page, 'Save').click()
  await page.getByRole('link', { name: /^Cookies/ }).click()
  await see(button(page, 'Add an ingredient')).toBeVisible()
  await see(page.getByLabel('Ingredient', { exact: true })).toHaveCount(0)
})
