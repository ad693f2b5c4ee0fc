import Dexie, { type Table } from 'dexie'
import type { EventId, KitchenEvent, Written } from '../../domain/model'
import { isRefusal, type Refusal } from '../../domain/refusal'
import { readDay, readName } from '../../domain/typed'
import type { BatchboardDb } from '../db'
import { newId, signature } from '../writer'

/** Creates an event from what was typed; gives its id. */
export async function createEvent(
  db: BatchboardDb,
  typed: { readonly name: string; readonly date: string },
): Promise<EventId | Refusal> {
  const name = readName(typed.name)
  if (isRefusal(name)) return name
  const date = readDay(typed.date)
  if (isRefusal(date)) return date
  const id = newId<EventId>()
  await db.transaction('rw', [db.events, db.marks], async () => {
    const written = await signature(db, 'plan')
    await db.events.add({ id, name, date, notes: '', archived: false, ...written })
  })
  return id
}

/** Changes an event's name and day. */
export async function changeEvent(
  db: BatchboardDb,
  id: EventId,
  typed: { readonly name: string; readonly date: string },
): Promise<null | Refusal> {
  const name = readName(typed.name)
  if (isRefusal(name)) return name
  const date = readDay(typed.date)
  if (isRefusal(date)) return date
  return rewrite(db, id, { name, date })
}

/**
 * Copies an event to a new day with everything it wants, and nothing of what was recorded for it.
 * Gives the copy's id.
 */
export async function copyEvent(
  db: BatchboardDb,
  id: EventId,
  typed: { readonly name: string; readonly date: string },
): Promise<EventId | Refusal> {
  const tables = [db.events, ...targetTables(db), db.marks]
  return db.transaction('rw', tables, async (): Promise<EventId | Refusal> => {
    const original = await db.events.get(id)
    if (!original) return { refused: 'unknown', what: 'event' }
    const copy = await createEvent(db, typed)
    if (isRefusal(copy)) return copy
    const written = await signature(db, 'plan')
    await db.events.update(copy, { notes: original.notes })
    for (const table of targetTables(db)) await copyRows(table, id, copy, written)
    return copy
  })
}

async function copyRows(
  table: Table<EventRow, [EventId, string]>,
  from: EventId,
  to: EventId,
  written: Written,
): Promise<void> {
  const rows = await table
    .where(':id')
    .between([from, Dexie.minKey], [from, Dexie.maxKey])
    .toArray()
  await table.bulkAdd(
    rows.filter(({ hidden }) => !hidden).map((row) => ({ ...row, ...written, eventId: to })),
  )
}

interface EventRow extends Written {
  readonly eventId: EventId
}

function targetTables(db: BatchboardDb): readonly Table<EventRow, [EventId, string]>[] {
  const { productionTargets, assemblyTargets, looseTargets } = db
  return [productionTargets, assemblyTargets, looseTargets] as unknown as readonly Table<
    EventRow,
    [EventId, string]
  >[]
}

/** Puts an event aside, or takes it out again: it stays open to look at, under its own heading. */
export async function archiveEvent(
  db: BatchboardDb,
  id: EventId,
  archived: boolean,
): Promise<null | Refusal> {
  return rewrite(db, id, { archived })
}

/** Takes an event off the lists; its ledger and plan stay. */
export async function hideEvent(db: BatchboardDb, id: EventId): Promise<null | Refusal> {
  return rewrite(db, id, { hidden: true })
}

/** Brings a hidden event back. */
export async function bringBackEvent(db: BatchboardDb, id: EventId): Promise<null | Refusal> {
  return rewrite(db, id, { hidden: false })
}

async function rewrite(
  db: BatchboardDb,
  id: EventId,
  change: Partial<Pick<KitchenEvent, 'name' | 'date' | 'hidden' | 'archived'>>,
): Promise<null | Refusal> {
  return db.transaction('rw', [db.events, db.marks], async (): Promise<null | Refusal> => {
    const event = await db.events.get(id)
    if (!event) return { refused: 'unknown', what: 'event' }
    const written = await signature(db, 'plan')
    await db.events.put({ ...event, ...written, hidden: event.hidden, ...change })
    return null
  })
}
