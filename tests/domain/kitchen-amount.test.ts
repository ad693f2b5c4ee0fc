import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kitchenAmount, niceMeasure } from '../../src/domain/kitchen-amount'
import { MEASURE_IDS, convert } from '../../src/domain/measure'
import { amountOf, compare, fraction, subtract, type Amount } from '../../src/domain/quantity'
import { fractionFrom, type Quantity } from './facts'

const amount = (quantity: Quantity): Amount => amountOf(fractionFrom(quantity))

describe('bakers write', () => {
  test.each([
    ['cup', [7, 4], [7, 4]],
    ['cup', [2, 3], [2, 3]],
    ['cup', [666_667, 1_000_000], [3, 4]],
    ['cup', [33, 100], [1, 3]],
    ['cup', [17, 10], [7, 4]],
    ['cup', [3, 10], [1, 3]],
    ['cup', [13, 20], [2, 3]],
    ['tsp', [1, 16], [1, 8]],
    ['tbsp', [9, 10], 1],
    ['each', [13, 2], [13, 2]],
    ['pinch', [13, 5], [21, 8]],
    ['lb', [17_031, 10_000], [7, 4]],
    ['oz', [1, 10], [1, 8]],
    ['g', [2501, 10], 251],
    ['Gramos', [2501, 10], 251],
    ['ml', [4_928_921, 1_000_000], 5],
    ['mg', [1, 3], 1],
    ['kg', [1234, 1000], [31, 25]],
    ['l', [1, 3], [17, 50]],
    ['dl', [1, 3], [17, 50]],
    ['cl', [1, 3], [2, 5]],
    [null, [3, 10], [1, 3]],
    ['cup', 1200, 1200],
    ['g', 0, 0],
  ] as const)('of %s: %o as %o', (measure, exact, shown) => {
    const rounded = kitchenAmount(amount(exact), measure)
    expect(rounded.amount).toEqual(amount(shown))
    expect(rounded.isRounded).toBe(compare(amount(exact), amount(shown)) !== 0)
  })

  test('what is there, rounded down', () => {
    expect(kitchenAmount(amount([17, 10]), 'cup', 'down')).toEqual({
      amount: amount([5, 3]),
      isRounded: true,
    })
    expect(kitchenAmount(amount([-17, 10]), 'g', 'down')).toEqual({ amount: -2, isRounded: true })
  })
})

const quantities = fc
  .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 1, max: 1_000_000 }))
  .map(([n, d]) => amountOf(fraction(n, d)!))
const measures = fc.constantFrom(null, 'pinch', ...MEASURE_IDS)

test('rounding up is never short, and never an eighth more', () => {
  fc.assert(
    fc.property(quantities, fc.constantFrom(null, 'cup', 'each', 'oz', 'can'), (exact, measure) => {
      const { amount: shown } = kitchenAmount(exact, measure)
      expect(compare(shown, exact)).toBeGreaterThanOrEqual(0)
      expect(compare(subtract(shown, exact), amount([1, 8]))).toBeLessThan(0)
    }),
  )
})

test('rounding leaves alone what is rounded', () => {
  fc.assert(
    fc.property(quantities, measures, fc.constantFrom('up', 'down'), (exact, measure, towards) => {
      const once = kitchenAmount(exact, measure, towards)
      expect(kitchenAmount(once.amount, measure, towards)).toEqual({
        amount: once.amount,
        isRounded: false,
      })
      expect(once.isRounded).toBe(compare(once.amount, exact) !== 0)
    }),
  )
})

test('a rounded amount is written in eighths, thirds, or at most two decimals', () => {
  fc.assert(
    fc.property(quantities, measures, (exact, measure) => {
      const { amount: shown } = kitchenAmount(exact, measure)
      const parts = typeof shown === 'number' ? 1n : BigInt(shown.d)
      expect([8n, 3n, 100n].some((most) => most % parts === 0n)).toBe(true)
    }),
  )
})

describe('a handy measure for', () => {
  test.each([
    [48, 'tsp', 1, 'cup'],
    [3, 'tsp', 1, 'tbsp'],
    [4, 'tsp', 4, 'tsp'],
    [[9, 2], 'tsp', [3, 2], 'tbsp'],
    [2, 'teaspoons', 2, 'teaspoons'],
    [12, 'tsp', [1, 4], 'cup'],
    [20, 'tsp', [20, 3], 'tbsp'],
    [64, 'tsp', [4, 3], 'cup'],
    [3, 'tbsp', 3, 'tbsp'],
    [4, 'Tbsp.', [1, 4], 'cup'],
    [16, 'T', 1, 'cup'],
    [[1, 4], 'tbsp', [3, 4], 'tsp'],
    [[1, 8], 'cup', 2, 'tbsp'],
    [[1, 48], 'cup', 1, 'tsp'],
    [[1, 3], 'cup', [1, 3], 'cup'],
    [40, 'cup', 40, 'cup'],
    [[1, 8], 'quart', [1, 2], 'cup'],
    [[1, 768], 'gallon', 1, 'tsp'],
    [1000, 'g', 1, 'kg'],
    [1250, 'gramos', [5, 4], 'kg'],
    [999, 'g', 999, 'g'],
    [[1, 4], 'kg', 250, 'g'],
    [[1, 2000], 'kg', 500, 'mg'],
    [1500, 'mg', [3, 2], 'g'],
    [2500, 'ml', [5, 2], 'l'],
    [[3, 4], 'l', 750, 'ml'],
    [12, 'dl', [6, 5], 'l'],
    [[1, 2], 'cl', 5, 'ml'],
    [24, 'oz', [3, 2], 'lb'],
    [[1, 8], 'lb', 2, 'oz'],
    [30, 'each', 30, 'each'],
    [5000, 'pinch', 5000, 'pinch'],
    [0, 'kg', 0, 'kg'],
    [-48, 'tsp', -1, 'cup'],
  ] as const)('%o %s is %o %s', (quantity, measure, shown, better) => {
    expect(niceMeasure(amount(quantity), measure)).toEqual({
      amount: amount(shown),
      measure: better,
    })
  })

  test('any amount is the same amount', () => {
    const any = fc.constantFrom('pinch', ...MEASURE_IDS)
    fc.assert(
      fc.property(quantities, any, (exact, measure) => {
        const nice = niceMeasure(exact, measure)
        expect(convert(nice.amount, nice.measure, measure)).toEqual(exact)
      }),
    )
  })

  test('a handy amount is itself', () => {
    const any = fc.constantFrom('pinch', ...MEASURE_IDS)
    fc.assert(
      fc.property(quantities, any, (exact, measure) => {
        const nice = niceMeasure(exact, measure)
        expect(niceMeasure(nice.amount, nice.measure)).toEqual(nice)
      }),
    )
  })
})
