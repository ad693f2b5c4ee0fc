import type { News } from '../../domain/backup-age'
import type { BatchboardDb } from '../db'

/** How far a kitchen has come: what came later is not in a backup of that moment. */
export interface Reach {
  /** The arrival number of the last record. */
  readonly lastArrival: number
  /** How often recipes, other lists and plans were changed. */
  readonly changes: number
}

export async function reachOf(db: BatchboardDb): Promise<Reach> {
  const [last, marks] = await Promise.all([
    db.entries.orderBy(':id').last(),
    db.marks.bulkGet(['catalogue', 'plan']),
  ])
  return {
    lastArrival: last?.n ?? 0,
    changes: marks.reduce((sum, mark) => sum + (mark?.value ?? 0), 0),
  }
}

/**
 * What came after a moment; all, where the kitchen did not come so far: it is another one. Where the
 * changes of then are not known, there are none.
 */
export async function newsSince(
  db: BatchboardDb,
  then: { readonly lastArrival: number; readonly changes: number | null } | null,
): Promise<News> {
  const now = await reachOf(db)
  const changes = then?.changes ?? now.changes
  const isThis = then && then.lastArrival <= now.lastArrival && changes <= now.changes
  const after = isThis ? { ...then, changes } : { lastArrival: 0, changes: 0 }
  const records = await db.entries.where(':id').above(after.lastArrival).count()
  return { records, changes: now.changes - after.changes }
}
