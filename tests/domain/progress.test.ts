import { describe, expect, test } from 'vitest'
import {
  isComplete,
  meanPercent,
  overage,
  overallPercent,
  percent,
  remaining,
} from '../../src/domain/progress'

describe('percent', () => {
  test.each([
    [0, 7, 0],
    [1, 7, 14.29],
    [4, 7, 57.14],
    [7, 7, 100],
    [10, 7, 142.86],
    [1, 3, 33.33],
    [2, 3, 66.67],
    [1, 8, 12.5],
    [1, 32, 3.13],
    [1, 1600, 0.06],
    [3, 1600, 0.19],
    [1, 20_000, 0.01],
    [199_999, 200_000, 99.99],
    [99_994, 100_000, 99.99],
    [200_001, 200_000, 100],
    [1, 1_000_000, 0.01],
    [999_999_999, 1_000_000_000, 99.99],
    [1_000_000_000, 1, 100_000_000_000],
    [1_000_000_000, 3, 33_333_333_333.33],
    [9_007_199_254_740_991, 9_007_199_254_740_991, 100],
    [9_007_199_254_740_990, 9_007_199_254_740_991, 99.99],
    [4_503_599_627_370_496, 9_007_199_254_740_991, 50],
  ])('of %d of %d reads %d', (done, target, reads) => {
    expect(percent(done, target)).toBe(reads)
  })

  test.each([
    [0, 0],
    [5, 0],
    [5, -3],
  ])('of %d of %d reads 0 and is complete', (done, target) => {
    expect(percent(done, target)).toBe(0)
    expect(isComplete(done, target)).toBe(true)
  })
})

test.each([
  { done: 0, target: 7, left: 7, over: 0 },
  { done: 7, target: 7, left: 0, over: 0 },
  { done: 10, target: 7, left: 0, over: 3 },
  { done: 30, target: -3, left: 0, over: 33 },
])('$done of $target leaves $left, and $over over', ({ done, target, left, over }) => {
  expect(remaining(done, target)).toBe(left)
  expect(overage(done, target)).toBe(over)
})

describe('the mean of rows', () => {
  const rows = (...percents: readonly number[]) =>
    percents.map((value) => ({ percent: value, complete: value >= 100, target: 10 }))

  test.each([
    { percents: [100, 40], mean: 70 },
    { percents: [200, 0], mean: 50 },
    { percents: [57.14], mean: 57.14 },
    { percents: [33.33, 66.67], mean: 50 },
    { percents: [0.01, 0], mean: 0.01 },
    { percents: [0.01, 0, 0], mean: 0.01 },
    { percents: [0, 0], mean: 0 },
    { percents: [99.99, 100, 100], mean: 99.99 },
    { percents: [100, 100, 142.86], mean: 100 },
    { percents: [10.01, 10.02], mean: 10.02 },
  ])('$percents is $mean', ({ percents, mean }) => {
    expect(meanPercent(rows(...percents))).toBe(mean)
  })

  test('leaves out targets of 0 and less', () => {
    const [first] = rows(40)
    const nothing = { percent: 0, complete: true, target: 0 }
    expect(meanPercent([first!, nothing, { ...nothing, target: -3 }])).toBe(40)
    expect(meanPercent([nothing])).toBeNull()
    expect(meanPercent([])).toBeNull()
  })
})

describe('both sides together', () => {
  test.each([
    { production: 70, assembly: 50, overall: 60 },
    { production: 57.14, assembly: 50, overall: 53.57 },
    { production: 57.15, assembly: 50, overall: 53.58 },
    { production: 0.01, assembly: 0, overall: 0.01 },
    { production: 100, assembly: 99.99, overall: 99.99 },
    { production: 100, assembly: 100, overall: 100 },
    { production: 0, assembly: 0, overall: 0 },
    { production: null, assembly: 40, overall: 40 },
    { production: 40, assembly: null, overall: 40 },
    { production: null, assembly: null, overall: 0 },
  ])('$production and $assembly are $overall', ({ production, assembly, overall }) => {
    expect(overallPercent(production, assembly)).toBe(overall)
  })
})
