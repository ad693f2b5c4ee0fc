import { cureOf, sharesOf, type UnitNeed } from './batches'
import { explode, type Composition } from './composition'
import type { Wishes } from './feasibility'
import type { FinishedUnit, Recipe, RecipeId } from './model'
import { add, isNegative, isPositive, max, min, subtract, type Amount } from './quantity'
import type { Stock } from './account'

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
  /** Packed bundles that meet a wish of their own are not promised to others: good number → how many. */
  readonly kept: ReadonlyMap<number, number>
  /** In target order, recipes without a target last. */
  readonly ovens: readonly Oven[]
  /** Number of a unit → its recipe's place among the ovens. */
  readonly ovenOf: ReadonlyMap<number, number>
  /** Number of a part → the bundles still to pack that hold it, however deep, by their place among the wishes. */
  readonly takers: ReadonlyMap<number, readonly number[]>
}

/** Pieces that bundles still to pack ask for (B1 of what remains), over the inner bundles that are spare. */
export function bundleNeeds({ composition, stock, wishes, kept }: Situation): Amount[] {
  const toMake = new Map(wishes.bundles.map(({ good, remaining }) => [good, remaining]))
  const spare = composition.items.map((item, index): Amount => {
    if (item.kind !== 'good') return 0
    const onHand = stock.goods.get(item.id) ?? 0
    return isNegative(onHand) ? onHand : max(0, subtract(onHand, kept.get(index) ?? 0))
  })
  const { wanted } = explode(composition, composition.goodsInOrder, toMake, spare)
  return composition.items.map((_, index) => wanted.get(index) ?? 0)
}

/** What is still lacking of each unit before anything more is baked: never below 0 (A5 without the ovens). */
export function lacksOf(situation: Situation): Amount[] {
  const { composition, stock, wishes } = situation
  const needs = bundleNeeds(situation)
  for (const { unit, remaining } of wishes.loose) needs[unit] = add(needs[unit] ?? 0, remaining)
  return composition.items.map((item, index) =>
    item.kind === 'unit' ? max(0, subtract(needs[index] ?? 0, stock.units.get(item.id) ?? 0)) : 0,
  )
}

/** A4: the pieces that the remaining batches give, by the composition's numbers. */
export function comingFrom(ovens: readonly Oven[], lacks: readonly Amount[]): Amount[] {
  const coming: Amount[] = []
  for (const oven of ovens) {
    const shares = sharesFrom(oven, oven.remaining, lacks)
    oven.indices.forEach((index, position) => (coming[index] = shares[position] ?? 0))
  }
  return coming
}

/** A4: the pieces of each of a recipe's units that some batches of it give, by what is lacking. */
export function sharesFrom(
  { recipe, units, indices }: Oven,
  batches: number,
  lacks: readonly (Amount | undefined)[],
): Amount[] {
  const own = indices.map((index) => lacks[index] ?? 0)
  return sharesOf(units, batches, own, recipe.splits)
}

export interface Baking {
  readonly recipeId: RecipeId
  readonly batches: number
}

/** B5: the fewest batches beyond the plan that leave nothing short after baking. */
export function remakes({ ovens }: Situation, lacks: readonly Amount[]): Baking[] {
  return ovens.flatMap((oven) => {
    const { recipe, remaining } = oven
    const batches = cureOf(needsFrom(oven, lacks), recipe.splits, remaining)
    return batches > 0 ? [{ recipeId: recipe.id, batches }] : []
  })
}

/** What is lacking of each of a recipe's units, as B2 asks for it. */
export function needsFrom(
  { units, indices }: Oven,
  lacks: readonly (Amount | undefined)[],
): UnitNeed[] {
  return units.map(({ itemsPerBatch }, position) => ({
    need: lacks[indices[position]!] ?? 0,
    itemsPerBatch,
  }))
}

/** A5: pieces of each unit that are short even when everything planned is baked. */
export function shortAfter(lacks: readonly Amount[], coming: readonly Amount[]): Amount[] {
  return lacks.map((lack, index) => {
    const short = subtract(lack, min(lack, coming[index] ?? 0))
    return isPositive(short) ? short : 0
  })
}
