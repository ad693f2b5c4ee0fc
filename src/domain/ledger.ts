import type { AssemblyEntry, Entry, EntryKey, ProductionEntry, StockEntry, WriterId } from './model'

/** An entry that says something of its own. */
export type Standing = ProductionEntry | AssemblyEntry | StockEntry

/** A key as one word, for maps and lists. */
export function keyText({ writer, seq }: EntryKey): string {
  return `${writer} ${seq}`
}

/** The one order in which all devices fold entries: (stamp, writer, seq). */
export function inOrder(a: Entry, b: Entry): number {
  if (a.stamp !== b.stamp) return a.stamp - b.stamp
  if (a.writer !== b.writer) return a.writer < b.writer ? -1 : 1
  return a.seq - b.seq
}

/** Which entries are undone. A void of a void does nothing; voiding twice is the same as once (R2). */
export class Voids {
  readonly #seqs = new Map<WriterId, Set<number>>()

  constructor(entries: Iterable<Entry>) {
    for (const entry of entries) {
      if (entry.kind !== 'void') continue
      const seqs = this.#seqs.get(entry.target.writer)
      if (seqs) seqs.add(entry.target.seq)
      else this.#seqs.set(entry.target.writer, new Set([entry.target.seq]))
    }
  }

  has(key: EntryKey): boolean {
    return this.#seqs.get(key.writer)?.has(key.seq) ?? false
  }
}

/** The entries that count: no voids, and nothing that a void names. */
export function standing(entries: readonly Entry[]): Standing[] {
  const voids = new Voids(entries)
  return entries.filter((entry): entry is Standing => entry.kind !== 'void' && !voids.has(entry))
}
