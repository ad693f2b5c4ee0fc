import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type Axe from 'axe-core'
import type { Page } from 'playwright'

// The numbers that the screens are designed by: what each screen measures, and where a rule ends.

/** What was measured; nothing where the screen has nothing of the kind. */
export type Measures = Partial<Record<keyof typeof LIMITS, number>>

interface Limit {
  readonly says: string
  readonly least?: number
  readonly most?: number
}

const LIMITS = {
  primary: { says: '+1, least side (px)', least: 72 },
  around: { says: '+1, least gap (px)', least: 16 },
  tap: { says: 'tapped, least side (px)', least: 48 },
  digits: { says: '“to go” digits (px)', least: 56 },
  header: { says: 'header on a phone (px)', most: 56 },
  notTabular: { says: 'figures not tabular', most: 0 },
  contrast: { says: 'text contrast (:1)', least: 7 },
} as const satisfies Record<string, Limit>

const KEYS = Object.keys(LIMITS) as (keyof typeof LIMITS)[]
const limitOf = (key: keyof typeof LIMITS): Limit => LIMITS[key]

export const RULES = {
  /** Of several measurements of a screen, the one that is nearest to its limit. */
  worst: (all: readonly Measures[]): Measures =>
    Object.fromEntries(
      KEYS.flatMap((key) => {
        const values = all.flatMap((one) => one[key] ?? [])
        if (values.length === 0) return []
        const isLeast = limitOf(key).least !== undefined
        return [[key, isLeast ? Math.min(...values) : Math.max(...values)]]
      }),
    ),

  broken: (measures: Measures): string[] =>
    KEYS.flatMap((key) => {
      const { says, least, most } = limitOf(key)
      const value = measures[key]
      if (value === undefined) return []
      // Lengths are rounded each for itself.
      if (least !== undefined && value < least - 0.05) return [`${says}: ${value} < ${least}`]
      return most !== undefined && value > most + 0.05 ? [`${says}: ${value} > ${most}`] : []
    }),
}

/** Measures what is on the page as it stands. */
export function designed(page: Page): Promise<Measures> {
  return page.evaluate(() => {
    const root = document.querySelector('dialog:modal') ?? document.body
    const seen = (selector: string): Element[] =>
      [...root.querySelectorAll(selector)].filter((one) => one.checkVisibility())
    const tapped = seen('a[href], button, input, select, textarea, summary, label.button').filter(
      (one) => !one.matches('.unseen'),
    )
    const side = (one: Element): number => {
      const { width, height } = one.getBoundingClientRect()
      return Math.min(width, height)
    }
    const least = (values: readonly number[]): number | undefined =>
      values.length > 0 ? Math.min(...values) : undefined
    const primaries = seen('.plus-one')
    const gaps = primaries.flatMap((one) => {
      const a = one.getBoundingClientRect()
      return tapped
        .filter((other) => other !== one && !other.closest('nav, aside, .top'))
        .map((other) => {
          const b = other.getBoundingClientRect()
          const dx = Math.max(0, a.left - b.right, b.left - a.right)
          const dy = Math.max(0, a.top - b.bottom, b.top - a.bottom)
          return Math.hypot(dx, dy)
        })
    })
    const sizes = seen('.togo .number:not(.long)').map((one) =>
      parseFloat(getComputedStyle(one).fontSize),
    )
    const headers = innerWidth < 600 ? seen('header').map((one) => one.clientHeight) : []
    const figures = seen('.digits').filter(
      (one) => !getComputedStyle(one).fontVariantNumeric.includes('tabular-nums'),
    )
    const found = {
      primary: least(primaries.map(side)),
      around: least(gaps),
      tap: least(tapped.map(side)),
      digits: least(sizes),
      header: headers.length > 0 ? Math.max(...headers) : undefined,
      notTabular: seen('.digits').length > 0 ? figures.length : undefined,
    }
    return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
  })
}

/** The least contrast of any text on the page, as axe measures it. */
export function contrasts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe }
    const { passes, violations } = await axe.run(document, {
      runOnly: { type: 'rule', values: ['color-contrast-enhanced'] },
      rules: { 'color-contrast-enhanced': { enabled: true } },
    })
    const ratios = [...passes, ...violations]
      .flatMap(({ nodes }) => nodes.flatMap(({ any }) => any))
      .map(({ data }) => (data as { contrastRatio?: number } | null)?.contrastRatio ?? 0)
      .filter((ratio) => ratio > 0)
    return Math.min(...ratios)
  })
}

/** Writes what was measured on every screen, for people to read. */
export function keepTable(
  rows: readonly { readonly screen: string; readonly measures: Measures }[],
): void {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = (key: keyof typeof LIMITS): string => {
    const { least, most } = limitOf(key)
    return least === undefined ? `≤ ${most ?? ''}` : `≥ ${least}`
  }
  const cell = (value: number | undefined): string =>
    value === undefined ? '–' : String(Math.round(value * 10) / 10)
  const all = RULES.worst(rows.map(({ measures }) => measures))
  const table = [
    line(['screen', ...KEYS.map((key) => limitOf(key).says)]),
    line(['---', ...KEYS.map(() => '---:')]),
    line(['**rule**', ...KEYS.map(rule)]),
    line(['**worst of all**', ...KEYS.map((key) => cell(all[key]))]),
    ...rows.map(({ screen, measures }) =>
      line([screen, ...KEYS.map((key) => cell(measures[key]))]),
    ),
  ].join('\n')
  const folder = fileURLToPath(new URL('../../test-results/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}measures.md`, `${table}\n`)
  process.stdout.write(`\n${table}\n`)
}
