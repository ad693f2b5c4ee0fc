import { expect, test } from 'vitest'
import {
  button,
  card,
  exampleBoard,
  fill,
  firstVisit,
  lastRecorded,
  newBundle,
  newEvent,
  newRecipe,
  openForm,
  openTab,
  secondTab,
  see,
  useKitchen,
} from './kitchen'

useKitchen()

test('a morning of baking: one batch burns, and the board says what to bake again', async () => {
  const { page } = await firstVisit()
  await newEvent(page, 'Christmas')
  await newRecipe(page, 'Cookies', '48', 'Cookie')
  await newRecipe(page, 'Brownies', '24', 'Brownie')
  await newBundle(page, 'Gift bag', '16', { Cookie: '6', Brownie: '3' })
  await button(page, 'Plan all batches needed').click()
  await openTab(page, 'Produce')
  await see(card(page, 'Cookies')).toContainText('0 of 2 batches')

  await button(page, 'Record 1 batch of Cookies').click()
  await see(card(page, 'Cookies')).toContainText('1 of 2 batches')
  // By key: no hand scrolls to the other card within the time of a second tap.
  await button(page, 'Record 1 batch of Brownies').press('Enter')
  await see(card(page, 'Brownies')).toContainText('1 of 2 batches')

  // The second tray of cookies burns, and of the second brownies twelve stick.
  await openForm(page, 'Cookies')
  await fill(page, { 'Of these, lost completely': '1' })
  await page.getByLabel('Why were pieces lost?').selectOption('Burnt')
  await button(page, 'Record').click()
  await see(card(page, 'Cookies')).toContainText('1 batch lost')
  await see(card(page, 'Cookies')).toContainText('1 of 2 batches')
  await openForm(page, 'Brownies')
  await fill(page, { 'Good pieces: Brownie': '12' })
  await page.getByLabel('Why were pieces lost?').selectOption('Broken')
  await button(page, 'Record').click()
  await see(card(page, 'Brownies')).toContainText('! 12 short')
  await see(card(page, 'Brownies')).toContainText('2 of 2 batches')
  await see(page.getByRole('main')).toContainText('4 bundles short: bake 1 more batch of Brownies')
  await see(page.getByText('Done:')).toHaveCount(0)

  for (const name of ['Brownies', 'Cookies']) {
    await button(page, `Record 1 batch of ${name}`).press('Enter')
    await see(lastRecorded(page)).toContainText(`${name}, 1 batch`)
  }
  await see(page.getByText('Done: 2')).toBeVisible()
  await openTab(page, 'Assemble')
  await button(page, 'Pack all 16').click()
  await see(page.getByRole('banner')).toContainText('Complete')
})

test('two helpers in two tabs see each other’s batches, and either undoes them', async () => {
  const first = await exampleBoard()
  const second = await secondTab(first)
  await see(card(second.page, 'Cookies')).toContainText('6 of 7 batches')
  await button(first.page, 'Record 1 batch of Cookies').click()
  await see(lastRecorded(second.page)).toContainText('Cookies, 1 batch')
  await see(second.page.getByText('Done: 1')).toBeVisible()
  await button(second.page, 'Record 1 batch of Brownies').click()
  await see(first.page.getByText('Done: 2')).toBeVisible()
  await second.page.getByText('Done: 2').click()
  await first.page.getByRole('button', { name: 'Undo: Brownies, 1 batch' }).click()
  await see(card(second.page, 'Brownies')).toContainText('6 of 7 batches')
  await openTab(second.page, 'History')
  await see(second.page.getByRole('main').getByRole('listitem')).toHaveCount(14)
})

test('a reload in the middle of a form brings back what was typed, and counts nothing', async () => {
  const { page } = await exampleBoard()
  await openForm(page, 'Cookies')
  await fill(page, { Batches: '2', 'Good pieces: Cookie': '90', 'Who (if you like)': 'Ana' })
  await page.reload()
  await see(page.getByLabel('Good pieces: Cookie')).toHaveValue('90')
  await see(page.getByLabel('Batches', { exact: true })).toHaveValue('2')
  await page.getByLabel('Why were pieces lost?').selectOption('Burnt')
  await button(page, 'Record').click()
  await see(lastRecorded(page)).toContainText('Cookies, 2 batches · Ana')
  await openTab(page, 'History')
  await see(page.getByRole('main').getByRole('listitem').first()).toContainText(
    '90 of 96 pieces good, burnt',
  )
  await openTab(page, 'Produce')
  await page.getByText('Done: 1').click()
  await openForm(page, 'Cookies')
  await see(page.getByLabel('Good pieces: Cookie')).toHaveValue('48')
})

test('twelve bags are packed at once', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Assemble')
  await openForm(page, 'Gift bag')
  await fill(page, { 'How many': '12' })
  await button(page, 'Record').click()
  await see(lastRecorded(page)).toContainText('Gift bag, 12 packed')
  const bag = card(page, 'Gift bag')
  await see(bag).toContainText('12 of 50 packed')
  await see(bag).toContainText('36 of 50 can be packed now')
  await openTab(page, 'Produce')
  await see(card(page, 'Cookies')).toContainText('Cookie: 288 good of 300 needed')
  expect(await page.getByText('since then').count()).toBe(0)
})
