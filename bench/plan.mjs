import { EVENT, FIRST_RECIPE, RECIPES, catalogue, pieceOf } from './catalogue.mjs'
import { device, median, servedApp, slowPage } from './page.mjs'

// What a large catalogue costs: a wish that is changed, until the plan and the shopping list show it,
// and a letter that is typed into the search.

const SLOWER = 4
const ROUNDS = 25
const DATABASE = 'batchboard'

/** @typedef {import('./page.mjs').Context} Context */

/**
 * Writes rows past all code of the app. Runs in the page, so it is whole in itself.
 * @param {{ name: string, rows: Record<string, object[]> }} all
 */
async function store({ name, rows }) {
  const request = indexedDB.open(name)
  /** @type {IDBDatabase} */
  const db = await new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(new Error('the database does not open'))
  })
  await new Promise((done, failed) => {
    const transaction = db.transaction(Object.keys(rows), 'readwrite')
    for (const [table, some] of Object.entries(rows)) {
      for (const row of some) transaction.objectStore(table).put(row)
    }
    transaction.oncomplete = () => done(undefined)
    transaction.onerror = () => failed(new Error('the rows do not fit'))
  })
  db.close()
}

/**
 * @param {Context} context
 * @param {string} url
 * @param {number} baked
 */
export async function fill(context, url, baked) {
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('button', { name: 'Try the example' }).waitFor()
  await page.evaluate(store, { name: DATABASE, rows: catalogue(baked) })
  await page.close()
}

/**
 * Milliseconds from a new number in a field until this line of the working is painted. Runs in the page.
 * @param {{ field: string, typed: string, before: string, after: string }} change
 * @returns {Promise<number>}
 */
export function changeToPaint({ field, typed, before, after }) {
  const input = document.querySelector(`input[aria-label="${field}"]`)
  const steps = document.querySelectorAll('main li')
  const step = [...steps].find(({ textContent }) => textContent === before)
  if (!(input instanceof HTMLInputElement) || !step) throw new Error('there is no such wish')
  return new Promise((painted) => {
    const watch = new MutationObserver(() => {
      if (step.textContent !== after) return
      watch.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => painted(performance.now() - start)
        port2.postMessage(null)
      })
    })
    watch.observe(step, { subtree: true, childList: true, characterData: true })
    const start = performance.now()
    input.value = typed
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

/**
 * Milliseconds from a tap on a link until the first of such elements is painted with another text than
 * this. Runs in the page.
 * @param {{ link: string, first: string, before: string }} to
 * @returns {Promise<number>}
 */
export function tapToPaint({ link, first, before }) {
  const target = [...document.querySelectorAll('a')].find((one) => one.textContent.trim() === link)
  if (!target) throw new Error('there is no such link')
  return new Promise((painted) => {
    const watch = new MutationObserver(() => {
      const there = document.querySelector(first)
      if (!there || there.textContent === before) return
      watch.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => painted(performance.now() - start)
        port2.postMessage(null)
      })
    })
    watch.observe(document, { subtree: true, childList: true, characterData: true })
    const start = performance.now()
    target.click()
  })
}

const FIRST_LINE = '.shop li .line'

/**
 * Changes one wish and the batches of one recipe again and again, and looks at the shopping each time.
 * @param {Context} context
 * @param {string} url
 * @param {string} piece what the changed bundle holds
 */
async function wishes(context, url, piece) {
  const { page } = await slowPage(context, SLOWER)
  const step = (/** @type {number} */ wanted) =>
    `Bundle 4: ${wanted} × 6 = ${(6 * wanted).toLocaleString('en')}`
  /** Opens what stands behind the need that the wish is part of. */
  const lookBehind = async (/** @type {number} */ wanted) => {
    const working = page.locator('summary', { hasText: `${piece}:` })
    await working.dispatchEvent('click')
    await page.getByText(step(wanted)).first().waitFor({ state: 'attached' })
  }
  const firstLine = async () => (await page.locator(FIRST_LINE).first().textContent()) ?? ''
  await page.goto(`${url}#/event/${EVENT}/shop`)
  let line = await firstLine()
  await page.goto(`${url}#/event/${EVENT}/plan`)
  await lookBehind(20)
  /** @type {{ planned: number[], shopped: number[] }} */
  const times = { planned: [], shopped: [] }
  let before = 20
  for (let round = -3; round < ROUNDS; round += 1) {
    const wanted = 103 + round
    const planned = await page.evaluate(changeToPaint, {
      field: 'Wanted: Bundle 4',
      typed: String(wanted),
      before: step(before),
      after: step(wanted),
    })
    before = wanted
    const batches = page.getByLabel(`Batches of ${FIRST_RECIPE}`, { exact: true })
    await batches.fill(String(wanted))
    await batches.press('Enter')
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)))
    const to = { link: 'Shop', first: FIRST_LINE, before: line }
    const shopped = await page.evaluate(tapToPaint, to)
    line = await firstLine()
    if (round >= 0) {
      times.planned.push(planned)
      times.shopped.push(shopped)
    }
    const back = { link: 'Plan', first: '.plan .row', before: '' }
    await page.evaluate(tapToPaint, back)
    await lookBehind(wanted)
  }
  await page.close()
  return { planned: median(times.planned), shopped: median(times.shopped) }
}

/**
 * Milliseconds that the page works on a frame in which this was typed. Runs in the page.
 * @param {string} typed
 * @returns {Promise<number>}
 */
function typeToFrame(typed) {
  const input = document.querySelector('main input')
  if (!(input instanceof HTMLInputElement)) throw new Error('there is no search')
  return new Promise((painted) => {
    requestAnimationFrame(() => {
      const start = performance.now()
      input.value = typed
      input.dispatchEvent(new Event('input', { bubbles: true }))
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => painted(performance.now() - start)
      port2.postMessage(null)
    })
  })
}

const SEARCHES = ['lem', 'gin coo', 'creme', 'brownies', 'grandm', 'oat st', 'sugar', 'w']

/**
 * @param {Context} context
 * @param {string} url
 */
async function letters(context, url) {
  const page = await context.newPage()
  await page.goto(`${url}#/catalogue/recipes`)
  await page.getByRole('link', { name: 'Chocolate cookies' }).first().waitFor()
  await page.waitForFunction((all) => document.querySelectorAll('main li').length === all, RECIPES)
  /** @type {{ first: number[], more: number[], all: number[] }} */
  const times = { first: [], more: [], all: [] }
  for (let round = -1; round < 4; round += 1) {
    for (const search of SEARCHES) {
      for (let end = 1; end <= search.length; end += 1) {
        const time = await page.evaluate(typeToFrame, search.slice(0, end))
        if (round >= 0) (end === 1 ? times.first : times.more).push(time)
      }
      const time = await page.evaluate(typeToFrame, '')
      if (round >= 0) times.all.push(time)
    }
  }
  await page.close()
  return { first: median(times.first), more: median(times.more), all: median(times.all) }
}

export async function measurePlan() {
  const app = await servedApp()
  const [some, many] = [await device(), await device()]
  try {
    await fill(some.context, app.url, 60)
    await fill(many.context, app.url, RECIPES)
    return {
      some: await wishes(some.context, app.url, pieceOf(4, 60)),
      many: await wishes(many.context, app.url, pieceOf(4, RECIPES)),
      search: await letters(many.context, app.url),
    }
  } finally {
    for (const { end } of [some, many]) await end()
    await app.end()
  }
}
