import { keyText } from '../../domain/ledger'
import type { RowKind } from '../../domain/copies'
import type { Day } from '../../domain/day'
import type { Entry } from '../../domain/model'
import { BackupLines, BackupWriter, type BackupOrigin } from '../../exchange/backup-write'
import type { BatchboardDb } from '../db'
import { entriesAfter, lastEntry, rowLines } from '../queries/backup'
import { rowTables } from '../row-tables'
import type { DayCopy, SnapshotsDb } from '../snapshots-db'

/** How many days are kept. */
const DAYS = 5

/** What a copy is taken of, and after which one. */
interface Taking {
  readonly day: Day
  readonly at: number
  readonly marks: string
  readonly last: Entry | undefined
  readonly lastArrival: number
  /** The copy that was taken last. */
  readonly latest: DayCopy | undefined
  /** The same, where this one goes on from it. */
  readonly before: DayCopy | null
}

/**
 * Takes the copy of a day, unless nothing is new since the last one. Of the ledger only what came
 * since is written, a slice whenever the browser is idle. After a loss, a day keeps the copy that it has.
 */
export async function takeSnapshot(
  db: BatchboardDb,
  snapshots: SnapshotsDb,
  when: { readonly day: Day; readonly at: number },
  whenIdle: () => Promise<unknown> = () => Promise.resolve(),
): Promise<'taken' | 'nothing new' | 'kept'> {
  const marks = JSON.stringify((await db.marks.toArray()).map(({ key, value }) => [key, value]))
  const copies = await wholeCopies(snapshots)
  const [latest] = copies
  const last = await lastEntry(db)
  const lastArrival = last?.n ?? 0
  const isSame = latest?.marks === marks && latest.lastArrival === lastArrival
  if (marks === '[]' || isSame) return 'nothing new'
  const before = latest && (await continues(db, marks, latest)) ? latest : null
  if (!before && copies.some(({ day }) => day === when.day)) return 'kept'
  const written: number[] = []
  try {
    const taking = { ...when, marks, last, lastArrival, latest, before }
    await write(db, snapshots, taking, written, whenIdle)
  } catch (fault) {
    // What no day names would take up room for nothing.
    await snapshots.ledger.bulkDelete(written)
    throw fault
  }
  return 'taken'
}

async function write(
  db: BatchboardDb,
  snapshots: SnapshotsDb,
  { day, at, marks, last, lastArrival, latest, before }: Taking,
  written: number[],
  whenIdle: () => Promise<unknown>,
): Promise<void> {
  for (let after = before?.lastArrival ?? 0; after < lastArrival;) {
    await whenIdle()
    const rows = await entriesAfter(db, after, lastArrival)
    const end = rows.at(-1)
    if (!end) break
    const part = new BackupLines()
    const lines = part.entries(rows)
    written.push(await snapshots.ledger.add({ lines, counts: part.counts }))
    after = end.n
  }
  await whenIdle()
  const rest = new BackupLines()
  const lines = await rowLines(db, rest)
  const lastKey = last ? keyText(last) : ''
  const parts = [...(before?.parts ?? []), ...written]
  const copy = { day, at, marks, lastArrival, lastKey, parts, lines, counts: rest.counts }
  await snapshots.transaction('rw', [snapshots.days, snapshots.ledger], async () => {
    const [now] = await wholeCopies(snapshots)
    const isLatest = now?.turn === latest?.turn && now?.at === latest?.at
    // It may be newer than this one, and nothing of this one is kept with it.
    if (!isLatest) throw new Error('Another window took a copy meanwhile.')
    await snapshots.days.put({ ...copy, turn: (now?.turn ?? 0) + 1 })
    await prune(snapshots)
  })
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
  return (await wholeCopies(snapshots)).map(({ day, at }) => ({ day, at }))
}

/** The copies of which nothing is missing, the one that was taken last first. */
async function wholeCopies(snapshots: SnapshotsDb): Promise<DayCopy[]> {
  return snapshots.transaction('r', [snapshots.days, snapshots.ledger], async () => {
    const days = await snapshots.days.orderBy('day').reverse().toArray()
    const there = new Set(await snapshots.ledger.toCollection().primaryKeys())
    return days
      .filter(({ parts }) => parts.every((id) => there.has(id)))
      .sort((a, b) => (b.turn ?? 0) - (a.turn ?? 0))
  })
}

/** Whether the kitchen is still the one that was copied, and not another after a loss: it only grows. */
async function continues(db: BatchboardDb, marks: string, copy: DayCopy): Promise<boolean> {
  const now = new Map(JSON.parse(marks) as [string, number][])
  const then = JSON.parse(copy.marks) as [string, number][]
  if (then.some(([key, value]) => (now.get(key) ?? 0) < value)) return false
  for (const [kind, table] of Object.entries(rowTables(db))) {
    if ((await table.count()) < (copy.counts[kind as RowKind] ?? 0)) return false
  }
  if (copy.lastArrival === 0) return true
  const entry = await db.entries.get(copy.lastArrival)
  return entry !== undefined && keyText(entry) === copy.lastKey
}

/** Leaves the copies that were taken last, and the stretches of the ledger that they need. */
async function prune(snapshots: SnapshotsDb): Promise<void> {
  const days = (await wholeCopies(snapshots)).slice(0, DAYS)
  const kept = new Set(days.map(({ day }) => day))
  await snapshots.days.filter(({ day }) => !kept.has(day)).delete()
  const needed = new Set(days.flatMap(({ parts }) => parts))
  const all = await snapshots.ledger.toCollection().primaryKeys()
  await snapshots.ledger.bulkDelete(all.filter((id) => !needed.has(id)))
}
