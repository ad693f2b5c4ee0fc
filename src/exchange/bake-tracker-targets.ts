import type { AssemblyTarget, EventId, ProductionTarget } from '../domain/model'
import { MAX_COUNT } from '../domain/quantity'
import type { Bundles } from './bake-tracker-bundles'
import type { EventReference, Events, KnownEvent } from './bake-tracker-events'
import type { Recipes } from './bake-tracker-recipes'
import type { Tables } from './bake-tracker-schema'
import type { Findings } from './findings'
import { IMPORTED } from './imported-row'
import { fold, nameOf } from './names'

/** What each event wants. Its own target tables come first; the plan's tables fill what they lack. */
export function readTargets(
  tables: Tables,
  events: Events,
  recipes: Recipes,
  bundles: Bundles,
  findings: Findings,
): { productionTargets: ProductionTarget[]; assemblyTargets: AssemblyTarget[] } {
  const production = new Wishes<ProductionTarget['recipeId']>(events, findings)
  for (const row of tables.event_production_targets) {
    const recipe = recipes.find('event_production_targets', row)
    if (recipe) production.add('event_production_targets', row, recipe, row.target_batches)
  }
  production.settle('event_production_targets')
  for (const row of tables.batch_decisions) {
    const recipe = recipes.find('batch_decisions', row)
    // Decided for each piece of a recipe: its batches are the sum.
    const piece = fold(nameOf(row.finished_unit_slug, row.finished_unit_name) ?? '')
    if (recipe) production.add('batch_decisions', row, recipe, row.batches, piece)
  }
  production.settle('batch_decisions')

  const assembly = new Wishes<AssemblyTarget['goodId']>(events, findings)
  for (const row of tables.event_assembly_targets) {
    const good = bundles.find('event_assembly_targets', row)
    if (good) assembly.add('event_assembly_targets', row, good, row.target_quantity)
  }
  assembly.settle('event_assembly_targets')
  for (const row of tables.event_finished_goods) {
    const good = bundles.find('event_finished_goods', row)
    if (good) assembly.add('event_finished_goods', row, good, row.quantity)
  }
  assembly.settle('event_finished_goods')

  return {
    productionTargets: production.settled.map(({ eventId, id, number, order }) => ({
      ...IMPORTED,
      eventId,
      recipeId: id,
      batches: number,
      order,
      basis: null,
    })),
    assemblyTargets: assembly.settled.map(({ eventId, id, number, order }) => ({
      ...IMPORTED,
      eventId,
      goodId: id,
      quantity: number,
      order,
    })),
  }
}

interface Wanted<Id> {
  readonly id: Id
  readonly name: string
}

/** Rows of one table that want the same of events with the same name. */
interface Group<Id> {
  readonly item: Wanted<Id>
  readonly events: readonly KnownEvent[]
  /** Piece → numbers, in file order. */
  readonly numbers: Map<string, number[]>
}

class Wishes<Id extends string> {
  readonly settled: { eventId: EventId; id: Id; number: number; order: number }[] = []
  readonly #known = new Set<string>()
  readonly #orders = new Map<EventId, number>()
  readonly #events: Events
  readonly #findings: Findings
  #groups = new Map<string, Group<Id>>()

  constructor(events: Events, findings: Findings) {
    this.#events = events
    this.#findings = findings
  }

  add(
    table: string,
    row: EventReference,
    item: Wanted<Id>,
    number: number | null | undefined,
    piece = '',
  ): void {
    const events = this.#events.candidates(table, row)
    const [first] = events ?? []
    if (!events) this.#findings.leaveOut(table, item.name, 'unknown event')
    if (!events || !first) return
    if (number === null || number === undefined) {
      this.#findings.remark({ remark: 'no target number', name: item.name })
      return
    }
    const key = JSON.stringify([first.event.id, events.length, item.id])
    const group = this.#groups.get(key) ?? { item, events, numbers: new Map<string, number[]>() }
    this.#groups.set(key, group)
    const numbers = group.numbers.get(piece)
    if (numbers) numbers.push(number)
    else group.numbers.set(piece, [number])
  }

  /**
   * Turns the rows of a table into targets, where an earlier table has none. When events share a
   * name the last row goes to the last of them, the one before to the one before: none is lost
   * while there are as many events as rows.
   */
  settle(table: string): void {
    const before = new Set(this.#known)
    for (const { item, events, numbers } of this.#groups.values()) {
      const sums = new Map<EventId, number>()
      if (events.length > 1) this.#events.remarkAmbiguous(events[0]!.event.name)
      for (const rows of numbers.values()) {
        const placed = Math.min(rows.length, events.length)
        const reason = events.length > 1 ? 'ambiguous name' : 'twice'
        this.#findings.leaveOut(table, item.name, reason, rows.length - placed)
        for (const [index, number] of rows.slice(0, placed).entries()) {
          const { id } = events[events.length - placed + index]!.event
          sums.set(id, (sums.get(id) ?? 0) + number)
        }
      }
      for (const [eventId, number] of sums) {
        const key = `${eventId} ${item.id}`
        if (before.has(key)) continue
        if (this.#known.has(key)) {
          this.#findings.leaveOut(table, item.name, 'twice')
          continue
        }
        if (number > MAX_COUNT) this.#findings.outOfRange(table, item.name)
        this.#known.add(key)
        const order = this.#orders.get(eventId) ?? 0
        this.#orders.set(eventId, order + 1)
        this.settled.push({ eventId, id: item.id, number, order })
      }
    }
    this.#groups = new Map()
  }
}
