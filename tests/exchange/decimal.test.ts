import { describe, expect, test } from 'vitest'
import { exactly, nearest, toThousandth } from '../../src/exchange/decimal'

describe('a decimal becomes exactly the fraction that it writes', () => {
  test.each([
    [0.67, 67, 100],
    [0.5, 1, 2],
    [1.125, 9, 8],
    [2, 2, 1],
    [0, 0, 1],
    [0.001, 1, 1000],
    [1e9, 1_000_000_000, 1],
  ])('%d is %d/%d', (value, n, d) => {
    expect(exactly(value)).toEqual({ n, d })
  })

  test.each([2 / 3, 0.3333, 1e-7, 0.0001, Number.MAX_VALUE])(
    '%d is none with d up to 1,000',
    (value) => {
      expect(exactly(value)).toBeNull()
    },
  )
})

test.each([
  [2 / 3, 2, 3],
  [0.3333, 1, 3],
  [1e-7, 1, 1000],
  [3.1415926, 355, 113],
  [7.0001, 7, 1],
])('the nearest fraction to %d is %d/%d', (value, n, d) => {
  expect(nearest(value)).toEqual({ n, d })
})

test('a shelf is read to the thousandth', () => {
  expect(toThousandth(92.30000000000001)).toEqual({ n: 923, d: 10 })
  expect(toThousandth(0.0004)).toEqual({ n: 0, d: 1 })
})
