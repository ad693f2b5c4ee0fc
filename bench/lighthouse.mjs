import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findBrowser } from '../scripts/browser.mjs'
import { device, median, servedApp } from './page.mjs'

// `npm run lighthouse`: the built app as Lighthouse sees it on a slow phone and a weak line, which it
// works out from a visit here. It is fetched when asked for, in this version: no clone pays for it.

const LIGHTHOUSE = 'lighthouse@12.8.2'
const RUNS = 5
const PORT = 9333
const PROMISED = { performance: 98, accessibility: 100, 'best-practices': 100 }

/** @typedef {Record<string, number>} Scores */

/**
 * What one visit scores, of 100. The worker and its files are removed before it, as at a first visit.
 * @param {string} url
 * @param {string} folder
 * @returns {Promise<Scores>}
 */
async function visit(url, folder) {
  const file = join(folder, 'lighthouse.json')
  const flags = [
    ...['--quiet', `--port=${PORT}`, '--output=json', `--output-path=${file}`],
    `--only-categories=${Object.keys(PROMISED).join(',')}`,
  ]
  await promisify(execFile)('npx', ['--yes', LIGHTHOUSE, url, ...flags], {
    env: { ...process.env, CHROME_PATH: findBrowser() },
    shell: process.platform === 'win32',
  })
  /** @type {{ categories: Record<string, { score: number }>, audits: Record<string, { numericValue?: number }> }} */
  const { categories, audits } = JSON.parse(await readFile(file, 'utf8'))
  const of = (/** @type {string} */ audit) => audits[audit]?.numericValue ?? NaN
  return {
    ...Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, score * 100]),
    ),
    'first paint': of('first-contentful-paint'),
    'largest paint': of('largest-contentful-paint'),
    blocked: of('total-blocking-time'),
    shifts: of('cumulative-layout-shift'),
  }
}

/**
 * @param {string} what
 * @param {readonly Scores[]} visits
 */
function tell(what, visits) {
  const middle = (/** @type {string} */ name) => median(visits.map((scores) => scores[name] ?? NaN))
  for (const [name, promised] of Object.entries(PROMISED)) {
    const score = middle(name)
    const holds = score >= promised
    if (!holds) process.exitCode = 1
    const all = visits.map((scores) => Math.round(scores[name] ?? NaN)).join(' ')
    console.log(
      `${holds ? 'ok ' : 'NOT'} ${what}: ${name} ${score.toFixed(0)} (${all}), promised ${promised}`,
    )
  }
  const paints = ['first paint', 'largest paint', 'blocked'].map(
    (name) => `${name} ${middle(name).toFixed(0)} ms`,
  )
  console.log(`    ${what}: ${paints.join(', ')}, shifts ${middle('shifts').toFixed(3)}`)
}

/**
 * @param {string} url
 * @param {string} folder
 */
async function visits(url, folder) {
  const all = []
  for (let run = 0; run < RUNS; run += 1) all.push(await visit(url, folder))
  return all
}

const app = await servedApp()
const { context, end } = await device([`--remote-debugging-port=${PORT}`])
try {
  tell('nothing there', await visits(app.url, app.folder))
  const page = await context.newPage()
  await page.goto(app.url)
  await page.getByRole('button', { name: 'Try the example' }).click()
  await page.getByRole('article').first().waitFor()
  const board = page.url()
  await page.close()
  tell('the board of the example', await visits(board, app.folder))
} finally {
  await end()
  await app.end()
}
