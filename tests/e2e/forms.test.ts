import { expect, test } from 'vitest'
import {
  button,
  card,
  exampleBoard,
  fill,
  lastRecorded,
  newEvent,
  openForm,
  openTab,
  secondTab,
  see,
  useKitchen,
} from './kitchen'

useKitchen()

// How forms are left, and what they find when they are opened again.

test('a form that the app starts with again closes to its board', async () => {
  const first = await exampleBoard()
  await openForm(first.page, 'Cookies')
  await see(button(first.page, 'Record')).toBeVisible()
  const { page } = await secondTab(first, first.page.url().replace(/#.*/, ''))
  await first.page.close()
  await button(page, 'Record').click()
  await see(lastRecorded(page)).toContainText('Cookies, 1 batch')
  await see(card(page, 'Brownies')).toBeVisible()
  // From here on there is a way back.
  await openForm(page, 'Brownies')
  await page.reload()
  await page.getByRole('link', { name: 'Back' }).click()
  await see(card(page, 'Brownies')).toBeVisible()
})

test('a form that is submitted again and again while it closes records once', async () => {
  const { page } = await exampleBoard()
  await openForm(page, 'Cookies')
  await button(page, 'Record').waitFor()
  await page.evaluate(async () => {
    const form = document.querySelector('form')!
    const { port1, port2 } = new MessageChannel()
    while (form.isConnected) {
      form.requestSubmit()
      await new Promise((done) => {
        port1.onmessage = done
        port2.postMessage(null)
      })
    }
  })
  await openTab(page, 'History')
  await see(page.getByRole('main').getByRole('listitem')).toHaveCount(13)
})

test('a form leads back to where it was opened, past an address that comes twice', async () => {
  const { page } = await exampleBoard()
  await card(page, 'Cookies').getByRole('link', { name: 'More…' }).click()
  await page.getByRole('link', { name: 'Counted again: Cookie' }).click()
  await button(page, '7').click()
  await page.evaluate(() => {
    const here = location.href
    location.hash = '#/settings'
    location.replace(here)
  })
  await page.getByRole('link', { name: 'Back' }).click()
  await see(card(page, 'Brownies')).toBeVisible()
})

test('what was typed of the pieces of one event is not there for another one', async () => {
  const { page } = await exampleBoard()
  await card(page, 'Cookies').getByRole('link', { name: 'More…' }).click()
  await page.getByRole('link', { name: 'Counted again: Cookie' }).click()
  await button(page, '7').click()
  const form = page.url()
  const typed = page.locator('output')
  await see(typed).toHaveText('7')
  await page.goto(page.url().replace(/#.*/, '#/'))
  await newEvent(page, 'Fair')
  const [, fair] = /event\/([^/]+)/.exec(page.url())!
  await page.goto(form.replace(/event\/[^/]+/, `event/${fair}`))
  await see(typed).toHaveText('–')
  await page.goto(form)
  await see(typed).toHaveText('7')
})

test('a part can be added to a bundle again', async () => {
  const { page } = await exampleBoard()
  await page.goto(page.url().replace(/#.*/, '#/catalogue/bundles'))
  await page.getByRole('link', { name: /^Gift bag/ }).click()
  const parts = page.getByLabel('Part', { exact: true })
  await see(parts).toHaveCount(2)
  const add = page.getByLabel('Add a part')
  for (const count of [3, 4]) {
    await add.selectOption('New material…')
    await see(parts).toHaveCount(count)
    await see(add).toHaveValue('')
  }
})

test('a number that was refused gives way to one that was taken', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  const batches = page.getByLabel('Batches of Cookies')
  await fill(page, { 'Batches of Cookies': '9' })
  await batches.press('Enter')
  await see(button(page, 'Cookies: Take 7 batches')).toBeVisible()
  await fill(page, { 'Batches of Cookies': '24.5' })
  await batches.press('Enter')
  await see(page.getByRole('alert')).toBeVisible()
  await button(page, 'Cookies: Take 7 batches').click()
  await see(batches).toHaveValue('7')
  await see(page.getByRole('alert')).toHaveCount(0)
})

test('an event that was removed says so where it is still open, and is brought back there', async () => {
  const first = await exampleBoard()
  await first.page.goto(first.page.url().replace(/#.*/, '#/'))
  await newEvent(first.page, 'Stall')
  const second = await secondTab(first)
  await first.page.bringToFront()
  await button(first.page, 'Remove this event').click()
  await first.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  const note = second.page.getByText('This event was removed')
  await see(note).toBeVisible()
  await second.page.bringToFront()
  await button(second.page, 'Bring back').click()
  await see(note).toHaveCount(0)
  await see(card(first.page, 'Stall')).toBeVisible()
})

test('a question of the wall that a phone closed by itself can be asked again', async () => {
  const { page } = await exampleBoard()
  await page.getByRole('link', { name: 'Wall mode' }).click()
  await button(page, 'Exit').click()
  await page.getByRole('dialog').evaluate((dialog: HTMLDialogElement) => {
    dialog.close()
  })
  await button(page, 'Exit').click()
  await button(page, 'Leave').click()
  await see(card(page, 'Brownies')).toBeVisible()
})

test('the list of timers does not stay over the screen that an answer leads to', async () => {
  const { page } = await exampleBoard()
  await button(page, 'Timer for Brownies').click()
  await button(page, '9').click()
  await button(page, 'Start 9 min').click()
  await page.getByRole('complementary', { name: 'Timers' }).getByRole('button').click()
  const list = page.getByRole('dialog', { name: 'Timers' })
  await see(list).toBeVisible()
  await page.evaluate(() => (location.hash = location.hash.replace('produce', 'plan')))
  await see(list).toHaveCount(0)
  expect(await page.getByRole('complementary', { name: 'Timers' }).count()).toBe(1)
})
