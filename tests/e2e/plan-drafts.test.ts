import { test } from 'vitest'
import { button, exampleBoard, fill, openTab, see, useKitchen } from './kitchen'

useKitchen()

// A reload, an update, a dead battery: what was being typed on the plan comes back.

test('a wish that is being typed survives a reload, and is gone once it is added', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  const choice = page.getByLabel('Add loose pieces')
  await choice.selectOption({ label: 'Brownie' })
  await fill(page, { Wanted: '12' })
  await page.reload()
  await see(page.getByLabel('Wanted', { exact: true })).toHaveValue('12')
  await button(page, 'Add').click()
  await see(page.getByLabel('Wanted: Brownie')).toHaveValue('12')
  await see(page.getByLabel('Wanted', { exact: true })).toHaveCount(0)
  await page.reload()
  await see(page.getByLabel('Wanted: Brownie')).toHaveValue('12')
  await see(choice).toHaveValue('')
})

test('a new recipe and a new bundle that are being typed survive a reload', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  await button(page, 'New recipe').click()
  await fill(page, { 'Name of the recipe': 'Stollen', 'Pieces per batch': '6' })
  await page.reload()
  await see(page.getByLabel('Name of the recipe')).toHaveValue('Stollen')
  await see(page.getByLabel('Pieces per batch')).toHaveValue('6')
  await button(page, 'New bundle').click()
  await fill(page, { 'Name of the bundle': 'Tin', 'How many': '3' })
  await page.reload()
  await see(page.getByLabel('Name of the bundle')).toHaveValue('Tin')
  await see(page.getByLabel('How many')).toHaveValue('3')
})
