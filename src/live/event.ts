import { derived, type Readable } from 'svelte/store'
import { db as kitchen, type BatchboardDb } from '../data/db'
import { devicesOf } from '../data/queries/lists'
import { eventFacts, eventFactsAfresh } from '../data/queries/event'
import { boardOf, type Board } from '../domain/board'
import { historyOf, type HistoryRow } from '../domain/history'
import type { EventId, RecipeId, UnitId, WriterId } from '../domain/model'
import { roundingsOf, type Down } from '../domain/rounding'
import { workingOf, type Step } from '../domain/working'
import { overallProgress, type OverallProgress } from '../domain/progress'
import type { AssemblyProgress, ProductionProgress } from '../domain/progress'
import { live } from './live'

/** Everything an event's screens show; null when there is no such event. */
export function eventBoard(
  eventId: EventId,
  db: BatchboardDb = kitchen,
): Readable<Board | null | undefined> {
  return live(
    () => eventFacts(db, eventId),
    (facts) => facts && boardOf(facts),
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

/** The summary of an event; of one that is unknown too, where nothing is started. */
export function eventProgress(
  eventId: EventId,
  db: BatchboardDb = kitchen,
): Readable<OverallProgress | undefined> {
  return live(
    () => eventFactsAfresh(db, eventId),
    (facts) =>
      facts
        ? boardOf(facts).overall
        : overallProgress({ production: [], assembly: [], looseMet: [], started: false }),
  )
}

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
