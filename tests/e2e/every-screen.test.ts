import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type Axe from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright'
import { newPage, useBrowser, type WatchedPage } from './browser'
import { button } from './kitchen'
import { sideways, tappables } from './measure'
import { contrasts, designed, keepTable, RULES, type Measures } from './measures'
import { EMPTY_SCREENS, fillKitchen, SCREENS, type Screen } from './screens'
import { IOS_SCREENS, IPHONE } from './screens-ios'

useBrowser()

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

const SIZES = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1194, height: 834 },
]
/** And in between, up to the widest, and a phone that lies on its side. */
const WIDTHS = [
  { width: 600, height: 960 },
  { width: 844, height: 390 },
  { width: 1024, height: 768 },
  { width: 1366, height: 1024 },
]
const measured: { readonly screen: string; readonly measures: Measures }[] = []
afterAll(() => keepTable(measured))

/** What axe finds on the page as it stands, a line each. */
function findings(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe }
    const { violations } = await axe.run(document, {
      // Both are off unless they are asked for.
      rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } },
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }: Axe.Result) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    )
  })
}

/** Visits screens one after the other, and measures each. */
function everyOne(
  where: string,
  screens: readonly Screen[],
  start: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): void {
  let visit: WatchedPage
  beforeAll(async () => {
    visit = await newPage({ viewport: SIZES[0]!, ...options })
    await visit.page.addInitScript(AXE)
    await visit.page.goto(inject('appUrl'))
    await button(visit.page, 'Try the example').waitFor()
  })
  afterAll(() => visit.context.close())

  describe.each(screens)('$name', ({ name, open }) => {
    beforeAll(async () => {
      await visit.page.setViewportSize(SIZES[0]!)
      await start(visit.page)
      await open(visit.page)
      // What stays on the screen covers nothing there.
      await visit.page.evaluate(() => scrollTo(0, 0))
    })

    test('has nothing that axe finds, light or dark, from 320 to 1194 px', async () => {
      const found = new Map<string, string[]>()
      for (const colorScheme of ['light', 'dark'] as const) {
        await visit.page.emulateMedia({ colorScheme })
        for (const size of SIZES) {
          await visit.page.setViewportSize(size)
          for (const finding of await findings(visit.page)) {
            found.set(finding, [...(found.get(finding) ?? []), `${colorScheme} ${size.width}`])
          }
        }
      }
      expect(Object.fromEntries(found)).toEqual({})
      visit.expectNoFaults()
    })

    test('needs no sideways scroll from 320 to 1366 px, nor does anything in it', async () => {
      for (const size of [...SIZES, ...WIDTHS]) {
        await visit.page.setViewportSize(size)
        // The wall measures itself anew for another size.
        await expect
          .poll(() => sideways(visit.page), { message: `at ${size.width} px` })
          .toEqual([])
      }
    })

    test('keeps every number to design by', async () => {
      const all: Measures[] = []
      for (const size of SIZES) {
        await visit.page.setViewportSize(size)
        all.push(await designed(visit.page))
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await visit.page.emulateMedia({ colorScheme })
        all.push({ contrast: await contrasts(visit.page) })
      }
      const measures = RULES.worst(all)
      measured.push({ screen: `${where}: ${name}`, measures })
      expect(RULES.broken(measures)).toEqual([])
    })

    test('has no target below 48 px, and none closer than 8 px to another', async () => {
      for (const size of SIZES) {
        await visit.page.setViewportSize(size)
        const { small, close, count } = await tappables(visit.page)
        expect(count).toBeGreaterThan(0)
        expect({ small, close }, `at ${size.width} px`).toEqual({ small: [], close: [] })
      }
    })
  })
}

describe('of a kitchen that has nothing', () => {
  everyOne('empty', EMPTY_SCREENS, () => Promise.resolve())
})

describe('of a kitchen that has nothing, in a tab of an iPhone', () => {
  everyOne('iPhone', IOS_SCREENS, () => Promise.resolve(), { userAgent: IPHONE })
})

describe('of a busy kitchen', () => {
  let filled = false
  everyOne('busy', SCREENS, async (page) => {
    if (!filled) await fillKitchen(page)
    filled = true
    await page.goto('about:blank')
    await page.goto(`${inject('appUrl')}#/`)
  })
})
