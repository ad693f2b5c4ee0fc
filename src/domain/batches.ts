import type { FinishedUnit } from './model'
import {
  add,
  ceil,
  compare,
  divide,
  floor,
  isPositive,
  multiply,
  subtract,
  type Amount,
} from './quantity'
import type { Refusal } from './refusal'

export interface UnitNeed {
  readonly need: Amount
  readonly itemsPerBatch: number
}

/**
 * B2: the fewest whole batches that are never short. When a batch may be split between units
 * their shares add up before rounding; when not, each unit takes whole batches.
 * Refuses a number that would leave the safe integers.
 */
export function batchesFor(units: readonly UnitNeed[], splits: boolean): number | Refusal {
  let sum: Amount = 0
  for (const { need, itemsPerBatch } of units) {
    if (!isPositive(need) || itemsPerBatch < 1) continue
    const share = divide(need, itemsPerBatch)
    sum = add(sum, splits ? share : ceil(share))
  }
  const batches = ceil(sum)
  return typeof batches === 'number' ? batches : { refused: 'out of range' }
}

/**
 * A4: how many pieces of each unit some batches give. They go, in the units' order, to what each
 * still lacks; the rest becomes the first unit. Parts of pieces are not baked.
 */
export function sharesOf(
  units: readonly FinishedUnit[],
  batches: number,
  lacks: readonly Amount[],
  splits: boolean,
): Amount[] {
  let left: Amount = batches
  const pieces = units.map(({ itemsPerBatch }, index): Amount => {
    const lack = lacks[index] ?? 0
    if (itemsPerBatch < 1 || !isPositive(lack)) return 0
    const share = divide(lack, itemsPerBatch)
    const wanted = splits ? share : ceil(share)
    const enough = compare(left, wanted) >= 0
    const used = enough ? wanted : left
    left = subtract(left, used)
    return enough && splits ? lack : floor(multiply(used, itemsPerBatch))
  })
  const first = units[0]
  if (first && first.itemsPerBatch >= 1) {
    pieces[0] = add(pieces[0] ?? 0, floor(multiply(left, first.itemsPerBatch)))
  }
  return pieces
}

/** The batches that a recipe should have more of, so that nothing is short: B2 of the lacks, less what is planned. */
export function cureOf(lacks: readonly UnitNeed[], splits: boolean, planned: number): number {
  const batches = batchesFor(lacks, splits)
  return typeof batches === 'number' ? Math.max(0, batches - planned) : 0
}
