import type { Readable } from 'svelte/store'
import { db as kitchen, type BatchboardDb } from '../data/db'
import { eventFacts } from '../data/queries/event'
import { foresee, type Foresight } from '../domain/foresight'
import type { EventId, StockChange } from '../domain/model'
import type { PieceItem } from '../domain/pieces'
import { namesOf } from '../domain/names'
import { live } from './live'

/** Pieces or packed bundles of an event, and what a change of them would lead to. */
export interface Pieces {
  readonly name: string
  /** Pieces of a batch; null of a bundle. */
  readonly perBatch: number | null
  /** Of no change: what is there. */
  readonly after: (change: StockChange | null) => Foresight
}

/** Null when there is no such event, or no such piece in it. */
export function eventPieces(
  eventId: EventId,
  item: PieceItem,
  db: BatchboardDb = kitchen,
): Readable<Pieces | null | undefined> {
  return live(
    () => eventFacts(db, eventId),
    (facts) => {
      if (!facts) return null
      const unit = facts.units.find(({ id }) => id === item.id)
      if (!unit && !facts.goods.some(({ id }) => id === item.id)) return null
      return {
        name: namesOf(facts).of(item),
        perBatch: unit?.itemsPerBatch ?? null,
        after: (change) => foresee(facts, item, change),
      }
    },
  )
}
