import { floor, isPositive, divide, multiply, subtract, MAX_COUNT, type Amount } from './quantity'
import { batchesFor } from './batches'
import type { FinishedUnit, Pieces } from './model'
import type { Refusal } from './refusal'

/**
 * The pieces of a run: what came out good, and what the batches should have given. Pieces of the
 * units after the first are expected as they came; what is left of the batches is expected of the first.
 */
export function piecesOf(
  units: readonly FinishedUnit[],
  batches: number,
  good: readonly number[],
  splits: boolean,
): readonly Pieces[] | Refusal {
  if (units.length === 0) return { refused: 'no units' }
  let left: Amount = batches
  units.forEach(({ itemsPerBatch }, position) => {
    const pieces = good[position] ?? 0
    if (position === 0 || pieces === 0 || itemsPerBatch < 1) return
    const share = divide(pieces, itemsPerBatch)
    const whole = batchesFor([{ need: pieces, itemsPerBatch }], false)
    left = subtract(left, splits || typeof whole !== 'number' ? share : whole)
  })
  const pieces: Pieces[] = []
  for (const [position, unit] of units.entries()) {
    const count = good[position] ?? 0
    const expected =
      position > 0 ? count : isPositive(left) ? floor(multiply(left, unit.itemsPerBatch)) : 0
    if (typeof expected !== 'number' || expected > MAX_COUNT || count > MAX_COUNT) {
      return { refused: 'out of range' }
    }
    pieces.push({ unitId: unit.id, good: count, expected })
  }
  return pieces
}

/** The pieces of batches that were lost completely: none good, all expected of the first unit. */
export function lostPiecesOf(
  units: readonly FinishedUnit[],
  batches: number,
): readonly Pieces[] | Refusal {
  return piecesOf(units, batches, [], true)
}
