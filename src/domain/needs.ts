import { batchesFor, sharesOf, type UnitNeed } from './batches'
import { explode } from './composition'
import type { Basis, RecipeId, UnitId } from './model'
import { add, amountOf, divide, subtract, sum, type Amount } from './quantity'
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
  /** B4: what the chosen number was chosen for, when another number would be needed for it now. */
  readonly outdated: Outdated | null
}

export interface Outdated {
  readonly batchesThen: number
  readonly needThen: Amount
  readonly needNow: Amount
  readonly batchesNow: number
}

export interface PlanUnit {
  readonly unitId: UnitId
  readonly unitName: string
  readonly itemsPerBatch: number
  readonly need: Amount
  /** Batches that the need comes to, before rounding. */
  readonly share: Amount
  /** What the chosen batches (or those needed) give of this unit, by what is needed (A4). */
  readonly planned: Amount
  /** Pieces over the need; below 0 when short. */
  readonly surplus: Amount | null
  /** A5: pieces that are missing even after all planned batches. */
  readonly shortAfter: Amount
}

export function planRows(
  { targets, situation, names }: Setting,
  needs: readonly Amount[],
  short: readonly Amount[],
): PlanRow[] {
  const bases = new Map(targets.production.map(({ recipeId, basis }) => [recipeId, basis]))
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
    const planned = sharesOf(
      units,
      batches ?? 0,
      wanted.map(({ need }) => need),
      recipe.splits,
    )
    return {
      recipeId: recipe.id,
      recipeName: names.recipe(recipe.id),
      splits: recipe.splits,
      batchesNeeded,
      targetBatches,
      remainingBatches: remaining,
      outdated:
        targetBatches === batchesNeeded
          ? null
          : outdated(bases.get(recipe.id) ?? null, wanted, batchesNeeded),
      units: units.map(({ id, name, itemsPerBatch }, position) => ({
        unitId: id,
        unitName: name,
        itemsPerBatch,
        need: wanted[position]!.need,
        share: itemsPerBatch < 1 ? 0 : divide(wanted[position]!.need, itemsPerBatch),
        planned: planned[position] ?? 0,
        surplus: batches === null ? null : subtract(planned[position] ?? 0, wanted[position]!.need),
        shortAfter: short[indices[position]!] ?? 0,
      })),
    }
  })
}

/** B4: a target is outdated when B2 of now is not B2 of then; one without memory never is. */
function outdated(
  basis: Basis | null,
  wanted: readonly UnitNeed[],
  batchesNow: number | null,
): Outdated | null {
  if (!basis || batchesNow === null) return null
  const then = basis.units.map(({ need, itemsPerBatch }) => ({
    need: amountOf(need),
    itemsPerBatch,
  }))
  const batchesThen = batchesFor(then, basis.splits)
  if (typeof batchesThen !== 'number' || batchesThen === batchesNow) return null
  return {
    batchesThen,
    needThen: sum(then.map(({ need }) => need)),
    needNow: sum(wanted.map(({ need }) => need)),
    batchesNow,
  }
}
