import type { Table } from 'dexie'
import { keyText } from '../../domain/ledger'
import type {
  Entry,
  EntryKey,
  EventId,
  GoodId,
  RecipeId,
  UnitId,
  Written,
} from '../../domain/model'
import type { ImportedFacts } from '../../exchange/imported'
import type { BatchboardDb } from '../db'
import { Arrivals } from '../arrivals'
import { raise, raiseStamp } from '../writer'

/** How many rows of each kind a file brought that were not here yet. */
export interface Added {
  readonly events: number
  readonly recipes: number
  readonly goods: number
  readonly ingredients: number
  readonly runs: number
  /** Rows and entries that were here already. */
  readonly known: number
}

/**
 * Adds what is unknown here and changes nothing that is known: all of it, or nothing. The same
 * file again adds nothing.
 */
export async function importFacts(db: BatchboardDb, facts: ImportedFacts): Promise<Added> {
  return db.transaction('rw', db.tables, async () => {
    const recipes = await addUnknown(db.recipes, facts.recipes, ({ id }) => id)
    const units = await addUnknown(db.units, facts.units, ({ id }) => id)
    const goods = await addUnknown(db.goods, facts.goods, ({ id }) => id)
    const ingredients = await addUnknown(db.ingredients, facts.ingredients, ({ id }) => id)
    const materials = await addUnknown(db.materials, facts.materials, ({ id }) => id)
    const events = await addUnknown(db.events, facts.events, ({ id }) => id)
    const targets =
      (await addUnknown(
        db.productionTargets,
        facts.productionTargets,
        ({ eventId, recipeId }): [EventId, RecipeId] => [eventId, recipeId],
      )) +
      (await addUnknown(
        db.assemblyTargets,
        facts.assemblyTargets,
        ({ eventId, goodId }): [EventId, GoodId] => [eventId, goodId],
      )) +
      (await addUnknown(
        db.looseTargets,
        facts.looseTargets,
        ({ eventId, unitId }): [EventId, UnitId] => [eventId, unitId],
      ))
    const runs = await addEntries(db, facts.entries)
    await raiseStamp(db, topOf(facts))
    if (recipes + units + goods + ingredients + materials > 0) await raise(db, 'catalogue')
    if (events + targets > 0) await raise(db, 'plan')
    const added = recipes + units + goods + ingredients + materials + events + targets + runs
    return { events, recipes, goods, ingredients, runs, known: sizeOf(facts) - added }
  })
}

async function addUnknown<Row extends Written, Key>(
  table: Table<Row, Key>,
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Promise<number> {
  // At one question: one for each of thousands of rows would keep the screen waiting.
  const present = new Set((await table.toCollection().primaryKeys()).map(String))
  const unknown = rows.filter((row) => !present.has(String(keyOf(row))))
  await table.bulkAdd(unknown)
  return unknown.length
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
