import type { BatchboardDb } from '../db'

/** Whether a person recorded anything in this kitchen: what the example or an opened file brings is no record. */
export async function hasRecorded(db: BatchboardDb): Promise<boolean> {
  return (await db.writers.count()) > 0
}
