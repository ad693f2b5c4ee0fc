import type { Day } from '../../domain/day'
import type { BackupOrigin } from '../../exchange/backup-write'
import type { FileRefusal } from '../../exchange/imported'
import type { BatchboardDb } from '../db'
import { SnapshotsDb } from '../snapshots-db'
import { openBackup, type OpenedBackup } from './open-file'
import { snapshotDays, snapshotText } from './snapshot'
import { hasUpgradeCopy, upgradeCopyText } from './upgrade-copy'

/** The copy of a day, or the one that was made before newer code changed the tables. */
export type LocalCopy = Day | 'before upgrade'

/** The copies on this device: those of days, the latest first, and the one before an upgrade. */
export async function localCopies(db: BatchboardDb): Promise<readonly LocalCopy[]> {
  const days = await within(async (snapshots) => (await snapshotDays(snapshots)).map((c) => c.day))
  return (await hasUpgradeCopy(db)) ? [...days, 'before upgrade'] : days
}

/** Opens a copy like a backup; null when it went away meanwhile. */
export async function openLocalCopy(
  db: BatchboardDb,
  copy: LocalCopy,
  origin: Omit<BackupOrigin, 'created'>,
  onProgress?: (part: number) => void,
): Promise<OpenedBackup | FileRefusal | null> {
  const text =
    copy === 'before upgrade'
      ? await upgradeCopyText(db, origin)
      : await within((snapshots) => snapshotText(snapshots, copy, origin))
  return text === null ? null : openBackup(db, text, onProgress)
}

async function within<Answer>(read: (snapshots: SnapshotsDb) => Promise<Answer>): Promise<Answer> {
  const snapshots = new SnapshotsDb()
  try {
    return await read(snapshots)
  } finally {
    snapshots.close()
  }
}
