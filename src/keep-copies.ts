import { takeSnapshot } from './data/commands/snapshot'
import { db } from './data/db'
import { SnapshotsDb } from './data/snapshots-db'
import { localDay } from './live/today'
import { whenIdle } from './platform/idle'

const [HOUR, OFTEN] = [3_600_000, 600_000]

/**
 * Takes a copy of the kitchen now, whenever the app comes to the front, and while it stays there for days,
 * at most once an hour.
 * Gives the look that it takes then; who looks while a copy is taken waits for that one.
 */
export function keepCopies(
  kitchen = db,
  openSnapshots = () => new SnapshotsDb(),
  now = Date.now,
): () => Promise<void> {
  let taken = -Infinity
  let taking: Promise<void> | null = null

  async function take(at: number): Promise<void> {
    const snapshots = openSnapshots()
    try {
      await takeSnapshot(kitchen, snapshots, { day: localDay(new Date(at)), at }, whenIdle)
      taken = at
    } catch {
      // A full disk, or no storage at all: the kitchen is where it was, and the next look may do better.
    } finally {
      snapshots.close()
      taking = null
    }
  }

  async function look(): Promise<void> {
    const at = now()
    if (document.visibilityState !== 'visible' || Math.abs(at - taken) < HOUR) return
    await (taking ??= take(at))
  }
  document.addEventListener('visibilitychange', () => void look())
  setInterval(() => void look(), OFTEN)
  void look()
  return look
}
