import { canonicalJson } from './canonical'
import type { Kind, RowKind } from './copies'
import { saySame, type Held } from './merge'
import type { Entry, Item, Written } from './model'

/** A row or an entry, called by its name. */
export interface Named {
  readonly kind: Kind
  readonly name: string
}

/** What merging a copy does here, told before and after. */
export interface MergeReport {
  /** Records of the ledger that were not here. */
  readonly records: number
  /** Rows that were not here, by kind. */
  readonly added: Readonly<Partial<Record<RowKind, number>>>
  /** Rows that are replaced, because the copy wrote them later. */
  readonly changed: readonly Named[]
  /** Rows of the copy that lose, because they were written later here. */
  readonly older: readonly Named[]
  /** What is newly set aside: writes that lost, and second contents of a record's key. */
  readonly setAside: number
  /** Rows and records that were here already. */
  readonly known: number
  /** Things counted here, of which older records arrive: the count overrides these. */
  readonly countAgain: readonly string[]
}

export type Outcome = 'added' | 'changed' | 'older' | 'known'

/** What became of one key's row when `arrived` came to what was held before. */
export function outcomeOf<Row extends Written>(
  before: Held<Row> | undefined,
  arrived: readonly Row[],
  after: Held<Row>,
): Outcome {
  if (!before) return 'added'
  if (!saySame(before.counts, after.counts)) return 'changed'
  return arrived.every((row) => saySame(row, after.counts)) ? 'known' : 'older'
}

/** What is set aside now and was not before. */
export function newlyAside<Content>(
  before: Held<Content> | undefined,
  after: Held<Content>,
): number {
  const known = new Set(before?.aside.map(canonicalJson))
  return after.aside.filter((content) => !known.has(canonicalJson(content))).length
}

/** A thing in one stock: pieces and bundles belong to an event, the rest to the kitchen (S1, S2). */
export function shelfOf(eventId: string, { kind, id }: Item): string {
  return kind === 'unit' || kind === 'good' ? `${eventId} ${id}` : ` ${id}`
}

/** The shelves that an entry puts something on or takes something from. */
export function shelvesOf(entry: Entry): readonly (readonly [shelf: string, item: Item])[] {
  const on = (item: Item) => [shelfOf(entry.eventId, item), item] as const
  switch (entry.kind) {
    case 'production':
      return entry.pieces.map(({ unitId }) => on({ kind: 'unit', id: unitId }))
    case 'assembly':
      return [
        on({ kind: 'good', id: entry.goodId }),
        ...entry.used.map(({ item }: { readonly item: Item }) => on(item)),
      ]
    case 'stock':
      return entry.change.type === 'count' ? [] : [on(entry.item)]
    case 'void':
      return []
  }
}
