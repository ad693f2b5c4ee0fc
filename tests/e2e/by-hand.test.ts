import { expect, test } from 'vitest'
import type { Page } from 'playwright'
import {
  button,
  card,
  dump,
  exampleBoard,
  fill,
  firstVisit,
  heading,
  newBundle,
  newEvent,
  newRecipe,
  openForm,
  openTab,
  see,
  useKitchen,
} from './kitchen'

useKitchen()

async function bake(page: Page, recipe: string, batches: string): Promise<void> {
  await openForm(page, recipe)
  await fill(page, { Batches: batches })
  await button(page, 'Record').click()
  await see(heading(page, 'Produce')).toBeVisible()
}

test('a kitchen goes from nothing to packed boxes by hand', async () => {
  const { page } = await firstVisit()
  await newEvent(page, 'Spring fair', '2031-05-01')
  await see(page.getByRole('main')).toContainText('Say what this event needs, in the plan')
  await newRecipe(page, 'Rolls', '12', 'Roll')
  await newRecipe(page, 'Jam', '10', 'Jar of jam')
  await newBundle(page, 'Breakfast box', '20', { Roll: '2', 'Jar of jam': '½' })
  await see(page.getByRole('main')).toContainText(/½ × Jar of jam/)
  await see(page.getByRole('main')).toContainText('Roll: 40 ÷ 12 = 3⅓')
  await see(page.getByRole('main')).toContainText('Jar of jam: 10 ÷ 10 = 1')
  await button(page, 'Plan all batches needed').click()
  await see(page.getByLabel('Batches of Rolls')).toHaveValue('4')
  await see(page.getByLabel('Batches of Jam')).toHaveValue('1')
  await see(page.getByRole('banner')).toContainText('Not started')

  await openTab(page, 'Produce')
  await bake(page, 'Rolls', '4')
  await button(page, 'Record 1 batch of Jam').click()
  await see(page.getByText('Done: 2')).toBeVisible()
  await see(page.getByRole('banner')).toContainText('In progress')
  await openTab(page, 'Assemble')
  await see(card(page, 'Breakfast box')).toContainText('20 of 20 can be packed now')
  await button(page, 'Pack all 20').click()
  await see(page.getByRole('banner')).toContainText('Complete')

  await page.getByRole('link', { name: 'Back' }).click()
  await see(card(page, 'Spring fair')).toContainText('Thu, May 1, 2031')
  await see(card(page, 'Spring fair')).toContainText('Complete')
})

test('the plan tells a number that is short by how much, and takes another', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  await page.getByLabel('Batches of Cookies').fill('5')
  await page.getByLabel('Batches of Cookies').press('Enter')
  await see(page.getByRole('main')).toContainText('12 short after baking')
  await page.getByLabel('Wanted: Gift bag').fill('48')
  await page.getByLabel('Wanted: Gift bag').press('Enter')
  await see(page.getByRole('main')).not.toContainText('short after baking')
  await openTab(page, 'Assemble')
  await see(card(page, 'Gift bag')).toContainText('48 of 48 can be packed now')
})

test('a bundle can hold another bundle, which is packed from its parts', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  await newBundle(page, 'Crate', '4', { 'Gift bag': '2' })
  await openTab(page, 'Assemble')
  await see(card(page, 'Crate')).toContainText('4 alone, 0 beside Gift bag')
  await openTab(page, 'Plan')
  await button(page, 'Remove Gift bag from the plan').click()
  await see(page.getByLabel('Wanted: Gift bag')).toHaveCount(0)
  await openTab(page, 'Assemble')
  await see(card(page, 'Crate')).toContainText('4 of 4 can be packed now')
})

test('loose pieces are wished for, baked and handed over, and complete their event', async () => {
  const { page } = await firstVisit()
  await newEvent(page, 'Stall')
  await newRecipe(page, 'Rolls', '12', 'Roll')
  await page.getByLabel('Add loose pieces').selectOption('Roll')
  await fill(page, { Wanted: '20' })
  await button(page, 'Add').click()
  await page.getByRole('button', { name: /Plan 2 batches/ }).click()
  await openTab(page, 'Produce')
  await button(page, 'Record 1 batch of Rolls').click()
  await openTab(page, 'Assemble')
  const roll = card(page, 'Roll')
  await see(roll.getByRole('img')).toHaveAccessibleName(
    'Roll: 0 handed over, 12 there now, 8 waiting for baking, 0 short',
  )
  await button(page, 'Hand over 12').click()
  await see(roll).toContainText('12 of 20 handed over')
  await openTab(page, 'Produce')
  await button(page, 'Record 1 batch of Rolls').click()
  await see(page.getByRole('banner')).toContainText('Complete')
  await openTab(page, 'Assemble')
  await see(roll).toContainText('Enough for all that are wanted')
  await button(page, 'Hand over 8').click()
  await see(roll).toContainText('20 of 20 handed over')
  await openTab(page, 'History')
  await see(page.getByRole('main')).toContainText('Roll, 8 handed over')
})

test('a wish can be taken off the plan; what was made for it is listed as also made', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  await button(page, 'Remove Cookies from the plan').click()
  await see(page.getByRole('button', { name: /Plan 7 batches/ })).toBeVisible()
  await openTab(page, 'Produce')
  await see(card(page, 'Cookies')).toHaveCount(0)
  await see(page.getByText('Cookies: 6 batches')).toBeVisible()
  await openTab(page, 'Plan')
  await page.getByRole('button', { name: /Plan 7 batches/ }).click()
  await openTab(page, 'Produce')
  await see(card(page, 'Cookies')).toContainText('6 of 7 batches')
})

test('removing an event asks, and it can be brought back whole', async () => {
  const { page } = await firstVisit()
  await newEvent(page, 'Stall')
  await newRecipe(page, 'Rolls', '12')
  await newBundle(page, 'Bag', '6', { Rolls: '2' })
  const before = await dump(page)
  await button(page, 'Remove this event').click()
  await button(page, 'Keep it').click()
  await see(page.getByRole('dialog')).toHaveCount(0)
  expect(await dump(page)).toBe(before)
  await button(page, 'Remove this event').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await see(card(page, 'Stall')).toHaveCount(0)
  await page.getByText('Removed events').click()
  await button(page, 'Bring back').click()
  await card(page, 'Stall').getByRole('link').click()
  await openTab(page, 'Plan')
  await see(page.getByLabel('Wanted: Bag')).toHaveValue('6')
})

test('the example is removed in one tap, and can be tried again', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  await button(page, 'Remove the example').click()
  await see(heading(page, 'How many can you pack right now?')).toBeVisible()
  await button(page, 'Try the example').click()
  await see(card(page, 'Cookies')).toContainText('6 of 7 batches')
})

test('the example that is brought back among the removed events works as before', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  await button(page, 'Remove the example').click()
  await page.getByText('Removed events').click()
  await button(page, 'Bring back').click()
  await card(page, 'Christmas gift bags').getByRole('link').click()
  await button(page, 'Record 1 batch of Cookies').click()
  await see(page.getByText('Done: 1')).toBeVisible()
  await openTab(page, 'Plan')
  await see(page.getByLabel('Add loose pieces')).toContainText('Cookie')
})

test('what is typed into the forms of the plan outlives a reload', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  await button(page, 'New bundle').click()
  await fill(page, { 'Name of the bundle': 'Crate', Wanted: '4', 'How many': '½' })
  await page.reload()
  await see(page.getByLabel('Name of the bundle')).toHaveValue('Crate')
  await see(page.getByLabel('Wanted', { exact: true })).toHaveValue('4')
  await see(page.getByLabel('How many', { exact: true })).toHaveValue('½')
})

test('what was cancelled does not come back', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  await button(page, 'New recipe').click()
  await fill(page, { 'Name of the recipe': 'Mistake' })
  await button(page, 'Cancel').click()
  await button(page, 'New recipe').click()
  await see(page.getByLabel('Name of the recipe')).toHaveValue('')
})
