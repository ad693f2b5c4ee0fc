import type { Readable } from 'svelte/store'
import { db as kitchen, type BatchboardDb } from '../data/db'
import { eventFacts } from '../data/queries/event'
import { packingSteps, type PackingStep } from '../domain/behind'
import type { EventId, GoodId } from '../domain/model'
import { live } from './live'

/** What stands behind how many of a bundle can be packed now. */
export function eventPackingSteps(
  eventId: EventId,
  goodId: GoodId,
  db: BatchboardDb = kitchen,
): Readable<readonly PackingStep[] | undefined> {
  return live(
    () => eventFacts(db, eventId),
    (facts) => (facts ? packingSteps(facts, goodId) : []),
  )
}
