import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import { Builder, Capabilities, error, type WebDriver, type WebElement } from 'selenium-webdriver'
import { DriverService } from 'selenium-webdriver/remote'
import { expect } from 'vitest'
import { findWebKit } from '../../scripts/browser.mjs'
import {
  PATIENCE,
  PHONE,
  type Device,
  type EngineKind,
  type Role,
  type Tab,
  type Window,
} from './engine'

// WebKitGTK's small browser, through its own driver, on a screen that nobody sees. What Playwright
// finds by role and label is found here by testing-library, inside the page.

const QUERIES = readFileSync(
  createRequire(import.meta.url).resolve(
    '@testing-library/dom/dist/@testing-library/dom.umd.min.js',
  ),
  'utf8',
)
/** From the moment that a test first looks at a page, what the page does not catch is kept. */
const WATCH = `
  window.faults = []
  addEventListener('error', (event) => faults.push(event.message))
  addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)))
  addEventListener('securitypolicyviolation', (event) =>
    faults.push('policy: ' + event.effectiveDirective + ' ' + event.blockedURI))`

export const WEBKIT: EngineKind = {
  name: 'WebKit',
  async start() {
    const found = findWebKit()
    if (!found) throw new Error('WebKit cannot be driven here.')
    const screen = spawn(found.screen, ['-displayfd', '3', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    const [display] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer]
    const service = new DriverService.Builder(found.driver)
      .setLoopback(true)
      .setEnvironment({
        ...process.env,
        DISPLAY: `:${display.toString().trim()}`,
        // A kitchen's browser speaks a language; without one, a Z comes before an a.
        LC_ALL: 'en_US.UTF-8',
      })
      .build()
    const url = await service.start()
    return {
      device: (window = PHONE) => newDevice(url, found.browser, window),
      async stop() {
        await service.kill()
        screen.kill()
        await once(screen, 'exit')
      },
    }
  },
}

async function newDevice(
  url: string,
  binary: string,
  { scheme, ...size }: Window,
): Promise<Device> {
  const args = ['--automation', ...(scheme === 'dark' ? ['--dark-mode'] : [])]
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args },
  })
  const driver = await new Builder().usingServer(url).withCapabilities(capabilities).build()
  await driver
    .manage()
    .window()
    .setRect({ x: 0, y: 0, ...size })
  await driver.manage().setTimeouts({ script: 5_000, pageLoad: PATIENCE })
  const tabs: Tab[] = []
  return {
    async open(address) {
      if (tabs.length > 0) await driver.switchTo().newWindow('window')
      const tab = tabOf(driver, await driver.getWindowHandle())
      tabs.push(tab)
      await tab.goTo(address)
      return tab
    },
    async faults() {
      const found: unknown[] = []
      for (const tab of tabs) found.push(...((await tab.ask('window.faults ?? []')) as unknown[]))
      return found.map(String)
    },
    end: () => driver.quit(),
  }
}

function tabOf(driver: WebDriver, handle: string): Tab {
  /** Runs a script in this tab, with the queries at hand. */
  async function run<Result>(script: string, ...args: unknown[]): Promise<Result> {
    await driver.switchTo().window(handle)
    if (!(await driver.executeScript('return "TestingLibraryDom" in window'))) {
      await driver.executeScript(`${QUERIES.replace(/\bthis,/, 'window,')};${WATCH}`)
    }
    return driver.executeScript<Result>(script, ...args)
  }

  const named = (role: Role, name = ''): Promise<WebElement | null> =>
    run(
      `const name = (name) => name.startsWith(arguments[1])
       return TestingLibraryDom.queryAllByRole(document.body, arguments[0], { name })[0] ?? null`,
      role,
      name,
    )

  const field = (label: string): Promise<WebElement | null> =>
    run('return TestingLibraryDom.queryByLabelText(document.body, arguments[0])', label)

  /** Does something with an element; until it is there and nothing lies over it, again. */
  async function act(
    what: string,
    find: () => Promise<WebElement | null>,
    deed: (element: WebElement) => Promise<void>,
  ): Promise<void> {
    const tried = async (): Promise<boolean> => {
      const element = await find()
      if (!element) return false
      await run('arguments[0].scrollIntoView({ block: "center" })', element)
      await deed(element)
      return true
    }
    await expect.poll(tried, { timeout: PATIENCE, message: what }).toBe(true)
  }

  return {
    async goTo(url) {
      await driver.switchTo().window(handle)
      await driver.get(url)
    },
    async reload() {
      await driver.switchTo().window(handle)
      await driver.navigate().refresh()
    },
    async address() {
      return run('return location.href')
    },
    tap: (role, name) =>
      act(
        `${role} ${name}`,
        () => named(role, name),
        (element) => element.click(),
      ),
    type: (label, text) =>
      act(
        label,
        () => field(label),
        async (element) => {
          await element.clear()
          await element.sendKeys(text)
        },
      ),
    choose: (label, path) =>
      act(
        label,
        () => field(label),
        (element) => element.sendKeys(path),
      ),
    async typed(label) {
      const element = await field(label)
      return element && run('return arguments[0].value', element)
    },
    async shown(role, name) {
      const element = await named(role, name)
      return element && run('return arguments[0].innerText', element)
    },
    async picture() {
      await driver.switchTo().window(handle)
      return Buffer.from(await driver.takeScreenshot(), 'base64')
    },
    async ask(code) {
      await driver.switchTo().window(handle)
      for (const end = Date.now() + PATIENCE; ;) {
        try {
          return await driver.executeAsyncScript(
            `const done = arguments[0]; Promise.resolve(${code}).then(done)`,
          )
        } catch (fault) {
          // What a page is asked while it reloads may never be answered: it is asked again.
          if (!(fault instanceof error.ScriptTimeoutError) || Date.now() > end) throw fault
        }
      }
    },
  }
}
