import type { SharedBaking } from './gains'
import { fullShare, type RecipeRow } from './recipe-rows'

/** The good pieces that the form of a recipe starts with: as the next step shares just these batches (B6), else by A4. */
export function startingShare(
  row: RecipeRow,
  batches: number,
  next: readonly SharedBaking[],
): readonly number[] {
  const step = next.find((one) => one.recipeId === row.recipeId && one.batches === batches)
  return step?.shares ?? fullShare(row, batches)
}
