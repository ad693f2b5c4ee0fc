import { boardOf, type Board } from '../domain/board'
import type { EventId } from '../domain/model'
import { overallProgress } from '../domain/progress'
import type { AssemblyProgress, OverallProgress, ProductionProgress } from '../domain/progress'
import { db as kitchen, type BatchboardDb } from './db'
import { eventFactsAfresh } from './queries/event'

/**
 * The three answers of one event, by the query and the projection that the stores use. Called inside
 * a transaction of the same database they take part in it. An unknown event has no rows.
 */
export async function getProductionProgress(
  eventId: EventId,
  db: BatchboardDb = kitchen,
): Promise<readonly ProductionProgress[]> {
  return (await boardFor(eventId, db))?.recipes ?? []
}

export async function getAssemblyProgress(
  eventId: EventId,
  db: BatchboardDb = kitchen,
): Promise<readonly AssemblyProgress[]> {
  return (await boardFor(eventId, db))?.bundles ?? []
}

export async function getOverallProgress(
  eventId: EventId,
  db: BatchboardDb = kitchen,
): Promise<OverallProgress> {
  const board = await boardFor(eventId, db)
  return (
    board?.overall ??
    overallProgress({ production: [], assembly: [], looseMet: [], started: false })
  )
}

async function boardFor(eventId: EventId, db: BatchboardDb): Promise<Board | null> {
  const facts = await eventFactsAfresh(db, eventId)
  return facts && boardOf(facts)
}
