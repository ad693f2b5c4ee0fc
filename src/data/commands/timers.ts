import type { EventId, RecipeId } from '../../domain/model'
import { isRefusal, type Refusal } from '../../domain/refusal'
import { unitsOf } from '../../domain/rows'
import { batchToTime, endOf, extended, readMinutes } from '../../domain/timers'
import type { Timer, TimerId } from '../../domain/timers'
import type { BatchboardDb } from '../db'
import { newId, type Recorder } from '../writer'
import { recordProduction } from './record'

/** What is put into the oven. */
export interface Timed {
  readonly eventId: EventId
  readonly eventName: string
  readonly recipeId: RecipeId
  readonly recipeName: string
  /** Batches that are done already, of how many. */
  readonly done: number
  readonly target: number
}

/** Starts a timer for the next batch of a recipe, of minutes as typed. */
export async function startTimer(
  db: BatchboardDb,
  { done, ...timed }: Timed,
  typed: string,
): Promise<null | Refusal> {
  const minutes = readMinutes(typed)
  if (isRefusal(minutes)) return minutes
  const [id, start] = [newId<TimerId>(), Date.now()]
  await db.transaction('rw', [db.timers], async () => {
    const batch = batchToTime(
      { ...timed, done },
      await db.timers.where(':id').notEqual(id).toArray(),
    )
    await db.timers.put({ ...timed, id, batch, start, end: endOf(start, minutes) })
  })
  return null
}

/** Gives a timer 2 minutes more; nothing where another tap or tab has changed it since it was seen. */
export async function extendTimer(
  db: BatchboardDb,
  seen: Pick<Timer, 'id' | 'end'>,
): Promise<null> {
  return db.transaction('rw', [db.timers], async () => {
    const timer = await db.timers.get(seen.id)
    if (timer?.end !== seen.end) return null
    await db.timers.put({ ...timer, end: extended(timer, Date.now()) })
    return null
  })
}

/** Ends a timer, and records nothing. */
export async function endTimer(db: BatchboardDb, id: TimerId): Promise<null> {
  await db.transaction('rw', [db.timers], () => db.timers.delete(id))
  return null
}

/**
 * Records the batch of a timer and ends it, in one transaction: of two tabs that answer, one records.
 * Of a recipe that makes several things nothing is recorded: a form has to say what the batch became.
 */
export async function recordTimed(
  db: BatchboardDb,
  id: TimerId,
  recorder: Recorder,
): Promise<'recorded' | 'form' | 'gone' | Refusal> {
  const ledger = [db.entries, db.writers, db.marks]
  const tables = [...ledger, db.events, db.recipes, db.units, db.productionTargets, db.timers]
  return db.transaction('rw', tables, async () => {
    const timer = await db.timers.get(id)
    if (!timer) return 'gone'
    const { eventId, recipeId } = timer
    const units = await db.units.where('recipeId').equals(recipeId).toArray()
    const asks = unitsOf(recipeId, units).length > 1
    const target = asks && (await db.productionTargets.get([eventId, recipeId]))
    // The form is one of the event's plan.
    if (asks && (!target || target.hidden)) {
      return { refused: 'unknown', what: 'target' } satisfies Refusal
    }
    const run = { eventId, recipeId, batches: 1, lostBatches: 0, good: null, reason: null }
    const refusal = asks ? null : await recordProduction(db, run, recorder)
    if (refusal) return refusal
    await db.timers.delete(id)
    return asks ? 'form' : 'recorded'
  })
}
