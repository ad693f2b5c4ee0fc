import { expect, test } from 'vitest'
import type { Page } from 'playwright'
import {
  button,
  card,
  dump,
  exampleBoard,
  fill,
  firstVisit,
  lastRecorded,
  newEvent,
  newRecipe,
  openForm,
  openTab,
  see,
  useKitchen,
} from './kitchen'

useKitchen()

/** The long form of the example's cookies, 48 a batch. */
async function bakeForm(): Promise<Page> {
  const { page } = await exampleBoard()
  await openForm(page, 'Cookies')
  return page
}

test('the long form records any number of batches, a lost one, fewer good pieces, why and who', async () => {
  const page = await bakeForm()
  await fill(page, { Batches: '4', 'Of these, lost completely': '1' })
  await see(page.getByText('144 expected')).toBeVisible()
  await fill(page, { 'Good pieces: Cookie': '130', 'Who (if you like)': 'Ana' })
  await page.getByLabel('Why were pieces lost?').selectOption('Burnt')
  await button(page, 'Record').click()

  await see(lastRecorded(page)).toContainText('Cookies, 1 batch lost · Ana')
  await page.getByText('Done: 1').click()
  await see(card(page, 'Cookies')).toContainText('9 of 7 batches · 0 to go')
  await see(card(page, 'Cookies')).toContainText('2 over')
  await see(card(page, 'Cookies')).toContainText('1 batch lost')
  await see(card(page, 'Cookies')).toContainText('Cookie: 418 good of 480 expected, 300 needed')

  await openTab(page, 'History')
  const rows = page.getByRole('main').getByRole('listitem')
  await see(rows.nth(0)).toContainText('Cookies, 1 batch lost')
  await see(rows.nth(0)).toContainText('0 of 48 pieces good, burnt')
  await see(rows.nth(1)).toContainText('Cookies, 3 batches')
  await see(rows.nth(1)).toContainText('130 of 144 pieces good, burnt')
  for (const index of [0, 1]) await see(rows.nth(index)).toContainText(/Ana · Linux · \d/)
})

test('the number of good pieces follows the batches until it is typed', async () => {
  const page = await bakeForm()
  await fill(page, { Batches: '3' })
  await see(page.getByLabel('Good pieces: Cookie')).toHaveValue('144')
  await fill(page, { 'Good pieces: Cookie': '140', Batches: '2' })
  await see(page.getByLabel('Good pieces: Cookie')).toHaveValue('140')
})

test('the reason is asked only when pieces were lost', async () => {
  const page = await bakeForm()
  const reason = page.getByLabel('Why were pieces lost?')
  await see(reason).toHaveCount(0)
  await fill(page, { 'Good pieces: Cookie': '47' })
  await see(reason).toBeVisible()
  await fill(page, { 'Good pieces: Cookie': '50' })
  await see(reason).toHaveCount(0)
})

const TYPED = {
  Batches: '4',
  'Good pieces: Cookie': '130',
  'Of these, lost completely': '1',
  'Who (if you like)': 'Ana',
}

async function seeTyped(page: Page): Promise<void> {
  for (const [label, text] of Object.entries(TYPED)) {
    await see(page.getByLabel(label, { exact: true })).toHaveValue(text)
  }
  await see(page.getByLabel('Why were pieces lost?')).toHaveValue('burnt')
}

test('a reload in the middle of the form keeps what was typed', async () => {
  const page = await bakeForm()
  await fill(page, TYPED)
  await page.getByLabel('Why were pieces lost?').selectOption('Burnt')
  await page.reload()
  await seeTyped(page)
})

test('going back leaves the form, and whoever returns finds what was typed', async () => {
  const page = await bakeForm()
  await fill(page, TYPED)
  await page.getByLabel('Why were pieces lost?').selectOption('Burnt')
  await page.goBack()
  await openForm(page, 'Cookies')
  await seeTyped(page)
  await page.getByRole('link', { name: 'Back' }).click()
  await openForm(page, 'Cookies')
  await seeTyped(page)
  await button(page, 'Record').click()
  await openForm(page, 'Brownies')
  await see(page.getByLabel('Batches', { exact: true })).toHaveValue('1')
})

test('the form is empty again once it was recorded', async () => {
  const page = await bakeForm()
  await fill(page, TYPED)
  await button(page, 'Record').click()
  await page.getByText('Done: 1').click()
  await openForm(page, 'Cookies')
  await see(page.getByLabel('Batches', { exact: true })).toHaveValue('1')
  await see(page.getByLabel('Good pieces: Cookie')).toHaveValue('48')
  await see(page.getByLabel('Who (if you like)')).toHaveValue('Ana')
})

test('a second tap on Record counts for no +1 that comes up under the finger', async () => {
  const page = await bakeForm()
  await page.evaluate(async () => {
    const place = { clientX: 100, clientY: 100 }
    // Within the time of a second tap, however long this machine takes to bring up the board.
    const tap = (what: Element | null, at: number): void => {
      const click = new MouseEvent('click', {
        ...place,
        detail: 1,
        bubbles: true,
        cancelable: true,
      })
      Object.defineProperty(click, 'timeStamp', { value: at })
      what?.dispatchEvent(click)
    }
    const plusOne = (): Element | null =>
      document.querySelector('[aria-label="Record 1 batch of Brownies"]')
    const start = performance.now()
    tap(document.querySelector('button[type=submit]'), start)
    while (!plusOne()) await new Promise(requestAnimationFrame)
    tap(plusOne(), start + 290)
  })
  await see(page.getByText('Second tap not counted')).toBeVisible()
  await see(lastRecorded(page)).toContainText('Cookies, 1 batch')
  await see(card(page, 'Brownies')).toContainText('6 of 7 batches')
})

test('recording 0 good pieces of a batch makes it a lost batch', async () => {
  const page = await bakeForm()
  await fill(page, { 'Good pieces: Cookie': '0' })
  await button(page, 'Record').click()
  await see(card(page, 'Cookies')).toContainText('6 of 7 batches')
  await see(card(page, 'Cookies')).toContainText('1 batch lost')
})

test('a plan without recipes has no long form, and its address leads nowhere', async () => {
  const { page } = await firstVisit()
  await newEvent(page, 'Fair')
  const before = await dump(page)
  await page.goto(page.url().replace('/plan', '/bake/nothing'))
  await see(page.getByRole('main')).toContainText('There is nothing here.')
  expect(await dump(page)).toBe(before)
})

test('a piece keeps its own name beside its recipe', async () => {
  const { page } = await firstVisit()
  await newEvent(page, 'Fair')
  await newRecipe(page, 'Dough', '12', 'Roll')
  await page.getByLabel('Add loose pieces').selectOption('Roll')
  await fill(page, { Wanted: '24' })
  await button(page, 'Add').click()
  await page.getByRole('button', { name: /Plan 2 batches/ }).click()
  await openTab(page, 'Produce')
  await openForm(page, 'Dough')
  await see(page.getByLabel('Good pieces: Roll')).toHaveValue('12')
})
