import { expect, test } from 'vitest'
import {
  button,
  card,
  dump,
  exampleBoard,
  fill,
  lastRecorded,
  openForm,
  openTab,
  see,
  useKitchen,
} from './kitchen'

useKitchen()

test('undoing a batch whose cookies are packed says what it would leave, and is asked', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Assemble')
  await button(page, 'Pack all 48').click()
  await see(card(page, 'Gift bag')).toContainText('48 of 50 packed')
  await openTab(page, 'History')
  const before = await dump(page)
  const brownies = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Brownies' })
  await brownies.first().getByRole('button', { name: 'Undo' }).click()
  const dialog = page.getByRole('dialog')
  await see(dialog).toContainText('Undo “Brownies, 1 batch”?')
  await see(dialog).toContainText('Brownie −24')
  await button(page, 'Keep it').click()
  await see(dialog).toHaveCount(0)
  expect(await dump(page)).toBe(before)

  await brownies.first().getByRole('button', { name: 'Undo' }).click()
  await button(page, 'Undo anyway').click()
  await see(brownies.first()).toContainText('Undone')
  await openTab(page, 'Produce')
  await see(page.getByRole('main')).toContainText('Brownie: -24. More was used than is recorded.')
})

test('undo stays one tap where nothing is packed of it', async () => {
  const { page } = await exampleBoard()
  await page.getByRole('button', { name: 'Undo: Brownies, 1 batch' }).click()
  await see(card(page, 'Brownies')).toContainText('5 of 7 batches')
  await see(page.getByRole('dialog')).toHaveCount(0)
})

test('what was recorded last can be undone on the forms too', async () => {
  const { page } = await exampleBoard()
  await openForm(page, 'Cookies')
  await see(lastRecorded(page)).toContainText('Brownies, 1 batch')
  await page.getByRole('button', { name: 'Undo: Brownies, 1 batch' }).click()
  await see(lastRecorded(page)).toContainText('Cookies, 1 batch')
})

test('history is narrowed to a person, and to what is about a recipe', async () => {
  const { page } = await exampleBoard()
  for (const who of ['Ana', 'Ben']) {
    await openForm(page, 'Cookies')
    await fill(page, { 'Who (if you like)': who })
    await button(page, 'Record').click()
    await see(lastRecorded(page)).toContainText(who)
    await page.getByText('Done: 1').click()
  }
  await openTab(page, 'History')
  const rows = page.getByRole('main').getByRole('listitem')
  await see(rows).toHaveCount(14)
  await page.getByLabel('Who').selectOption('Ana')
  await see(rows).toHaveCount(1)
  await see(rows).toContainText('Ana')
  await page.getByLabel('Who').selectOption('Everything')
  await page.getByLabel('Of what').selectOption('Brownies')
  await see(page.getByRole('main')).toContainText('6 of 14 entries')
})
