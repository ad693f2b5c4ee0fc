import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright'
import {
  button,
  card,
  exampleBoard,
  lastRecorded,
  newEvent,
  newRecipe,
  fill,
  firstVisit,
  openTab,
  secondTab,
  see,
  useKitchen,
} from './kitchen'
import type { WatchedPage } from './browser'

useKitchen()

const NOON = new Date('2031-05-01T12:00:00')

/** The example on a device whose clock the test sets. */
async function clockedBoard(): Promise<WatchedPage> {
  const visit = await exampleBoard()
  await visit.page.clock.install({ time: NOON })
  await visit.page.reload()
  await button(visit.page, 'Timer for Brownies').waitFor()
  return visit
}

async function startTimer(page: Page, recipe: string, minutes: string): Promise<void> {
  await button(page, `Timer for ${recipe}`).click()
  const sheet = page.getByRole('dialog', { name: `Timer: ${recipe}` })
  for (const digit of minutes) await sheet.getByRole('button', { name: digit, exact: true }).click()
  await sheet.getByRole('button', { name: `Start ${minutes} min` }).click()
  await sheet.waitFor({ state: 'detached' })
}

const strip = (page: Page): Locator => page.getByRole('complementary', { name: 'Timers' })
const ringing = (page: Page, what: string): Locator =>
  page.getByRole('dialog', { name: `${what} is ready` })

/** What a phone call does to a page: it is hidden, nothing runs, and then it is looked at again. */
async function hiddenFor(page: Page, time: string): Promise<void> {
  const setVisibility = (state: string): Promise<void> =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await setVisibility('hidden')
  await page.clock.fastForward(time)
  await setVisibility('visible')
}

test('a phone call of 20 minutes with two timers running: both say the truth afterwards', async () => {
  const { page } = await clockedBoard()
  await startTimer(page, 'Brownies', '17')
  await startTimer(page, 'Cookies', '45')
  await see(strip(page)).toContainText('Brownies 7 of 7')
  await see(strip(page)).toContainText('2')
  await hiddenFor(page, '20:00')
  const ring = ringing(page, 'Brownies 7 of 7')
  await see(ring).toContainText(/rang [23] min ago/)
  await ring.getByRole('button', { name: 'Record the batch' }).click()
  await see(lastRecorded(page)).toContainText('Brownies, 1 batch')
  await page.getByText('Done: 1').click()
  await see(card(page, 'Brownies')).toContainText('7 of 7 batches')
  await see(page.getByRole('dialog')).toHaveCount(0)
  await see(strip(page)).toContainText(/Cookies 7 of 7\s*2[45]:\d\d/)
  await see(strip(page)).not.toContainText('Brownies')
})

test('a reload changes nothing: what rang is told, what runs goes on', async () => {
  const { page } = await clockedBoard()
  await startTimer(page, 'Brownies', '10')
  await startTimer(page, 'Cookies', '12')
  await page.clock.fastForward('09:00')
  await page.reload()
  await see(strip(page)).toContainText(/Brownies 7 of 7\s*0:[0-5]\d/)
  await page.clock.fastForward('05:00')
  await page.reload()
  const brownies = ringing(page, 'Brownies 7 of 7')
  await see(brownies).toContainText('rang 4 min ago')
  await see(brownies).toContainText('Also ready: Cookies 7 of 7')
  await brownies.getByRole('button', { name: '2 more minutes' }).click()
  await ringing(page, 'Cookies 7 of 7')
    .getByRole('button', { name: 'Stop, record nothing' })
    .click()
  await see(strip(page)).toContainText(/Brownies 7 of 7\s*[12]:\d\d/)
  await see(strip(page)).not.toContainText('Cookies')
  await see(card(page, 'Cookies')).toContainText('1 to go')
})

test('the time of a recipe is remembered: its next timer takes two taps', async () => {
  const { page } = await clockedBoard()
  await startTimer(page, 'Brownies', '24')
  await button(page, 'Timer for Brownies').click()
  await button(page, 'Start 24 min').click()
  await see(strip(page)).toContainText('Brownies 7 of 7')
  await strip(page).getByRole('button').click()
  const list = page.getByRole('dialog', { name: 'Timers' })
  await see(list.getByRole('heading', { level: 3 })).toHaveText([
    'Brownies 7 of 7',
    'Brownies batch 8',
  ])
})

test('a timer is seen and rings on every screen', async () => {
  const { page } = await clockedBoard()
  await startTimer(page, 'Brownies', '24')
  const home = page.url().replace(/#.*/, '')
  for (const hash of ['#/', '#/settings', '#/catalogue/recipes', '#/new', '#/nowhere/at/all']) {
    await page.goto(home + hash)
    await see(strip(page)).toContainText('Brownies 7 of 7')
  }
  await page.clock.fastForward('24:30')
  await see(ringing(page, 'Brownies 7 of 7')).toContainText('rang just now')
})

test('a batch that is recorded from a ring is undone where it rang, or on the board that comes up', async () => {
  const { page } = await clockedBoard()
  const board = page.url()
  for (const hash of [new URL(board).hash, '#/settings']) {
    await startTimer(page, 'Brownies', '24')
    await page.goto(board.replace(/#.*/, hash))
    await page.clock.fastForward('25:00')
    await ringing(page, 'Brownies 7 of 7').getByRole('button', { name: 'Record the batch' }).click()
    await see(lastRecorded(page)).toContainText('Brownies, 1 batch')
    await page.getByRole('button', { name: /^Undo: Brownies, 1 batch/ }).click()
    await see(card(page, 'Brownies')).toContainText('1 to go')
  }
})

test('what rings in two tabs ends in both, and is recorded once', async () => {
  const first = await clockedBoard()
  await startTimer(first.page, 'Brownies', '24')
  const second = await secondTab(first)
  await second.page.clock.install({ time: NOON })
  for (const { page } of [first, second]) {
    await see(strip(page)).toContainText('Brownies 7 of 7')
    await page.clock.fastForward('25:00')
  }
  const answers = [first, second].map(({ page }) =>
    ringing(page, 'Brownies 7 of 7').getByRole('button', { name: 'Record the batch' }),
  )
  for (const answer of answers) await see(answer).toBeEnabled()
  await Promise.all(answers.map((answer) => answer.evaluate((one: HTMLElement) => one.click())))
  for (const { page } of [first, second]) {
    await see(page.getByRole('dialog')).toHaveCount(0)
    await see(strip(page)).toHaveCount(0)
    await page.getByText('Done: 1').click()
    await see(card(page, 'Brownies')).toContainText('7 of 7 batches')
    await see(card(page, 'Brownies')).not.toContainText('over')
  }
})

test('a stopped timer asks before, and one that is put off waits on the strip', async () => {
  const { page } = await clockedBoard()
  await startTimer(page, 'Brownies', '24')
  await page.clock.fastForward('25:00')
  await see(ringing(page, 'Brownies 7 of 7').getByRole('button').first()).toBeEnabled()
  await page.keyboard.press('Escape')
  await see(page.getByRole('dialog')).toHaveCount(0)
  await see(strip(page)).toContainText(/rang .* ago|rang just now/)
  await strip(page).getByRole('button').click()
  await button(page, 'Stop: Brownies 7 of 7').click()
  await button(page, 'Let it run').click()
  await see(strip(page)).toBeAttached()
  await button(page, 'Stop: Brownies 7 of 7').click()
  await button(page, 'Stop it').click()
  await see(strip(page)).toHaveCount(0)
  await see(card(page, 'Brownies')).toContainText('1 to go')
})

test('a recipe that makes several things opens its form when the batch is ready', async () => {
  const { page } = await firstVisit()
  await page.clock.install({ time: NOON })
  await newEvent(page, 'Stall')
  await newRecipe(page, 'Cake', '12', 'Slice')
  await page.getByLabel('Add loose pieces').selectOption('Slice')
  await fill(page, { Wanted: '20' })
  await button(page, 'Add').click()
  await page.getByRole('button', { name: /Plan 2 batches/ }).click()
  const event = page.url()
  await page.goto(event.replace(/#.*/, '#/catalogue/recipes'))
  await page.getByRole('link', { name: /^Cake/ }).click()
  await button(page, 'It makes another kind too').click()
  await page.getByLabel('Called').nth(1).fill('Whole cake')
  await page.getByLabel('Pieces').nth(1).fill('1')
  await button(page, 'Save').click()
  await page.getByRole('link', { name: 'New recipe' }).waitFor()
  await page.goto(event)
  await openTab(page, 'Produce')
  await startTimer(page, 'Cake', '30')
  await page.clock.fastForward('31:00')
  await ringing(page, 'Cake 1 of 2').getByRole('button', { name: 'Record the batch' }).click()
  await see(page.getByRole('heading', { level: 1 })).toHaveText('Baked: Cake')
  await see(page.getByLabel('Good pieces: Whole cake')).toBeVisible()
  await see(strip(page)).toHaveCount(0)
})

test('without motion it rings in one steady colour, with motion it flashes once a second', async () => {
  const { page } = await clockedBoard()
  await startTimer(page, 'Brownies', '1')
  await page.clock.fastForward('01:30')
  const ring = ringing(page, 'Brownies 7 of 7')
  await ring.waitFor()
  const look = (): Promise<[string, string]> =>
    ring.evaluate((one) => {
      const { animationName, animationDuration } = getComputedStyle(one)
      return [animationName, animationDuration]
    })
  expect((await look())[1]).toBe('1s')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect((await look())[0]).toBe('none')
  const box = (await ring.boundingBox())!
  expect(box).toEqual({ x: 0, y: 0, width: 390, height: 844 })
})
