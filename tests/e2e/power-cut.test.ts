import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { begin, cutPower, dice, end, SEED, useDevice, type Life } from './device'
import { button, card, dump, openTab, see } from './kitchen'

// The browser is killed at random moments while somebody records as fast as the board takes it.

useDevice()

const LIVES = 16
const TAPS = 200

interface Told {
  /** Taps that were made, and those of them that the screen showed as done. */
  tapped: number
  confirmed: number
}

/** Records batches one after the other, as fast as the board takes them, until the power is cut. */
async function record({ page }: Life, told: Told): Promise<void> {
  await page.exposeFunction('tapped', () => void (told.tapped += 1))
  await page.exposeFunction('confirmed', () => void (told.confirmed += 1))
  await page.evaluate(async () => {
    const told = window as unknown as { tapped(): Promise<void>; confirmed(): Promise<void> }
    const frame = () => new Promise(requestAnimationFrame)
    const buttons = [...document.querySelectorAll<HTMLElement>('[aria-label^="Record 1 batch"]')]
    const done = () =>
      [...document.querySelectorAll('.progress')]
        .map((line) => Number.parseInt(line.textContent.trim().replaceAll(',', ''), 10))
        .reduce((sum, count) => sum + count, 0)
    const last = new Map<HTMLElement, number>()
    for (let turn = 0; ; turn += 1) {
      const one = buttons[turn % buttons.length]!
      // A wet finger's second tap within 300 ms would not count.
      while (performance.now() - (last.get(one) ?? -Infinity) < 320) await frame()
      last.set(one, performance.now())
      const before = done()
      void told.tapped()
      one.click()
      while (done() === before) await frame()
      void told.confirmed()
    }
  })
}

interface Row {
  readonly writer: string
  readonly seq: number
}

async function entriesOf(page: Page): Promise<Row[]> {
  const [, tables] = JSON.parse(await dump(page)) as [number, [string, unknown, Row[]][]]
  const rows = tables.find(([name]) => name === 'entries')?.[2] ?? []
  return rows.filter(({ writer }) => writer !== 'example')
}

test('every tap that the screen showed is there after the power was cut, once, and numbered without gaps', async () => {
  console.warn(`power cuts: seed ${SEED}`)
  const random = dice(SEED)
  const first = await begin()
  await first.page.goto(inject('appUrl'))
  await button(first.page, 'Try the example').click()
  await openTab(first.page, 'Plan')
  for (const name of ['Cookies', 'Brownies']) {
    const field = first.page.getByLabel(`Batches of ${name}`)
    await field.fill('5000')
    await field.press('Tab')
  }
  await openTab(first.page, 'Produce')
  for (const name of ['Cookies', 'Brownies'])
    await see(card(first.page, name)).toContainText('of 5,000 batches')
  const board = first.page.url()
  await end(first)

  let [stored, shown, taps] = [0, 0, 0]
  const told: Told = { tapped: 0, confirmed: 0 }
  /** Opens the board again, with all that the life before had shown, and nothing that nobody tapped. */
  const wake = async (): Promise<{ now: Life; rows: readonly Row[] }> => {
    const now = await begin()
    await now.page.goto(board)
    await see(card(now.page, 'Brownies')).toContainText('of 5,000 batches')
    const rows = await entriesOf(now.page)
    expect(rows.length - stored).toBeGreaterThanOrEqual(told.confirmed)
    // The power may go between a tap and the word of it.
    expect(rows.length - stored).toBeLessThanOrEqual(told.tapped + 1)
    stored = rows.length
    return { now, rows }
  }
  for (let lives = 0; lives < LIVES || shown < TAPS; lives += 1) {
    const { now } = await wake()
    told.tapped = told.confirmed = 0
    cutPower(now, 1 + 2.6 * random())
    await record(now, told).catch(() => undefined)
    await end(now)
    shown += told.confirmed
    taps += told.tapped
  }

  const { now, rows } = await wake()
  await end(now)
  const seqs = new Map<string, number[]>()
  for (const { writer, seq } of rows) seqs.set(writer, [...(seqs.get(writer) ?? []), seq])
  for (const own of seqs.values()) {
    expect(own.sort((a, b) => a - b)).toEqual(own.map((_, index) => index + 1))
  }
  console.warn(
    `power cuts: ${LIVES} lives at least, ${taps} taps, ${shown} shown, ${rows.length} kept, seed ${SEED}`,
  )
  expect(shown).toBeGreaterThanOrEqual(TAPS)
}, 600_000)
