import { expect, test } from 'vitest'
import {
  button,
  card,
  exampleBoard,
  heading,
  lastRecorded,
  openTab,
  secondTab,
  see,
  useKitchen,
} from './kitchen'

useKitchen()

test('a second tab follows what the first one records, without a reload', async () => {
  const first = await exampleBoard()
  const second = await secondTab(first, first.page.url().replace('/produce', '/assemble'))
  await see(card(second.page, 'Gift bag')).toContainText('48 of 50 can be packed now')
  let loads = 0
  second.page.on('load', () => (loads += 1))

  await first.page.bringToFront()
  await button(first.page, 'Record 1 batch of Brownies').click()
  // By key: no hand scrolls to the other card within the time of a second tap.
  await button(first.page, 'Record 1 batch of Cookies').press('Enter')
  await see(card(second.page, 'Gift bag')).toContainText('50 of 50 can be packed now')
  await see(lastRecorded(second.page)).toContainText('Cookies, 1 batch')
  await second.page.bringToFront()
  await button(second.page, 'Pack all 50').click()
  await see(first.page.getByRole('banner')).toContainText('Complete')
  await second.page.getByRole('button', { name: 'Undo: Gift bag, 50 packed' }).click()
  await see(first.page.getByRole('banner')).toContainText('In progress')
  expect(loads).toBe(0)
})

test('an event that one tab removes leaves the other tab’s list', async () => {
  const first = await exampleBoard()
  const second = await secondTab(first, first.page.url().replace(/#.*/, '#/'))
  await see(card(second.page, 'Christmas gift bags')).toBeVisible()
  await first.page.bringToFront()
  await openTab(first.page, 'Plan')
  await button(first.page, 'Remove the example').click()
  await see(heading(second.page, 'How many can you pack right now?')).toBeVisible()
})
