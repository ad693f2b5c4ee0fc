import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright'
import { sideways } from './measure'
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
  ['one very long word', 'Lebkuchenherzen'.repeat(13)],
  ['a formula', "=cmd|' /C calc'!A0"],
  ['a name of the machinery', '__proto__'],
] as const

/** As sentences show a name: closed in where it could turn what stands around it. */
const inSentence = (name: string): string =>
  name.includes('\u202E') ? `\u2068${name}\u2069` : name

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
  const told = inSentence(name)
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
  await see(page.getByLabel(`Wanted: ${told}`, { exact: true })).toHaveValue('5')
  await page.getByLabel('Add loose pieces').selectOption({ label: name })
  await fill(page, { Wanted: '5' })
  await button(page, 'Add').click()
  await see(page.getByLabel(`Wanted: ${told}`, { exact: true })).toHaveCount(2)
  await expectIn(main, `1 × ${told}`)
  await page.getByRole('button', { name: /Plan 1 batch/ }).click()
  await expectNoMarkup(page)

  await openTab(page, 'Produce')
  await openForm(page, name)
  await expectText(title, `Baked: ${told}`)
  await fill(page, { 'Who (if you like)': name, Batches: '2' })
  await see(page.getByLabel(`Good pieces: ${told}`, { exact: true })).toHaveValue('20')
  await button(page, 'Record').click()
  await expectIn(lastRecorded(page), `${told}, 2 batches · ${told}`)
  await expectIn(card(page, name), `${told}: 20 good of 10 needed`)
  await expectNoMarkup(page)

  await openTab(page, 'Assemble')
  await expectIn(main, `${told}: 5 can be packed now`)
  await openForm(page, name)
  await expectText(title, `Packed: ${told}`)
  // By key: no hand is there within the time of a second tap.
  await button(page, 'Record').press('Enter')
  await expectIn(lastRecorded(page), `${told}, 5 packed · ${told}`)
  await expectNoMarkup(page)

  await openTab(page, 'History')
  await expectIn(main, `${told}, 5 packed`)
  await see(
    page.getByRole('button', { name: `Undo: ${told}, 5 packed`, exact: true }),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Back' }).click()
  await expectText(card(page, name).getByRole('heading'), name)
  await page.reload()
  await expectText(heading(page, name), name)
  await expectNoMarkup(page)
  expect(dialogs).toEqual([])
})

test('a name with a right-to-left override turns no digits behind it', async () => {
  const { page } = await firstVisit()
  await newEvent(page, 'Fair')
  await newRecipe(page, 'abc \u202Egnp.exe', '48', '')
  await page.getByLabel('Add loose pieces').selectOption({ index: 1 })
  await fill(page, { Wanted: '300' })
  await button(page, 'Add').click()
  const working = page.locator('summary', { hasText: '300 ÷ 48 = 6¼ → 7 batches' })
  await working.waitFor()
  /** Where each of these stands on its line, from the left. */
  const places = await working.evaluate((summary) => {
    const text = document.createTreeWalker(summary, NodeFilter.SHOW_TEXT).nextNode() as Text
    return ['300', '48', '6¼', '7 batches'].map((part) => {
      const range = document.createRange()
      range.setStart(text, text.data.indexOf(part))
      range.setEnd(text, text.data.indexOf(part) + part.length)
      return range.getBoundingClientRect().left
    })
  })
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test.each(NAMES)('%s as a name breaks neither a wall nor a timer', async (_, name) => {
  const told = inSentence(name)
  const { page } = await firstVisit()
  await page.clock.install()
  await newEvent(page, name)
  await newRecipe(page, name, '10', name)
  await newBundle(page, name, '5', { [name]: '1' })
  await page.getByRole('button', { name: /Plan 1 batch/ }).click()
  await openTab(page, 'Produce')
  const board = page.url()
  await page.getByRole('button', { name: /^Timer for/ }).click()
  await expectIn(page.getByRole('dialog'), name)
  await page.getByRole('dialog').getByRole('button', { name: '9', exact: true }).click()
  await expectFits(page)
  await button(page, 'Start 9 min').click()
  const strip = page.getByRole('complementary', { name: 'Timers' })
  await expectIn(strip, name)
  await expectFits(page)

  for (const metres of ['0.6', '2']) {
    await page.evaluate((one) => localStorage.setItem('batchboard.distance', one), metres)
    await page.goto(board.replace('/produce', '/wall'))
    await page.reload()
    await expectText(page.locator('main h2').first(), name)
    await expectText(page.getByRole('heading', { level: 1 }), name)
    await expectIn(page.getByRole('region', { name: 'Timers' }), name)
    await expectFits(page)
    const [number] = await boxes(page.locator('main .number'))
    expect(number!.right).toBeLessThanOrEqual(390)
  }
  await page.clock.fastForward('10:00')
  const ring = page.getByRole('dialog')
  await expectIn(ring, name)
  await expectIn(ring, told)
  await expectFits(page)
  const answers = await boxes(ring.getByRole('button'))
  for (const { top, bottom } of answers) {
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(844)
  }
  await expectNoMarkup(page)
})

function boxes(places: Locator): Promise<DOMRect[]> {
  return places.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect),
  )
}

async function expectFits(page: Page): Promise<void> {
  await expect.poll(() => sideways(page)).toEqual([])
}
