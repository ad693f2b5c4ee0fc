import { keyOf, type Kinds, type RowKind } from '../../domain/copies'
import { keyText } from '../../domain/ledger'
import { saySame } from '../../domain/merge'
import type { Entry, EntryKey, Written } from '../../domain/model'
import type { ImportedFacts } from '../../exchange/imported'
import type { BatchboardDb } from '../db'
import { Arrivals } from '../arrivals'
import { factTables, rowTables, type RowTable } from '../row-tables'
import { raise, raiseStamp } from '../writer'

/** How many rows of each kind a file brought that were not here yet. */
export interface Added {
  readonly events: number
  readonly recipes: number
  readonly units: number
  readonly goods: number
  readonly ingredients: number
  readonly materials: number
  readonly targets: number
  readonly runs: number
  /** Rows and entries that were here already. */
  readonly known: number
  /** Rows of these that say something else here, and stay as they are here. */
  readonly differing: number
}

export const NOTHING_ADDED: Added = {
  ...{ events: 0, recipes: 0, units: 0, goods: 0, ingredients: 0, materials: 0, targets: 0 },
  ...{ runs: 0, known: 0, differing: 0 },
}

/** The rows of a file, their kind, and what they are counted as. */
const ROWS = [
  ['recipes', 'recipe', 'recipes'],
  ['units', 'unit', 'units'],
  ['goods', 'good', 'goods'],
  ['ingredients', 'ingredient', 'ingredients'],
  ['materials', 'material', 'materials'],
  ['events', 'event', 'events'],
  ['productionTargets', 'productionTarget', 'targets'],
  ['assemblyTargets', 'assemblyTarget', 'targets'],
  ['looseTargets', 'looseTarget', 'targets'],
] as const

/**
 * Adds what is unknown here and changes nothing that is known: all of it, or nothing. The same
 * file again adds nothing.
 */
export async function importFacts(db: BatchboardDb, facts: ImportedFacts): Promise<Added> {
  return db.transaction('rw', factTables(db), async () => {
    const tables = rowTables(db)
    const added = { ...NOTHING_ADDED }
    for (const [name, kind, sum] of ROWS) {
      const { unknown, differing } = await addUnknown(kind, tables[kind], facts[name])
      added[sum] += unknown
      added.differing += differing
    }
    added.runs = await addEntries(db, facts.entries)
    await raiseStamp(db, topOf(facts))
    const { recipes, units, goods, ingredients, materials, events, targets, runs } = added
    const catalogue = recipes + units + goods + ingredients + materials
    if (catalogue > 0) await raise(db, 'catalogue')
    if (events + targets > 0) await raise(db, 'plan')
    added.known = sizeOf(facts) - catalogue - events - targets - runs
    return added
  })
}

async function addUnknown<K extends RowKind>(
  kind: K,
  table: RowTable<Kinds[K]>,
  rows: readonly Kinds[K][],
): Promise<{ readonly unknown: number; readonly differing: number }> {
  // At one question: one for each of thousands of rows would keep the screen waiting.
  const here = new Map((await table.toArray()).map((row) => [keyOf(kind, row), row]))
  const unknown = rows.filter((row) => !here.has(keyOf(kind, row)))
  await table.bulkAdd(unknown)
  const differing = rows.filter((row) => {
    const known = here.get(keyOf(kind, row))
    return known !== undefined && !saySame(wishOf(known), wishOf(row))
  })
  return { unknown: unknown.length, differing: differing.length }
}

/** A row without what only our own planning adds to it. */
function wishOf(row: Written): Written {
  return { ...row, order: 0, basis: null } as Written
}

async function addEntries(db: BatchboardDb, entries: readonly Entry[]): Promise<number> {
  const keys = entries.map(({ writer, seq }): [string, number] => [writer, seq])
  const present = new Set<string>()
  await db.entries
    .where('[writer+seq]')
    .anyOf(keys)
    .each((row: EntryKey) => present.add(keyText(row)))
  const unknown = entries.filter((entry) => !present.has(keyText(entry)))
  const touches = await new Arrivals(db).touchesOf(unknown)
  await db.entries.bulkAdd(unknown.map((entry, index) => ({ ...entry, touches: touches[index]! })))
  return unknown.length
}

/** The latest stamp of them; 0 when there are none. */
function topOf(facts: ImportedFacts): number {
  let top = 0
  for (const rows of Object.values(facts) as readonly (readonly { stamp: number }[])[]) {
    for (const { stamp } of rows) top = Math.max(top, stamp)
  }
  return top
}

function sizeOf(facts: ImportedFacts): number {
  return Object.values(facts).reduce<number>(
    (sum, rows: readonly unknown[]) => sum + rows.length,
    0,
  )
}
