import Dexie from 'dexie'
import type { Backup } from '../../exchange/backup-format'
import { BatchboardDb } from '../db'
import { previewRestore, restore } from './restore'

const TRIAL = 'batchboard-trial'

export interface Trial {
  /** Whether all that the backup holds lies in the tables, as the backup says it. */
  readonly sound: boolean
  /** Rows and records that came back. */
  readonly rows: number
  /** Records here that the backup does not have. */
  readonly since: number
}

/** Restores a backup into tables of their own, compares these with it, and leaves nothing of them. */
export async function tryBackup(
  db: BatchboardDb,
  backup: Backup,
  onProgress: (part: number) => void = () => undefined,
): Promise<Trial> {
  await Dexie.delete(TRIAL)
  const trial = new BatchboardDb(TRIAL)
  try {
    await restore(trial, backup, (part) => onProgress(part / 3))
    const again = await previewRestore(trial, backup, (part) => onProgress((1 + part) / 3))
    const here = await previewRestore(db, backup, (part) => onProgress((2 + part) / 3))
    const rows = Object.values(again.added).reduce((sum, count) => sum + count, 0)
    const sound = again.records + rows + again.changed.length + again.setAside === 0
    const records = await trial.entries.count()
    return {
      sound: sound && records === backup.entries.length,
      rows: again.known + again.older.length,
      since: (await db.entries.count()) - (backup.entries.length - here.records),
    }
  } finally {
    trial.close()
    await Dexie.delete(TRIAL)
  }
}
