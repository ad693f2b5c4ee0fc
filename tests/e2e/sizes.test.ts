import { expect, test } from 'vitest'
import type { Locator } from 'playwright'
import {
  button,
  card,
  exampleBoard,
  fill,
  firstVisit,
  newEvent,
  newRecipe,
  openForm,
  openTab,
  see,
  useKitchen,
} from './kitchen'

useKitchen()

const NARROW = { viewport: { width: 320, height: 640 } }

async function boxOf(
  place: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await place.boundingBox()
  if (!box) throw new Error('is not to be seen')
  return box
}

test('the header is at most 56 px high on a phone, whatever an event is called', async () => {
  const { page } = await exampleBoard(NARROW)
  expect((await boxOf(page.getByRole('banner'))).height).toBeLessThanOrEqual(56)
  await openTab(page, 'Plan')
  await page.getByRole('link', { name: 'Change name or date' }).click()
  await fill(page, { Name: 'Christmas gift bags for the whole street '.repeat(5).slice(0, 200) })
  await page.getByRole('main').getByRole('button').click()
  await see(page.getByRole('heading', { level: 1 })).toContainText('for the whole street')
  expect((await boxOf(page.getByRole('banner'))).height).toBeLessThanOrEqual(56)
})

test('what stays on the screen leaves most of it free, whatever was recorded last', async () => {
  const { page } = await firstVisit(NARROW)
  const name = 'Grandmother’s cinnamon stars '.repeat(7).slice(0, 200).trim()
  await newEvent(page, 'Stall')
  await newRecipe(page, name, '12', 'Star')
  await page.getByLabel('Add loose pieces').selectOption('Star')
  await fill(page, { Wanted: '20' })
  await button(page, 'Add').click()
  await page.getByRole('button', { name: /Plan 2 batches/ }).click()
  await openTab(page, 'Produce')
  await openForm(page, name)
  await fill(page, { 'Who (if you like)': 'Anastasia '.repeat(20).trim() })
  await button(page, 'Record').click()
  const last = page.getByRole('status').filter({ hasText: 'Last recorded' })
  await see(last).toContainText(`${name}, 1 batch · Anastasia`)
  const [top, tabs] = [await boxOf(last), await boxOf(page.getByRole('navigation'))]
  expect(tabs.y - top.y - top.height).toBeGreaterThan(640 / 2)
  await see(page.getByRole('button', { name: /^Undo: / })).toBeInViewport()
})

test('on a tablet produce and assemble stand side by side', async () => {
  const { page } = await exampleBoard({ viewport: { width: 1194, height: 834 } })
  const [cookies, bag] = [await boxOf(card(page, 'Cookies')), await boxOf(card(page, 'Gift bag'))]
  expect(bag.x).toBeGreaterThanOrEqual(cookies.x + cookies.width)
  await see(button(page, 'Record 1 batch of Brownies')).toBeInViewport()
  await see(button(page, 'Record 1 packed: Gift bag')).toBeInViewport()
})

test('letters are as large as chosen in the settings, also after a reload', async () => {
  const { page } = await firstVisit()
  const size = (): Promise<number> =>
    page.getByRole('main').evaluate((main) => parseFloat(getComputedStyle(main).fontSize))
  await page.getByRole('link', { name: 'Settings' }).click()
  const field = page.getByLabel('Text size')
  await see(field).toHaveValue('')
  const before = await size()
  await field.selectOption('200 %')
  expect(await size()).toBe(2 * before)
  await page.reload()
  await see(field).toHaveValue('200')
  expect(await size()).toBe(2 * before)
  await field.selectOption('As the device says')
  expect(await size()).toBe(before)
})
