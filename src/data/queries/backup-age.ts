import type { BatchboardDb } from '../db'

/** How many records came after an arrival; all, where the tables do not go so far: they are others. */
export async function recordsSince(db: BatchboardDb, arrival: number): Promise<number> {
  const last = (await db.entries.orderBy(':id').last())?.n ?? 0
  return db.entries
    .where(':id')
    .above(last < arrival ? 0 : arrival)
    .count()
}
