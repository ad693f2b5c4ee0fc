import type { EventId, KitchenEvent } from '../../domain/model'
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
  change: Partial<Pick<KitchenEvent, 'name' | 'date' | 'hidden'>>,
): Promise<null | Refusal> {
  return db.transaction('rw', [db.events, db.marks], async (): Promise<null | Refusal> => {
    const event = await db.events.get(id)
    if (!event) return { refused: 'unknown', what: 'event' }
    const written = await signature(db, 'plan')
    await db.events.put({ ...event, ...written, hidden: event.hidden, ...change })
    return null
  })
}
