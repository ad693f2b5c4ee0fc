import { fileURLToPath } from 'node:url'
import { measureApp } from './app.mjs'
import { measureCore } from './core.mjs'
import { measureCounts } from './counts.mjs'
import { measurePlan } from './plan.mjs'
import { measureRestore } from './restore.mjs'
import { measureSizes } from './sizes.mjs'

// `npm run bench`: what is measured, against what. Or only a part: `npm run bench -- counts app`.

const ms = (/** @type {number} */ time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`
const kb = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(1)} kB`

/**
 * @param {string} what
 * @param {string} measured
 * @param {boolean | null} holds null: nothing is promised
 * @param {string} [promise]
 */
function line(what, measured, holds, promise = '') {
  const mark = holds === null ? '   ' : holds ? 'ok ' : 'NOT'
  console.log(`${mark} ${what.padEnd(64)} ${measured.padStart(22)}  ${promise}`)
}

/** @type {Record<string, () => Promise<void>>} */
const PARTS = {
  async sizes() {
    for (const { what, bytes, files } of await measureSizes()) {
      line(`${what} (${files} files)`, kb(bytes), null)
    }
  },
  async core() {
    const { median, p95 } = await measureCore()
    line(
      'all answers of 200 recipes, 200 bundles and 10,000 entries',
      `${ms(median)}, 95 % ${ms(p95)}`,
      median <= 10,
      '10 ms',
    )
  },
  async counts() {
    const lines = await measureCounts()
    for (const { what, rows, emissions, ms: time } of lines) {
      const plain = lines.find((one) => one.what.includes('bags') === what.includes('bags'))
      const holds = rows === plain?.rows && emissions === 1
      const measured = `${rows} rows, ${emissions} board, ${ms(time)}`
      line(`a tap with ${what}`, measured, holds, 'the same rows, 1 board')
    }
  },
  async plan() {
    const { some, many, search } = await measurePlan()
    const all = '500 recipes, 500 bundles'
    line(
      `a changed wish on the plan, 60 wishes of ${all}`,
      ms(some.planned),
      some.planned <= 100,
      '100 ms',
    )
    line('the shopping list after it', ms(some.shopped), some.shopped <= 100, '100 ms')
    line(`a changed wish, 60 wishes that need all of ${all}`, ms(many.planned), null)
    line('the shopping list after it', ms(many.shopped), null)
    const found = Math.max(search.first, search.more, search.all)
    const told = `${ms(search.first)}, ${ms(search.more)}, ${ms(search.all)}`
    line(
      'first letter, more, none of a search in 500 recipes',
      told,
      found <= 16.7,
      'a frame: 16.7 ms',
    )
  },
  async restore() {
    const { entries, bytes, save, bulk, read, restore, longest, told } = await measureRestore()
    const all = `${entries.toLocaleString('en')} entries`
    line(`saving a backup of ${all}, ${kb(bytes)}`, ms(save), null)
    line('reading it, with the preview', ms(read), null)
    const ratio = restore / bulk
    const promise = `3 times the bulk write of ${ms(bulk)}; ${ratio.toFixed(2)}`
    line(`restoring it into an empty kitchen`, ms(restore), ratio <= 3, promise)
    line(
      'longest task meanwhile, 4 times slower',
      `${ms(longest)}, told ${told} times`,
      longest <= 200 && told > 100,
      '200 ms, told 100 times',
    )
  },
  async app() {
    for (const material of [false, true]) {
      const { entries, tap, start } = await measureApp(material)
      const all = `${entries.toLocaleString('en')} entries${material ? ', counted bags' : ''}`
      line(`tap to painted number, 2,000 of ${all}`, ms(tap.many), tap.many <= 100, '100 ms')
      line('the same with two timers running', ms(tap.timed), tap.timed <= 100, '100 ms')
      line('tap to painted number, 20 of 20 entries', ms(tap.few), null)
      const { many, few, none } = start
      const told = (/** @type {{ time: number, work: number }} */ { time, work }) =>
        `${ms(time)}, work ${ms(work)}`
      const ratio = many.time / none.time
      line(
        `start without network at the event, 2,000 of ${all}`,
        told(many),
        ratio <= 1.5,
        `1.5 times the empty one; ${ratio.toFixed(2)}, of work ${(many.work / none.work).toFixed(2)}`,
      )
      line('start without network at the event, 20 of 20 entries', told(few), null)
      line('start without network, nothing there', told(none), null)
    }
  },
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2)
  for (const [name, measure] of Object.entries(PARTS)) {
    if (asked.length === 0 || asked.includes(name)) await measure()
  }
}
