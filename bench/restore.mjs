import { fill, others } from './kitchen.mjs'
import { device, median, servedData, slowPage } from './page.mjs'

// What restoring a kitchen of many years takes, against the browser's own bulk write of the same rows.

const ENTRIES = 100_000
const RUNS = 3

/**
 * @param {number} factor how much slower the processor is
 * @param {number} runs
 */
async function measured(factor, runs) {
  const data = await servedData('bench/restored.ts', 'restoring')
  const { context, end } = await device()
  try {
    const { page } = await slowPage(context, factor)
    await page.goto(data.url)
    await page.evaluate(() => window.restoring.create('full'))
    const entries = await page.evaluate(fill, {
      name: 'full',
      events: others(ENTRIES),
      material: true,
    })
    const saved = await page.evaluate(() => window.restoring.save('full'))
    const rounds = []
    for (let run = 0; run < runs; run += 1) {
      const [raw, ours] = [`raw-${run}`, `ours-${run}`]
      await page.evaluate((name) => window.restoring.create(name), raw)
      const bulk = await page.evaluate((name) => window.restoring.writeRaw('full', name), raw)
      const read = await page.evaluate((name) => window.restoring.read(name), ours)
      const restored = await page.evaluate((name) => window.restoring.restoreInto(name), ours)
      rounds.push({ bulk, read, restored })
    }
    return { entries, saved, rounds }
  } finally {
    await end()
    await data.end()
  }
}

/** Times in milliseconds, medians of rounds in which ours and the browser's took turns. */
export async function measureRestore() {
  const { entries, saved, rounds } = await measured(1, RUNS)
  const slow = await measured(4, 1)
  return {
    entries,
    bytes: saved.bytes,
    save: saved.time,
    bulk: median(rounds.map(({ bulk }) => bulk)),
    read: median(rounds.map(({ read }) => read.time)),
    restore: median(rounds.map(({ restored }) => restored.time)),
    longest: Math.max(
      slow.saved.longest,
      ...slow.rounds.flatMap(({ read, restored }) => [read.longest, restored.longest]),
    ),
    told: Math.min(...slow.rounds.map(({ restored }) => restored.told)),
  }
}
