import { afterEach, expect, inject, test } from 'vitest'
import type { Page } from 'playwright'
import { offlineReady, type WatchedPage } from './browser'
import { deploy, type Deployment } from './deployment'
import { button, card, dump, exampleBoard, lastRecorded, openTab, see, useKitchen } from './kitchen'

useKitchen()

let deployment: Deployment | undefined
afterEach(async () => {
  await deployment?.end()
  deployment = undefined
})

/** One visit with a network, in which the example is opened and nothing else. */
async function visitOnce(url: string): Promise<WatchedPage & { readonly deepLink: string }> {
  const visit = await exampleBoard({}, url)
  await offlineReady(visit.page)
  const deepLink = visit.page.url().replace('/produce', '/assemble')
  expect(deepLink).toMatch(/#\/event\/[^/]+\/assemble$/)
  await visit.page.goto('about:blank')
  return { ...visit, deepLink }
}

/** A day without a network, from a deep link on. */
async function work(page: Page, deepLink: string): Promise<void> {
  await page.goto(deepLink)
  await see(card(page, 'Gift bag')).toContainText('48 of 50 can be packed now')
  await button(page, 'Record 1 packed: Gift bag').click()
  await see(card(page, 'Gift bag')).toContainText('1 of 50 packed')
  await openTab(page, 'Produce')
  await button(page, 'Record 1 batch of Brownies').click()
  // By key: no hand scrolls to the other card within the time of a second tap.
  await button(page, 'Record 1 batch of Cookies').press('Enter')
  await see(page.getByText('Done: 2')).toBeVisible()
  await page.getByRole('button', { name: 'Undo: Cookies, 1 batch' }).click()
  await see(lastRecorded(page)).toContainText('Brownies, 1 batch')

  const stored = await dump(page)
  await page.reload()
  await see(card(page, 'Cookies')).toContainText('6 of 7 batches · 1 to go')
  await see(lastRecorded(page)).toContainText('Brownies, 1 batch')
  await openTab(page, 'Assemble')
  await see(card(page, 'Gift bag')).toContainText('1 of 50 packed')
  await see(card(page, 'Gift bag')).toContainText('47 of 50 can be packed now')
  expect(await dump(page)).toBe(stored)
}

test('without a network the board starts from a deep link, records, undoes and keeps it over a reload', async () => {
  const { page, context, deepLink } = await visitOnce(inject('appUrl'))
  await context.setOffline(true)
  await work(page, deepLink)
})

test('while its server is down the board starts from a deep link, records, undoes and keeps it over a reload', async () => {
  deployment = await deploy()
  const { page, deepLink } = await visitOnce(deployment.url)
  await deployment.stop()
  await work(page, deepLink)
})

test('below a path of a static host the board works, and goes on while the host is down', async () => {
  deployment = await deploy('some/where/')
  const { page, deepLink } = await visitOnce(deployment.url)
  expect(new URL(deepLink).pathname).toBe('/some/where/')
  await deployment.stop()
  await work(page, deepLink)
})

test('every part of the app opens for the first time without a network', async () => {
  const { page, context, deepLink } = await visitOnce(inject('appUrl'))
  await context.setOffline(true)
  for (const [part, text] of [
    ['plan', 'Add loose pieces'],
    ['history', 'Brownies, 1 batch'],
    ['bake/example-cookies', 'Baked: Cookies'],
    ['pack/example-bag', 'Packed: Gift bag'],
  ] as const) {
    await page.goto(deepLink.replace(/assemble$/, part))
    await see(page.getByText(text).first()).toBeVisible()
  }
  await page.goto(deepLink.replace(/#.*/, '#/'))
  await page.getByLabel('Open a file').setInputFiles({
    name: 'nothing.json',
    mimeType: 'application/json',
    buffer: Buffer.from('nothing'),
  })
  await see(page.getByRole('alert')).toContainText('Nothing was changed.')
})
