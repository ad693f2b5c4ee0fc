import { readFileSync } from 'node:fs'
import { readBakeTracker } from '../../src/exchange/bake-tracker'
import type {
  FileRefusal,
  ImportedFacts,
  ImportReport,
  LeftOut,
  Remark,
} from '../../src/exchange/imported'

/** Backups as bake-tracker writes them, with only the tables that a test is about. */
export type Backup = Record<string, unknown>

export interface Taken {
  readonly facts: ImportedFacts
  readonly report: ImportReport
}

/** The text of a whole backup that bake-tracker itself wrote. */
export function real(name: 'event' | 'catalogue'): string {
  const url = new URL(`../fixtures/bake-tracker/bake-tracker-backup-${name}.json`, import.meta.url)
  return readFileSync(url, 'utf8')
}

export function textOf(tables: Backup): string {
  return JSON.stringify({ version: '4.1', application: 'bake-tracker', ...tables })
}

export function taken(text: string): Taken {
  const read = readBakeTracker(text)
  if ('file' in read) throw new Error(`refused: ${JSON.stringify(read)}`)
  return read
}

export function refused(text: string): FileRefusal {
  const read = readBakeTracker(text)
  if (!('file' in read)) throw new Error('was not refused')
  return read
}

export const read = (tables: Backup): Taken => taken(textOf(tables))
export const refusal = (tables: Backup): FileRefusal => refused(textOf(tables))

/** What a report says was left out of the tables that a test is about. */
export function leftOut(report: ImportReport, table: string): Omit<LeftOut, 'table'>[] {
  return report.leftOut
    .filter((entry) => entry.table === table)
    .map(({ name, reason, rows }) => ({ name, reason, rows }))
}

export function remarks<Kind extends Remark['remark']>(
  report: ImportReport,
  kind: Kind,
): Extract<Remark, { remark: Kind }>[] {
  return report.remarks.filter(
    (remark): remark is Extract<Remark, { remark: Kind }> => remark.remark === kind,
  )
}

/** The one element of a list. */
export function only<Element>(list: readonly Element[]): Element {
  const [first] = list
  if (list.length !== 1 || first === undefined) throw new Error(`${list.length} instead of one`)
  return first
}

/** 50 bags of 6 cookies and 3 brownies; 48 cookies or 24 brownies a batch. */
export const HOLIDAY = {
  recipes: [{ name: 'Cookies' }, { name: 'Brownies' }],
  finished_units: [
    { slug: 'cookie', display_name: 'Cookie', recipe_name: 'Cookies', items_per_batch: 48 },
    { slug: 'brownie', display_name: 'Brownie', recipe_name: 'Brownies', items_per_batch: 24 },
  ],
  finished_goods: [{ slug: 'bag', display_name: 'Bag' }],
  compositions: [
    { finished_good_slug: 'bag', finished_unit_slug: 'cookie', component_quantity: 6.0 },
    { finished_good_slug: 'bag', finished_unit_slug: 'brownie', component_quantity: 3.0 },
  ],
  events: [{ name: 'Holiday', event_date: '2026-12-24', year: 2026 }],
} satisfies Backup

/** The id that a name gives a recipe, piece, bundle and so on, found by reading it. */
export function named<Row extends { readonly name: string }>(
  rows: readonly Row[],
  name: string,
): Row {
  const row = rows.find((candidate) => candidate.name === name)
  if (!row) throw new Error(`no ${name}`)
  return row
}
