import type { AssemblyTarget, EventId, ProductionTarget } from '../domain/model'
import { MAX_COUNT } from '../domain/quantity'
import type { Bundles } from './bake-tracker-bundles'
import type { EventReference, Events, KnownEvent } from './bake-tracker-events'
import type { Recipes } from './bake-tracker-recipes'
import type { Tables } from './bake-tracker-schema'
import type { Findings } from './findings'
import { IMPORTED } from './imported-row'
import { fold, nameOf } from './names'

interface Wish<Id> {
  readonly eventId: EventId
  readonly item: Id
  readonly number: number
  readonly order: number
}

/** What each event wants. Its own target tables come first; the plan's tables fill what they lack. */
export function readTargets(
  tables: Tables,
  events: Events,
  recipes: Recipes,
  bundles: Bundles,
  findings: Findings,
): { productionTargets: ProductionTarget[]; assemblyTargets: AssemblyTarget[] } {
  const production = new Wishes<ProductionTarget['recipeId']>(events, findings)
  const baking = (table: BakingTable, number: (row: BakingRow) => number | null | undefined) => {
    for (const row of tables[table] as readonly BakingRow[]) {
      const recipe = recipes.find(table, row)
      const piece = nameOf(row.finished_unit_slug, row.finished_unit_name) ?? ''
      if (recipe) production.add(table, row, recipe, number(row), fold(piece))
    }
    production.close(table)
  }
  baking('event_production_targets', (row) => row.target_batches)
  baking('batch_decisions', (row) => row.batches)

  const assembly = new Wishes<AssemblyTarget['goodId']>(events, findings)
  for (const table of ['event_assembly_targets', 'event_finished_goods'] as const) {
    for (const row of tables[table]) {
      const good = bundles.find(table, row)
      const number = 'target_quantity' in row ? row.target_quantity : 'quantity' in row ? row.quantity : null
      if (good) assembly.add(table, row, good, number)
    }
    assembly.close(table)
  }
  return {
    productionTargets: production.all.map(({ item, number, ...rest }) => ({
      ...IMPORTED,
      ...rest,
      recipeId: item,
      batches: number,
      basis: null,
    })),
    assemblyTargets: assembly.all.map(({ item, number, ...rest }) => ({
      ...IMPORTED,
      ...rest,
      goodId: item,
      quantity: number,
    })),
  }
}
