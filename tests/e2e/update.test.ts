import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newPage, offlineReady, useBrowser, watch, type WatchedPage } from './browser'
import { deploy, named, type Deployment } from './deployment'
import { button, card, dump, fill, openForm, see } from './kitchen'

useBrowser()

let deployment: Deployment
let first: WatchedPage

/** A tab that the worker of the first version serves. */
beforeEach(async () => {
  deployment = await deploy()
  first = await newPage()
  await first.page.goto(deployment.url)
  await offlineReady(first.page)
  await first.page.reload()
  await first.page.getByRole('main').first().waitFor()
})

afterEach(async () => {
  await first.context.close()
  await deployment.end()
})

const updateButton = ({ page }: WatchedPage) => page.getByRole('button', { name: /update/i })

const release = ({ page }: WatchedPage) =>
  page.evaluate(() => document.documentElement.dataset['release'] ?? 'first')

/** Comes to the front, where the app looks for an update itself, until it has found one. */
async function offered(visit: WatchedPage): Promise<void> {
  const look = (): Promise<unknown> =>
    visit.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect
    .poll(async () => {
      await look()
      return updateButton(visit).count()
    })
    .toBe(1)
}

test('a new version waits until a person takes it, then every tab changes, once', async () => {
  const second = await watch(await first.context.newPage())
  await second.page.goto(deployment.url)
  await second.page.getByRole('main').first().waitFor()
  await deployment.release(named('next'))
  await offered(first)
  await updateButton(second).waitFor()
  expect([await release(first), await release(second)]).toEqual(['first', 'first'])

  let loads = 0
  second.page.on('load', () => (loads += 1))
  await updateButton(first).click()
  await first.page.waitForSelector('html[data-release=next] main')
  await second.page.waitForSelector('html[data-release=next] main')
  await expect.poll(() => loads).toBe(1)
  expect(await updateButton(first).count()).toBe(0)
  expect(loads).toBe(1)
  first.expectNoFaults()
  second.expectNoFaults()
})

test('a tablet that stays in front for days hears of a new version', async () => {
  const { page } = first
  await page.clock.install()
  await page.reload()
  await offlineReady(page)
  // What the browser looks for by itself after a reload, it has looked for then.
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await deployment.release(named('next'))
  await expect
    .poll(async () => {
      await page.clock.fastForward('01:00:00')
      return updateButton(first).count()
    })
    .toBe(1)
  expect(await release(first)).toBe('first')
  first.expectNoFaults()
})

/** Offers a next version to a tab, and takes it there. */
async function takeUpdate(visit: WatchedPage): Promise<void> {
  await deployment.release(named('next'))
  await offered(visit)
  await updateButton(visit).click()
  await visit.page.waitForSelector('html[data-release=next] main')
}

async function openBakeForm({ page }: WatchedPage): Promise<void> {
  await button(page, 'Try the example').click()
  await openForm(page, 'Cookies')
}

test('what is being typed in a form outlives the update, and so does all that is recorded', async () => {
  const { page } = first
  await openBakeForm(first)
  const typed = { Batches: '3', 'Good pieces: Cookie': '101', 'Who (if you like)': 'Ana' }
  await fill(page, typed)
  const stored = await dump(page)
  await takeUpdate(first)
  for (const [label, text] of Object.entries(typed)) {
    await see(page.getByLabel(label, { exact: true })).toHaveValue(text)
  }
  expect(await dump(page)).toBe(stored)
  await button(page, 'Record').click()
  await page.getByText('Done: 1').click()
  await see(card(page, 'Cookies')).toContainText('9 of 7 batches')
  first.expectNoFaults()
})

test('an update brings back no form that was left and later recorded', async () => {
  const { page } = first
  await openBakeForm(first)
  await fill(page, { Batches: '3' })
  await page.goBack()
  await openForm(page, 'Cookies')
  await button(page, 'Record').click()
  await page.getByText('Done: 1').click()
  await takeUpdate(first)
  await page.getByText('Done: 1').click()
  await openForm(page, 'Cookies')
  await see(page.getByLabel('Batches', { exact: true })).toHaveValue('1')
  first.expectNoFaults()
})

test('a new version that nobody took yet is offered again after a reload', async () => {
  await deployment.release(named('next'))
  await offered(first)
  await first.page.reload()
  expect(await release(first)).toBe('first')
  await updateButton(first).click()
  await first.page.waitForSelector('html[data-release=next] main')
  first.expectNoFaults()
})

/** Looks for a version; how its installation ended. */
function installation({ page }: WatchedPage): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const found = new Set<ServiceWorker>()
    const ended = new Promise<string>((done) => {
      const follow = (): void => {
        const worker = registration.installing
        if (!worker) return
        found.add(worker)
        worker.addEventListener('statechange', () => done(worker.state))
      }
      registration.addEventListener('updatefound', follow)
      // The browser looks by itself too, and may have found it already.
      follow()
    })
    if (registration.waiting) return registration.waiting.state
    // A look that joins one that had begun before may find only what was there before.
    while (found.size === 0) await registration.update()
    return ended
  })
}

test('half a version on the server leaves the old one working; the whole one is offered later', async () => {
  const page = join(deployment.folder, 'index.html')
  const whole = await readFile(page, 'utf8')
  for (const name of ['one', 'two', 'three']) {
    await deployment.release(named(name))
    // The worker knows the page by its hash: another page in its place is a release half copied.
    await writeFile(page, '<title>half</title>')
    expect(await installation(first)).toBe('redundant')
    await writeFile(page, whole)
  }
  expect(await updateButton(first).count()).toBe(0)
  const second = await watch(await first.context.newPage())
  await second.page.goto(deployment.url)
  await second.page.getByRole('main').first().waitFor()
  expect(await release(second)).toBe('first')

  await deployment.release(named('whole'))
  await offered(first)
  await updateButton(first).click()
  await first.page.waitForSelector('html[data-release=whole] main')
})

test('a lost file offers a reload, but not where the reload would lose the page', async () => {
  // No worker serves a first visit, nor comes to serve it meanwhile.
  const fresh = await newPage({ serviceWorkers: 'block' })
  await fresh.page.goto(deployment.url)
  await fresh.page.getByRole('main').first().waitFor()
  const loseFile = () => dispatchEvent(new Event('vite:preloadError', { cancelable: true }))
  await fresh.context.setOffline(true)
  await fresh.page.evaluate(loseFile)
  expect(await updateButton(fresh).count()).toBe(0)
  await fresh.context.setOffline(false)
  await fresh.page.evaluate(loseFile)
  await updateButton(fresh).waitFor()
  await fresh.context.close()
})

const HALVES: readonly [string, (file: string) => Promise<void>][] = [
  ['missing', (file) => rm(file)],
  ['a page instead of a script', (file) => writeFile(file, '<!doctype html><title>Home</title>')],
  ['cut off', async (file) => writeFile(file, (await readFile(file)).subarray(0, 9))],
]

test.each(HALVES)(
  'a server that has half of a new version (a script is %s) leaves the old one working',
  async (_, spoil) => {
    const added = join(deployment.folder, 'assets', 'Added-12345678.js')
    await deployment.release(async (folder) => {
      await named('half')(folder)
      await writeFile(added, 'export const added = "a script that the version before did not have"')
    })
    await spoil(added)
    expect(await installation(first)).toBe('redundant')
    await first.page.reload()
    await openBakeForm(first)
    expect(await release(first)).toBe('first')
    expect(await updateButton(first).count()).toBe(0)
    first.expectNoFaults()
  },
)

test('a device that has no room for a new version goes on with the old one, and keeps what it has', async () => {
  const { page } = first
  await openBakeForm(first)
  const stored = await dump(page)
  const devtools = await page.context().newCDPSession(page)
  const origin = new URL(deployment.url).origin
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 })
  await deployment.release(named('large'))
  expect(await installation(first)).toBe('redundant')
  await page.reload()
  await see(page.getByLabel('Batches', { exact: true })).toBeVisible()
  expect(await dump(page)).toBe(stored)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin })
  // The browser's own look may have met the full device still.
  await expect.poll(() => installation(first)).toBe('installed')
  await updateButton(first).click()
  await page.waitForSelector('html[data-release=large] main')
})

test('a page that the device lost comes from the server, also of another version', async () => {
  const { page } = first
  await deployment.release(named('other'))
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const kept of await cache.keys()) {
        if (kept.url.includes('index.html')) await cache.delete(kept)
      }
    }
  })
  await page.reload()
  await page.waitForSelector('html[data-release=other] main')
})

test('a part of the app that is gone from device and server says so, and the rest goes on', async () => {
  const fresh = await newPage()
  await fresh.page.goto(deployment.url)
  await button(fresh.page, 'Try the example').waitFor()
  await offlineReady(fresh.page)
  await fresh.page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name)
  })
  // The browser has a cache of its own below the worker's.
  const devtools = await fresh.context.newCDPSession(fresh.page)
  await devtools.send('Network.clearBrowserCache')
  const assets = join(deployment.folder, 'assets')
  for (const file of await readdir(assets)) {
    if (file.startsWith('SettingsScreen-')) await rm(join(assets, file))
  }
  await fresh.page.getByRole('link', { name: 'Settings' }).click()
  await see(fresh.page.getByRole('alert')).toContainText('A part of the app is missing')
  await fresh.page.goBack()
  await button(fresh.page, 'Try the example').click()
  await see(card(fresh.page, 'Cookies')).toBeVisible()
  await fresh.context.close()
})
