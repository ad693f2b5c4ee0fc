import { installFromDebian } from './apt.mjs'
import { findBrowser, findFirefox, findWebKit } from './browser.mjs'
import { provideBrowser } from './provide-browser.mjs'

/** The three engines that kitchens' browsers are made of, and how a machine gets each. */
const ENGINES = {
  Chromium: { find: findBrowser, packages: ['chromium'], hint: 'set CHROMIUM_PATH to one' },
  Firefox: { find: findFirefox, packages: ['firefox-esr'], hint: 'set FIREFOX_PATH to one' },
  WebKit: {
    find: findWebKit,
    packages: ['webkit2gtk-driver', 'xvfb'],
    hint: 'install webkit2gtk-driver and xvfb on a Linux machine',
  },
}

/** @typedef {keyof typeof ENGINES} EngineName */

export const ENGINE_NAMES = /** @type {EngineName[]} */ (Object.keys(ENGINES))

/**
 * Why an engine cannot be driven here; null when it can.
 * @param {EngineName} name
 */
export function lacks(name) {
  const { find, hint } = ENGINES[name]
  return find() === undefined ? `there is no ${name} on this machine (${hint})` : null
}

/** Gets the engines that are missing, where this machine lets us. */
export function provideEngines() {
  provideBrowser()
  const missing = ENGINE_NAMES.filter((name) => lacks(name) !== null)
  if (missing.length === 0) return
  console.log(`No ${missing.join(' and no ')} found; getting what Debian has …`)
  installFromDebian(missing.flatMap((name) => ENGINES[name].packages))
}
