import type { Locator } from 'playwright'
import { expect, test } from 'vitest'
import {
  button,
  card,
  dump,
  exampleBoard,
  firstVisit,
  heading,
  lastRecorded,
  openForm,
  openTab,
  see,
  tapAgainThere,
  useKitchen,
} from './kitchen'

useKitchen()

test('an empty board offers the example, a new event and a file to open', async () => {
  const { page } = await firstVisit()
  await see(heading(page, 'How many can you pack right now?')).toBeVisible()
  await see(button(page, 'Try the example')).toBeVisible()
  await see(page.getByRole('link', { name: 'New event' })).toBeVisible()
  await see(page.getByText('Open a file')).toBeVisible()
  await see(page.getByRole('status')).toHaveText('✓ Ready to work offline')
})

test('the example tells at first sight that 48 of 50 bags can be packed, and what brings two more', async () => {
  const { page } = await firstVisit()
  await button(page, 'Try the example').click()
  await see(page.getByRole('banner')).toContainText('In progress')
  await see(page.getByRole('main')).toContainText('Next 1 batch of each: +2')
  for (const recipe of ['Cookies', 'Brownies']) {
    await see(card(page, recipe)).toContainText('6 of 7 batches · 1 to go · 85.71 %')
    await see(card(page, recipe).getByRole('img')).toHaveAccessibleName(
      `${recipe}: 6 of 7 batches baked`,
    )
  }
  await openTab(page, 'Assemble')
  const bag = card(page, 'Gift bag')
  await see(bag).toContainText('48 of 50 can be packed now')
  await see(bag.getByRole('listitem')).toHaveText([
    /0 packed/,
    /48 can be packed now/,
    /2 waiting for baking/,
    /0 short/,
  ])
  await see(bag.getByRole('img')).toHaveAccessibleName(
    'Gift bag: 0 packed, 48 can be packed now, 2 waiting for baking, 0 short',
  )
  await see(bag).toContainText('Bake 1 batch of Cookies and 1 batch of Brownies')
})

test('one more batch of each recipe lets all 50 bags be packed, and packing them completes the event', async () => {
  const { page } = await exampleBoard()
  await button(page, 'Record 1 batch of Brownies').click()
  // By key: no hand scrolls to the other card within the time of a second tap.
  await button(page, 'Record 1 batch of Cookies').press('Enter')
  await see(page.getByText('Done: 2')).toBeVisible()
  await openTab(page, 'Assemble')
  await see(card(page, 'Gift bag')).toContainText('50 of 50 can be packed now')
  await see(page.getByRole('main')).toContainText('Next Pack Gift bag: 50 can be packed now')
  await button(page, 'Pack all 50').click()
  await see(page.getByRole('banner')).toContainText('Complete')
  await see(page.getByRole('main')).toContainText('Next Everything is baked and packed')
  await see(card(page, 'Gift bag')).toContainText('50 of 50 packed · 100 %')
  await see(lastRecorded(page)).toContainText('Gift bag, 50 packed')
})

test('what was recorded last can be undone where it is shown', async () => {
  const { page } = await exampleBoard()
  await button(page, 'Record 1 batch of Cookies').click()
  await see(lastRecorded(page)).toContainText('Cookies, 1 batch')
  await see(page.getByText('Done: 1')).toBeVisible()
  await page.getByRole('button', { name: 'Undo: Cookies, 1 batch' }).click()
  await see(lastRecorded(page)).toContainText('Brownies, 1 batch')
  await see(card(page, 'Cookies')).toContainText('6 of 7 batches · 1 to go')
})

test('anything recorded can be undone in the history, where it stays', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'History')
  const rows = page.getByRole('main').getByRole('listitem')
  await see(rows).toHaveCount(12)
  const second = rows.nth(1)
  await see(second).toContainText('Cookies, 1 batch')
  await second.getByRole('button', { name: 'Undo: Cookies, 1 batch' }).click()
  await see(second).toContainText('Undone')
  await see(rows).toHaveCount(12)
  await see(second.getByRole('button')).toHaveCount(0)
  await openTab(page, 'Produce')
  await see(card(page, 'Cookies')).toContainText('5 of 7 batches · 2 to go')
  await see(card(page, 'Brownies')).toContainText('6 of 7 batches · 1 to go')
})

/** Both before the card may have gone to those that are done: later, the second one hits nothing. */
async function tapTwice(what: Locator): Promise<void> {
  await what.evaluate((one) => {
    for (const detail of [1, 2])
      one.dispatchEvent(new MouseEvent('click', { detail, bubbles: true }))
  })
}

test('two quick taps on +1 record one batch, and the board says so', async () => {
  const { page } = await exampleBoard()
  await page.getByRole('button', { name: 'Undo: Brownies, 1 batch' }).click()
  await see(card(page, 'Brownies')).toContainText('5 of 7 batches')
  await tapTwice(button(page, 'Record 1 batch of Brownies'))
  await see(page.getByText('Second tap not counted')).toBeVisible()
  await see(card(page, 'Brownies')).toContainText('6 of 7 batches')
  await openTab(page, 'History')
  await see(page.getByRole('main').getByRole('listitem')).toHaveCount(13)
})

test('two quick taps that complete a recipe record one batch, and the board says so', async () => {
  const { page } = await exampleBoard()
  await tapTwice(button(page, 'Record 1 batch of Brownies'))
  await see(page.getByText('Done: 1')).toBeVisible()
  await see(page.getByText('Second tap not counted')).toBeVisible()
  await openTab(page, 'History')
  await see(page.getByRole('main').getByRole('listitem')).toHaveCount(13)
})

test('a second tap counts for no other card that the first one moved under the finger', async () => {
  const { page } = await exampleBoard()
  const hit = await tapAgainThere(button(page, 'Record 1 batch of Cookies'))
  expect(hit).toBe('Record 1 batch of Brownies')
  await see(page.getByText('Second tap not counted')).toBeVisible()
  await see(card(page, 'Brownies')).toContainText('6 of 7 batches')
})

test('packing more than there is asks once; No and Escape record nothing', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Assemble')
  const before = await dump(page)
  await openForm(page, 'Gift bag')
  await page.getByLabel('How many', { exact: true }).fill('60')
  const dialog = page.getByRole('dialog', {
    name: 'Only 48 can be packed from what is recorded. Record 60 anyway?',
  })
  await button(page, 'Record').click()
  await see(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await see(dialog).toHaveCount(0)
  await button(page, 'Record').click()
  await button(page, 'No').click()
  await see(dialog).toHaveCount(0)
  expect(await dump(page)).toBe(before)

  // By key: so soon after No a tap would be taken for a second one of that.
  await button(page, 'Record').press('Enter')
  await button(page, 'Record 60 anyway').click()
  await see(page.getByRole('banner')).toContainText('Christmas gift bags')
  await openTab(page, 'Assemble')
  await see(card(page, 'Gift bag')).toContainText('60 of 50 packed · 120 %')
  await see(card(page, 'Gift bag')).toContainText('10 over')
  await see(page.getByRole('main')).toContainText('Cookie: -72. More was used than is recorded.')
})

test('+1 on a bundle without stock asks once too', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Assemble')
  await button(page, 'Pack all 48').click()
  await see(card(page, 'Gift bag')).toContainText('48 of 50 packed')
  await button(page, 'Record 1 packed: Gift bag').click()
  await see(page.getByRole('dialog')).toContainText('Only 0 can be packed from what is recorded.')
  await button(page, 'Record 1 anyway').click()
  await see(card(page, 'Gift bag')).toContainText('49 of 50 packed')
  await see(page.getByRole('dialog')).toHaveCount(0)
})
