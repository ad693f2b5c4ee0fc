import { batchesFor } from './batches'
import { missing, recall, shelfOf, together, type Promises } from './feasibility'
import type { GainOf } from './gain-finder'
import type { RecipeId } from './model'
import { needsFrom, sharesFrom, type Baking, type Oven, type Situation } from './outlook'
import { ceil, compare, countOf, min, subtract, type Amount } from './quantity'

/** What to do next: `gain` more bundles could be packed after these batches. */
export interface NextBaking {
  readonly bake: readonly SharedBaking[]
  readonly gain: number
}

/** Batches, and what they have to become for the gain: whole pieces of each unit, in the units' order. */
export interface SharedBaking extends Baking {
  readonly shares: readonly number[]
}

/** How many more bundles each recipe's next planned batch lets the event pack; recipes that are done stay out. */
export function gainsOf(
  { ovens }: Situation,
  lacks: readonly Amount[],
  gainOf: GainOf,
): ReadonlyMap<RecipeId, number> {
  const pieces = lacks.map(ceil)
  const planned = ovens.filter(({ remaining }) => remaining > 0)
  return new Map(
    planned.map((oven) => [oven.recipe.id, gainOf(comingOf(oven, sharesFrom(oven, 1, pieces)))]),
  )
}

/**
 * B6: the recipe with the greatest gain, the first of equals; when no single batch helps, the
 * smallest set that lets the first unfinished bundle grow; null when baking gains none.
 */
export function nextBaking(
  situation: Situation,
  lacks: readonly Amount[],
  now: Promises,
  gains: ReadonlyMap<RecipeId, number>,
  gainOf: GainOf,
): NextBaking | null {
  const pieces = lacks.map(ceil)
  let best: NextBaking | null = null
  for (const oven of situation.ovens) {
    const gain = gains.get(oven.recipe.id) ?? 0
    if (gain > (best?.gain ?? 0)) {
      best = { bake: [shared(oven, 1, sharesFrom(oven, 1, pieces))], gain }
    }
  }
  return best ?? smallestSet(situation, pieces, now, gainOf)
}

function smallestSet(
  situation: Situation,
  lacks: readonly Amount[],
  now: Promises,
  gainOf: GainOf,
): NextBaking | null {
  const { composition, stock, wishes, ovens, ovenOf } = situation
  const shelf = [...now.shelf]
  for (const [wish, { good, remaining }] of wishes.bundles.entries()) {
    const promised = now.bundles[wish] ?? 0
    if (promised >= remaining || composition.cycle(good)) continue
    recall(composition, good, now.turns[wish]!, shelf)
    const lacking = missing(composition, good, promised + 1, shelf)
    // Baking brings no ribbon: what lacks one does not grow by any set.
    if (!lacking.every(({ index }) => ovenOf.has(index))) continue
    const short: Amount[] = []
    for (const { index, amount } of lacking) {
      const item = composition.items[index]!
      const owed = item.kind === 'unit' ? min(0, stock.units.get(item.id) ?? 0) : 0
      short[index] = ceil(subtract(amount, owed))
    }
    const bake: SharedBaking[] = []
    const coming = new Map<number, Amount>()
    for (const oven of ovens) {
      const batches = batchesFor(needsFrom(oven, short), oven.recipe.splits)
      if (typeof batches !== 'number' || batches === 0) continue
      const shares = sharesFor(oven, batches, lacks, short)
      bake.push(shared(oven, batches, shares))
      for (const [index, pieces] of comingOf(oven, shares)) coming.set(index, pieces)
    }
    const gain = bake.length > 0 ? gainOf(coming) : 0
    if (gain > 0 && grows(situation, wish, promised, coming)) return { bake, gain }
  }
  return null
}

/** Whether it is this wish that gets more: bundles before it may take what was baked for it. */
function grows(
  { composition, stock, wishes, kept }: Situation,
  wish: number,
  promised: number,
  coming: ReadonlyMap<number, Amount>,
): boolean {
  const more: Amount[] = []
  for (const [index, pieces] of coming) more[index] = pieces
  const { bundles } = together(composition, wishes, shelfOf(composition, stock, more, kept))
  return bundles[wish]! > promised
}

/** Shared by what the event lacks, as batches are; by what is short now when that would not be enough. */
function sharesFor(
  oven: Oven,
  batches: number,
  lacks: readonly Amount[],
  short: readonly Amount[],
): Amount[] {
  const shares = sharesFrom(oven, batches, lacks)
  const isEnough = oven.indices.every(
    (index, position) => compare(shares[position] ?? 0, short[index] ?? 0) >= 0,
  )
  return isEnough ? shares : sharesFrom(oven, batches, short)
}

function shared({ recipe }: Oven, batches: number, shares: readonly Amount[]): SharedBaking {
  return { recipeId: recipe.id, batches, shares: shares.map((pieces) => countOf(pieces)) }
}

function comingOf({ indices }: Oven, shares: readonly Amount[]): Map<number, Amount> {
  return new Map(indices.map((index, position) => [index, shares[position] ?? 0]))
}
