import { fill, others } from './kitchen.mjs'
import { device, median, servedData } from './page.mjs'

// What a recorded tap reads and how often the board is computed for it, by how much history there is.

const TAPS = 20

/**
 * @typedef {object} Line
 * @property {string} what
 * @property {number} rows
 * @property {number} emissions
 * @property {number} ms
 */

/** @returns {Promise<Line[]>} */
export async function measureCounts() {
  const served = await servedData()
  const { context, end } = await device()
  try {
    const page = await context.newPage()
    await page.goto(served.url)
    /** @type {Line[]} */
    const lines = []
    for (const material of [false, true]) {
      for (const far of [10, 100_000]) {
        const name = `bench-${far}-${String(material)}`
        const size = { name, material, events: { ...others(far), small: 20, large: 2000 } }
        await page.evaluate((database) => window.bench.create(database), name)
        await page.evaluate(fill, size)
        for (const eventId of ['small', 'large']) {
          const { rows, emissions, times } = await page.evaluate(
            ([database, event, count]) => window.bench.taps(database, event, count),
            /** @type {const} */ ([name, eventId, TAPS]),
          )
          const own = eventId === 'small' ? '20' : '2,000'
          const bags = material ? ', all bundles in counted bags' : ''
          const what = `${own} entries, ${far.toLocaleString('en')} of others${bags}`
          lines.push({ what, rows, emissions, ms: median(times) })
        }
      }
    }
    return lines
  } finally {
    await end()
    await served.end()
  }
}
