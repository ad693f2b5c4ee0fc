import { inOrder, keyText } from './ledger'
import type { EventFacts, VoidEntry } from './model'
import type { Standing } from './ledger'
import { namesOf, type Names } from './names'

/** What History can be narrowed to. */
const HISTORY_KINDS = ['baked', 'packed', 'pieces'] as const
type HistoryKind = (typeof HISTORY_KINDS)[number]

/** One line of the History screen. `undoneBy` is the first void of it. */
export interface HistoryRow {
  readonly entry: Standing
  /** The recipe, bundle or piece that it is about; '' when that is unknown here. */
  readonly name: string
  /** The recipe or bundle that it belongs to: what is said of pieces belongs to their recipe. */
  readonly subject: { readonly id: string; readonly name: string }
  readonly kind: HistoryKind
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
      subject: subjectOf(entry, facts, names),
      kind: KINDS[entry.kind],
      undoneBy: undoing.get(keyText(entry)) ?? null,
    }))
}

/** What was chosen; '' is everything. */
export interface HistoryFilter {
  readonly kind: string
  readonly subject: string
  readonly by: string
}

/** The rows that fit everything that was chosen. */
export function narrowed(rows: readonly HistoryRow[], chosen: HistoryFilter): HistoryRow[] {
  return rows.filter(
    ({ kind, subject, entry }) =>
      (chosen.kind === '' || kind === chosen.kind) &&
      (chosen.subject === '' || subject.id === chosen.subject) &&
      (chosen.by === '' || entry.by === chosen.by),
  )
}

/** What there is to choose from in these rows. */
export function choicesIn(rows: readonly HistoryRow[]) {
  const subjects = new Map(rows.map(({ subject }) => [subject.id, subject]))
  return {
    kinds: HISTORY_KINDS.filter((kind) => rows.some((row) => row.kind === kind)),
    subjects: [...subjects.values()].sort((a, b) => byName(a.name, b.name)),
    people: [...new Set(rows.map(({ entry }) => entry.by))].filter((by) => by !== '').sort(byName),
  }
}

const KINDS = { production: 'baked', assembly: 'packed', stock: 'pieces' } as const

function subjectOf(entry: Standing, facts: EventFacts, names: Names): HistoryRow['subject'] {
  if (entry.kind === 'production') return { id: entry.recipeId, name: names.recipe(entry.recipeId) }
  if (entry.kind === 'assembly') return { id: entry.goodId, name: names.good(entry.goodId) }
  const unit = facts.units.find(({ id }) => id === entry.item.id)
  return unit
    ? { id: unit.recipeId, name: names.recipe(unit.recipeId) }
    : { id: entry.item.id, name: names.ofEntry(entry) }
}

function byName(a: string, b: string): number {
  return a < b ? -1 : 1
}
