import type { Attempt, SteadyDb } from './connection'
import type { Mark } from './db'
import { causes } from './faults'

const TRIES = 2
/** How browsers and Dexie call a connection that was lost, and a transaction that ended with it. */
const LOST: readonly string[] = [
  'AbortError',
  'BulkError',
  'DatabaseClosedError',
  'InvalidStateError',
  'TimeoutError',
  'UnknownError',
]

/**
 * Tries a command again on a new connection, where it failed only because the old one was lost. What
 * was stored although its answer never came is not stored again: its receipt lies there.
 */
export async function again<Answer>(
  db: SteadyDb,
  attempt: Attempt,
  fault: unknown,
  run: () => PromiseLike<Answer>,
): Promise<Answer> {
  let last = fault
  for (let tries = 0; tries < TRIES && isLost(last); tries += 1) {
    try {
      await db.reopen()
      const mark = await db.table<Mark>('marks').get('stamp')
      if (attempt.receipt && mark?.receipts?.includes(attempt.receipt)) {
        return attempt.answer as Answer
      }
      return await run()
    } catch (next) {
      last = next
    }
  }
  throw last
}

/** A full disk ends a transaction too, and would do so again: it has another name among its causes. */
function isLost(fault: unknown): boolean {
  const names = causes(fault).map(({ name }) => name)
  return names.length > 0 && names.every((name) => LOST.includes(name))
}
