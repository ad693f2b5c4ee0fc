import { recordProduction } from '../src/data/commands/record'
import type * as counted from './counted'
import { BatchboardDb } from '../src/data/db'
import type { Board } from '../src/domain/board'
import type { EventId, RecipeId } from '../src/domain/model'
import { eventBoard } from '../src/live/event'
import { countReads } from '../tests/data/middleware'

declare global {
  interface Window {
    /** This file, as a page of the bench has it. */
    readonly bench: typeof counted
  }
}

export interface Counted {
  /** Rows and keys read by a recorded tap and by the board that shows it. */
  readonly rows: number
  readonly emissions: number
  /** Milliseconds from the command to the board that shows it. */
  readonly times: readonly number[]
}

/** Creates the tables. */
export async function create(name: string): Promise<void> {
  const db = new BatchboardDb(name)
  await db.open()
  db.close()
}

/** Records so many batches, one after the other, while the board of the event is looked at. */
export async function taps(name: string, eventId: string, count: number): Promise<Counted> {
  const db = new BatchboardDb(name)
  const reads = countReads(db)
  let emissions = 0
  let seen: (board: Board) => void = () => undefined
  const stop = eventBoard(eventId as EventId, db).subscribe((board) => {
    if (!board) return
    emissions += 1
    seen(board)
  })
  const done = (board: Board): number =>
    board.recipes.reduce((sum, { completedBatches }) => sum + completedBatches, 0)
  const next = (): Promise<Board> => new Promise((shown) => (seen = shown))
  const run = {
    eventId: eventId as EventId,
    recipeId: 'recipe-0' as RecipeId,
    batches: 1,
    lostBatches: 0,
  }
  let batches = done(await next())
  const tap = async (): Promise<number> => {
    const start = performance.now()
    const shown = next()
    await recordProduction(db, { ...run, good: null, reason: null }, { by: '', device: '' })
    if (done(await shown) !== ++batches) throw new Error('the board does not show the tap')
    return performance.now() - start
  }
  await tap()
  reads.fromNow()
  emissions = 0
  const times: number[] = []
  for (let index = 0; index < count; index += 1) times.push(await tap())
  stop()
  db.close()
  return { rows: reads.rows / count, emissions: emissions / count, times }
}
