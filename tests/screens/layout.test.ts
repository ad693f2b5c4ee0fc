import { render } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import App from '../../src/App.svelte'
import type { BatchboardDb } from '../../src/data/db'
import { readingFault } from '../../src/live/live'
import { savingFault } from '../../src/live/saving'
import '../../src/styles/base.css'
import '../../src/styles/fonts.css'
import '../../src/styles/tokens.css'
import { en, type Words } from '../../src/words/en'
import { es } from '../../src/words/es'
import { freshDb } from '../data/kitchen'
import { backup, MARKET } from '../e2e/backup'
import { pseudo } from '../words/pseudo'
import { fillKitchen, fillOvens, ONE_WORD } from './layout-kitchen'

// Every screen on the narrowest phone, in every language: nothing is wider than its place.

const WIDTH = 320
/** The first visit of a screen fetches its files. */
const PATIENCE = { timeout: 15_000, interval: 20 }
const NOWHERE = '#/no/where/at/all'
const LANGUAGES: readonly [string, Words][] = [
  ['English', en],
  ['Spanish', es],
  ['a language that is 40 % longer', pseudo],
]

/** A screen, how to bring it to its fullest, and what is seen when it is there. */
interface Screen {
  readonly at: string
  readonly sees: string
  readonly act?: (words: Words) => unknown
}

const EMPTY: readonly Screen[] = [
  { at: '', sees: '.welcome' },
  { at: 'catalogue/recipes', sees: 'main > p' },
  { at: 'catalogue/bundles', sees: 'main > p' },
  { at: 'catalogue/ingredients', sees: 'main > p' },
  { at: 'catalogue/materials', sees: 'main > p' },
]

const NOTHING_PLANNED: readonly Screen[] = [
  { at: 'event/apart/plan', sees: '.plan' },
  { at: 'event/apart/shop', sees: '.shop p' },
  { at: 'event/apart/produce', sees: '#produce' },
  { at: 'event/apart/assemble', sees: '#assemble' },
  { at: 'event/apart/history', sees: '#history' },
  { at: 'event/apart/count', sees: 'main > p' },
]

const FULL: readonly Screen[] = [
  {
    at: '',
    sees: 'article .status',
    act: async () => {
      click('article .button')
      await seen(
        'article:has(.status) + *, section:nth-of-type(2) .status, article p.note:last-child',
      )
    },
  },
  {
    at: '',
    sees: 'article',
    act: async () => {
      readingFault.set(new Error('tried'))
      await seen('.banner')
    },
  },
  {
    at: '',
    sees: 'article',
    act: async () => {
      readingFault.set(null)
      savingFault.set('disk full')
      await seen('.banner')
    },
  },
  {
    at: '',
    sees: 'article',
    act: async () => {
      savingFault.set(null)
      choose('no backup')
      await seen('.refusal')
    },
  },
  { at: 'new', sees: 'form', act: submit },
  {
    at: 'event/fair/edit',
    sees: 'form',
    act: () => {
      type('input[type="date"]', '')
      return submit()
    },
  },
  { at: 'event/fair/copy', sees: 'form', act: submit },
  {
    at: 'event/fair/plan',
    sees: '.total',
    act: async () => {
      click('.new .button:first-child')
      await seen('form.card')
      type('.row input', 'none')
      pick('[aria-labelledby="loose"] select')
      await submit()
    },
  },
  {
    at: 'event/fair/plan',
    sees: 'form.card',
    act: async () => {
      click('.new .button:last-child')
      await seen('form.card select')
      click('form.card fieldset > .button')
      await seen('form.card .fields:nth-of-type(2)')
      await submit()
    },
  },
  {
    at: 'event/fair/plan',
    sees: '.total',
    act: async () => {
      click('[aria-labelledby="this-event"] button:last-of-type')
      await seen('dialog')
    },
  },
  { at: 'event/fair/shop', sees: '.line' },
  { at: 'event/fair/count', sees: '.pad' },
  {
    at: 'event/fair/count',
    sees: '.pad',
    act: async () => {
      while (document.querySelector('.pad')) {
        click('.acts .button:first-child')
        await vi.waitFor(
          () => expect(document.querySelector('.pad, main > .main')).not.toBeNull(),
          PATIENCE,
        )
      }
    },
  },
  {
    at: 'event/fair/produce',
    sees: '#produce',
    act: async ({ produce }) => {
      // The second tap at once is a wet finger's: the board says so.
      await clickOnce(`[aria-label="${CSS.escape(produce.plusOneOf('Brownies'))}"]`)
      await seen('.second')
    },
  },
  { at: 'event/fair/assemble', sees: 'article .stuck' },
  {
    at: 'event/fair/assemble',
    sees: 'article .stuck',
    act: async ({ assemble }) => {
      const plusOne = `[aria-label="${CSS.escape(assemble.plusOneOf('Crate'))}"]`
      // The first cards are drawn in the first frame, this one right after them.
      await seen(plusOne)
      click(plusOne)
      await seen('dialog')
    },
  },
  { at: 'event/fair/history', sees: '.undone' },
  {
    at: 'event/fair/bake/cake',
    sees: 'form',
    act: async () => {
      type('.field:nth-of-type(2) input', '1')
      await seen('select')
      type('.field:last-of-type input', ONE_WORD.repeat(6))
      type('.field:first-of-type input', 'all')
      await submit()
    },
  },
  {
    at: 'event/fair/pack/crate',
    sees: 'form',
    act: async () => {
      type('.field:first-of-type input', 'all')
      await submit()
    },
  },
  {
    at: 'event/fair/pack/crate',
    sees: 'form',
    act: async () => {
      type('.field:first-of-type input', '1000000')
      document.querySelector('form')?.requestSubmit()
      await seen('dialog')
    },
  },
  { at: 'catalogue/recipes', sees: '.row .note' },
  { at: 'catalogue/bundles', sees: '.row .note' },
  { at: 'catalogue/ingredients', sees: '.row .note' },
  { at: 'catalogue/materials', sees: '.row .note' },
  {
    at: 'catalogue/materials',
    sees: '.row',
    act: async () => {
      type('.find input', 'zzz')
      await seen('main > p[role="status"]')
    },
  },
  {
    at: 'catalogue/recipes/new',
    sees: 'form',
    act: async () => {
      click('fieldset:nth-of-type(1) > .button')
      click('fieldset:nth-of-type(2) > .button')
      await seen('.line')
      await submit()
    },
  },
  {
    at: 'catalogue/recipes/cookies',
    sees: '.line .note',
    act: async () => {
      click('fieldset [aria-expanded]')
      await seen('textarea[rows="4"]')
      type('.paste textarea', `2 cups ${ONE_WORD}\n${ONE_WORD}`)
      await seen('.paste .button:enabled')
      click('.paste .button')
      await vi.waitFor(
        () => expect(document.querySelectorAll('.line').length).toBeGreaterThan(6),
        PATIENCE,
      )
    },
  },
  { at: 'catalogue/recipes/cake', sees: '.unit:nth-of-type(2)' },
  { at: 'catalogue/recipes/old', sees: 'main > .note' },
  { at: 'catalogue/bundles/new', sees: 'form', act: submit },
  {
    at: 'catalogue/bundles/bag',
    sees: 'section li',
    act: async () => {
      const part = document.querySelector('.fields select')
      pick('.fields select', part?.querySelectorAll('option').length)
      await seen('.material')
    },
  },
  { at: 'catalogue/bundles/one', sees: '.refusal' },
  { at: 'catalogue/ingredients/new', sees: 'form', act: submit },
  {
    at: 'catalogue/ingredients/flour',
    sees: '.density',
    act: async () => {
      type('.density .field:first-of-type input', 'none')
      await submit()
    },
  },
  { at: 'catalogue/materials/new', sees: 'form', act: submit },
  { at: 'catalogue/materials/ribbon', sees: '.acts' },
  { at: 'settings', sees: '#storage' },
  { at: NOWHERE, sees: 'main .button' },
  {
    at: '',
    sees: 'article',
    act: async () => {
      const again = { ...MARKET, events: [{ name: ONE_WORD, event_date: '2031-12-02' }] }
      choose(JSON.stringify(backup(again)))
      await seen('section.card li')
    },
  },
]

const wall = (metres: string, place: number): Screen => ({
  at: 'event/fair/wall',
  sees: 'main li.card',
  act: async () => {
    click('footer .button')
    await seen('dialog fieldset')
    click(`dialog fieldset:first-of-type button:nth-of-type(${place})`)
    await vi.waitFor(
      () => expect(localStorage.getItem('batchboard.distance')).toBe(metres),
      PATIENCE,
    )
  },
})

const WALLS: readonly Screen[] = [wall('0.6', 1), wall('1', 2), wall('2', 3)]
/** A wall turns its pages by the clock: so many of them, at such times, are all that there are. */
const PAGES = 8
const PAGE_MS = 12_000

const WITH_TIMERS: readonly Screen[] = [
  ...WALLS,
  { at: 'event/fair/wall', sees: 'main li.card' },
  { at: 'event/fair/produce', sees: '.strip' },
  {
    at: 'event/fair/produce',
    sees: '.strip',
    act: async () => {
      click('.strip')
      await seen('dialog li')
    },
  },
  {
    at: 'event/fair/produce',
    sees: 'article',
    act: async ({ produce }) => {
      await clickOnce(`[aria-label="${CSS.escape(produce.timerOf('Brownies'))}"]`)
      await seen('dialog form')
      document.querySelector<HTMLFormElement>('dialog form')?.requestSubmit()
      await seen('dialog .refusal')
    },
  },
]

beforeEach(async () => {
  await page.viewport(WIDTH, 640)
  forget()
})

afterEach(() => {
  vi.useRealTimers()
  forget()
  savingFault.set(null)
  readingFault.set(null)
  history.replaceState(null, '', location.pathname + location.search)
})

test.each(LANGUAGES)(
  'in %s nothing is wider than its place',
  { timeout: 120_000 },
  async (_, words) => {
    const kitchen = freshDb()
    const found = await walk(EMPTY, words, kitchen)
    await fillKitchen(kitchen)
    found.push(...(await walk([...NOTHING_PLANNED, ...FULL], words, kitchen)))
    expect(found).toEqual([])
  },
)

test.each(LANGUAGES)(
  'in %s nothing of any page of the wall is wider than its place',
  { timeout: 120_000 },
  async (_, words) => {
    const kitchen = freshDb()
    await fillKitchen(kitchen)
    await fillOvens(kitchen, 600_000)
    const found: string[] = []
    for (let page = 0; page < PAGES; page += 1) {
      vi.useFakeTimers({ toFake: ['Date'], now: page * PAGE_MS })
      found.push(...(await walk(WALLS, words, kitchen)))
    }
    vi.useRealTimers()
    expect(found).toEqual([])
  },
)

test.each(LANGUAGES)(
  'in %s nothing of the wall and of timers is wider than its place',
  { timeout: 120_000 },
  async (_, words) => {
    const kitchen = freshDb()
    await fillKitchen(kitchen)
    await fillOvens(kitchen, Date.now() + 600_000)
    const found = await walk(WITH_TIMERS, words, kitchen)
    await fillOvens(kitchen, Date.now() - 600_000)
    found.push(...(await walk([{ at: '', sees: 'dialog .answers' }], words, kitchen)))
    expect(found).toEqual([])
  },
)

test.each(LANGUAGES.slice(0, 2))(
  'in %s each tab is one line, and wide enough for a thumb',
  async (_, words) => {
    const kitchen = freshDb()
    await fillKitchen(kitchen)
    await walk([{ at: 'event/fair/produce', sees: '#produce' }], words, kitchen, () => {
      const tabs = [...document.querySelectorAll<HTMLElement>('nav li a')]
      expect(tabs).toHaveLength(5)
      for (const tab of tabs) {
        const text = document.createRange()
        text.selectNodeContents(tab)
        expect(text.getClientRects(), tab.innerText).toHaveLength(1)
        expect(tab.getBoundingClientRect().width).toBeGreaterThanOrEqual(48)
      }
      return []
    })
  },
)

test.each(LANGUAGES.slice(0, 2))(
  'in %s the header of the first screen is one row',
  async (_, words) => {
    await walk([{ at: '', sees: '.welcome' }], words, freshDb(), () => {
      expect(document.querySelector('header')?.clientHeight).toBeLessThanOrEqual(56)
      return []
    })
  },
)

function isNowhere(words: Words): boolean {
  return document.querySelector('main > p')?.textContent === words.app.notFound
}

/** Goes from screen to screen, and gives what is found on each. */
async function walk(
  screens: readonly Screen[],
  words: Words,
  kitchen: BatchboardDb,
  look: () => string[] = tooWide,
): Promise<string[]> {
  location.hash = '#/'
  const { unmount } = render(App, { props: { words, kitchen } })
  await document.fonts.ready
  const found: string[] = []
  for (const { at, sees, act } of screens) {
    // From nowhere, so that what is seen is surely of this screen, and the same one starts afresh.
    location.hash = NOWHERE
    await vi.waitFor(() => expect(isNowhere(words)).toBe(true), PATIENCE)
    if (at !== NOWHERE) {
      location.hash = `#/${at}`
      await vi.waitFor(() => expect(isNowhere(words)).toBe(false), PATIENCE)
    }
    try {
      await seen(sees)
      for (const details of document.querySelectorAll('details')) details.open = true
      await act?.(words)
    } catch (error) {
      throw new Error(`at #/${at}: ${document.body.innerText}`, { cause: error })
    }
    // What measures itself is laid out anew within a frame.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    found.push(...look().map((element) => `#/${at}: ${element}`))
    // What is asked stands above all screens: it is left before the next one.
    document.querySelector<HTMLElement>('dialog .button')?.click()
  }
  unmount()
  // What is still being read must end before the database is deleted.
  await kitchen.transaction('rw', kitchen.tables, () => kitchen.events.count())
  return found
}

/**
 * Elements whose content is wider than they are. Fields scroll what is typed by themselves, on every
 * platform; what is unseen is cut on purpose, and is for screen readers.
 */
function tooWide(): string[] {
  const page = document.documentElement
  expect(innerWidth).toBe(WIDTH)
  return [page, ...document.body.querySelectorAll('*')]
    .filter((element) => !element.matches('input, select, textarea, option, .unseen, .unseen *'))
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(
      (element) =>
        `<${element.localName} class="${element.className}"> ${element.scrollWidth} > ${element.clientWidth}: ${(element as HTMLElement).innerText.slice(0, 60)}`,
    )
}

function seen(selector: string): Promise<Element> {
  return vi.waitFor(() => {
    const element = document.querySelector(selector)
    if (!element) throw new Error(`${selector} is not there`)
    return element
  }, PATIENCE)
}

/** Cards beyond the first are drawn in a later frame. */
async function clickOnce(selector: string): Promise<void> {
  await seen(selector)
  click(selector)
}

function click(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`${selector} is not there to click`)
  element.click()
}

function type(selector: string, text: string): void {
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)
  if (!field) throw new Error(`${selector} is not there to type into`)
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Chooses in a select; the second of its options, or that of a place. */
function pick(selector: string, place = 2): void {
  const field = document.querySelector<HTMLSelectElement>(selector)
  if (!field) throw new Error(`${selector} is not there to choose in`)
  field.selectedIndex = place - 1
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

async function submit(): Promise<void> {
  const form =
    document.querySelector<HTMLFormElement>('form.card') ?? document.querySelector('form')
  form?.requestSubmit()
  await seen('form .refusal')
}

function choose(text: string): void {
  const field = document.querySelector<HTMLInputElement>('input[type="file"]')
  if (!field) throw new Error('no file can be chosen')
  const files = new DataTransfer()
  files.items.add(new File([text], 'file.json', { type: 'application/json' }))
  field.files = files.files
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

/** What this device remembers of other tests. */
function forget(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('batchboard.')) localStorage.removeItem(key)
  }
}
