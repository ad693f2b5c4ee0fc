import { expect, inject, test } from 'vitest'
import type { Page } from 'playwright'
import {
  button,
  card,
  dump,
  exampleBoard,
  firstVisit,
  heading,
  lastRecorded,
  see,
  useKitchen,
} from './kitchen'
import { IPHONE } from './screens-ios'

useKitchen()

interface Icon {
  readonly src: string
  readonly sizes: string
  readonly purpose?: string
}
interface Manifest {
  readonly id: string
  readonly name: string
  readonly start_url: string
  readonly display: string
  readonly icons: readonly Icon[]
  readonly shortcuts: readonly { readonly name: string; readonly url: string }[]
}

/** The manifest as the browser reads it, and what it has against it. */
async function manifestOf(
  page: Page,
): Promise<{ manifest: Manifest; url: string; errors: string[] }> {
  const devtools = await page.context().newCDPSession(page)
  const { url, data, errors } = await devtools.send('Page.getAppManifest')
  return {
    manifest: JSON.parse(data ?? '') as Manifest,
    url,
    errors: errors.map(({ message }) => message),
  }
}

/** The size of a picture once it is loaded and decoded. */
function sizeOf(page: Page, url: string): Promise<string> {
  return page.evaluate(async (src) => {
    const picture = new Image()
    picture.src = src
    await picture.decode()
    return `${picture.naturalWidth}x${picture.naturalHeight}`
  }, url)
}

test('the browser has nothing against installing the app', async () => {
  const { page } = await firstVisit()
  const { errors, manifest, url } = await manifestOf(page)
  expect(errors).toEqual([])
  expect(manifest).toMatchObject({ name: 'Batchboard', display: 'standalone' })
  expect(new URL(manifest.start_url, url).href).toBe(inject('appUrl'))
  expect(manifest.id).not.toBe('')
  const devtools = await page.context().newCDPSession(page)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  const ids = installabilityErrors.map(({ errorId }) => errorId)
  // Pages of a test have no storage that lasts, and so cannot be installed; nothing else is wrong.
  expect(ids.filter((id) => id !== 'in-incognito')).toEqual([])
})

test('every icon loads in the size that it says, the maskable one and that of iPhones too', async () => {
  const { page } = await firstVisit()
  const { manifest, url } = await manifestOf(page)
  const pixels = manifest.icons.filter(({ sizes }) => sizes !== 'any')
  for (const { src, sizes } of pixels) {
    expect(await sizeOf(page, new URL(src, url).href), src).toBe(sizes)
  }
  const sizes = (purpose: string) =>
    pixels
      .filter((icon) => (icon.purpose ?? 'any').split(' ').includes(purpose))
      .map((icon) => icon.sizes)
  expect(sizes('any')).toEqual(expect.arrayContaining(['192x192', '512x512']))
  expect(sizes('maskable')).toContain('512x512')
  const touchIcon = await page.locator('link[rel=apple-touch-icon]').getAttribute('href')
  expect(await sizeOf(page, new URL(touchIcon ?? '', page.url()).href)).toBe('180x180')
})

test('every shortcut opens its screen, without a network too', async () => {
  const { page, context } = await firstVisit()
  await see(page.getByRole('status')).toHaveText('✓ Ready to work offline')
  const { manifest, url } = await manifestOf(page)
  expect(manifest.shortcuts.map(({ name }) => name)).toEqual(['Events', 'New event'])
  await context.setOffline(true)
  for (const [index, title] of ['How many can you pack right now?', 'New event'].entries()) {
    await page.goto('about:blank')
    await page.goto(new URL(manifest.shortcuts[index]?.url ?? '', url).href)
    await see(heading(page, title)).toBeVisible()
  }
})

test('started from its icon, the app comes back to where the kitchen was', async () => {
  const { page } = await firstVisit()
  await page.getByRole('button', { name: 'Try the example' }).click()
  await page.getByRole('link', { name: 'History' }).click()
  await see(heading(page, 'History')).toBeVisible()
  await page.goto('about:blank')
  await page.goto(inject('appUrl'))
  await see(heading(page, 'History')).toBeVisible()
})

/** What a Chromium does when it may install the page; a page of a test may not, so it is told to. */
async function offer(page: Page, outcome: 'accepted' | 'dismissed'): Promise<void> {
  await page.evaluate((answer) => {
    const event = new Event('beforeinstallprompt')
    const prompt = (): Promise<void> => {
      document.documentElement.setAttribute('data-asked', answer)
      return Promise.resolve()
    }
    dispatchEvent(
      Object.assign(event, { prompt, userChoice: Promise.resolve({ outcome: answer }) }),
    )
  }, outcome)
}

/** The quiet line on the list of events. */
const offered = (page: Page) => page.getByRole('region', { name: 'On the home screen' })

async function recordOne(page: Page): Promise<void> {
  await card(page, 'Christmas gift bags').getByRole('link').first().click()
  await button(page, 'Record 1 batch of Cookies').click()
  await see(lastRecorded(page)).toContainText('Cookies, 1 batch')
}

async function backToEvents(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Back' }).click()
  await see(card(page, 'Christmas gift bags')).toBeVisible()
}

test('the home screen is offered after the first record, and never before', async () => {
  const { page } = await exampleBoard()
  await backToEvents(page)
  await Promise.all([page.waitForResponse(/InstallOffer-.*\.js/), offer(page, 'accepted')])
  // It has then read what it asks for, and the list of events has been drawn.
  await dump(page)
  await see(offered(page)).toHaveCount(0)
  await recordOne(page)
  await see(offered(page)).toHaveCount(0)
  await backToEvents(page)
  await offered(page).getByRole('button', { name: 'Put it on the home screen' }).click()
  await see(page.locator('html')).toHaveAttribute('data-asked', 'accepted')
  await see(offered(page)).toHaveCount(0)
})

test.each([
  ['on the line', 'accepted', 'Not now'],
  ['in the browser’s own question', 'dismissed', 'Put it on the home screen'],
] as const)(
  'who says no %s is not asked again; the settings still can',
  async (_, outcome, tap) => {
    const { page } = await exampleBoard()
    await backToEvents(page)
    await recordOne(page)
    await backToEvents(page)
    await offer(page, outcome)
    await offered(page).getByRole('button', { name: tap }).click()
    await see(offered(page)).toHaveCount(0)
    await page.reload()
    await see(card(page, 'Christmas gift bags')).toBeVisible()
    await Promise.all([page.waitForResponse(/InstallOffer-.*\.js/), offer(page, 'accepted')])
    await dump(page)
    await see(offered(page)).toHaveCount(0)
    await page.getByRole('link', { name: 'Settings' }).click()
    await see(offered(page)).toContainText('This browser can put it on the home screen.')
    await button(page, 'Put it on the home screen').click()
    await see(offered(page)).toContainText('✓ It goes on the home screen')
  },
)

test('a tab on an iPhone shows by pictures how to put it on the home screen, until there is something of one’s own', async () => {
  const { page } = await firstVisit({ userAgent: IPHONE })
  const byHand = page.getByRole('region', { name: 'First, put it on the home screen' })
  await see(byHand.getByRole('listitem')).toHaveText([
    'Tap Share, in the browser’s bar or behind ···.',
    'Find this row in the list, and tap it: Add to Home Screen',
    'Tap “Add”, then start Batchboard from this picture.',
  ])
  await see(byHand.locator('svg:visible, img:visible')).toHaveCount(3)
  expect(await sizeOf(page, new URL('icon.svg', page.url()).href)).toMatch(/^[1-9]/)
  await button(page, 'Try the example').click()
  await card(page, 'Brownies').waitFor()
  await backToEvents(page)
  await see(byHand).toHaveCount(0)
  await page.getByRole('link', { name: 'Settings' }).click()
  await see(byHand.getByRole('listitem')).toHaveCount(3)
})
