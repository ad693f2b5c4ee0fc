import { test } from 'vitest'
import { button, card, exampleBoard, openTab, see, useKitchen } from './kitchen'

useKitchen()

test('what to bake next shows its working on a tap', async () => {
  const { page } = await exampleBoard()
  await page.getByText('1 batch of each: +2').click()
  const main = page.getByRole('main')
  await see(main).toContainText('No single batch helps alone.')
  await see(main).toContainText('Cookies, 1 batch: 48 × Cookie. Can be packed: 48 now, 48 with it')
})

test('a recipe says what its next batch unlocks, with the working', async () => {
  const { page } = await exampleBoard()
  await button(page, 'Record 1 batch of Cookies').click()
  const brownies = card(page, 'Brownies')
  await brownies.getByText('Next batch: 2 more can be packed').click()
  await see(brownies).toContainText('Can be packed: 48 now, 50 with it')
})

test('a bundle names what limits it, and shows how many each part is enough for', async () => {
  const { page } = await exampleBoard()
  await page.getByRole('button', { name: 'Undo: Brownies, 1 batch' }).click()
  await openTab(page, 'Assemble')
  const bag = card(page, 'Gift bag')
  await see(bag).toContainText('Limited by Brownie')
  await bag.getByText('40 of 50 can be packed now').click()
  await see(bag).toContainText('Cookie: 288 there ÷ 6 = 48')
  await see(bag).toContainText('Brownie: 120 there ÷ 3 = 40')
})

test('what makes the event short shows how the cure comes about', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  await page.getByLabel('Batches of Cookies').fill('6')
  await page.getByLabel('Batches of Cookies').press('Enter')
  await page.getByText('2 bundles short: bake 1 more batch of Cookies').click()
  await see(page.getByRole('main')).toContainText(
    'Cookie: 12 missing − 0 from planned batches = 12 short, 48 a batch',
  )
})
