import { takeSnapshot } from './data/commands/snapshot'
import { db } from './data/db'
import { SnapshotsDb } from './data/snapshots-db'
import { localDay } from './live/today'
import { whenIdle } from './platform/idle'

const HOUR = 3_600_000
let taken = 0
let taking = false

/** Takes a copy of the kitchen when the app comes to the front, at most once an hour. */
export function keepCopies(): void {
  document.addEventListener('visibilitychange', () => void take())
  void take()
}

async function take(): Promise<void> {
  if (document.visibilityState !== 'visible' || taking || Date.now() - taken < HOUR) return
  taking = true
  const snapshots = new SnapshotsDb()
  try {
    const at = Date.now()
    await takeSnapshot(db, snapshots, { day: localDay(new Date(at)), at }, whenIdle)
    taken = at
  } catch {
    // A full disk, or no storage at all: the kitchen is where it was, and the next look may do better.
  } finally {
    snapshots.close()
    taking = false
  }
}
