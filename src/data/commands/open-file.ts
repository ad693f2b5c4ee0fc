import type { MergeReport } from '../../domain/merge-report'
import type { Backup } from '../../exchange/backup-format'
import type {
  FileRefusal,
  ImportReport,
  ImportedFacts,
  ReadFile,
  RefusedFile,
} from '../../exchange/imported'
import type { BatchboardDb } from '../db'
import { factTables } from '../row-tables'
import { inSlices } from '../slices'
import { importFacts, NOTHING_ADDED, type Added } from './import'
import { previewRestore } from './restore'

/** What another program's files brought. */
export interface Opened {
  readonly added: Added
  readonly report: ImportReport
}

/** A backup of ours that was read, and what restoring it would do: nothing is changed yet. */
export interface OpenedBackup {
  readonly backup: Backup
  readonly preview: MergeReport
}

/**
 * Takes what can be taken of another program's files, or refuses them whole and changes nothing. A
 * backup of ours is only read: whoever opened it sees first what restoring would do.
 */
export async function openFiles(
  db: BatchboardDb,
  texts: readonly string[],
  onProgress?: (part: number) => void,
): Promise<Opened | OpenedBackup | RefusedFile> {
  const [first] = texts
  // Few people open files: the readers are fetched when one does.
  const { isBackup } = await import('../../exchange/backup-read')
  if (first !== undefined && texts.length === 1 && isBackup(first)) {
    return openBackup(db, first, onProgress)
  }
  const nth = texts.findIndex((text) => isBackup(text))
  if (nth >= 0) return { file: 'not alone', nth }
  const { readBakeTrackerFiles } = await import('../../exchange/bake-tracker')
  const taken: Extract<ReadFile, { readonly facts: ImportedFacts }>[] = []
  for (const read of readBakeTrackerFiles(texts)) {
    if ('file' in read) return read
    taken.push(read)
  }
  // All of them or none: what one file brings is worth little without the others.
  return db.transaction('rw', factTables(db), async () => {
    let added = NOTHING_ADDED
    for (const { facts } of taken) added = sum(added, await importFacts(db, facts))
    const report = {
      leftOut: taken.flatMap(({ report: { leftOut } }) => leftOut),
      remarks: taken.flatMap(({ report: { remarks } }) => remarks),
    }
    return { added, report }
  })
}

function sum(one: Added, other: Added): Added {
  const keys = Object.keys(one) as (keyof Added)[]
  return Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as never
}

/** Reads a backup of ours. */
export async function openBackup(
  db: BatchboardDb,
  text: string,
  onProgress: (part: number) => void = () => undefined,
): Promise<OpenedBackup | FileRefusal> {
  const { readBackup } = await import('../../exchange/backup-read')
  const backup = await inSlices(readBackup(text), (part) => onProgress(part / 2))
  if ('file' in backup) return backup
  const preview = await previewRestore(db, backup, (part) => onProgress((1 + part) / 2))
  return { backup, preview }
}
