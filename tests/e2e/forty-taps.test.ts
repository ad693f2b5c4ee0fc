import type { Locator } from 'playwright'
import { expect, test } from 'vitest'
import { offlineReady } from './browser'
import { button, firstVisit, see, useKitchen } from './kitchen'

useKitchen()

const COOKIES = '2 1/4 cups flour\n3/4 cup sugar\n1 tsp salt'
const BROWNIES = '1 cup flour\n200 g chocolate\n½ cup sugar'

test('a person who starts empty has a shopping list after 40 taps and 12 typed fields at most', async () => {
  const visit = await firstVisit()
  const { page } = visit
  await offlineReady(page)
  await visit.context.setOffline(true)
  const used = { taps: 0, fields: 0 }
  const tap = async (what: Locator): Promise<void> => {
    used.taps++
    await what.click()
  }
  /** A field is tapped, then typed into. */
  const type = async (label: string, text: string, nth = 0): Promise<void> => {
    const field = page.getByRole('textbox', { name: label, exact: true }).nth(nth)
    await tap(field)
    used.fields++
    await field.fill(text)
  }
  const addRecipe = async (name: string, pieces: string, lines: string): Promise<void> => {
    await tap(page.getByRole('link', { name: 'New recipe' }))
    await type('Name', name)
    await type('Pieces', pieces)
    await tap(button(page, 'Paste a list'))
    await type('Paste a list', lines)
    await tap(button(page, 'Read the lines'))
    await tap(button(page, 'Save'))
    await see(page.getByRole('link', { name: new RegExp(`^${name}`) })).toBeVisible()
  }

  await tap(page.getByRole('link', { name: 'Catalogue' }))
  await addRecipe('Cookies', '48', COOKIES)
  await addRecipe('Brownies', '24', BROWNIES)
  await tap(page.getByRole('link', { name: 'Back' }))
  await tap(page.getByRole('link', { name: 'New event' }))
  await type('Name', 'Christmas')
  await tap(page.getByLabel('Date'))
  used.fields++
  await page.getByLabel('Date').fill('2031-12-24')
  await tap(button(page, 'Create event'))
  await tap(button(page, 'New bundle'))
  await type('Name of the bundle', 'Gift bag')
  await type('Wanted', '50')
  await type('How many', '3')
  await tap(button(page, 'Add another part'))
  await type('How many', '6', 1)
  await tap(button(page, 'Save'))
  await tap(button(page, 'Plan all batches needed'))
  await see(page.getByLabel('Batches of Cookies')).toHaveValue('7')
  await see(page.getByLabel('Batches of Brownies')).toHaveValue('7')
  await tap(page.getByRole('link', { name: 'Shop', exact: true }))

  // 7 × 2¼ + 7 × 1 cups of flour, 7 × ¾ + 7 × ½ of sugar.
  await see(button(page, 'Bought: 22¾ cup flour')).toBeVisible()
  await see(button(page, 'Bought: 8¾ cup sugar')).toBeVisible()
  await see(button(page, 'Bought: 1.4 kg chocolate')).toBeVisible()
  // A little below the promise of 40, so that what is added to the way is seen here first.
  expect(used.taps).toBeLessThanOrEqual(36)
  expect(used.fields).toBeLessThanOrEqual(12)
})

test('what was bought is ticked, can be undone, and survives a reload', async () => {
  const { page } = await firstVisit()
  await page.getByRole('link', { name: 'Catalogue' }).click()
  await page.getByRole('link', { name: 'New recipe' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Bread')
  await page.getByRole('textbox', { name: 'Pieces' }).fill('2')
  await button(page, 'Paste a list').click()
  await page.getByRole('textbox', { name: 'Paste a list' }).fill('500 g flour')
  await button(page, 'Read the lines').click()
  await button(page, 'Save').click()
  await page.getByRole('link', { name: 'Back' }).click()
  await page.getByRole('link', { name: 'New event' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Market')
  await page.getByLabel('Date').fill('2031-06-01')
  await button(page, 'Create event').click()
  await page.getByLabel('Add loose pieces').selectOption('Bread')
  await page.getByRole('textbox', { name: 'Wanted' }).fill('8')
  await button(page, 'Add').click()
  await page.getByRole('button', { name: /Plan 4 batches/ }).click()
  await page.getByRole('link', { name: 'Shop', exact: true }).click()
  await button(page, 'Bought: 2 kg flour').click()
  await see(button(page, 'Undo bought: flour')).toBeVisible()
  await page.reload()
  await button(page, 'Undo bought: flour').click()
  await see(button(page, 'Bought: 2 kg flour')).toBeVisible()

  await page.getByRole('link', { name: 'Count the pantry' }).click()
  for (const key of ['1', '5', '0', '0']) await button(page, key).click()
  await button(page, 'Save and next').click()
  await see(page.getByRole('main')).toContainText('That was the last one.')
  // By the phone's own way back, too, the next count begins with the first one.
  await page.goBack()
  await page.getByRole('link', { name: 'Count the pantry' }).click()
  await see(button(page, 'Save and next')).toBeVisible()
  await page.getByRole('link', { name: 'Back' }).click()
  await see(button(page, 'Bought: 500 g flour')).toBeVisible()

  // A count that was a slip is taken back, and is as if it never was.
  await page.getByRole('link', { name: 'Count the pantry' }).click()
  await see(page.getByRole('main')).toContainText('By what was recorded: 1.5 kg')
  await button(page, 'Undo the last count: flour').click()
  await see(page.getByRole('main')).toContainText('Not counted yet')
  await page.getByRole('link', { name: 'Back' }).click()
  await see(button(page, 'Bought: 2 kg flour')).toBeVisible()
})
