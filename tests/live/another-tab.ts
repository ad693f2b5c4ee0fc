import { recordProduction } from '../../src/data/commands/record'
import { BatchboardDb } from '../../src/data/db'
import type { EventId, RecipeId } from '../../src/domain/model'

// Runs as a worker: a page of its own, with a connection and a writer of its own.

export interface Baking {
  readonly database: string
  readonly eventId: EventId
  readonly recipeId: RecipeId
  /** How many batches it records, one after the other; one when nothing is said. */
  readonly times?: number
}

self.addEventListener('message', async ({ data }: MessageEvent<Baking>) => {
  const db = new BatchboardDb(data.database)
  const { eventId, recipeId, times = 1 } = data
  const run = { eventId, recipeId, batches: 1, lostBatches: 0, good: null, reason: null }
  let refusal: unknown = null
  for (let tap = 0; tap < times; tap += 1) {
    refusal ??= await recordProduction(db, run, { by: 'Ben', device: 'Phone' })
  }
  db.close()
  self.postMessage(refusal)
})
