import type { Table } from 'dexie'
import type { Day } from '../../domain/day'
import type { EventId, Written } from '../../domain/model'
import {
  EXAMPLE_BAG,
  EXAMPLE_EVENT,
  EXAMPLE_RECIPES,
  EXAMPLE_UNITS,
  exampleFacts,
  type ExampleNames,
} from '../../exchange/example'
import type { BatchboardDb } from '../db'
import { signature } from '../writer'
import { importFacts } from './import'

export const isExample = (eventId: EventId): boolean => eventId === EXAMPLE_EVENT

/** Loads the built-in example, or brings it back as it was left; gives its event. */
export async function loadExample(
  db: BatchboardDb,
  names: ExampleNames,
  today: Day,
): Promise<EventId> {
  await db.transaction('rw', db.tables, async () => {
    await importFacts(db, exampleFacts(names, today))
    await setHidden(db, false)
  })
  return EXAMPLE_EVENT
}

/** Takes the example off every list; its recipes and bundle stay where the baker's own plans use them. */
export async function removeExample(db: BatchboardDb): Promise<null> {
  await db.transaction('rw', db.tables, async () => setHidden(db, true))
  return null
}

async function setHidden(db: BatchboardDb, hidden: boolean): Promise<void> {
  await mark(db, 'plan', db.events, [EXAMPLE_EVENT], hidden)
  if (hidden && (await isUsedElsewhere(db))) return
  await mark(db, 'catalogue', db.recipes, EXAMPLE_RECIPES, hidden)
  await mark(db, 'catalogue', db.goods, [EXAMPLE_BAG], hidden)
}

/** Writes only the rows that change, and nothing when none does. */
async function mark<Row extends Written, Key>(
  db: BatchboardDb,
  kind: 'catalogue' | 'plan',
  table: Table<Row, Key>,
  keys: Key[],
  hidden: boolean,
): Promise<void> {
  const rows = await table.bulkGet(keys)
  const changed = rows.filter((row): row is Row => row !== undefined && row.hidden !== hidden)
  if (changed.length === 0) return
  const written = await signature(db, kind)
  await table.bulkPut(changed.map((row) => ({ ...row, ...written, hidden })))
}

async function isUsedElsewhere(db: BatchboardDb): Promise<boolean> {
  const ids = new Set<string>([...EXAMPLE_RECIPES, ...EXAMPLE_UNITS, EXAMPLE_BAG])
  const elsewhere = (
    { eventId, hidden }: { readonly eventId: EventId; readonly hidden: boolean },
    id: string,
  ): boolean => !hidden && eventId !== EXAMPLE_EVENT && ids.has(id)
  const uses = await Promise.all([
    db.productionTargets.filter((row) => elsewhere(row, row.recipeId)).count(),
    db.assemblyTargets.filter((row) => elsewhere(row, row.goodId)).count(),
    db.looseTargets.filter((row) => elsewhere(row, row.unitId)).count(),
    db.goods
      .filter(
        ({ id, hidden, lines }) =>
          !hidden && id !== EXAMPLE_BAG && lines.some(({ item }) => ids.has(item.id)),
      )
      .count(),
  ])
  return uses.some((count) => count > 0)
}
