import { restore } from '../../src/data/commands/restore'
import type { BatchboardDb } from '../../src/data/db'
import { writeBackup } from '../../src/data/queries/backup'
import { canonicalJson } from '../../src/domain/canonical'
import type { MergeReport } from '../../src/domain/merge-report'
import type { Backup } from '../../src/exchange/backup-format'
import { ORIGIN, readAll } from '../exchange/kitchen-text'
import { dump } from './kitchen'

/** The backup of a kitchen, as the text of its file. */
export async function textOf(db: BatchboardDb): Promise<string> {
  return (await writeBackup(db, ORIGIN)).parts.join('')
}

/** The backup of a kitchen, as another device reads it. */
export async function backupOf(db: BatchboardDb): Promise<Backup> {
  const read = readAll(await textOf(db))
  if ('file' in read) throw new Error(JSON.stringify(read))
  return read
}

/** One kitchen hears of all that another has. */
export async function hear(db: BatchboardDb, other: BatchboardDb): Promise<MergeReport> {
  return restore(db, await backupOf(other))
}

/** All facts as text. How often something was written, and when it arrived, is each device's own. */
export async function factsIn(db: BatchboardDb): Promise<string> {
  const tables = JSON.parse(await dump(db)) as [string, Record<string, unknown>[]][]
  return tables
    .filter(([name]) => name !== 'marks')
    .map(([name, rows]) => {
      const texts = rows.map(({ n: _n, touches: _touches, ...row }) => canonicalJson(row))
      return [name, ...texts.sort()].join('\n')
    })
    .join('\n')
}
