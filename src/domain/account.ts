import { inOrder, Voids, type Standing } from './ledger'
import type {
  Entry,
  EventId,
  GoodId,
  Item,
  MaterialId,
  ProductionEntry,
  RecipeId,
  UnitId,
} from './model'
import { amountOf, negate, type Amount } from './quantity'
import { Tally, type Cell } from './tally'

/** What the production runs of one recipe add up to (P2). */
interface Made {
  /** Batches of runs that gave at least one good piece. */
  batches: number
  /** Batches of runs that gave none. */
  lostBatches: number
  readonly pieces: Map<UnitId, { good: number; expected: number }>
}

/** The runs of one event, added up; runs of other events and of none are left out (P1). */
export interface Totals {
  readonly made: ReadonlyMap<RecipeId, Made>
  readonly packed: ReadonlyMap<GoodId, number>
  /** Bundles that went into other packed bundles. */
  readonly inside: ReadonlyMap<GoodId, Amount>
  /** Pieces that packings took. */
  readonly used: ReadonlyMap<UnitId, Amount>
  /** Pieces handed over: stock changes with the reason "given" (P6). */
  readonly given: ReadonlyMap<UnitId, Amount>
}

/** What is on hand. Units and goods that are absent are 0; a material that is absent is not counted (S2). */
export interface Stock {
  readonly units: ReadonlyMap<UnitId, Amount>
  readonly goods: ReadonlyMap<GoodId, Amount>
  readonly materials: ReadonlyMap<MaterialId, Amount>
}

/** What a ledger comes to for one event. */
export interface Account {
  readonly sums: Totals
  readonly stock: Stock
  /** The last entry of the event that counts, in the order of the ledger. */
  readonly last: Standing | null
}

/**
 * P1, P2, S1 and S2 in one go: what the runs of one event add up to, and what is on hand, pieces and
 * bundles of this event alone, materials of the whole kitchen. A count replaces what came before it
 * in the order of the ledger, whenever it arrived.
 */
export function accountOf(entries: readonly Entry[], eventId: EventId): Account {
  const made = new Map<RecipeId, Made>()
  const units = new Tally<UnitId>('from zero')
  const goods = new Tally<GoodId>('from zero')
  const materials = new Tally<MaterialId>('once counted')
  const cellOf = (item: Item, isOwn: boolean): Cell | null => {
    if (item.kind === 'unit') return isOwn ? units.of(item.id) : null
    if (item.kind === 'good') return isOwn ? goods.of(item.id) : null
    return item.kind === 'material' ? materials.of(item.id) : null
  }

  const voids = new Voids(entries)
  for (const entry of entries) {
    if (entry.kind === 'stock' && !voids.has(entry)) {
      cellOf(entry.item, entry.eventId === eventId)?.mark(entry)
    }
  }
  let last: Standing | null = null
  for (const entry of entries) {
    if (entry.kind === 'void' || voids.has(entry)) continue
    const isOwn = entry.eventId === eventId
    if (isOwn && (last === null || inOrder(last, entry) < 0)) last = entry
    switch (entry.kind) {
      case 'production':
        if (!isOwn) break
        addRun(made, entry)
        for (const { unitId, good } of entry.pieces) units.of(unitId).change(entry, good)
        break
      case 'assembly':
        if (isOwn) goods.of(entry.goodId).pack(entry)
        for (const { item, quantity } of entry.used) {
          cellOf(item, isOwn)?.use(entry, amountOf(quantity))
        }
        break
      case 'stock':
        if (entry.change.type === 'count') break
        cellOf(entry.item, isOwn)?.change(entry, amountOf(entry.change.amount), entry.change.reason)
        break
    }
  }
  return {
    sums: {
      made,
      packed: goods.read(({ packed }) => packed || null),
      inside: goods.read(({ used }) => used),
      used: units.read(({ used }) => used),
      given: units.read(({ given }) => given && negate(given)),
    },
    stock: {
      units: units.read((cell) => cell.onHand()),
      goods: goods.read((cell) => cell.onHand()),
      materials: materials.read((cell) => cell.onHand()),
    },
    last,
  }
}

function addRun(made: Map<RecipeId, Made>, run: ProductionEntry): void {
  let sum = made.get(run.recipeId)
  if (!sum) {
    sum = { batches: 0, lostBatches: 0, pieces: new Map() }
    made.set(run.recipeId, sum)
  }
  if (run.pieces.some((pieces) => pieces.good > 0)) sum.batches += run.batches
  else sum.lostBatches += run.batches
  for (const { unitId, good, expected } of run.pieces) {
    const pieces = sum.pieces.get(unitId)
    if (pieces) {
      pieces.good += good
      pieces.expected += expected
    } else sum.pieces.set(unitId, { good, expected })
  }
}

/** S2: the stamp since which packings matter, of each material that was ever counted or bought. */
export function countedSince(entries: readonly Standing[]): ReadonlyMap<MaterialId, number> {
  const materials = new Tally<MaterialId>('once counted')
  for (const entry of entries) {
    if (entry.kind === 'stock' && entry.item.kind === 'material') {
      materials.of(entry.item.id).mark(entry)
    }
  }
  return materials.read(({ start }) => start?.stamp ?? null)
}
