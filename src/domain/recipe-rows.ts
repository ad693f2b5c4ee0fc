import { sharesOf } from './batches'
import type { Totals } from './ledger'
import type { FinishedUnit, RecipeId } from './model'
import { isComplete, overage, percent, remaining, type ProductionProgress } from './progress'
import { ceil, countOf, type Amount } from './quantity'
import type { Setting } from './situation'

/** A card of the Produce screen. */
export interface RecipeRow extends ProductionProgress {
  /** What was made, before the target, in the order of the target; units that may be baked. */
  readonly units: readonly FinishedUnit[]
  readonly splits: boolean
  /** How many more bundles the next batch lets the event pack; null when no batch is to go. */
  readonly nextGain: number | null
  /** What is still lacking of each unit, as A4 shares batches by it. */
  readonly lacks: readonly Amount[]
  readonly isUnknown: boolean
}

/** P1–P4 for each recipe that has a target, in target order. */
export function recipeRows(
  { targets, recipesById, unitsOf, situation, names }: Setting,
  sums: Totals,
  needs: readonly Amount[],
  gains: ReadonlyMap<RecipeId, number>,
  lacks: readonly Amount[],
): RecipeRow[] {
  return targets.production.map(({ recipeId, batches }) => {
    const recipe = recipesById.get(recipeId)
    const units = unitsOf(recipeId)
    const made = sums.made.get(recipeId)
    const done = made?.batches ?? 0
    const indices = units.map(({ id }) => situation.composition.indexOf({ kind: 'unit', id })!)
    const splits = recipe?.splits ?? true
    return {
      recipeId,
      recipeName: names.recipe(recipeId),
      targetBatches: batches,
      completedBatches: done,
      remainingBatches: remaining(done, batches),
      overageBatches: overage(done, batches),
      progressPercent: percent(done, batches),
      isComplete: isComplete(done, batches),
      lostBatches: made?.lostBatches ?? 0,
      pieces: units.map(({ id, name }, position) => ({
        unitId: id,
        unitName: name,
        good: made?.pieces.get(id)?.good ?? 0,
        expected: made?.pieces.get(id)?.expected ?? 0,
        needed: needs[indices[position]!] ?? 0,
      })),
      units,
      splits,
      nextGain: gains.get(recipeId) ?? null,
      lacks: indices.map((index) => lacks[index] ?? 0),
      isUnknown: recipe === undefined,
    }
  })
}

/** A4: the whole good pieces of each unit that so many batches give when nothing is lost. */
export function fullShare(
  { units, lacks, splits }: Pick<RecipeRow, 'units' | 'lacks' | 'splits'>,
  batches: number,
): number[] {
  return sharesOf(units, batches, lacks.map(ceil), splits).map((pieces) => countOf(pieces))
}
