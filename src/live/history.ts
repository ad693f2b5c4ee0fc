import type { Readable } from 'svelte/store'
import { db as kitchen, type BatchboardDb } from '../data/db'
import { eventFacts } from '../data/queries/event'
import { devicesOf } from '../data/queries/devices'
import { historyOf, type HistoryRow } from '../domain/history'
import type { EventId, WriterId } from '../domain/model'
import { live } from './live'

export interface History {
  readonly rows: readonly HistoryRow[]
  readonly devices: ReadonlyMap<WriterId, string>
}

/** What was recorded for an event, newest first, with the devices that recorded it. */
export function eventHistory(
  eventId: EventId,
  db: BatchboardDb = kitchen,
): Readable<History | null | undefined> {
  return live(
    async () => {
      const facts = await eventFacts(db, eventId)
      if (!facts) return null
      const rows = historyOf(facts)
      const writers = new Set(rows.map(({ entry }) => entry.writer))
      return { rows, devices: await devicesOf(db, [...writers]) }
    },
    (history) => history,
  )
}
