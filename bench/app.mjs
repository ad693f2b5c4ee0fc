import { fill, others } from './kitchen.mjs'
import { device, median, servedApp, slowPage } from './page.mjs'

// The built app, as a person has it: from a tap to the new number on the screen, and from opening
// it without a network to the first thing that can be done. On a processor made four times slower.

const SLOWER = 4
const TAPS = 25
const STARTS = 15
const DATABASE = 'batchboard'
const PLUS_ONE = 'Record 1 batch of'
const EMPTY = 'Try the example'

/** @typedef {import('./page.mjs').Context} Context */

/**
 * Lets the app create its tables and come to lie on the device.
 * @param {Context} context
 * @param {string} url
 */
async function install(context, url) {
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('button', { name: EMPTY }).waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  return page
}

/**
 * Fills the tables and leaves the event open that people worked at last.
 * @param {Context} context
 * @param {string} url
 * @param {import('./kitchen.mjs').Size} size
 */
async function fillAndOpen(context, url, size) {
  const page = await install(context, url)
  const entries = await page.evaluate(fill, { ...size, name: DATABASE })
  await page.goto(`${url}#/event/large/produce`)
  await page.reload()
  await page.getByRole('button', { name: PLUS_ONE }).first().waitFor()
  await page.close()
  return entries
}

/**
 * Milliseconds from a tap on +1 until the card with the new number was painted. Runs in the page.
 * @param {string} label
 * @returns {Promise<number>}
 */
function tapToPaint(label) {
  const button = document.querySelector(`button[aria-label^="${label}"]`)
  const card = button?.closest('article')
  if (!(button instanceof HTMLElement) || !card) throw new Error('there is no +1')
  const number = () => card.querySelector('.progress')?.textContent
  const before = number()
  return new Promise((painted) => {
    const watch = new MutationObserver(() => {
      if (number() === before) return
      watch.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => painted(performance.now() - start)
        port2.postMessage(null)
      })
    })
    watch.observe(card, { subtree: true, childList: true, characterData: true })
    const start = performance.now()
    button.click()
  })
}

/**
 * Tells when a button with such a name was painted first, from the start of the navigation on. Runs in the page.
 * @param {string} name
 */
function tellWhenPainted(name) {
  const isThere = () =>
    [...document.querySelectorAll('button')].some((button) =>
      (button.getAttribute('aria-label') ?? button.textContent).trim().startsWith(name),
    )
  const watch = new MutationObserver(() => {
    if (!isThere()) return
    watch.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        const { painted } = /** @type {{ painted?: (time: string) => void }} */ (window)
        painted?.(String(performance.now()))
      }
      port2.postMessage(null)
    })
  })
  watch.observe(document, { subtree: true, childList: true, characterData: true })
}

/**
 * Opens the app without a network; milliseconds until the button was painted, and how many of them
 * the page worked itself: that number is the same on a busy machine. Until then nobody asks the page
 * anything: what a driver brings along to look for a button takes as long as a tenth of the start.
 * @param {Context} context
 * @param {string} url
 * @param {string} name
 */
async function start(context, url, name) {
  const { page, session, busy } = await slowPage(context, SLOWER)
  await page.addInitScript(tellWhenPainted, name)
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: 'painted' })
  const told = new Promise((done) => session.once('Runtime.bindingCalled', done))
  // It fails in half a minute; the page closes sooner.
  const closed = page.waitForEvent('close', { timeout: 30_000 })
  await session.send('Page.navigate', { url })
  const { payload } = /** @type {{ payload: string }} */ (await Promise.race([told, closed]))
  const work = await busy()
  await page.close()
  await closed
  return { time: Number(payload), work }
}

/**
 * Starts timers, and ends all others, past all code of the app, as `fill` fills its tables. Runs in the page.
 * @param {readonly string[]} recipes
 * @returns {Promise<void>}
 */
function startTimers(recipes) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('batchboard')
    opening.onerror = () => failed(new Error('not opened'))
    opening.onsuccess = () => {
      const writing = opening.result.transaction('timers', 'readwrite')
      writing.objectStore('timers').clear()
      const start = Date.now()
      for (const [index, recipeName] of recipes.entries()) {
        const batch = {
          eventId: 'large',
          eventName: 'large',
          recipeId: `recipe-${index}`,
          recipeName,
        }
        const id = `timer-${index}`
        const times = { start, end: start + 3_600_000 }
        writing.objectStore('timers').put({ id, ...batch, batch: 1, target: 9, ...times })
      }
      writing.onerror = () => failed(new Error('not written'))
      writing.oncomplete = () => {
        opening.result.close()
        done()
      }
    }
  })
}

/**
 * @param {Context} context
 * @param {string} url
 * @param {readonly string[]} timers the names of recipes whose timers run meanwhile
 */
async function taps(context, url, timers = []) {
  const { page } = await slowPage(context, SLOWER)
  await page.goto(`${url}#/event/large/produce`)
  await page.getByRole('button', { name: PLUS_ONE }).first().waitFor()
  if (timers.length > 0) {
    await page.evaluate(startTimers, timers)
    await page.reload()
    await page
      .getByRole('complementary')
      .getByText(timers[0] ?? '')
      .waitFor()
  }
  const times = []
  for (let tap = -3; tap < TAPS; tap += 1) {
    // A second tap that comes too soon does not count, and hands are not faster.
    await page.waitForTimeout(600)
    const time = await page.evaluate(tapToPaint, PLUS_ONE)
    if (tap >= 0) times.push(time)
  }
  await page.evaluate(startTimers, [])
  await page.close()
  return times
}

/** @param {boolean} material whether all bundles of all events are packed in bags that are counted */
export async function measureApp(material) {
  const app = await servedApp()
  const [years, days, empty] = [await device(), await device(), await device()]
  try {
    const own = { large: 2000 }
    const entries = await fillAndOpen(years.context, app.url, {
      material,
      events: { ...others(98_000), ...own },
    })
    await fillAndOpen(days.context, app.url, { material, events: { large: 20 } })
    await (await install(empty.context, app.url)).close()

    const tapped = {
      many: await taps(years.context, app.url),
      few: await taps(days.context, app.url),
      timed: await taps(years.context, app.url, ['Recipe 0', 'Recipe 1']),
    }
    for (const { context } of [years, days, empty]) await context.setOffline(true)
    /** @typedef {Awaited<ReturnType<typeof start>>} Start */
    const starts = {
      many: /** @type {Start[]} */ ([]),
      few: /** @type {Start[]} */ ([]),
      none: /** @type {Start[]} */ ([]),
    }
    for (let round = -2; round < STARTS; round += 1) {
      const many = await start(years.context, app.url, PLUS_ONE)
      const few = await start(days.context, app.url, PLUS_ONE)
      const none = await start(empty.context, app.url, EMPTY)
      if (round < 0) continue
      starts.many.push(many)
      starts.few.push(few)
      starts.none.push(none)
    }
    const middle = (/** @type {readonly Start[]} */ all) => ({
      time: median(all.map(({ time }) => time)),
      work: median(all.map(({ work }) => work)),
    })
    return {
      entries,
      tap: {
        many: median(tapped.many),
        few: median(tapped.few),
        timed: median(tapped.timed),
      },
      start: {
        many: middle(starts.many),
        few: middle(starts.few),
        none: middle(starts.none),
      },
    }
  } finally {
    for (const { end } of [years, days, empty]) await end()
    await app.end()
  }
}
