import { batchesFor, cureOf, sharesOf, type UnitNeed } from './batches'
import { explode, type Composition } from './composition'
import {
  demandFor,
  missing,
  shelfOf,
  together,
  type Promises,
  type Shelf,
  type Wishes,
} from './feasibility'
import type { FinishedUnit, Recipe, RecipeId } from './model'
import { add, isNegative, isPositive, max, min, subtract, type Amount } from './quantity'
import type { Stock } from './stock'

/** A recipe with its units, as baking asks for it, and the batches of it that are still planned. */
export interface Oven {
  readonly recipe: Recipe
  readonly units: readonly FinishedUnit[]
  /** The composition's numbers of the units. */
  readonly indices: readonly number[]
  readonly remaining: number
}

/** What one event's baking is judged by. */
export interface Situation {
  readonly composition: Composition
  readonly stock: Stock
  readonly wishes: Wishes
  /** Bundles of which a target is already met keep theirs: good number → target quantity met so far. */
  readonly kept: ReadonlyMap<number, number>
  /** In target order, recipes without a target last. */
  readonly ovens: readonly Oven[]
}

/** Pieces that bundles still to pack ask for (B1 of what remains), over the inner bundles that are spare. */
export function bundleNeeds({ composition, stock, wishes, kept }: Situation): Amount[] {
  const toMake: Amount[] = []
  for (const { good, remaining } of wishes.bundles) toMake[good] = add(toMake[good] ?? 0, remaining)
  const spare = composition.items.map((item, index): Amount => {
    if (item.kind !== 'good') return 0
    const onHand = stock.goods.get(item.id) ?? 0
    return isNegative(onHand) ? onHand : max(0, subtract(onHand, kept.get(index) ?? 0))
  })
  return explode(composition, composition.goodsInOrder, toMake, spare).wanted
}

/** What is still lacking of each unit before anything more is baked: never below 0 (A5 without the ovens). */
export function lacksOf(situation: Situation): Amount[] {
  const { composition, stock, wishes } = situation
  const needs = [...bundleNeeds(situation)]
  for (const { unit, remaining } of wishes.loose) needs[unit] = add(needs[unit] ?? 0, remaining)
  return composition.items.map((item, index) =>
    item.kind === 'unit' ? max(0, subtract(needs[index] ?? 0, stock.units.get(item.id) ?? 0)) : 0,
  )
}

/** A4: the pieces that the remaining batches give, by the composition's numbers. */
export function comingFrom(ovens: readonly Oven[], lacks: readonly Amount[]): Amount[] {
  const coming: Amount[] = []
  for (const oven of ovens) addBatches(coming, oven, oven.remaining, lacks)
  return coming
}

function addBatches(
  coming: Amount[],
  { recipe, units, indices }: Oven,
  batches: number,
  lacks: readonly Amount[],
): void {
  const shares = sharesOf(
    units,
    batches,
    indices.map((index) => lacks[index] ?? 0),
    recipe.splits,
  )
  indices.forEach((index, position) => {
    coming[index] = add(coming[index] ?? 0, shares[position] ?? 0)
  })
}

export interface Baking {
  readonly recipeId: RecipeId
  readonly batches: number
}

/** B5: the fewest batches beyond the plan that leave nothing short after baking. */
export function remakes({ ovens }: Situation, lacks: readonly Amount[]): Baking[] {
  return ovens.flatMap(({ recipe, units, indices, remaining }) => {
    const batches = cureOf(needsFrom(units, indices, lacks), recipe.splits, remaining)
    return batches > 0 ? [{ recipeId: recipe.id, batches }] : []
  })
}

function needsFrom(
  units: readonly FinishedUnit[],
  indices: readonly number[],
  lacks: readonly Amount[],
): UnitNeed[] {
  return units.map(({ itemsPerBatch }, position) => ({
    need: lacks[indices[position]!] ?? 0,
    itemsPerBatch,
  }))
}

/** What to do next: `gain` more bundles could be packed after these batches. */
export interface NextBaking {
  readonly bake: readonly Baking[]
  readonly gain: number
}

/** How many more bundles each recipe's next planned batch lets the event pack; recipes that are done stay out. */
export function gainsOf(
  situation: Situation,
  lacks: readonly Amount[],
  now: Promises,
): ReadonlyMap<RecipeId, number> {
  const gains = new Map<RecipeId, number>()
  for (const oven of situation.ovens) {
    if (oven.remaining < 1) continue
    gains.set(oven.recipe.id, gainOf(situation, lacks, now, [{ oven, batches: 1 }]))
  }
  return gains
}

/**
 * B6: the recipe with the greatest gain, the first of equals; when no single batch helps, the
 * smallest set that lets the first unfinished bundle grow; null when baking gains none.
 */
export function nextBaking(
  situation: Situation,
  gains: ReadonlyMap<RecipeId, number>,
  now: Promises,
  turns: readonly Shelf[],
): NextBaking | null {
  let best: NextBaking | null = null
  for (const [recipeId, gain] of gains) {
    if (gain > (best?.gain ?? 0)) best = { bake: [{ recipeId, batches: 1 }], gain }
  }
  return best ?? smallestSet(situation, now, turns)
}

function smallestSet(
  situation: Situation,
  now: Promises,
  turns: readonly Shelf[],
): NextBaking | null {
  const { composition, stock, wishes, ovens } = situation
  for (const [wish, { good, remaining }] of wishes.bundles.entries()) {
    const promised = now.bundles[wish] ?? 0
    if (promised >= remaining || composition.cycle(good)) continue
    const shelf = turns[wish]!
    const short: Amount[] = []
    for (const { index, amount } of missing(
      composition,
      demandFor(composition, good, promised + 1, shelf),
      shelf,
    )) {
      const item = composition.items[index]!
      const owed = item.kind === 'unit' ? min(0, stock.units.get(item.id) ?? 0) : 0
      short[index] = subtract(amount, owed)
    }
    const set = ovens.flatMap((oven) => {
      const batches = batchesFor(needsFrom(oven.units, oven.indices, short), oven.recipe.splits)
      return typeof batches === 'number' && batches > 0 ? [{ oven, batches }] : []
    })
    const gain = set.length > 0 ? gainOf(situation, short, now, set) : 0
    if (gain > 0) {
      return { bake: set.map(({ oven, batches }) => ({ recipeId: oven.recipe.id, batches })), gain }
    }
  }
  return null
}

/** How many more bundles could be packed if these batches came out of the oven. */
function gainOf(
  { composition, stock, wishes }: Situation,
  lacks: readonly Amount[],
  now: Promises,
  baked: readonly { readonly oven: Oven; readonly batches: number }[],
): number {
  const coming: Amount[] = []
  for (const { oven, batches } of baked) addBatches(coming, oven, batches, lacks)
  const after = together(composition, wishes, shelfOf(composition, stock, coming))
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0)
  return sum(after.bundles) - sum(now.bundles)
}

/** A5: pieces of each unit that are short even when everything planned is baked. */
export function shortAfter(lacks: readonly Amount[], coming: readonly Amount[]): Amount[] {
  return lacks.map((lack, index) => {
    const short = subtract(lack, min(lack, coming[index] ?? 0))
    return isPositive(short) ? short : 0
  })
}
