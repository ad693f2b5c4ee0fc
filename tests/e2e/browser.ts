import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright'
import { afterAll, beforeAll, expect } from 'vitest'
import { launchOptions } from '../../scripts/browser.mjs'

/** A page that remembers everything it should never have done. */
export interface WatchedPage {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors, requests to strangers and breaches of the content policy so far. */
  readonly faults: readonly string[]
  /** Fails the test, with the list, when there was any fault. */
  readonly expectNoFaults: () => void
}

let browser: Browser | undefined

/** Keeps one Chromium for the tests of a file. To be called once, at its top. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions())
  })
  afterAll(async () => {
    await browser?.close()
  })
}

/** Opens a page in a context of its own: no storage, no worker, nothing cached. */
export async function newPage(options: BrowserContextOptions = {}): Promise<WatchedPage> {
  if (!browser) throw new Error('useBrowser() comes first.')
  const context = await browser.newContext(options)
  return watch(await context.newPage())
}

/** Watches a page that was opened otherwise, such as a second tab. To be called before it loads anything. */
export async function watch(page: Page): Promise<WatchedPage> {
  const context = page.context()
  const faults: string[] = []
  page.on('console', (message) => {
    const { url } = message.location()
    // Chromium fetches the icon of the tab past the worker, so it fails without a network.
    const tabIcon = message.text().startsWith('Failed to load') && url.endsWith('/icon.svg')
    if (message.type() === 'error' && !tabIcon) faults.push(`console: ${message.text()} ${url}`)
  })
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
  // The requests of the worker show up at the context, not at the page.
  context.on('request', (request) => {
    const home = new URL(page.url()).origin
    const asked = new URL(request.url())
    const away = asked.protocol.startsWith('http') && home !== 'null' && asked.origin !== home
    if (away) faults.push(`request to a stranger: ${request.url()}`)
  })
  await page.exposeFunction('reportBreach', (breach: string) => faults.push(`policy: ${breach}`))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const exposed = window as unknown as { reportBreach(breach: string): void }
      exposed.reportBreach(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  return { page, context, faults, expectNoFaults: () => expect(faults).toEqual([]) }
}

/** Waits until the whole app lies on the device, and serves the page of a first visit. */
export async function offlineReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) return
    await new Promise((done) =>
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
    )
  })
}
