import { inOrder, type Standing } from './ledger'
import type { EventId, GoodId, Item, MaterialId, StockEntry, UnitId } from './model'
import { add, amountOf, negate, type Amount } from './quantity'

/** What is on hand. Units and goods that are absent are 0; a material that is absent is not counted (S2). */
export interface Stock {
  readonly units: ReadonlyMap<UnitId, Amount>
  readonly goods: ReadonlyMap<GoodId, Amount>
  readonly materials: ReadonlyMap<MaterialId, Amount>
}

/** An empty kitchen. */
export const NOTHING: Stock = { units: new Map(), goods: new Map(), materials: new Map() }

/**
 * S1 and S2: pieces and bundles of this event alone, materials of the whole kitchen.
 * A count replaces what came before it in the order of the ledger, whenever it arrived.
 */
export function stockOf(entries: readonly Standing[], eventId: EventId): Stock {
  const units = new Tally<UnitId>(true)
  const goods = new Tally<GoodId>(true)
  const materials = new Tally<MaterialId>(false)
  const tallyFor = (item: Item, own: boolean): Tally<string> | null => {
    if (item.kind === 'unit') return own ? units : null
    if (item.kind === 'good') return own ? goods : null
    return item.kind === 'material' ? materials : null
  }

  for (const entry of entries) {
    if (entry.kind === 'stock') tallyFor(entry.item, entry.eventId === eventId)?.anchor(entry)
  }
  for (const entry of entries) {
    const own = entry.eventId === eventId
    switch (entry.kind) {
      case 'production':
        if (own) for (const { unitId, good } of entry.pieces) units.change(entry, unitId, good)
        break
      case 'assembly':
        if (own) goods.change(entry, entry.goodId, entry.quantity)
        for (const { item, quantity } of entry.used) {
          tallyFor(item, own)?.change(entry, item.id, negate(amountOf(quantity)))
        }
        break
      case 'stock':
        if (entry.change.type === 'change') {
          tallyFor(entry.item, own)?.change(entry, entry.item.id, amountOf(entry.change.amount))
        }
        break
    }
  }
  return { units: units.sums(), goods: goods.sums(), materials: materials.sums() }
}

/** S2: the stamp since which packings matter, of each material that was ever counted or bought. */
export function countedSince(entries: readonly Standing[]): ReadonlyMap<MaterialId, number> {
  const materials = new Tally<MaterialId>(false)
  for (const entry of entries) {
    if (entry.kind === 'stock' && entry.item.kind === 'material') materials.anchor(entry)
  }
  return materials.starts()
}

interface Cell {
  /** The item's last count or, where the start is not 0, its first purchase. */
  anchor: StockEntry | null
  /** What changed since; null where nothing did. */
  changes: Amount | null
}

/** Sums changes since each item's anchor. */
class Tally<Id extends string> {
  readonly #cells = new Map<Id, Cell>()

  constructor(readonly startsAtZero: boolean) {}

  anchor(entry: StockEntry): void {
    const cell = this.#cellOf(entry.item.id as string as Id)
    const present = cell.anchor
    if (entry.change.type === 'count') {
      if (present?.change.type !== 'count' || inOrder(present, entry) < 0) cell.anchor = entry
    } else if (!this.startsAtZero && entry.change.reason === 'bought') {
      if (!present || (present.change.type !== 'count' && inOrder(entry, present) < 0)) {
        cell.anchor = entry
      }
    }
  }

  change(entry: Standing, id: Id, by: Amount): void {
    const cell = this.#cellOf(id)
    if (cell.anchor ? inOrder(cell.anchor, entry) < 0 : this.startsAtZero) {
      cell.changes = cell.changes === null ? by : add(cell.changes, by)
    }
  }

  sums(): ReadonlyMap<Id, Amount> {
    const sums = new Map<Id, Amount>()
    for (const [id, { anchor, changes }] of this.#cells) {
      if (anchor) sums.set(id, add(amountOf(anchor.change.amount), changes ?? 0))
      else if (changes !== null) sums.set(id, changes)
    }
    return sums
  }

  starts(): ReadonlyMap<Id, number> {
    const starts = new Map<Id, number>()
    for (const [id, { anchor }] of this.#cells) if (anchor) starts.set(id, anchor.stamp)
    return starts
  }

  #cellOf(id: Id): Cell {
    let cell = this.#cells.get(id)
    if (!cell) {
      cell = { anchor: null, changes: null }
      this.#cells.set(id, cell)
    }
    return cell
  }
}
