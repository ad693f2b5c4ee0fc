import { expect, test } from 'vitest'
import {
  button,
  card,
  dump,
  exampleBoard,
  heading,
  lastRecorded,
  openTab,
  see,
  useKitchen,
} from './kitchen'

useKitchen()

test('the keyboard alone bakes, undoes and packs everything', async () => {
  const { page } = await exampleBoard()
  const { keyboard } = page
  await keyboard.press('ArrowDown')
  await see(button(page, 'Record 1 batch of Cookies')).toBeFocused()
  await keyboard.press('ArrowDown')
  await see(button(page, 'Record 1 batch of Brownies')).toBeFocused()
  await keyboard.press('ArrowUp')
  await keyboard.press('Enter')
  await see(lastRecorded(page)).toContainText('Cookies, 1 batch')
  // The card is done and folds away; the next one takes its place.
  await see(button(page, 'Record 1 batch of Brownies')).toBeFocused()
  await keyboard.press('Backspace')
  await see(card(page, 'Cookies')).toContainText('6 of 7 batches')
  await see(lastRecorded(page)).toContainText('Brownies, 1 batch')
  for (const name of ['Cookies', 'Brownies']) {
    await button(page, `Record 1 batch of ${name}`).focus()
    await keyboard.press('Enter')
    await see(lastRecorded(page)).toContainText(`${name}, 1 batch`)
  }
  await page.getByRole('link', { name: 'Assemble', exact: true }).focus()
  await keyboard.press('Enter')
  await see(heading(page, 'Assemble')).toBeAttached()
  await keyboard.press('ArrowRight')
  await see(button(page, 'Record 1 packed: Gift bag')).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await see(button(page, 'Pack all 50')).toBeFocused()
  await keyboard.press('Enter')
  await see(page.getByRole('banner')).toContainText('Complete')
})

test('a pedal that is held down records one batch', async () => {
  const { page } = await exampleBoard()
  await page.getByRole('button', { name: 'Undo: Brownies, 1 batch' }).click()
  await see(card(page, 'Brownies')).toContainText('5 of 7 batches')
  await button(page, 'Record 1 batch of Brownies').focus()
  await page.keyboard.down('Enter')
  await see(card(page, 'Brownies')).toContainText('6 of 7 batches')
  const before = await dump(page)
  for (let repeats = 0; repeats < 5; repeats++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await openTab(page, 'History')
  expect(await dump(page)).toBe(before)
})

test('the help sheet opens with a question mark and a button, and keeps the keys to itself', async () => {
  const { page } = await exampleBoard()
  const before = await dump(page)
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'By keyboard, pedal or clicker' })
  await see(sheet).toContainText('Undo what was recorded last')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')
  await see(sheet).toHaveCount(0)
  await button(page, 'Keyboard and pedal').click()
  await see(sheet).toBeVisible()
  await button(page, 'Close').click()
  await see(sheet).toHaveCount(0)
  expect(await dump(page)).toBe(before)
})

test('fields keep their keys', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  const before = await dump(page)
  const wanted = page.getByLabel('Wanted: Gift bag')
  await wanted.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await see(wanted).toHaveValue('5')
  await page.keyboard.press('?')
  await see(page.getByRole('dialog')).toHaveCount(0)
  expect(await dump(page)).toBe(before)
})
