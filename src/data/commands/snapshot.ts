import { keyText } from '../../domain/ledger'
import type { Day } from '../../domain/day'
import { BackupLines, BackupWriter, type BackupOrigin } from '../../exchange/backup-write'
import type { BatchboardDb } from '../db'
import { entriesAfter, lastEntry, rowLines } from '../queries/backup'
import type { DayCopy, SnapshotsDb } from '../snapshots-db'

/** How many days are kept. */
const DAYS = 5

/**
 * Takes the copy of a day, unless nothing is new since the last one. Of the ledger only what came
 * since is written, a slice whenever the browser is idle.
 */
export async function takeSnapshot(
  db: BatchboardDb,
  snapshots: SnapshotsDb,
  { day, at }: { readonly day: Day; readonly at: number },
  whenIdle: () => Promise<unknown> = () => Promise.resolve(),
): Promise<'taken' | 'nothing new'> {
  const marks = JSON.stringify((await db.marks.toArray()).map(({ key, value }) => [key, value]))
  const before = await snapshots.days.orderBy('day').last()
  const last = await lastEntry(db)
  if (marks === '[]' || before?.marks === marks) return 'nothing new'
  const goesOn = before !== undefined && (await continues(db, before))
  const parts = goesOn ? [...before.parts] : []
  const lastArrival = last?.n ?? 0
  for (let after = goesOn ? before.lastArrival : 0; after < lastArrival;) {
    await whenIdle()
    const rows = await entriesAfter(db, after, lastArrival)
    const end = rows.at(-1)
    if (!end) break
    const part = new BackupLines()
    const lines = part.entries(rows)
    parts.push(await snapshots.ledger.add({ lines, counts: part.counts }))
    after = end.n
  }
  await whenIdle()
  const rest = new BackupLines()
  const lines = await rowLines(db, rest)
  const lastKey = last ? keyText(last) : ''
  await snapshots.transaction('rw', [snapshots.days, snapshots.ledger], async () => {
    await snapshots.days.put({
      day,
      at,
      marks,
      lastArrival,
      lastKey,
      parts,
      lines,
      counts: rest.counts,
    })
    await prune(snapshots)
  })
  return 'taken'
}

/** The text of a day's copy, as a backup of that moment; null when there is none. */
export async function snapshotText(
  snapshots: SnapshotsDb,
  day: Day,
  origin: Omit<BackupOrigin, 'created'>,
): Promise<string | null> {
  const copy = await snapshots.days.get(day)
  if (!copy) return null
  const writer = new BackupWriter()
  writer.again(copy.lines, copy.counts)
  const body = [copy.lines]
  for (const id of copy.parts) {
    const part = await snapshots.ledger.get(id)
    if (!part) return null
    writer.again(part.lines, part.counts)
    body.push(part.lines)
  }
  return writer.header({ ...origin, created: copy.at }) + body.join('')
}

/** The copies that there are, the latest first. */
export async function snapshotDays(
  snapshots: SnapshotsDb,
): Promise<readonly Pick<DayCopy, 'day' | 'at'>[]> {
  const days = await snapshots.days.orderBy('day').reverse().toArray()
  return days.map(({ day, at }) => ({ day, at }))
}

/** Whether the ledger is still the one that was copied, and not another after a loss. */
async function continues(db: BatchboardDb, { lastArrival, lastKey }: DayCopy): Promise<boolean> {
  if (lastArrival === 0) return true
  const entry = await db.entries.get(lastArrival)
  return entry !== undefined && keyText(entry) === lastKey
}

/** Leaves the latest days, and the stretches of the ledger that they need. */
async function prune(snapshots: SnapshotsDb): Promise<void> {
  const days = await snapshots.days.orderBy('day').reverse().toArray()
  await snapshots.days.bulkDelete(days.slice(DAYS).map(({ day }) => day))
  const needed = new Set(days.slice(0, DAYS).flatMap(({ parts }) => parts))
  const all = await snapshots.ledger.toCollection().primaryKeys()
  await snapshots.ledger.bulkDelete(all.filter((id) => !needed.has(id)))
}
