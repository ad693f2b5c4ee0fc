import { owedAfterUndo, type Owed } from '../../domain/foresight'
import type { Standing } from '../../domain/ledger'
import { NO_EVENT } from '../../domain/model'
import type { BatchboardDb } from '../db'
import { eventFacts } from './event'

/** R2: what undoing an entry would leave less than nothing of; the pantry says so by itself (G2). */
export async function owedAfter(db: BatchboardDb, entry: Standing): Promise<readonly Owed[]> {
  const facts = entry.eventId === NO_EVENT ? null : await eventFacts(db, entry.eventId)
  return facts ? owedAfterUndo(facts, entry) : []
}
