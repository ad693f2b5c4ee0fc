import { accountOf } from './account'
import { batchesFor } from './batches'
import { shelfOf, together } from './feasibility'
import { gainFinder } from './gain-finder'
import type { EventFacts, RecipeId, UnitId } from './model'
import { grossNeeds } from './needs'
import { needsFrom, sharesFrom } from './outlook'
import {
  ceil,
  divide,
  floor,
  isPositive,
  max,
  negate,
  subtract,
  sum,
  type Amount,
} from './quantity'
import { situate, type Setting } from './situation'

/** B3: what one batch fewer than is needed would cost. */
export interface Down {
  readonly batches: number
  readonly short: readonly { readonly unitName: string; readonly pieces: Amount }[]
  /** Bundles of the whole plan that could then not be packed. */
  readonly bundlesFewer: number
}

/** The number rounded down, for every recipe whose need is no whole number of batches. */
export function roundingsOf(facts: EventFacts): ReadonlyMap<RecipeId, Down> {
  const setting = situate(facts, accountOf([], facts.event.id))
  const needs = grossNeeds(setting)
  const fewerWithout = bundlesLost(setting, needs)
  const found = new Map<RecipeId, Down>()
  for (const oven of setting.situation.ovens) {
    const wanted = needsFrom(oven, needs)
    const up = batchesFor(wanted, oven.recipe.splits)
    if (typeof up !== 'number' || up === 0 || isWhole(wanted, oven.recipe.splits)) continue
    const shares = sharesFrom(oven, up - 1, needs)
    const lacks = oven.indices.map((index, position) =>
      max(0, subtract(needs[index] ?? 0, shares[position] ?? 0)),
    )
    found.set(oven.recipe.id, {
      batches: up - 1,
      short: lacks.flatMap((lack, position) =>
        isPositive(lack) ? [{ unitName: oven.units[position]!.name, pieces: ceil(lack) }] : [],
      ),
      bundlesFewer: fewerWithout(
        new Map(oven.indices.map((index, position) => [index, lacks[position]!])),
      ),
    })
  }
  return found
}

/** How many of the wished bundles a kitchen with just the pieces needed can not pack without these, by number. */
function bundlesLost(
  { situation }: Setting,
  needs: readonly Amount[],
): (lacks: ReadonlyMap<number, Amount>) => number {
  const { composition, wishes } = situation
  const units = new Map<UnitId, Amount>()
  composition.items.forEach((item, index) => {
    if (item.kind === 'unit') units.set(item.id, needs[index] ?? 0)
  })
  const stock = { ...situation.stock, units }
  const all = together(composition, wishes, shelfOf(composition, stock))
  const gainOf = gainFinder({ ...situation, stock }, all)
  return (lacks) => -gainOf(new Map([...lacks].map(([index, lack]) => [index, negate(lack)]))) + 0
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
