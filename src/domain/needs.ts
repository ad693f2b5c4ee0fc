import { batchesFor } from './batches'
import { explode } from './composition'
import type { RecipeId, UnitId } from './model'
import { add, divide, multiply, subtract, type Amount } from './quantity'
import type { Setting } from './situation'

/** B1: what the event's targets ask for of each item, by number, before any rounding and whatever is on hand. */
export function grossNeeds({ targets, situation: { composition, wishes } }: Setting): Amount[] {
  const toMake = new Map(
    targets.assembly.map(({ quantity }, wish) => [
      wishes.bundles[wish]!.good,
      Math.max(0, quantity),
    ]),
  )
  const { wanted } = explode(composition, composition.goodsInOrder, toMake, [])
  const needs = composition.items.map((_, index) => wanted.get(index) ?? 0)
  targets.loose.forEach(({ quantity }, wish) => {
    const { unit } = wishes.loose[wish]!
    needs[unit] = add(needs[unit] ?? 0, Math.max(0, quantity))
  })
  return needs
}

/** A recipe of the plan: what is needed of it, and the batches chosen. */
export interface PlanRow {
  readonly recipeId: RecipeId
  readonly recipeName: string
  readonly splits: boolean
  readonly units: readonly PlanUnit[]
  /** B2; null when it would leave the safe integers. */
  readonly batchesNeeded: number | null
  /** The batches chosen; null when the recipe has no target. */
  readonly targetBatches: number | null
  readonly remainingBatches: number
}

export interface PlanUnit {
  readonly unitId: UnitId
  readonly unitName: string
  readonly itemsPerBatch: number
  readonly need: Amount
  /** Batches that the need comes to, before rounding. */
  readonly share: Amount
  /** Pieces over the need of the chosen batches (or of those needed), when the recipe makes this alone. */
  readonly surplus: Amount | null
  /** A5: pieces that are missing even after all planned batches. */
  readonly shortAfter: Amount
}

export function planRows(
  { targets, situation, names }: Setting,
  needs: readonly Amount[],
  short: readonly Amount[],
): PlanRow[] {
  const chosen = new Map(targets.production.map(({ recipeId, batches }) => [recipeId, batches]))
  return situation.ovens.map(({ recipe, units, indices, remaining }) => {
    const wanted = units.map(({ itemsPerBatch }, position) => ({
      need: needs[indices[position]!] ?? 0,
      itemsPerBatch,
    }))
    const answer = batchesFor(wanted, recipe.splits)
    const batchesNeeded = typeof answer === 'number' ? answer : null
    const targetBatches = chosen.get(recipe.id) ?? null
    const batches = targetBatches ?? batchesNeeded
    return {
      recipeId: recipe.id,
      recipeName: names.recipe(recipe.id),
      splits: recipe.splits,
      batchesNeeded,
      targetBatches,
      remainingBatches: remaining,
      units: units.map(({ id, name, itemsPerBatch }, position) => ({
        unitId: id,
        unitName: name,
        itemsPerBatch,
        need: wanted[position]!.need,
        share: itemsPerBatch < 1 ? 0 : divide(wanted[position]!.need, itemsPerBatch),
        surplus:
          units.length === 1 && batches !== null
            ? subtract(multiply(batches, itemsPerBatch), wanted[position]!.need)
            : null,
        shortAfter: short[indices[position]!] ?? 0,
      })),
    }
  })
}
