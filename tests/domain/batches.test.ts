import { describe, expect, test } from 'vitest'
import { batchesFor, cureOf, sharesOf } from '../../src/domain/batches'
import type { Amount } from '../../src/domain/quantity'
import { unit } from './facts'

const half = { n: 1, d: 2 }
const needs = (...rows: readonly (readonly [need: Amount, itemsPerBatch: number])[]) =>
  rows.map(([need, itemsPerBatch]) => ({ need, itemsPerBatch }))
const units = (...yields: readonly number[]) =>
  yields.map((itemsPerBatch, order) => unit(`u${order}`, 'dough', itemsPerBatch, { order }))

describe('batches for a need', () => {
  test.each([
    { rows: needs([48, 48]), splits: true, batches: 1 },
    { rows: needs([49, 48]), splits: true, batches: 2 },
    { rows: needs([{ n: 1, d: 1000 }, 48]), splits: true, batches: 1 },
    { rows: needs([0, 48], [-5, 48]), splits: true, batches: 0 },
    { rows: needs([24, 96], [24, 96], [24, 96], [24, 96]), splits: true, batches: 1 },
    { rows: needs([24, 96], [24, 96], [24, 96], [24, 96]), splits: false, batches: 4 },
    { rows: needs([1, 3], [1, 3], [1, 3]), splits: true, batches: 1 },
    { rows: needs([half, 1], [half, 1]), splits: true, batches: 1 },
    { rows: needs([half, 1], [half, 1]), splits: false, batches: 2 },
    { rows: needs([10, 0], [10, -1]), splits: true, batches: 0 },
    { rows: [], splits: true, batches: 0 },
  ])('are $batches when split is $splits: row %#', ({ rows, splits, batches }) => {
    expect(batchesFor(rows, splits)).toBe(batches)
  })

  test('are exact where floating point would be short', () => {
    const need = 9_007_199_254_740_991
    expect(batchesFor(needs([need, 1]), true)).toBe(need)
    expect(batchesFor(needs([need, 2]), true)).toBe(4_503_599_627_370_496)
    expect(batchesFor(needs([7, 10], [1, 10], [2, 10]), true)).toBe(1)
  })

  test('are refused where they would leave the safe integers', () => {
    const need = { n: 2n ** 53n + 1n, d: 1n }
    expect(batchesFor(needs([need, 1]), true)).toEqual({ refused: 'out of range' })
    expect(batchesFor(needs([need, 2]), true)).toBe(4_503_599_627_370_497)
  })
})

describe('the pieces of batches', () => {
  test.each([
    // A split batch goes to what is lacking in the units' order, the rest to the first.
    { yields: [48], batches: 7, lacks: [300], splits: true, pieces: [336] },
    { yields: [48], batches: 2, lacks: [], splits: true, pieces: [96] },
    { yields: [48, 24], batches: 2, lacks: [24, 12], splits: true, pieces: [72, 12] },
    { yields: [96, 96], batches: 1, lacks: [24, 100], splits: true, pieces: [24, 72] },
    { yields: [10, 3], batches: 1, lacks: [9, 5], splits: true, pieces: [9, 0] },
    { yields: [48, 24], batches: 0, lacks: [24, 12], splits: true, pieces: [0, 0] },
    { yields: [48, 24], batches: 2, lacks: [0, 36], splits: true, pieces: [24, 36] },
    // One that is not split becomes one unit.
    { yields: [96, 96], batches: 1, lacks: [24, 24], splits: false, pieces: [96, 0] },
    { yields: [96, 96], batches: 3, lacks: [24, 24], splits: false, pieces: [192, 96] },
    { yields: [48, 24], batches: 2, lacks: [0, 36], splits: false, pieces: [0, 48] },
    // A yield of 0 or less, which only an import can bring, gives nothing.
    { yields: [0, 24], batches: 2, lacks: [5, 24], splits: true, pieces: [0, 24] },
    { yields: [-1], batches: 2, lacks: [5], splits: true, pieces: [0] },
    { yields: [], batches: 2, lacks: [], splits: true, pieces: [] },
  ])(
    '$batches of $yields, lacking $lacks, are $pieces when split is $splits',
    ({ yields, batches, lacks, splits, pieces }) => {
      expect(sharesOf(units(...yields), batches, lacks, splits)).toEqual(pieces)
    },
  )

  test('are whole, whatever part of a piece is lacking', () => {
    expect(sharesOf(units(48), 1, [{ n: 5, d: 2 }], true)).toEqual([48])
    expect(sharesOf(units(48, 48), 1, [{ n: 5, d: 2 }, 10], true)).toEqual([38, 10])
  })

  test('cover a lack that they are enough for to the part', () => {
    expect(sharesOf(units(1, 1), 1, [half, half], true)).toEqual([half, half])
  })
})

describe('the cure', () => {
  test('is what is needed beyond what is planned', () => {
    expect(cureOf(needs([60, 48]), true, 1)).toBe(1)
    expect(cureOf(needs([60, 48]), true, 2)).toBe(0)
    expect(cureOf(needs([60, 48]), true, 9)).toBe(0)
    expect(cureOf(needs([0, 48]), true, 0)).toBe(0)
  })

  test('is none that can be named where the numbers leave the safe integers', () => {
    expect(cureOf(needs([{ n: 2n ** 60n, d: 1n }, 1]), true, 0)).toBe(0)
  })
})
