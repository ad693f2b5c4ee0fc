import Dexie from 'dexie'
import type { BackupOrigin } from '../../exchange/backup-write'
import { copyOf, replaceCopy } from '../before-upgrade'
import { versionOf } from '../connection'
import { BatchboardDb } from '../db'
import { lastEntry, writeBackup } from '../queries/backup'

/** Tables of an older version that are changed without another copy of them: they are one. */
class Scratch extends BatchboardDb {
  protected override look(): Promise<void> {
    return Promise.resolve()
  }
}

/** Whether a kitchen's tables lie here as they were before an upgrade changed them. */
export async function hasUpgradeCopy(db: BatchboardDb): Promise<boolean> {
  // Half a copy is none: the upgrade comes to its end first.
  await db.open()
  return (await versionOf(copyOf(db.name))) > 0
}

/**
 * The text of the copy from before the upgrade, as a backup of the moment of its last record; null
 * when there is none. The copy itself stays as it is: another version may read it better.
 */
export async function upgradeCopyText(
  db: BatchboardDb,
  origin: Omit<BackupOrigin, 'created'>,
): Promise<string | null> {
  const copy = copyOf(db.name)
  const version = await versionOf(copy)
  if (version === 0) return null
  const scratch = new Scratch(`${copy}-opened`)
  try {
    await replaceCopy(copy, version, scratch.name)
    const created = (await lastEntry(scratch))?.at ?? 0
    return (await writeBackup(scratch, { ...origin, created })).parts.join('')
  } finally {
    scratch.close()
    await Dexie.delete(scratch.name)
  }
}
