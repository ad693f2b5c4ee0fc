import { accountOf, type Stock } from './account'
import { boardOf, type NamedBaking } from './board'
import type { Entry, EntryKey, EventFacts, StockChange, WriterId } from './model'
import type { PieceItem } from './pieces'
import { compare, isNegative, type Amount } from './quantity'
import { namesOf } from './names'

/** What recording a change of pieces would lead to. */
export interface Foresight {
  /** How many are there by what is recorded, and how many then. */
  readonly now: Amount
  readonly then: Amount
  /** Bundles that could not be packed even after baking, then, and what would cure it. */
  readonly bundlesShort: number
  readonly remake: readonly NamedBaking[]
}

/** What the board would say after a change of pieces; null: after none. */
export function foresee(facts: EventFacts, item: PieceItem, change: StockChange | null): Foresight {
  const then = change ? after(facts, { kind: 'stock', item, measure: '', change }) : facts
  const board = boardOf(then)
  return {
    now: amountIn(stockIn(facts), item),
    then: amountIn(stockIn(then), item),
    bundlesShort: board.bundlesShort,
    remake: board.remake,
  }
}

/** Something of which there would be less than nothing. */
export interface Owed {
  readonly name: string
  readonly amount: Amount
}

/** R2: what an undo would leave less than nothing of, and less than there is of it now. */
export function owedAfterUndo(facts: EventFacts, { writer, seq }: EntryKey): Owed[] {
  const now = stockIn(facts)
  const then = stockIn(after(facts, { kind: 'void', target: { writer, seq } }))
  const names = namesOf(facts)
  const below = <Id extends string>(
    before: ReadonlyMap<Id, Amount>,
    amounts: ReadonlyMap<Id, Amount>,
    nameOf: (id: Id) => string,
  ): Owed[] =>
    [...amounts]
      .filter(([id, amount]) => isNegative(amount) && compare(amount, before.get(id) ?? 0) < 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, amount]) => ({ name: nameOf(id), amount }))
  return [
    ...below(now.units, then.units, names.unit),
    ...below(now.goods, then.goods, names.good),
    ...below(now.materials, then.materials, names.material),
  ]
}

type Said = Entry extends infer One
  ? One extends Entry
    ? Omit<One, 'writer' | 'seq' | 'at' | 'stamp' | 'by' | 'eventId'>
    : never
  : never

/** The facts with one entry more, after all others. */
function after(facts: EventFacts, said: Said): EventFacts {
  const stamp = facts.entries.reduce((last, entry) => Math.max(last, entry.stamp), 0) + 1
  const place = { writer: '' as WriterId, seq: 1, at: 0, stamp, by: '', eventId: facts.event.id }
  return { ...facts, entries: [...facts.entries, { ...said, ...place }] }
}

function stockIn(facts: EventFacts): Stock {
  return accountOf(facts.entries, facts.event.id).stock
}

function amountIn({ units, goods }: Stock, item: PieceItem): Amount {
  return (item.kind === 'unit' ? units.get(item.id) : goods.get(item.id)) ?? 0
}
