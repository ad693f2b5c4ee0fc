import type {
  AssemblyEntry,
  Entry,
  EntryKey,
  EventId,
  GoodId,
  ProductionEntry,
  RecipeId,
  StockEntry,
  UnitId,
  WriterId,
} from './model'
import { add, amountOf, negate, type Amount } from './quantity'

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
class Voids {
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

/** What the production runs of one recipe add up to (P2). */
interface Made {
  /** Batches of runs that gave at least one good piece. */
  batches: number
  /** Batches of runs that gave none. */
  lostBatches: number
  readonly pieces: Map<UnitId, { good: number; expected: number }>
}

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

/** Adds up the runs of one event; runs of other events and of none are left out (P1). */
export function totals(entries: readonly Standing[], eventId: EventId): Totals {
  const made = new Map<RecipeId, Made>()
  const packed = new Map<GoodId, number>()
  const inside = new Map<GoodId, Amount>()
  const used = new Map<UnitId, Amount>()
  const given = new Map<UnitId, Amount>()
  for (const entry of entries) {
    if (entry.eventId !== eventId) continue
    switch (entry.kind) {
      case 'production':
        addRun(made, entry)
        break
      case 'assembly':
        packed.set(entry.goodId, (packed.get(entry.goodId) ?? 0) + entry.quantity)
        for (const { item, quantity } of entry.used) {
          if (item.kind === 'good') increase(inside, item.id, amountOf(quantity))
          else if (item.kind === 'unit') increase(used, item.id, amountOf(quantity))
        }
        break
      case 'stock':
        if (
          entry.item.kind === 'unit' &&
          entry.change.type === 'change' &&
          entry.change.reason === 'given'
        ) {
          increase(given, entry.item.id, negate(amountOf(entry.change.amount)))
        }
        break
    }
  }
  return { made, packed, inside, used, given }
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

export function increase<Key>(map: Map<Key, Amount>, key: Key, by: Amount): void {
  const before = map.get(key)
  map.set(key, before === undefined ? by : add(before, by))
}
