import {
  NO_EVENT,
  type AssemblyEntry,
  type EventRef,
  type KitchenEvent,
  type ProductionEntry,
  type Used,
  type WriterId,
} from '../domain/model'
import { MAX_COUNT, amountOf, fractionOf, multiply } from '../domain/quantity'
import type { Bundles } from './bake-tracker-bundles'
import type { EventReference, Events } from './bake-tracker-events'
import type { Recipes } from './bake-tracker-recipes'
import type { Row, Tables } from './bake-tracker-schema'
import type { Units } from './bake-tracker-units'
import type { Findings } from './findings'
import { hashOf } from './hash'
import { noonOf, readInstant } from './instant'

interface Stamped {
  readonly eventId: EventRef
  readonly at: number
  readonly stamp: number
}

/**
 * The runs of a file as ledger entries. A run's key is made from what it says, so that the same
 * file, or the other format, or another device gives the same key, and nothing counts twice.
 */
export class Ledger {
  readonly production: ProductionEntry[] = []
  readonly assembly: AssemblyEntry[] = []
  readonly #ordinals = new Map<string, number>()
  readonly #events: Events
  readonly #recipes: Recipes
  readonly #units: Units
  readonly #bundles: Bundles
  readonly #findings: Findings

  constructor(
    tables: Tables,
    catalogue: { events: Events; recipes: Recipes; units: Units; bundles: Bundles },
    findings: Findings,
  ) {
    this.#events = catalogue.events
    this.#recipes = catalogue.recipes
    this.#units = catalogue.units
    this.#bundles = catalogue.bundles
    this.#findings = findings
    for (const [index, row] of tables.production_runs.entries()) {
      this.#bake('production_runs', index, row)
    }
    const runs = new Set(this.#ordinals.keys())
    for (const [index, row] of tables.production_records.entries()) {
      // The older table: what was carried over from it into the newer one is there already.
      this.#bake('production_records', index, row, runs)
    }
    for (const [index, row] of tables.assembly_runs.entries()) this.#pack(index, row)
  }

  #bake(
    table: 'production_runs' | 'production_records',
    index: number,
    row: Row<'production_runs'>,
    known: ReadonlySet<string> = new Set(),
  ): void {
    const recipe = this.#recipes.find(table, row)
    if (!recipe) return
    const placed = this.#place(table, row, row.produced_at, recipe.name)
    if (!placed) return
    const batches = row.num_batches ?? row.batches_produced ?? row.batches ?? 0
    if (batches === 0) {
      this.#findings.leaveOut(table, recipe.name, 'no number')
      return
    }
    const content = ['production', placed.eventId, recipe.id, placed.at, batches] as const
    if (known.has(hashOf(content))) {
      this.#findings.leaveOut(table, recipe.name, 'twice')
      return
    }
    const unit = this.#units.madeBy(recipe, row.finished_unit_slug)
    const expected = batches * unit.itemsPerBatch
    if (expected > MAX_COUNT) this.#findings.outOfRange(table, index, 'num_batches')
    const good = row.actual_yield ?? expected
    this.production.push({
      kind: 'production',
      ...this.#key(content),
      ...placed,
      by: '',
      recipeId: recipe.id,
      batches,
      pieces: [{ unitId: unit.id, good, expected }],
      // The file does not say what became of the rest.
      reason: good < expected ? 'other' : null,
    })
  }

  #pack(index: number, row: Row<'assembly_runs'>): void {
    const good = this.#bundles.find('assembly_runs', row)
    if (!good) return
    const placed = this.#place('assembly_runs', row, row.assembled_at ?? row.produced_at, good.name)
    if (!placed) return
    const quantity = row.quantity_assembled ?? row.units_produced ?? row.quantity ?? 0
    if (quantity === 0) {
      this.#findings.leaveOut('assembly_runs', good.name, 'no number')
      return
    }
    const used: Used[] = []
    for (const line of good.lines) {
      const taken = fractionOf(multiply(amountOf(line.quantity), quantity))
      if (taken) used.push({ item: line.item, quantity: taken })
      else this.#findings.outOfRange('assembly_runs', index, 'quantity_assembled')
    }
    const content = ['assembly', placed.eventId, good.id, placed.at, quantity] as const
    const key = this.#key(content)
    this.assembly.push({
      kind: 'assembly',
      ...key,
      ...placed,
      by: '',
      goodId: good.id,
      quantity,
      used,
    })
  }

  /** Event and time of a run; null when its event is not in the file. */
  #place(
    table: string,
    row: EventReference,
    time: string | null | undefined,
    name: string,
  ): Stamped | null {
    const read = readInstant(time ?? '')
    const event = this.#events.ofRun(table, row, read)
    if (event === 'unknown') return null
    if (read === null) this.#findings.remark({ remark: 'no time', name })
    const at = read ?? (event === 'none' ? null : noonOf(event.date)) ?? 0
    return { eventId: idOf(event), at, stamp: at * 1000 }
  }

  #key(content: readonly (string | number)[]): { writer: WriterId; seq: number } {
    const said = hashOf(content)
    const ordinal = (this.#ordinals.get(said) ?? 0) + 1
    this.#ordinals.set(said, ordinal)
    return { writer: `bt-${hashOf([...content, ordinal])}` as WriterId, seq: 1 }
  }
}

function idOf(event: KitchenEvent | 'none'): EventRef {
  return event === 'none' ? NO_EVENT : event.id
}
