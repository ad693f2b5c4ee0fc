import Dexie from 'dexie'
import { shelfOf, shelvesOf } from '../domain/merge-report'
import { standing } from '../domain/ledger'
import type { Entry, EventId, Item } from '../domain/model'
import type { BatchboardDb, EntryRow } from './db'

/**
 * Finds the things that were counted here and of which older records arrive. A count overrides what
 * is stamped earlier, so nothing of these records shows: whoever counted may want to count again.
 */
export class CountsHere {
  readonly #db: BatchboardDb
  readonly #found = new Set<string>()
  /** By shelf, the stamp of the last count; what was not looked for is not there. */
  readonly #last = new Map<string, number>()
  readonly #read = new Set<string>()
  #isEmpty: boolean | null = null

  constructor(db: BatchboardDb) {
    this.#db = db
  }

  get overridden(): readonly string[] {
    return [...this.#found]
  }

  /** To be asked before the entries are written. */
  async compare(arriving: readonly Entry[]): Promise<void> {
    this.#isEmpty ??= (await this.#db.entries.limit(1).count()) === 0
    if (this.#isEmpty) return
    for (const entry of arriving) {
      for (const [shelf, item] of shelvesOf(entry)) {
        const place = shelf.startsWith(' ') ? shelf : entry.eventId
        if (!this.#read.has(place)) {
          this.#read.add(place)
          this.#note(shelf.startsWith(' ') ? await this.#ofItem(item) : await this.#ofEvent(place))
        }
        if (entry.stamp < (this.#last.get(shelf) ?? 0)) this.#found.add(item.id)
      }
    }
  }

  #note(rows: readonly EntryRow[]): void {
    for (const entry of standing(rows)) {
      if (entry.kind !== 'stock' || entry.change.type !== 'count') continue
      const shelf = shelfOf(entry.eventId, entry.item)
      this.#last.set(shelf, Math.max(this.#last.get(shelf) ?? 0, entry.stamp))
    }
  }

  #ofItem({ id }: Item): Promise<EntryRow[]> {
    return this.#db.entries.where('touches').equals(id).toArray()
  }

  #ofEvent(eventId: string): Promise<EntryRow[]> {
    const range = [eventId as EventId, Dexie.minKey] as const
    return this.#db.entries.where('[eventId+n]').between(range, [eventId, Dexie.maxKey]).toArray()
  }
}
