import type { Timer } from '../../domain/timers'
import type { BatchboardDb } from '../db'

/** The timers of this device; the screen decides their order. */
export function allTimers(db: BatchboardDb): Promise<readonly Timer[]> {
  return db.timers.toArray()
}
