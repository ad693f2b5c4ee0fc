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
  // Where the kitchen does not open, its copies are what is left of it.
  const isUpgraded = await hasUpgradeCopy(db).catch(() => false)
  return isUpgraded ? [...days, 'before upgrade'] : days
}

/** The text of a copy, as a backup of its moment; null when it went away meanwhile. */
export function localCopyText(
  db: BatchboardDb,
  copy: LocalCopy,
  origin: Omit<BackupOrigin, 'created'>,
): Promise<string | null> {
  return copy === 'before upgrade'
    ? upgradeCopyText(db, origin)
    : within((snapshots) => snapshotText(snapshots, copy, origin))
}

/** Opens a copy like a backup; null when it went away meanwhile. */
export async function openLocalCopy(
  db: BatchboardDb,
  copy: LocalCopy,
  origin: Omit<BackupOrigin, 'created'>,
  onProgress?: (part: number) => void,
): Promise<OpenedBackup | FileRefusal | null> {
  const text = await localCopyText(db, copy, origin)
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
