import { inOrder, Voids } from './ledger'
import type { Entry, EntryKey, EventFacts, VoidEntry } from './model'
import type { Standing } from './ledger'

/** One line of the History screen. `undoneBy` is the first void of it. */
export interface HistoryRow {
  readonly entry: Standing
  readonly undoneBy: VoidEntry | null
}

/** R2: everything that was recorded for the event, newest first, undone entries among them. */
export function historyOf(facts: Pick<EventFacts, 'event' | 'entries'>): HistoryRow[] {
  const own = facts.entries.filter(({ eventId }) => eventId === facts.event.id)
  const undoing = new Map<string, VoidEntry>()
  for (const entry of own) {
    if (entry.kind !== 'void') continue
    const key = keyText(entry.target)
    const earlier = undoing.get(key)
    if (!earlier || inOrder(entry, earlier) < 0) undoing.set(key, entry)
  }
  return own
    .filter((entry): entry is Standing => entry.kind !== 'void')
    .sort((a, b) => inOrder(b, a))
    .map((entry) => ({ entry, undoneBy: undoing.get(keyText(entry)) ?? null }))
}

/** R2: whether an entry can be undone; an entry that is undone already is left as it is. */
export function canVoid(entry: Entry, entries: readonly Entry[]): boolean {
  return entry.kind !== 'void' && !new Voids(entries).has(entry)
}

/** A key as one word, for maps and lists. */
export function keyText({ writer, seq }: EntryKey): string {
  return `${writer} ${seq}`
}
