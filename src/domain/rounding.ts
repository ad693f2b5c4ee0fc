import { batchesFor } from './batches'
import { shelfOf, together } from './feasibility'
import { totals } from './ledger'
import type { EventFacts, RecipeId } from './model'
import { grossNeeds } from './needs'
import { needsFrom, sharesFrom } from './outlook'
import { ceil, divide, floor, isPositive, min, subtract, sum, type Amount } from './quantity'
import { situate, type Setting } from './situation'
import { NOTHING } from './stock'

/** B3: what one batch fewer than is needed would cost. */
export interface Down {
  readonly batches: number
  readonly short: readonly { readonly unitName: string; readonly pieces: Amount }[]
  /** Bundles of the whole plan that could then not be packed. */
  readonly bundlesFewer: number
}

/** The number rounded down, for every recipe whose need is no whole number of batches. */
export function roundingsOf(facts: EventFacts): ReadonlyMap<RecipeId, Down> {
  const setting = situate(facts, totals([], facts.event.id), NOTHING)
  const needs = grossNeeds(setting)
  const packable = packedOf(setting, needs)
  const found = new Map<RecipeId, Down>()
  for (const oven of setting.situation.ovens) {
    const wanted = needsFrom(oven, needs)
    const up = batchesFor(wanted, oven.recipe.splits)
    if (typeof up !== 'number' || up === 0 || isWhole(wanted, oven.recipe.splits)) continue
    const shares = sharesFrom(oven, up - 1, needs)
    const coming = needs.slice()
    const short: { unitName: string; pieces: Amount }[] = []
    oven.indices.forEach((index, position) => {
      const need = needs[index] ?? 0
      coming[index] = min(need, shares[position] ?? 0)
      const pieces = ceil(subtract(need, coming[index]))
      if (isPositive(pieces)) short.push({ unitName: oven.units[position]!.name, pieces })
    })
    found.set(oven.recipe.id, {
      batches: up - 1,
      short,
      bundlesFewer: packable - packedOf(setting, coming),
    })
  }
  return found
}

function isWhole(
  wanted: readonly { need: Amount; itemsPerBatch: number }[],
  splits: boolean,
): boolean {
  const shares = wanted
    .filter(({ need, itemsPerBatch }) => isPositive(need) && itemsPerBatch >= 1)
    .map(({ need, itemsPerBatch }) => divide(need, itemsPerBatch))
  const isInteger = (amount: Amount): boolean => floor(amount) === amount
  return splits ? isInteger(sum(shares)) : shares.every(isInteger)
}

/** How many of the wished bundles a kitchen with just these pieces, and all materials, can pack. */
function packedOf({ situation }: Setting, pieces: readonly Amount[]): number {
  const { composition, stock, wishes } = situation
  const units = pieces.map((amount, index) =>
    composition.items[index]!.kind === 'unit' ? amount : 0,
  )
  const { bundles } = together(composition, wishes, shelfOf(composition, stock, units))
  return bundles.reduce((all, count) => all + count, 0)
}
