import type { KitchenEvent } from '../../domain/model'
import type { BatchboardDb } from '../db'

/** All events that are not hidden; the screen decides their order. */
export async function allEvents(db: BatchboardDb): Promise<readonly KitchenEvent[]> {
  const events = await db.events.toArray()
  return events.filter(({ hidden }) => !hidden)
}

/** Events that were taken off the lists. */
export async function hiddenEvents(db: BatchboardDb): Promise<readonly KitchenEvent[]> {
  const events = await db.events.toArray()
  return events.filter(({ hidden }) => hidden)
}
