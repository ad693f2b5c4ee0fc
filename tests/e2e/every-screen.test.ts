import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type Axe from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright'
import { newPage, useBrowser, type WatchedPage } from './browser'
import { button, see } from './kitchen'
import { enlarge, unreadable } from './large-text'
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
/** What is looked at with letters twice as large. */
const LARGE = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1194, height: 834 },
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

/** With letters twice as large nothing is cut, broken, covered, too small to tap or too wide. */
async function expectLegible(page: Page): Promise<void> {
  try {
    for (const size of LARGE) {
      await page.setViewportSize(size)
      await enlarge(page, 200)
      const at = `at ${size.width} px`
      await expect.poll(() => sideways(page), { message: at }).toEqual([])
      const { small, close } = await tappables(page)
      expect({ small, close, unreadable: await unreadable(page) }, at).toEqual({
        small: [],
        close: [],
        unreadable: [],
      })
    }
  } finally {
    await enlarge(page, 100)
  }
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

    test('has everything in its place with letters twice as large', async () => {
      await expectLegible(visit.page)
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

describe('of a busy kitchen that speaks Spanish', () => {
  const PLACES = ['plan', 'shop', 'produce', 'assemble', 'history', 'count', 'edit', 'copy']
  const OTHERS = ['#/', '#/settings', '#/backup', '#/catalogue/recipes', '#/catalogue/bundles/new']
  let visit: WatchedPage
  let event: string
  const goTo = async (hash: string): Promise<void> => {
    await visit.page.evaluate((to) => location.replace(to), hash)
    await see(visit.page.locator('main > *').first()).toBeVisible()
  }
  beforeAll(async () => {
    visit = await newPage({ viewport: SIZES[0]! })
    const { page } = visit
    await page.goto(inject('appUrl'))
    await fillKitchen(page)
    await page.goto(`${inject('appUrl')}#/`)
    event = (await page.getByRole('link', { name: /Christmas market/ }).getAttribute('href')) ?? ''
    await page.evaluate(() => localStorage.setItem('batchboard.language', 'es'))
    await page.reload()
    await see(page.locator('html[lang=es] main').first()).toBeVisible()
  })
  afterAll(() => visit.context.close())

  test.each([...OTHERS, ...PLACES.map((place) => `EVENT/${place}`)])(
    '%s has everything in its place with letters twice as large',
    async (place) => {
      await goTo(place.replace('EVENT', event))
      await expectLegible(visit.page)
      visit.expectNoFaults()
    },
  )

  test.each(['produce', 'assemble'])(
    'so have the form and the number pad that %s leads to',
    async (tab) => {
      await goTo(`${event}/${tab}`)
      await visit.page.locator('.more a').first().click()
      await see(visit.page.locator('main form')).toBeVisible()
      await expectLegible(visit.page)
      await visit.page.locator('section a').first().click()
      await see(visit.page.locator('main .pad')).toBeVisible()
      await expectLegible(visit.page)
    },
  )
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
