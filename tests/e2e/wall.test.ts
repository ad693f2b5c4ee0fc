import { describe, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright'
import { button, exampleBoard, heading, lastRecorded, secondTab, see, useKitchen } from './kitchen'
import { sideways } from './measure'
import type { WatchedPage } from './browser'

useKitchen()

const NOON = new Date('2031-05-01T12:00:00')

/** The example on the wall, read from a distance. */
async function onTheWall(
  distance: string,
  viewport = { width: 1194, height: 834 },
): Promise<WatchedPage> {
  const visit = await exampleBoard({ viewport })
  const { page } = visit
  await page.evaluate((metres) => localStorage.setItem('batchboard.distance', metres), distance)
  await page.getByRole('link', { name: 'Wall mode' }).click()
  await tile(page, 0).waitFor()
  return visit
}

const tile = (page: Page, index: number): Locator => page.locator('main li.card').nth(index)

/** What of a tile is not on it whole. */
const cutOff = (page: Page): Promise<string[]> =>
  page.locator('main li.card').evaluateAll((tiles) =>
    tiles.flatMap((one) => {
      const around = one.getBoundingClientRect()
      return [...one.querySelectorAll('h2, p, .bar')]
        .filter((part) => part.checkVisibility())
        .filter((part) => {
          const { top, bottom, left, right } = part.getBoundingClientRect()
          const isIn = top >= around.top - 1 && bottom <= around.bottom + 1
          return !isIn || left < around.left - 1 || right > around.right + 1
        })
        .map((part) => `${part.className}: ${part.textContent.trim()}`)
    }),
  )

const fontSizes = (places: Locator): Promise<number[]> =>
  places.evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)))

test('a wall is left by Exit and then Leave', async () => {
  const { page } = await onTheWall('2')
  await button(page, 'Exit').click()
  await button(page, 'Stay').click()
  await see(button(page, 'Exit')).toBeVisible()
  await button(page, 'Exit').click()
  await button(page, 'Leave').click()
  await see(heading(page, 'Produce')).toBeAttached()
})

test('a wall is left by Escape, with the question open too', async () => {
  const { page } = await onTheWall('2')
  await page.keyboard.press('Escape')
  await see(heading(page, 'Produce')).toBeAttached()
  await page.getByRole('link', { name: 'Wall mode' }).click()
  await button(page, 'Exit').click()
  await page.keyboard.press('Escape')
  await see(heading(page, 'Produce')).toBeAttached()
})

test('nothing on a wall can be touched but Exit', async () => {
  const { page } = await onTheWall('1')
  expect(
    await page.locator('a[href], button, input, select, summary, [tabindex="0"]').count(),
  ).toBe(1)
  for (const [x, y] of [
    [100, 100],
    [600, 400],
    [300, 600],
    [600, 20],
  ] as const) {
    await page.mouse.click(x, y)
  }
  await see(button(page, 'Exit')).toBeVisible()
  await see(page.getByRole('dialog')).toHaveCount(0)
  expect(page.url()).toContain('/wall')
})

describe.each([
  ['0.6', 34, 21],
  ['1', 56, 35],
  ['2', 112, 70],
])('at %s m', (distance, digit, name) => {
  test.each([
    { width: 1194, height: 834 },
    { width: 834, height: 1194 },
    { width: 390, height: 844 },
    { width: 844, height: 390 },
    { width: 320, height: 640 },
  ])(
    `digits are at least ${digit} px high and names ${name} px, at $width × $height`,
    async (viewport) => {
      const { page } = await onTheWall(distance, viewport)
      const [digits, names] = [
        await fontSizes(page.locator('main .number')),
        await fontSizes(page.locator('main h2')),
      ]
      expect(digits.length).toBeGreaterThan(0)
      expect(Math.round(Math.min(...digits))).toBeGreaterThanOrEqual(digit)
      expect(Math.round(Math.min(...names))).toBeGreaterThanOrEqual(name)
      expect(await sideways(page)).toEqual([])
      // The line at the foot may break elsewhere once the screen is kept on.
      await expect.poll(() => cutOff(page)).toEqual([])
      const high = await page.evaluate(() => document.documentElement.scrollHeight)
      expect(high).toBeLessThanOrEqual(viewport.height)
    },
  )
})

test('the distance is chosen behind Exit, and is remembered', async () => {
  const { page } = await onTheWall('2', { width: 390, height: 844 })
  const before = await fontSizes(page.locator('main .number'))
  await button(page, 'Exit').click()
  await button(page, '0.6 m').click()
  await button(page, 'Stay').click()
  await see(page.locator('main .number')).toHaveCount(3)
  expect((await fontSizes(page.locator('main .number')))[0]!).toBeLessThan(before[0]!)
  await page.reload()
  await see(page.locator('main .number')).toHaveCount(3)
})

test('a wall follows what is recorded elsewhere, up to the end', async () => {
  const first = await onTheWall('2')
  const second = await secondTab(first, first.page.url().replace('/wall', '/produce'))
  await button(second.page, 'Record 1 batch of Brownies').click()
  await see(first.page.getByRole('contentinfo')).toContainText('Brownies, 1 batch')
  await see(first.page.getByRole('main')).toContainText('Bake 1 batch of Cookies: +2')
  await button(second.page, 'Record 1 batch of Cookies').click()
  await see(tile(first.page, 0)).toContainText('50 can be packed now')
  await second.page.goto(second.page.url().replace('/produce', '/assemble'))
  await button(second.page, 'Pack all 50').click()
  await see(first.page.getByRole('main')).toContainText('Everything is baked and packed')
  await see(lastRecorded(second.page)).toContainText('Gift bag, 50 packed')
})

test('a wall dims when nobody is there, and is bright again at a touch or a new entry', async () => {
  const visit = await exampleBoard({ viewport: { width: 1194, height: 834 }, hasTouch: true })
  const { page } = visit
  await page.clock.install({ time: NOON })
  await page.goto(page.url().replace('/produce', '/wall'))
  await page.reload()
  await tile(page, 0).waitFor()
  const dimmed = button(page, 'Dimmed. Touch it to see it bright.')
  await page.clock.fastForward('14:00')
  await see(dimmed).toHaveCount(0)
  await page.clock.fastForward('02:00')
  await see(dimmed).toBeAttached()
  // The first touch only brightens, wherever it lands.
  const exit = (await button(page, 'Exit').boundingBox())!
  await page.touchscreen.tap(exit.x + 10, exit.y + 10)
  await see(dimmed).toHaveCount(0)
  await see(page.getByRole('dialog')).toHaveCount(0)
  await page.clock.fastForward('16:00')
  await see(dimmed).toBeAttached()
  const second = await secondTab(visit, page.url().replace('/wall', '/produce'))
  await button(second.page, 'Record 1 batch of Brownies').click()
  await see(dimmed).toHaveCount(0)
})

test('pages change by themselves where not all fits, and a question that is left alone closes', async () => {
  const visit = await exampleBoard({ viewport: { width: 390, height: 844 } })
  const { page } = visit
  await page.evaluate(() => localStorage.setItem('batchboard.distance', '2'))
  await page.clock.install({ time: NOON })
  await page.goto(page.url().replace('/produce', '/wall'))
  await page.reload()
  const names = new Set<string>()
  // The clock runs on by itself too, so a slow machine may miss a page and see it the next time.
  for (let turn = 0; turn < 9 && names.size < 3; turn++) {
    await see(page.getByRole('contentinfo')).toContainText(/\d of 3/)
    const name = (await page.locator('main h2').innerText()).trim()
    names.add(name)
    await page.clock.fastForward('00:12')
    await see(page.locator('main h2')).not.toHaveText(name)
  }
  expect([...names].sort()).toEqual(['Brownies', 'Cookies', 'Gift bag'])
  await button(page, 'Exit').click()
  await see(page.getByRole('dialog')).toBeVisible()
  await page.clock.fastForward('00:30')
  await see(page.getByRole('dialog')).toHaveCount(0)
})

test('the screen is kept on while it hangs there, and says so', async () => {
  const { page } = await onTheWall('1')
  await see(page.getByRole('contentinfo')).toContainText('Screen stays on')
})
