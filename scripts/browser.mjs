import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

// The one place that knows which browsers drive the tests, and with which flags.

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const FIREFOX = ['firefox-esr', 'firefox']

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Where programs lie that are usually not on the PATH. */
function installed() {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ]
  }
  if (process.platform !== 'win32') return []
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((root) => root !== undefined)
    .map((root) => join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'))
}

/** @param {string[]} names */
function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** The build that Playwright downloaded itself; none while its package is not installed. */
function downloaded() {
  const require = createRequire(import.meta.url)
  try {
    const playwright = /** @type {typeof import('playwright')} */ (require('playwright'))
    return [playwright.chromium.executablePath()]
  } catch {
    // Before the first `npm ci` there is no playwright to ask, and so no download of its either.
    return []
  }
}

/**
 * The path of a Chromium; undefined when this machine has none.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const asked = process.env['CHROMIUM_PATH']
  if (asked) return existsSync(asked) ? asked : undefined
  return [...onPath(NAMES), ...installed(), ...downloaded()].find((path) => existsSync(path))
}

/**
 * What `chromium.launch` needs here. Root may not use the sandbox, so it goes without one.
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function launchOptions() {
  const executablePath = findBrowser()
  const root = process.getuid?.() === 0
  const args = root ? ['--no-sandbox', '--disable-gpu', ...QUIET] : QUIET
  return executablePath === undefined ? { args } : { executablePath, args }
}

/**
 * The path of a Firefox; undefined when this machine has none.
 * @returns {string | undefined}
 */
export function findFirefox() {
  const asked = process.env['FIREFOX_PATH']
  if (asked) return existsSync(asked) ? asked : undefined
  return onPath(FIREFOX).find((path) => existsSync(path))
}

/** The small browser that WebKitGTK brings for its driver. */
function findMiniBrowser() {
  if (process.platform !== 'linux') return undefined
  const folders = [
    '/usr/libexec',
    '/usr/lib',
    ...readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`),
  ]
  return folders
    .map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`)
    .find((path) => existsSync(path))
}

/**
 * What WebKit is driven with: a driver, a browser, and a screen that nobody sees. Undefined when
 * this machine lacks any of the three.
 * @returns {{ driver: string, browser: string, screen: string } | undefined}
 */
export function findWebKit() {
  const [driver] = onPath(['WebKitWebDriver']).filter((path) => existsSync(path))
  const [screen] = onPath(['Xvfb']).filter((path) => existsSync(path))
  const browser = findMiniBrowser()
  return driver && browser && screen ? { driver, browser, screen } : undefined
}
