import type { Readable } from 'svelte/store'
import { db as kitchen, type BatchboardDb } from '../data/db'
import { eventFacts } from '../data/queries/event'
import type { EventId, RecipeId, UnitId } from '../domain/model'
import { roundingsOf, type Down } from '../domain/rounding'
import { workingOf, type Step } from '../domain/working'
import { live } from './live'

/** What the Plan screen shows behind its numbers: the steps of each need, and what rounding down would cost. */
export interface PlanDetails {
  readonly working: ReadonlyMap<UnitId, readonly Step[]>
  readonly roundings: ReadonlyMap<RecipeId, Down>
}

export function eventPlanDetails(
  eventId: EventId,
  db: BatchboardDb = kitchen,
): Readable<PlanDetails | null | undefined> {
  return live(
    () => eventFacts(db, eventId),
    (facts) => facts && { working: workingOf(facts), roundings: roundingsOf(facts) },
  )
}
