import type { ConnectionTrouble } from '../data/connection'
import type { BatchboardDb } from '../data/db'
import { causes, isDiskFull } from '../data/faults'
import type { TimerId } from '../domain/timers'

export type Trouble = ConnectionTrouble

/** Longer than tables take to open or to answer, and shorter than a person waits for a blank board. */
const PATIENCE = 4500

/** How browsers say that a page may keep nothing. */
const REFUSALS: readonly string[] = [
  'MissingAPIError',
  'SecurityError',
  'InvalidStateError',
  'NotAllowedError',
]

class Silence extends Error {}

/**
 * Watches over the connection when the page opens, and whenever it comes back to the front: sleep may
 * have cut it. One that does not answer is replaced; what stays wrong is told. Gives how to stop it.
 */
export function guard(db: BatchboardDb): () => void {
  const look = (): void => {
    if (document.visibilityState === 'visible') void check(db)
  }
  void check(db)
  document.addEventListener('visibilitychange', look)
  addEventListener('pageshow', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    removeEventListener('pageshow', look)
  }
}

async function check(db: BatchboardDb): Promise<void> {
  // Of all tables the one that a restore, which may take minutes, leaves free.
  const ask = (): PromiseLike<unknown> => db.timers.get('' as TimerId)
  const probe = (): PromiseLike<unknown> => inTime(ask())
  try {
    await inTime(db.open())
    await probe().then(undefined, () => inTime(db.reopen()).then(probe))
  } catch (fault) {
    const trouble = troubleOf(fault)
    if (!trouble) return
    db.tell(trouble)
    // A device that was only busy answers in the end.
    if (trouble === 'silent') void ask().then(() => db.tell(null), console.warn)
  }
}

function inTime<Answer>(answer: PromiseLike<Answer>): Promise<Answer> {
  const late = new Promise<never>((_, failed) => setTimeout(() => failed(new Silence()), PATIENCE))
  return Promise.race([answer, late])
}

/** Null: it was told already, by whoever closed the connection. */
function troubleOf(fault: unknown): Trouble | null {
  if (fault instanceof Silence) return 'silent'
  if (isDiskFull(fault)) return 'disk full'
  const names = causes(fault).map(({ name }) => name)
  if (names.some((name) => REFUSALS.includes(name))) return 'refused'
  if (typeof indexedDB === 'undefined') return 'refused'
  return names.every((name) => name === 'DatabaseClosedError') ? null : 'not opened'
}
