import { expect, inject, test } from 'vitest'
import { EVENT } from '../../bench/catalogue.mjs'
import { fill } from '../../bench/plan.mjs'
import { firstVisit, openTab, useKitchen } from './kitchen'

useKitchen()

declare global {
  interface Window {
    /** How many rows a list began with. */
    beginning: number
  }
}

/** Notes how many rows a list begins with. Runs in the page. */
function noteBeginning(rows: string): void {
  window.beginning = 0
  new MutationObserver(() => {
    window.beginning ||= document.querySelectorAll(rows).length
  }).observe(document, { subtree: true, childList: true })
}

test.each([
  { list: 'shopping', address: `#/event/${EVENT}/shop`, rows: '.shop .line', first: 12 },
  { list: 'plan', address: `#/event/${EVENT}/plan`, rows: '.plan .row', first: 6 },
  { list: 'catalogue', address: '#/catalogue/recipes', rows: 'main li', first: 60 },
])('a long $list is there at once: it begins with what is in sight', async (long) => {
  const url = inject('appUrl')
  const { context, page } = await firstVisit()
  await fill(context, url, 60)
  await page.addInitScript(noteBeginning, long.rows)
  await page.goto(`${url}${long.address}`)
  await page.reload()
  await page
    .locator(long.rows)
    .nth(2 * long.first)
    .waitFor({ state: 'attached' })
  expect(await page.evaluate(() => window.beginning)).toBe(long.first)
})

test('the way back leads to where the list was left, and another part begins at its top', async () => {
  const url = inject('appUrl')
  const { context, page } = await firstVisit()
  await page.setViewportSize({ width: 390, height: 844 })
  await fill(context, url, 60)
  await page.goto(`${url}#/event/${EVENT}/produce`)
  await page.reload()
  const last = page.locator('article').last()
  await page.locator('article').nth(59).waitFor()
  await last.scrollIntoViewIfNeeded()
  await page.evaluate(() => new Promise(requestAnimationFrame))
  const top = () => page.evaluate(() => Math.round(scrollY))
  const left = await top()
  expect(left).toBeGreaterThan(5000)
  await last.getByRole('link', { name: /More/ }).click()
  await page.getByLabel('Batches').waitFor()
  expect(await top()).toBe(0)
  await page.goBack()
  await expect.poll(top).toBe(left)
  await openTab(page, 'Plan')
  await page.locator('.plan .row').first().waitFor()
  expect(await top()).toBe(0)
  await page.goBack()
  await expect.poll(top).toBe(left)
})
