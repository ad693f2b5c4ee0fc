import type { FileRefusal, ImportReport } from '../../exchange/imported'
import type { BatchboardDb } from '../db'
import { importFacts, type Added } from './import'

export interface Opened {
  readonly added: Added
  readonly report: ImportReport
}

/** Takes what can be taken of another program's file, or refuses it whole and changes nothing. */
export async function openFile(db: BatchboardDb, text: string): Promise<Opened | FileRefusal> {
  // Few people open files: the reader is fetched when one does.
  const { readBakeTracker } = await import('../../exchange/bake-tracker')
  const read = readBakeTracker(text)
  if ('file' in read) return read
  return { added: await importFacts(db, read.facts), report: read.report }
}
