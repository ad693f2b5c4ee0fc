import { sharesOf } from './batches'
import type { Totals } from './account'
import type { FinishedUnit, RecipeId } from './model'
import { isComplete, overage, percent, remaining } from './progress'
import type { PieceCount, ProductionProgress } from './progress'
import { add, ceil, countOf, isPositive, subtract, type Amount } from './quantity'
import type { Setting } from './situation'

/** One unit of a recipe, with what became of it besides baking and packing. */
interface PieceRow extends PieceCount {
  /** A5: missing even after all planned batches. */
  readonly short: Amount
  /** Brought, made extra or counted more, less what was burnt, dropped, eaten or counted less since. */
  readonly since: Amount
}

/** A card of the Produce screen. */
export interface RecipeRow extends ProductionProgress {
  readonly pieces: readonly PieceRow[]
  /** Whether it is complete and none of its pieces is short: only then it may look done. */
  readonly isSettled: boolean
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
  short: readonly Amount[],
): RecipeRow[] {
  return targets.production.map(({ recipeId, batches }) => {
    const recipe = recipesById.get(recipeId)
    const units = unitsOf(recipeId)
    const made = sums.made.get(recipeId)
    const done = made?.batches ?? 0
    const indices = units.map(({ id }) => situation.composition.indexOf({ kind: 'unit', id })!)
    const splits = recipe?.splits ?? true
    const pieces = units.map(({ id, name }, position): PieceRow => {
      const good = made?.pieces.get(id)?.good ?? 0
      const left = add(sums.used.get(id) ?? 0, sums.given.get(id) ?? 0)
      return {
        unitId: id,
        unitName: name,
        good,
        expected: made?.pieces.get(id)?.expected ?? 0,
        needed: needs[indices[position]!] ?? 0,
        short: short[indices[position]!] ?? 0,
        since: subtract(add(situation.stock.units.get(id) ?? 0, left), good),
      }
    })
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
      pieces,
      isSettled: isComplete(done, batches) && !pieces.some((piece) => isPositive(piece.short)),
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
