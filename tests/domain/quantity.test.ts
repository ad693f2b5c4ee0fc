import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  MAX_COUNT,
  add,
  amountOf,
  ceil,
  compare,
  countOf,
  divide,
  floor,
  fraction,
  fractionOf,
  isNegative,
  isPositive,
  max,
  min,
  multiply,
  negate,
  subtract,
  timesIn,
  timesUp,
  whole,
  type Amount,
} from '../../src/domain/quantity'

const MAX = Number.MAX_SAFE_INTEGER
/** In the smallest form that holds it: a fraction, or else a ratio of big integers. */
const ratio = (n: number | bigint, d: number | bigint): Amount => {
  const isSmall = [n, d].every((part) => Number.isSafeInteger(Number(part)))
  return isSmall ? { n: Number(n), d: Number(d) } : { n: BigInt(n), d: BigInt(d) }
}

describe('a fraction', () => {
  test.each([
    { n: 6, d: 4, made: { n: 3, d: 2 } },
    { n: -6, d: 4, made: { n: -3, d: 2 } },
    { n: 0, d: 7, made: { n: 0, d: 1 } },
    { n: 8, d: 4, made: { n: 2, d: 1 } },
    { n: MAX, d: MAX, made: { n: 1, d: 1 } },
    { n: MAX, d: 1000, made: { n: MAX, d: 1000 } },
  ])('$n/$d is brought to lowest terms', ({ n, d, made }) => {
    expect(fraction(n, d)).toEqual(made)
  })

  test.each([
    [1, 0],
    [1, -2],
    [0.5, 1],
    [1, 1.5],
    [MAX + 1, 1],
    [1, Infinity],
    [NaN, 1],
  ])('of %d and %d is none', (n, d) => {
    expect(fraction(n, d)).toBeNull()
  })

  test('is a plain number where it is whole', () => {
    expect(amountOf({ n: 7, d: 1 })).toBe(7)
    expect(amountOf({ n: 14, d: 2 })).toBe(7)
    expect(amountOf({ n: 7, d: 2 })).toEqual(ratio(7, 2))
  })

  test('is stored as it was, unless it left the safe integers', () => {
    expect(fractionOf(7)).toEqual(whole(7))
    expect(fractionOf(ratio(7, 2))).toEqual({ n: 7, d: 2 })
    expect(fractionOf(ratio(BigInt(MAX) + 2n, 2))).toBeNull()
    expect(fractionOf(ratio(1, BigInt(MAX) + 2n))).toBeNull()
  })
})

describe('arithmetic', () => {
  test.each<[string, Amount, Amount]>([
    ['whole numbers', add(2, 3), 5],
    ['halves to a whole', add(ratio(1, 2), ratio(1, 2)), 1],
    ['thirds and halves', add(ratio(1, 3), ratio(1, 2)), ratio(5, 6)],
    ['beyond the safe integers', add(MAX, 2), ratio(BigInt(MAX) + 2n, 1)],
    ['back from beyond them', add(ratio(BigInt(MAX) + 2n, 1), -2), MAX],
    ['a difference', subtract(ratio(1, 2), 2), ratio(-3, 2)],
    ['a product', multiply(6, 7), 42],
    ['a product of parts', multiply(ratio(3, 4), ratio(2, 3)), ratio(1, 2)],
    ['a product beyond the safe integers', multiply(MAX, 3), ratio(BigInt(MAX) * 3n, 1)],
    ['a quotient that is whole', divide(42, -7), -6],
    ['a quotient that is not', divide(300, 48), ratio(25, 4)],
    ['a quotient by what is below 0', divide(ratio(1, 2), -3), ratio(-1, 6)],
    ['the negative', negate(ratio(1, 2)), ratio(-1, 2)],
  ])('gives %s exactly', (_, made, expected) => {
    expect(made).toEqual(expected)
  })

  test('never gives a 0 below 0', () => {
    for (const zero of [negate(0), multiply(0, -5), multiply(-5, 0), divide(0, -5), ceil(-0)]) {
      expect(Object.is(zero, 0)).toBe(true)
    }
  })

  test.each<[Amount, Amount, number]>([
    [1, 2, -1],
    [2, 2, 0],
    [ratio(1, 3), ratio(1, 2), -1],
    [ratio(1, 2), ratio(1, 2), 0],
    [1, ratio(1, 2), 1],
    [MAX, -MAX, 1],
    [ratio(-1, 2), -1, 1],
  ])('compares %o and %o', (a, b, sign) => {
    expect(Math.sign(compare(a, b))).toBe(sign)
    expect(max(a, b)).toBe(sign >= 0 ? a : b)
    expect(min(a, b)).toBe(sign <= 0 ? a : b)
  })

  test('knows what is above and below 0', () => {
    expect([1, 0, -1, ratio(1, 9), ratio(-1, 9)].map(isPositive)).toEqual([
      true,
      false,
      false,
      true,
      false,
    ])
    expect([1, 0, -1, ratio(1, 9), ratio(-1, 9)].map(isNegative)).toEqual([
      false,
      false,
      true,
      false,
      true,
    ])
  })

  test.each<[Amount, Amount, Amount]>([
    [5, 5, 5],
    [ratio(7, 2), 3, 4],
    [ratio(-7, 2), -4, -3],
    [ratio(BigInt(MAX) * 4n + 1n, 2), ratio(BigInt(MAX) * 2n, 1), ratio(BigInt(MAX) * 2n + 1n, 1)],
  ])('rounds %o down and up', (amount, down, up) => {
    expect(floor(amount)).toEqual(down)
    expect(ceil(amount)).toEqual(up)
  })

  test.each<[Amount, number]>([
    [ratio(7, 2), 3],
    [-1, 0],
    [ratio(-1, 2), 0],
    [MAX_COUNT + 1, MAX_COUNT],
    [ratio(BigInt(MAX) + 2n, 1), MAX_COUNT],
    [ratio(-BigInt(MAX) - 2n, 1), 0],
  ])('counts %o within the limits', (amount, count) => {
    expect(countOf(amount)).toBe(count)
  })

  test.each<[Amount, Amount, number, number]>([
    [12, 6, 99, 2],
    [17, 6, 99, 2],
    [17, 6, 1, 1],
    [0, 6, 99, 0],
    [-12, 6, 99, 0],
    [3, ratio(1, 2), 99, 6],
    [12, ratio(3, 2), 99, 8],
    [ratio(-1, 2), 1, 99, 0],
    [MAX_COUNT, ratio(1, 1000), MAX_COUNT, MAX_COUNT],
  ])('counts how often %o holds %o', (a, b, most, times) => {
    expect(timesIn(a, b, most)).toBe(times)
  })
})

describe('how many it takes to reach an amount', () => {
  test.each<[Amount, Amount, Amount]>([
    [300, 48, 7],
    [336, 48, 7],
    [1, 48, 1],
    [0, 48, 0],
    [-5, 48, 0],
    [ratio(1, 2), 48, 1],
    [ratio(-1, 2), 48, 0],
    [ratio(97, 2), 48, 2],
    [3, ratio(3, 2), 2],
    [MAX, 2, 4_503_599_627_370_496],
    [ratio(BigInt(MAX) + 2n, 1), 1, ratio(BigInt(MAX) + 2n, 1)],
  ])('is exact: %o by %o', (amount, each, times) => {
    expect(timesUp(amount, each)).toEqual(times)
  })
})

describe('laws of amounts', () => {
  const some = fc
    .tuple(
      fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.maxSafeInteger()),
      fc.integer({ min: 1, max: 1000 }),
      fc.constantFrom(1, 1, 1, MAX),
    )
    .map(([n, d, times]) => multiply(amountOf({ n, d }), times))
  const holds = (law: (a: Amount, b: Amount, c: Amount) => void): void => {
    fc.assert(fc.property(some, some, some, law), { numRuns: 1000 })
  }

  test('sums and products do not depend on order or grouping', () => {
    holds((a, b, c) => {
      expect(add(a, b)).toEqual(add(b, a))
      expect(multiply(a, b)).toEqual(multiply(b, a))
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)))
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
    })
  })

  test('what is added can be taken away, and what is multiplied divided', () => {
    holds((a, b) => {
      expect(subtract(add(a, b), b)).toEqual(a)
      if (compare(b, 0) !== 0) expect(divide(multiply(a, b), b)).toEqual(a)
    })
  })

  test('are what big integers give, in lowest terms and in the smallest form that holds them', () => {
    type Big = readonly [n: bigint, d: bigint]
    const big = (a: Amount): Big =>
      typeof a === 'number' ? [BigInt(a), 1n] : [BigInt(a.n), BigInt(a.d)]
    const size = (n: bigint): bigint => (n < 0n ? -n : n)
    const common = (a: bigint, b: bigint): bigint => (b === 0n ? a : common(b, a % b))
    const isSafe = (n: bigint): boolean => size(n) <= BigInt(MAX)
    const least = ([n, d]: Big): Amount => {
      const over = common(size(n), size(d)) * (d < 0n ? -1n : 1n)
      const [part, whole] = [n / over, d / over]
      if (!isSafe(part) || !isSafe(whole)) return { n: part, d: whole }
      return whole === 1n ? Number(part) : { n: Number(part), d: Number(whole) }
    }
    const seen = { numbers: 0, fractions: 0, ratios: 0 }
    const is = (made: Amount, expected: Big): void => {
      expect(made).toEqual(least(expected))
      if (typeof made === 'number') seen.numbers++
      else if (typeof made.n === 'number') seen.fractions++
      else seen.ratios++
    }
    holds((a, b) => {
      const [[an, ad], [bn, bd]] = [big(a), big(b)]
      is(add(a, b), [an * bd + bn * ad, ad * bd])
      is(subtract(a, b), [an * bd - bn * ad, ad * bd])
      is(multiply(a, b), [an * bn, ad * bd])
      is(negate(a), [-an, ad])
      if (bn !== 0n) is(divide(a, b), [an * bd, ad * bn])
      const difference = an * bd - bn * ad
      expect(Math.sign(compare(a, b))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0)
      const down = (an - (((an % ad) + ad) % ad)) / ad
      is(floor(a), [down, 1n])
      is(ceil(a), [down * ad === an ? down : down + 1n, 1n])
    })
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(300)
  })

  test('rounding goes to the nearest whole amount of its side', () => {
    holds((a) => {
      expect(compare(floor(a), a)).toBeLessThanOrEqual(0)
      expect(compare(add(floor(a), 1), a)).toBeGreaterThan(0)
      expect(compare(ceil(a), a)).toBeGreaterThanOrEqual(0)
      expect(compare(subtract(ceil(a), 1), a)).toBeLessThan(0)
    })
  })
})
