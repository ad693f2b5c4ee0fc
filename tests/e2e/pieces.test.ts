import { expect, test } from 'vitest'
import type { Page } from 'playwright'
import { button, card, exampleBoard, lastRecorded, openTab, see, useKitchen } from './kitchen'

useKitchen()

/** From the card: More…, and what happened. */
// Record is pressed by key: so soon after the tap before it, a tap would be taken for a second one.
async function say(page: Page, name: string, what: string): Promise<void> {
  await card(page, name).getByRole('link', { name: 'More…' }).click()
  await page.getByRole('link', { name: what }).click()
  await button(page, 'Record').waitFor()
}

test('a piece that was eaten takes three taps, and the board is there again', async () => {
  const { page } = await exampleBoard()
  await say(page, 'Cookies', 'Eaten: Cookie')
  await see(page.getByRole('main')).toContainText('288 there now, then 287')
  await button(page, 'Record').press('Enter')
  await see(lastRecorded(page)).toContainText('Cookie, −1 (eaten)')
  await see(card(page, 'Cookies')).toContainText(
    'Cookie: 288 good of 300 needed · 1 fewer since then',
  )
  await openTab(page, 'Assemble')
  await see(card(page, 'Gift bag')).toContainText('47 of 50 can be packed now')
})

test('half a batch made extra is 24 cookies more, and no batch', async () => {
  const { page } = await exampleBoard()
  await say(page, 'Cookies', 'Made extra: Cookie')
  await button(page, 'Half a batch: 24').click()
  await see(page.getByRole('main')).toContainText('288 there now, then 312')
  await button(page, 'Record').press('Enter')
  await see(lastRecorded(page)).toContainText('Cookie, +24 (made)')
  await see(card(page, 'Cookies')).toContainText('6 of 7 batches')
  await see(card(page, 'Cookies')).toContainText('24 more since then')
})

test('7 of 7 batches with 12 cookies short does not look done, and says what to bake', async () => {
  const { page } = await exampleBoard()
  await button(page, 'Record 1 batch of Cookies').click()
  await see(page.getByText('Done: 1')).toBeVisible()
  await page.getByText('Done: 1').click()
  await say(page, 'Cookies', 'Dropped: Cookie')
  await button(page, '1 batch: 48').click()
  await see(page.getByRole('main')).toContainText('2 bundles short: bake 1 more batch of Cookies')
  await button(page, 'Record').press('Enter')
  await see(card(page, 'Cookies')).toContainText('! 12 short')
  await see(card(page, 'Cookies')).toContainText('7 of 7 batches')
  await see(page.getByText('Done:')).toHaveCount(0)
  await see(page.getByRole('main')).toContainText('2 bundles short: bake 1 more batch of Cookies')
})

test('packed bundles are counted again, and those that are gone are said', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Assemble')
  await button(page, 'Pack all 48').click()
  await say(page, 'Gift bag', 'Counted again: Gift bag')
  await see(page.getByRole('main')).toContainText('48 there now')
  await button(page, 'Record').press('Enter')
  await see(page.getByRole('alert')).toContainText('Count: a whole number from 0')
  await button(page, '4').click()
  await button(page, '5').click()
  await button(page, 'Record').press('Enter')
  await see(lastRecorded(page)).toContainText('Gift bag, counted: 45')
  expect(page.url()).toMatch(/\/assemble$/)
})

test('a number half typed is there again after a reload', async () => {
  const { page } = await exampleBoard()
  await say(page, 'Brownies', 'Burnt: Brownie')
  await button(page, '3').click()
  await page.reload()
  await see(page.getByRole('main')).toContainText('144 there now, then 141')
  await page.keyboard.press('6')
  await page.keyboard.press('Enter')
  await see(lastRecorded(page)).toContainText('Brownie, −36 (burnt)')
})
