import { keyText } from '../domain/ledger'
import type { Entry, EntryKey, WriterId } from '../domain/model'
import type { BatchboardDb, EntryRow } from './db'
import { rangeOf } from './queries/event'
import { touchesOf } from './writer'

/**
 * Entries that come from elsewhere, slice by slice, inside the caller's transaction. A void touches
 * what its entry does; one that comes first touches the key of that entry, which then touches
 * nothing: it never counts, and whoever reads a material would find it without its void.
 */
export class Arrivals {
  readonly #db: BatchboardDb
  /** By writer, the keys of the entries that a void waits for. */
  readonly #waiting = new Map<WriterId, Set<string>>()

  constructor(db: BatchboardDb) {
    this.#db = db
  }

  /** What each of these touches, which are not stored yet. */
  async touchesOf(arriving: readonly Entry[]): Promise<readonly (readonly string[])[]> {
    const own = new Map(arriving.map((entry) => [keyText(entry), touchesOf(entry)]))
    await this.#lookForWaiting(arriving)
    const undone = arriving.flatMap((entry) => (entry.kind === 'void' ? [entry.target] : []))
    for (const row of await stored(this.#db, undone)) own.set(keyText(row), [...row.touches])
    for (const entry of arriving) {
      if (this.#waiting.get(entry.writer)?.has(keyText(entry))) own.set(keyText(entry), [])
    }
    return arriving.map((entry) => {
      if (entry.kind !== 'void') return own.get(keyText(entry))!
      const touches = own.get(keyText(entry.target))
      if (touches) return touches
      this.#waiting.get(entry.target.writer)?.add(keyText(entry.target))
      return [keyText(entry.target)]
    })
  }

  /** Entries have another content than these had: their voids, which are stored, touch what they do now. */
  async follow(
    replaced: readonly EntryRow[],
    touchesNow: ReadonlyMap<string, readonly string[]>,
  ): Promise<void> {
    for (const row of replaced) {
      const key = keyText(row)
      const near =
        row.touches.length > 0
          ? await this.#db.entries.where('touches').anyOf(row.touches).distinct().toArray()
          : await this.#db.entries
              .where('[eventId+n]')
              .between(...rangeOf(row.eventId))
              .toArray()
      // One that came before its entry finds it by the key, as before.
      const voids = near.filter(
        (one) => one.kind === 'void' && keyText(one.target) === key && one.touches[0] !== key,
      )
      await this.#db.entries.bulkPut(
        voids.map((one) => ({ ...one, touches: touchesNow.get(key) ?? one.touches })),
      )
    }
  }

  /** One request a writer: hardly any void comes first, and asking for every key would take long. */
  async #lookForWaiting(arriving: readonly Entry[]): Promise<void> {
    const writers = new Set(arriving.map(({ writer }) => writer))
    const unknown = [...writers].filter((writer) => !this.#waiting.has(writer))
    await Promise.all(
      unknown.map(async (writer) => {
        const range = this.#db.entries.where('touches').between(`${writer} `, `${writer} :`)
        const rows = await range.toArray()
        this.#waiting.set(writer, new Set(rows.flatMap(({ touches }) => touches)))
      }),
    )
  }
}

/** How far apart two numbers of one writer may be to be read with one request. */
const GAP = 8

/** The stored entries of these keys, read in runs of following numbers. */
export async function stored(
  db: BatchboardDb,
  keys: readonly EntryKey[],
): Promise<readonly EntryRow[]> {
  const byWriter = new Map<WriterId, number[]>()
  for (const { writer, seq } of keys) {
    const seqs = byWriter.get(writer)
    if (seqs) seqs.push(seq)
    else byWriter.set(writer, [seq])
  }
  const runs: [WriterId, number, number][] = []
  for (const [writer, seqs] of byWriter) {
    let last: [WriterId, number, number] | null = null
    for (const seq of seqs.sort((a, b) => a - b)) {
      if (last && seq - last[2] <= GAP) last[2] = seq
      else runs.push((last = [writer, seq, seq]))
    }
  }
  const found = await Promise.all(
    runs.map(([writer, from, to]) =>
      db.entries.where('[writer+seq]').between([writer, from], [writer, to], true, true).toArray(),
    ),
  )
  return found.flat()
}
