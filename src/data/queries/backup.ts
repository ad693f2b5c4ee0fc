import type { RowKind } from '../../domain/copies'
import { BackupWriter, type BackupLines, type BackupOrigin } from '../../exchange/backup-write'
import { factTables, rowTables } from '../row-tables'
import type { BatchboardDb, EntryRow } from '../db'
import { reachOf, type Reach } from './backup-age'

/** Entries that are read and written at a step. */
const SLICE = 100

export interface WrittenBackup {
  /** The text of the file in pieces, the header first. */
  readonly parts: readonly string[]
  readonly records: number
  /** How far the kitchen had come. */
  readonly reach: Reach
}

/**
 * Everything that the kitchen has, as a backup. Rows are read at one moment, and of the ledger what
 * lay there then: it only grows, so it can be read in slices, and nobody has to wait for it.
 */
export async function writeBackup(
  db: BatchboardDb,
  origin: BackupOrigin,
  onProgress: (part: number) => void = () => undefined,
): Promise<WrittenBackup> {
  const writer = new BackupWriter()
  // What is recorded from here on is in the next backup, with the rows that it names.
  const reach = await reachOf(db)
  const { lastArrival } = reach
  const parts = ['', await rowLines(db, writer)]
  let records = 0
  for (let after = 0; after < lastArrival;) {
    const rows = await entriesAfter(db, after, lastArrival)
    const last = rows.at(-1)
    if (!last) break
    parts.push(writer.entries(rows))
    records += rows.length
    after = last.n
    onProgress(after / lastArrival)
  }
  parts[0] = writer.header(origin)
  return { parts, records, reach }
}

/** The lines of all that is not the ledger, as it is at one moment. */
export async function rowLines(db: BatchboardDb, writer: BackupLines): Promise<string> {
  const tables = rowTables(db)
  return db.transaction('r', factTables(db), async () => {
    let lines = ''
    for (const kind of Object.keys(tables) as RowKind[]) {
      lines += writer.rows(kind, await tables[kind].toArray())
    }
    lines += writer.writers(await db.writers.toArray())
    return lines + writer.setAside(await db.setAside.toArray())
  })
}

/** The entry that arrived last. */
export async function lastEntry(db: BatchboardDb): Promise<EntryRow | undefined> {
  return db.entries.orderBy(':id').last()
}

/** The next entries after an arrival, up to another. */
export function entriesAfter(db: BatchboardDb, after: number, upTo: number) {
  return db.entries.where(':id').between(after, upTo, false, true).limit(SLICE).toArray()
}
