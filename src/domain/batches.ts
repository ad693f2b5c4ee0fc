import type { FinishedUnit } from './model'
import {
  add,
  ceil,
  compare,
  divide,
  floor,
  isPositive,
  max,
  min,
  multiply,
  subtract,
  sum,
  timesUp,
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
  const wanted = units.filter(({ need, itemsPerBatch }) => isPositive(need) && itemsPerBatch >= 1)
  const batches =
    splits && wanted.length > 1
      ? ceil(sum(wanted.map(({ need, itemsPerBatch }) => divide(need, itemsPerBatch))))
      : sum(wanted.map(({ need, itemsPerBatch }) => timesUp(need, itemsPerBatch)))
  return typeof batches === 'number' ? batches : { refused: 'out of range' }
}

/**
 * A4: how many pieces of each unit some batches give. They go, in the units' order, to what each
 * still lacks; the rest becomes the first unit. Rounded down, but never below a lack that is met.
 */
export function sharesOf(
  units: readonly FinishedUnit[],
  batches: number,
  lacks: readonly Amount[],
  splits: boolean,
): Amount[] {
  // One unit takes them all.
  if (units.length === 1) {
    return units.map(({ itemsPerBatch }) => multiply(batches, Math.max(0, itemsPerBatch)))
  }
  let left: Amount = batches
  const used = units.map(({ itemsPerBatch }, index): Amount => {
    const lack = lacks[index] ?? 0
    if (itemsPerBatch < 1 || !isPositive(lack)) return 0
    const share = splits ? divide(lack, itemsPerBatch) : timesUp(lack, itemsPerBatch)
    const part = min(share, left)
    left = subtract(left, part)
    return part
  })
  return units.map(({ itemsPerBatch }, index) => {
    if (itemsPerBatch < 1) return 0
    const part = used[index] ?? 0
    const pieces = multiply(index === 0 ? add(part, left) : part, itemsPerBatch)
    const lack = max(0, lacks[index] ?? 0)
    return compare(pieces, lack) < 0 ? floor(pieces) : max(floor(pieces), lack)
  })
}

/** The batches that a recipe should have more of, so that nothing is short: B2 of the lacks, less what is planned. */
export function cureOf(lacks: readonly UnitNeed[], splits: boolean, planned: number): number {
  const batches = batchesFor(lacks, splits)
  return typeof batches === 'number' ? Math.max(0, batches - planned) : 0
}
