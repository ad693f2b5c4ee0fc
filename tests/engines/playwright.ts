import { chromium, firefox, type Browser, type BrowserContext, type Page } from 'playwright'
import { findFirefox, launchOptions } from '../../scripts/browser.mjs'
import {
  PATIENCE,
  PHONE,
  type Device,
  type Engine,
  type EngineKind,
  type Role,
  type Tab,
} from './engine'

export const CHROMIUM: EngineKind = {
  name: 'Chromium',
  start: async () => engine(await chromium.launch(launchOptions())),
}

export const FIREFOX: EngineKind = {
  name: 'Firefox',
  async start() {
    const executablePath = findFirefox() ?? ''
    return engine(await firefox.launch({ channel: 'moz-firefox', executablePath }))
  },
}

const engine = (browser: Browser): Engine => ({
  device: async ({ scheme, ...viewport } = PHONE) =>
    deviceOf(await browser.newContext({ viewport, colorScheme: scheme })),
  stop: () => browser.close(),
})

function deviceOf(context: BrowserContext): Device {
  context.setDefaultTimeout(PATIENCE)
  const faults: string[] = []
  context.on('weberror', (error) => faults.push(error.error().message))
  context.on('console', (message) => {
    const { url } = message.location()
    // Browsers fetch the icon of the tab past the worker, so it fails without a network.
    if (message.type() === 'error' && !url.endsWith('/icon.svg')) faults.push(message.text())
  })
  return {
    async open(url) {
      const page = await context.newPage()
      await page.goto(url)
      return tabOf(page)
    },
    faults: () => Promise.resolve(faults),
    end: () => context.close(),
  }
}

function tabOf(page: Page): Tab {
  const thing = (role: Role, name = '') =>
    page.getByRole(role, { name: new RegExp(`^${name}`) }).first()
  const field = (label: string) => page.getByLabel(label, { exact: true })
  return {
    async goTo(url) {
      await page.goto(url)
    },
    async reload() {
      await page.reload()
    },
    address: () => page.evaluate(() => location.href),
    async tap(role, name) {
      await page.bringToFront()
      await thing(role, name).click()
    },
    type: (label, text) => field(label).fill(text),
    choose: (label, path) => field(label).setInputFiles(path),
    async typed(label) {
      return (await field(label).count()) === 0 ? null : field(label).inputValue()
    },
    async shown(role, name) {
      const found = thing(role, name)
      return (await found.count()) === 0 ? null : found.innerText()
    },
    ask: (code) => page.evaluate(code),
    picture: () => page.screenshot(),
  }
}
