import type { MergeReport } from '../../domain/merge-report'
import type { Backup } from '../../exchange/backup-format'
import type { BatchboardDb } from '../db'
import { reachOf, type Reach } from '../queries/backup-age'
import { restore } from './restore'

export interface RestoredHere {
  readonly report: MergeReport
  /** Whether nothing was here before. */
  readonly wasEmpty: boolean
  /** How far the kitchen has come with it. */
  readonly reach: Reach
}

/** Restores a backup, and tells whether all that is here now came from it. */
export async function restoreHere(
  db: BatchboardDb,
  backup: Backup,
  onProgress?: (part: number) => void,
): Promise<RestoredHere> {
  const wasEmpty = (await db.marks.count()) === 0
  const report = await restore(db, backup, onProgress)
  return { report, wasEmpty, reach: await reachOf(db) }
}
