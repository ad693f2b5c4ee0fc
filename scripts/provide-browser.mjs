import { spawnSync } from 'node:child_process'
import { installFromDebian } from './apt.mjs'
import { findBrowser } from './browser.mjs'
import { runPackage } from './packages.mjs'

/** A downloaded Chromium may lack system libraries: it counts only when it starts. */
function works() {
  const path = findBrowser()
  if (path === undefined) return false
  // On Windows the question for the version opens a window, and no library is ever missing.
  return process.platform === 'win32' || spawnSync(path, ['--version']).status === 0
}

function download() {
  return runPackage('playwright/cli.js', ['install', 'chromium']) === 0
}

/** Makes sure that there is a Chromium to test with; false, with the reason printed, when there is none. */
export function provideBrowser() {
  if (works()) return true
  const asked = process.env['CHROMIUM_PATH']
  if (asked) {
    console.error(`CHROMIUM_PATH names ${asked}, where no Chromium starts.`)
    return false
  }
  console.log('No Chromium found; getting one …')
  if (installFromDebian(['chromium']) && works()) return true
  if (download() && works()) return true
  console.error('The tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to it.')
  return false
}
