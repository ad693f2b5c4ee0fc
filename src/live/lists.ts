import type { Readable } from 'svelte/store'
import { db as kitchen, type BatchboardDb } from '../data/db'
import { allEvents, hiddenEvents } from '../data/queries/lists'
import type { KitchenEvent } from '../domain/model'
import { live } from './live'

/** All events that are not hidden, by date. */
export function events(db: BatchboardDb = kitchen): Readable<readonly KitchenEvent[] | undefined> {
  return live(
    () => allEvents(db),
    (rows) =>
      [...rows].sort((a, b) => (a.date === b.date ? a.stamp - b.stamp : a.date < b.date ? -1 : 1)),
  )
}

/** Events that were taken off the lists, to be brought back. */
export function removedEvents(
  db: BatchboardDb = kitchen,
): Readable<readonly KitchenEvent[] | undefined> {
  return live(
    () => hiddenEvents(db),
    (rows) => rows,
  )
}
