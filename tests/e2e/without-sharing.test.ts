import { fileURLToPath } from 'node:url'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import type { BrowserContextOptions, Page } from 'playwright'
import { newPage, useBrowser } from './browser'
import { button, card, see } from './kitchen'

// A list or a file leaves the app by whatever way a browser has for it, and the screen says which.

useBrowser()

const BAKE_TRACKER = fileURLToPath(
  new URL('../fixtures/bake-tracker/bake-tracker-backup-event.json', import.meta.url),
)
const TOUCH = { hasTouch: true, isMobile: true }
const NO_SHARING = 'delete Navigator.prototype.share; delete Navigator.prototype.canShare'
const REFUSED_CLIPBOARD = `Clipboard.prototype.writeText = () =>
  Promise.reject(new DOMException('refused', 'NotAllowedError'))`
/** A sharing that keeps what it is given, or fails as it is told. */
const sharing = (files: boolean, fault = ''): string => `
  window.given = []
  Navigator.prototype.canShare = ({ files }) => !files || ${files}
  Navigator.prototype.share = async ({ title, files = [] }) => {
    if ('${fault}') throw new DOMException('no', '${fault}')
    window.given.push(title ?? files[0].name)
  }`

async function opened(takeAway: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { page, context } = await newPage({ viewport: { width: 390, height: 844 }, ...options })
  onTestFinished(() => context.close())
  await page.addInitScript(takeAway)
  await page.goto(inject('appUrl'))
  return page
}

/** The shop of an event whose recipes have ingredients. */
async function shop(takeAway: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await opened(takeAway, options)
  await page.getByLabel('Open a file').setInputFiles(BAKE_TRACKER)
  await button(page, 'Close').click()
  await card(page, 'Xmas').getByRole('link').click()
  await page.getByRole('navigation').getByRole('link', { name: 'Shop' }).click()
  await button(page, 'Share').waitFor()
  return page
}

const said = (page: Page, text: string) =>
  see(page.getByRole('status').filter({ hasText: text })).toBeVisible()

describe('a shopping list', () => {
  test('is copied without navigator.share, and the screen says so', async () => {
    const page = await shop(NO_SHARING, { permissions: ['clipboard-read', 'clipboard-write'] })
    await button(page, 'Share').click()
    await said(page, 'Copied')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Xmas')
  })

  test('stays without a navigator.clipboard that lets itself be written, and the screen says so', async () => {
    const page = await shop(`${NO_SHARING}; ${REFUSED_CLIPBOARD}`)
    for (const name of ['Share', 'Copy']) {
      await button(page, name).click()
      await said(page, 'That did not work in this browser.')
    }
  })

  test('is shared where a browser shares, and a sharing that fails is said', async () => {
    const page = await shop(sharing(false))
    await button(page, 'Share').click()
    await expect.poll(() => page.evaluate('window.given')).toEqual(['Shopping: Xmas'])
    const failing = await shop(sharing(false, 'NotAllowedError'))
    await button(failing, 'Share').click()
    await said(failing, 'That did not work in this browser.')
  })
})

describe('a backup on a touch screen', () => {
  test('is shared as a file where files are shared', async () => {
    const page = await shop(sharing(true), TOUCH)
    await page.evaluate(() => (location.hash = '#/backup'))
    await button(page, 'Save a backup').click()
    await expect.poll(() => page.evaluate('window.given.join()')).toMatch(/^batchboard-.*\.txt$/)
  })

  test.each([
    ['navigator.canShare', NO_SHARING],
    ['files among what is shared', sharing(false)],
    ['permission to share', sharing(true, 'NotAllowedError')],
  ])('is downloaded without %s', async (_, takeAway) => {
    const page = await shop(takeAway, TOUCH)
    await page.evaluate(() => (location.hash = '#/backup'))
    const download = page.waitForEvent('download')
    await button(page, 'Save a backup').click()
    expect((await download).suggestedFilename()).toMatch(/^batchboard-.*\.txt$/)
    await see(page.getByText('Last backup: today')).toBeVisible()
  })
})
