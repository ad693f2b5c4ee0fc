import { inOrder } from './ledger'
import type { EntryKey, EventFacts, VoidEntry } from './model'
import type { Standing } from './ledger'
import { namesOf } from './situation'

/** One line of the History screen. `undoneBy` is the first void of it. */
export interface HistoryRow {
  readonly entry: Standing
  /** The recipe, bundle or piece that it is about; '' when that is unknown here. */
  readonly name: string
  readonly undoneBy: VoidEntry | null
}

/** R2: everything that was recorded for the event, newest first, undone entries among them. */
export function historyOf(facts: EventFacts): HistoryRow[] {
  const names = namesOf(facts)
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
    .map((entry) => ({
      entry,
      name: names.ofEntry(entry),
      undoneBy: undoing.get(keyText(entry)) ?? null,
    }))
}

/** A key as one word, for maps and lists. */
export function keyText({ writer, seq }: EntryKey): string {
  return `${writer} ${seq}`
}
