import { inOrder, type Standing } from './ledger'
import type { AssemblyEntry, StockEntry } from './model'
import { add, amountOf, negate, type Amount } from './quantity'

/** Items of one kind: pieces and bundles start from zero, materials when they are counted or bought (S2). */
type Start = 'from zero' | 'once counted'

/** What a ledger says of each item of one kind. */
export class Tally<Id extends string> {
  readonly #cells = new Map<Id, Cell>()

  constructor(readonly starting: Start) {}

  of(id: Id): Cell {
    let cell = this.#cells.get(id)
    if (!cell) {
      cell = new Cell(this.starting)
      this.#cells.set(id, cell)
    }
    return cell
  }

  /** One answer of each item; those without one stay out. */
  read<Answer>(answer: (cell: Cell) => Answer | null): ReadonlyMap<Id, Answer> {
    const answers = new Map<Id, Answer>()
    for (const [id, cell] of this.#cells) {
      const one = answer(cell)
      if (one !== null) answers.set(id, one)
    }
    return answers
  }
}

/** What a ledger says of one item. All marks have to be made before anything else is added. */
export class Cell {
  packed = 0
  used: Amount | null = null
  /** What was handed over, below 0. */
  given: Amount | null = null
  /** The last count or, of what starts when it is counted, else the first purchase. */
  start: StockEntry | null = null
  /** What changed since; null where nothing did. */
  #changes: Amount | null = null

  constructor(readonly starting: Start) {}

  mark(entry: StockEntry): void {
    const present = this.start
    if (entry.change.type === 'count') {
      if (present?.change.type !== 'count' || inOrder(present, entry) < 0) this.start = entry
    } else if (this.starting === 'once counted' && entry.change.reason === 'bought') {
      if (!present || (present.change.type !== 'count' && inOrder(entry, present) < 0)) {
        this.start = entry
      }
    }
  }

  change(entry: Standing, by: Amount, reason?: string): void {
    if (reason === 'given') this.given = plus(this.given, by)
    if (this.start ? inOrder(this.start, entry) < 0 : this.starting === 'from zero') {
      this.#changes = plus(this.#changes, by)
    }
  }

  pack(entry: AssemblyEntry): void {
    this.packed += entry.quantity
    this.change(entry, entry.quantity)
  }

  use(entry: AssemblyEntry, amount: Amount): void {
    this.used = plus(this.used, amount)
    this.change(entry, negate(amount))
  }

  onHand(): Amount | null {
    return this.start ? add(amountOf(this.start.change.amount), this.#changes ?? 0) : this.#changes
  }
}

function plus(sum: Amount | null, more: Amount): Amount {
  return sum === null ? more : add(sum, more)
}
