import type { Day } from '../../domain/day'
import type { BackupOrigin } from '../../exchange/backup-write'
import type { FileRefusal } from '../../exchange/imported'
import type { BatchboardDb } from '../db'
import { SnapshotsDb } from '../snapshots-db'
import { openBackup, type OpenedBackup } from './open-file'
import { snapshotDays, snapshotText } from './snapshot'

/** The days of which this device has a copy, the latest first. */
export async function dayCopies(): Promise<readonly Day[]> {
  return within(async (snapshots) => (await snapshotDays(snapshots)).map(({ day }) => day))
}

/** Opens the copy of a day like a backup; null when it went away meanwhile. */
export async function openDayCopy(
  db: BatchboardDb,
  day: Day,
  origin: Omit<BackupOrigin, 'created'>,
  onProgress?: (part: number) => void,
): Promise<OpenedBackup | FileRefusal | null> {
  const text = await within((snapshots) => snapshotText(snapshots, day, origin))
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
