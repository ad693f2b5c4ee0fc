import { derived, type Readable } from 'svelte/store'
import { db as kitchen, type BatchboardDb } from '../data/db'
import { eventFacts, eventFactsAfresh } from '../data/queries/event'
import { boardOf, type Board } from '../domain/board'
import type { EventFacts, EventId } from '../domain/model'
import { overallProgress, type OverallProgress } from '../domain/progress'
import type { AssemblyProgress, ProductionProgress } from '../domain/progress'
import { live } from './live'
import { keeper } from './same'

/** A board with the facts that it was computed from: what stands behind its numbers comes of the same reading. */
export interface EventBoard extends Board {
  readonly facts: EventFacts
}

/** Everything an event's screens show; null when there is no such event. */
export function eventBoard(
  eventId: EventId,
  db: BatchboardDb = kitchen,
): Readable<EventBoard | null | undefined> {
  const keep = keeper<Board>()
  return live(
    () => eventFacts(db, eventId),
    (facts) => facts && { ...keep(boardOf(facts)), facts },
  )
}

/** Production progress of an event, a row a recipe that has a target. */
export function productionProgress(
  eventId: EventId,
  db?: BatchboardDb,
): Readable<readonly ProductionProgress[] | undefined> {
  return derived(eventBoard(eventId, db), (board) => (board === null ? [] : board?.recipes))
}

/** Assembly progress of an event, a row a bundle that has a target. */
export function assemblyProgress(
  eventId: EventId,
  db?: BatchboardDb,
): Readable<readonly AssemblyProgress[] | undefined> {
  return derived(eventBoard(eventId, db), (board) => (board === null ? [] : board?.bundles))
}

/** The summary of an event, and whether anything is planned for it. */
export interface EventProgress extends OverallProgress {
  readonly isPlanned: boolean
}

/** Of an unknown event too, where nothing is planned or started. */
export function eventProgress(
  eventId: EventId,
  db: BatchboardDb = kitchen,
): Readable<EventProgress | undefined> {
  return live(
    () => eventFactsAfresh(db, eventId),
    (facts) => {
      if (facts) {
        const { overall, recipes, bundles, loose } = boardOf(facts)
        return { ...overall, isPlanned: recipes.length + bundles.length + loose.length > 0 }
      }
      const nothing = { production: [], assembly: [], looseMet: [], started: false }
      return { ...overallProgress(nothing), isPlanned: false }
    },
  )
}
