import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lacks } from '../../scripts/engines.mjs'
import { PATIENCE, type EngineKind, type Tab, type Window } from './engine'
import { serveFramed, type FramedApp } from './framed'
import { BAKE_TRACKER, see } from './stories'
import { differences, lookAt, type Look } from './look'
import { CHROMIUM, FIREFOX } from './playwright'
import { WEBKIT } from './webkit'

// The important screens, laid out by each engine in frames of the same size, and compared.

const WIDTHS = [320, 390, 820, 1194] as const
const SCHEMES = ['light', 'dark'] as const
const HEIGHT = 844
/** So often a screen looks the same when nothing more comes. */
const ALIKE = 4
/** Each screen, the end of its address, and what shows when all of it is there. */
const SCREENS = [
  ['events', '', ['progressbar Packing (2)']],
  ['produce', 'EXAMPLE/produce', ['button Timer for Brownies', 'button Undo: Brownies']],
  ['assemble', 'EXAMPLE/assemble', ['button Pack all 48', 'button Undo: Brownies']],
  ['plan', 'EXAMPLE/plan', ['a spreadsheet Plan Progress History', 'button Undo: Brownies']],
  // The recipes of the example have no ingredients.
  ['shop', 'FILE/shop', ['For what is left to bake and pack.', 'button Undo: Bag']],
  ['history', 'EXAMPLE/history', ['h2 History', 'button Undo: Brownies, 1 batch (2)']],
  ['catalogue', 'catalogue/recipes', ['Brownies']],
  ['settings', 'settings', ['h2 On the home screen', 'a To the backup']],
  ['backup', 'backup', ['No copy yet', 'button Save a backup']],
  ['wall', 'EXAMPLE/wall', ['Exit']],
] as const
/** On a wide screen produce and assemble stand side by side. */
const BESIDE = { width: 900, seen: ['button Timer for Brownies', 'button Pack all 48'] }
/** A line of these breaks elsewhere where letters are a little wider, and moves what is below it: compared from left to right. */
const BREAK_ELSEWHERE: readonly string[] = ['plan 320', 'wall 320', 'backup 320']
const PICTURES = fileURLToPath(new URL('../../test-results/engines/', import.meta.url))

type Looks = ReadonlyMap<string, Look>

/** How an engine lays out every screen at every width, by name. */
async function looksOf(kind: EngineKind, app: FramedApp): Promise<Looks> {
  await mkdir(PICTURES, { recursive: true })
  const engine = await kind.start()
  const looks = new Map<string, Look>()
  try {
    for (const scheme of SCHEMES) {
      const window: Window = { width: 1250, height: 1000, scheme }
      const device = await engine.device(window)
      const tab = await device.open(app.url)
      const events = await fill(tab, app.url)
      await tab.goTo(app.frame)
      await tab.ask(frame(scheme, app.url))
      for (const [screen, place, seen] of SCREENS) {
        const hash = place.replace(/^[A-Z]+/, (event) => events[event] ?? event)
        // At once, as when a tablet is turned in the moment of a tap. It comes narrow: from how far
        // a wall is read is guessed from the size that it opens in.
        await tab.ask(`${resized(WIDTHS[0])}, frames[0].location.replace('${app.url}#/${hash}')`)
        for (const width of WIDTHS) {
          const name = `${screen} ${width} ${scheme}`
          const beside = width < BESIDE.width || !isWorking(screen) ? [] : BESIDE.seen
          looks.set(name, await look(tab, name, width, [...seen, ...beside]))
          const file = `${PICTURES}${name.replaceAll(' ', '-')}-${kind.name}.png`
          await writeFile(file, await tab.picture())
        }
      }
      await device.end()
    }
  } finally {
    await engine.stop()
  }
  return looks
}

/** A kitchen with the example and an event with ingredients; where in the app they are. */
async function fill(tab: Tab, url: string): Promise<Readonly<Record<string, string>>> {
  await tab.tap('button', 'Try the example')
  const EXAMPLE = await eventOf(tab)
  await tab.goTo(`${url}#/`)
  await tab.choose('Open a file', BAKE_TRACKER)
  await tab.tap('button', 'Close')
  await tab.tap('link', 'Xmas')
  return { EXAMPLE, FILE: await eventOf(tab) }
}

async function eventOf(tab: Tab): Promise<string> {
  await see(tab, 'In progress', 'banner')
  return /event\/[^/]+/.exec(await tab.address())![0]
}

const frame = (scheme: string, url: string): string => `void (() => {
  const frame = document.createElement('iframe')
  frame.style.cssText = 'border: 0; color-scheme: ${scheme}'
  frame.height = ${HEIGHT}
  frame.src = ${JSON.stringify(url)}
  document.body.replaceChildren(frame)
})()`

const resized = (width: number): string =>
  `void (document.querySelector('iframe').width = ${width})`

const PAINTED = `new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`

const isWorking = (screen: string): boolean => screen === 'produce' || screen === 'assemble'

/** There is no text before its letters are loaded. */
const hasLetters = (look: string): boolean => (JSON.parse(look) as Look).text !== ''

/** How the framed screen looks when it has come and nothing on it moves. */
async function look(tab: Tab, name: string, width: number, seen: readonly string[]): Promise<Look> {
  await tab.ask(resized(width))
  let before = ''
  let looks = 0
  const isStill = async (): Promise<boolean> => {
    // A screen hears that it became narrow when it is painted, which a busy machine does late.
    await tab.ask(PAINTED)
    const now = JSON.stringify(await tab.ask(`(${lookAt.toString()})(frames[0])`))
    const isWhole = hasLetters(now) && seen.every((one) => now.includes(one))
    looks = now === before && isWhole ? looks + 1 : 0
    before = now
    return looks === ALIKE
  }
  await expect.poll(isStill, { timeout: PATIENCE, message: name }).toBe(true)
  return JSON.parse(before) as Look
}

let app: FramedApp
beforeAll(async () => {
  app = await serveFramed()
})
afterAll(() => app.close())

const looks = new Map<EngineKind, Promise<Looks>>()

/** Each engine lays out everything once, when it is first asked. */
function laidOut(kind: EngineKind): Promise<Looks> {
  const known = looks.get(kind) ?? looksOf(kind, app)
  looks.set(kind, known)
  return known
}

for (const kind of [CHROMIUM, FIREFOX, WEBKIT]) {
  const isMissing = [kind, CHROMIUM].some(({ name }) => lacks(name) !== null)
  describe.skipIf(isMissing)(kind.name, () => {
    test.each(SCREENS)(
      '%s is laid out as in Chromium, and within the screen',
      async (screen) => {
        const [expected, mine] = [await laidOut(CHROMIUM), await laidOut(kind)]
        const found: Record<string, string[]> = {}
        for (const width of WIDTHS) {
          for (const scheme of SCHEMES) {
            const name = `${screen} ${width} ${scheme}`
            const isAcross = BREAK_ELSEWHERE.includes(`${screen} ${width}`)
            const wrong = differences(mine.get(name)!, expected.get(name)!, width, isAcross)
            if (wrong.length > 0) found[name] = wrong
          }
        }
        expect(found).toEqual({})
      },
      900_000,
    )
  })
}
