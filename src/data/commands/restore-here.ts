import type { MergeReport } from '../../domain/merge-report'
import type { Backup } from '../../exchange/backup-format'
import type { BatchboardDb } from '../db'
import { restore } from './restore'

export interface RestoredHere {
  readonly report: MergeReport
  /** Whether no record was here before. */
  readonly wasEmpty: boolean
  readonly lastArrival: number
}

/** Restores a backup, and tells whether all that is here now came from it. */
export async function restoreHere(
  db: BatchboardDb,
  backup: Backup,
  onProgress?: (part: number) => void,
): Promise<RestoredHere> {
  const wasEmpty = (await db.entries.count()) === 0
  const report = await restore(db, backup, onProgress)
  const lastArrival = (await db.entries.orderBy(':id').last())?.n ?? 0
  return { report, wasEmpty, lastArrival }
}
