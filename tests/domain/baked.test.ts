import { describe, expect, test } from 'vitest'
import { lostPiecesOf, piecesOf } from '../../src/domain/baked'
import { isRefusal } from '../../src/domain/refusal'
import { unit } from './facts'

const units = (...yields: readonly number[]) =>
  yields.map((itemsPerBatch, order) => unit(`u${order}`, 'dough', itemsPerBatch, { order }))

function pieces(
  yields: readonly number[],
  batches: number,
  good: readonly number[],
  splits = true,
) {
  const answer = piecesOf(units(...yields), batches, good, splits)
  return isRefusal(answer) ? answer : answer.map((one) => [one.good, one.expected])
}

describe('the pieces of a run', () => {
  test('are expected by the batches', () => {
    expect(pieces([48], 7, [300])).toEqual([[300, 336]])
  })

  test('may be more than expected', () => {
    expect(pieces([48], 1, [50])).toEqual([[50, 48]])
  })

  test('of later units are expected as they came, the first has the rest of the batches', () => {
    expect(pieces([48, 24], 2, [60, 12])).toEqual([
      [60, 72],
      [12, 12],
    ])
    expect(pieces([48, 24], 1, [0, 24])).toEqual([
      [0, 0],
      [24, 24],
    ])
  })

  test('of later units take whole batches where these are not split', () => {
    expect(pieces([48, 24], 2, [48, 12], false)).toEqual([
      [48, 48],
      [12, 12],
    ])
  })

  test('of the first unit are expected to be none where the others had more than all batches', () => {
    expect(pieces([48, 24], 1, [5, 30])).toEqual([
      [5, 0],
      [30, 30],
    ])
  })

  test('pass over a yield of 0, which only an import can bring', () => {
    expect(pieces([48, 0], 1, [40, 3])).toEqual([
      [40, 48],
      [3, 3],
    ])
  })

  test('of lost batches are expected of the first unit, and none is good', () => {
    expect(lostPiecesOf(units(48, 24), 2)).toEqual([
      { unitId: 'u0', good: 0, expected: 96 },
      { unitId: 'u1', good: 0, expected: 0 },
    ])
  })

  test('are refused for a recipe that makes nothing, and beyond the limits of a count', () => {
    expect(pieces([], 1, [])).toEqual({ refused: 'no units' })
    expect(pieces([1_000_000_000], 2, [1])).toEqual({ refused: 'out of range' })
    expect(pieces([1], 1, [1_000_000_001])).toEqual({ refused: 'out of range' })
  })
})
