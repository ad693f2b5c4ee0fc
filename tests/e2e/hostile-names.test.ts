import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright'
import {
  button,
  card,
  fill,
  firstVisit,
  heading,
  lastRecorded,
  newBundle,
  newEvent,
  newRecipe,
  openForm,
  openTab,
  see,
  useKitchen,
} from './kitchen'

useKitchen()

const NAMES = [
  ['markup', '<img src=x onerror=alert(1)>'],
  ['a right-to-left override', 'abc \u202Egnp.exe'],
  ['200 emoji', '🍪'.repeat(200)],
  ['a formula', "=cmd|' /C calc'!A0"],
  ['a name of the machinery', '__proto__'],
] as const

/** Texts are compared as they stand in the page: to the character, spaces and all. */
async function expectText(place: Locator, text: string): Promise<void> {
  await place.waitFor()
  expect(await place.textContent()).toBe(text)
}

async function expectIn(place: Locator, text: string): Promise<void> {
  await place.waitFor()
  await expect.poll(() => place.textContent()).toContain(text)
}

async function expectNoMarkup(page: Page): Promise<void> {
  expect(await page.locator('img, object, iframe, [onerror]').count()).toBe(0)
}

test.each(NAMES)('%s as a name is shown as typed, on every screen', async (_, name) => {
  const { page } = await firstVisit()
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const title = page.getByRole('heading', { level: 1 })
  const main = page.getByRole('main')

  await newEvent(page, name)
  await expectText(title, name)
  await newRecipe(page, name, '10', `${name} `)
  await newBundle(page, name, '5', { [name]: '1' })
  await see(page.getByLabel(`Wanted: ${name}`, { exact: true })).toHaveValue('5')
  await page.getByLabel('Add loose pieces').selectOption({ label: name })
  await fill(page, { Wanted: '5' })
  await button(page, 'Add').click()
  await see(page.getByLabel(`Wanted: ${name}`, { exact: true })).toHaveCount(2)
  await expectIn(main, `1 × ${name}`)
  await page.getByRole('button', { name: /Plan 1 batch/ }).click()
  await expectNoMarkup(page)

  await openTab(page, 'Produce')
  await openForm(page, name)
  await expectText(title, `Baked: ${name}`)
  await fill(page, { 'Who (if you like)': name, Batches: '2' })
  await see(page.getByLabel(`Good pieces: ${name}`, { exact: true })).toHaveValue('20')
  await button(page, 'Record').click()
  await expectIn(lastRecorded(page), `${name}, 2 batches · ${name}`)
  await expectIn(card(page, name), `${name}: 20 good of 10 needed`)
  await expectNoMarkup(page)

  await openTab(page, 'Assemble')
  await expectIn(main, `${name}: 5 can be packed now`)
  await openForm(page, name)
  await expectText(title, `Packed: ${name}`)
  await button(page, 'Record').click()
  await expectIn(lastRecorded(page), `${name}, 5 packed · ${name}`)
  await expectNoMarkup(page)

  await openTab(page, 'History')
  await expectIn(main, `${name}, 5 packed`)
  await see(
    page.getByRole('button', { name: `Undo: ${name}, 5 packed`, exact: true }),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Back' }).click()
  await expectText(card(page, name).getByRole('heading'), name)
  await page.reload()
  await expectText(heading(page, name), name)
  await expectNoMarkup(page)
  expect(dialogs).toEqual([])
})
