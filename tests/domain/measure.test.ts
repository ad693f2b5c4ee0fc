import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MEASURE_IDS, convert, familyOf, measureKey, readMeasure } from '../../src/domain/measure'
import type { Density } from '../../src/domain/model'
import { amountOf, divide, fraction, multiply, type Amount } from '../../src/domain/quantity'
import { fractionFrom, type Quantity } from './facts'

const amount = (quantity: Quantity): Amount => amountOf(fractionFrom(quantity))

/** 1 cup weighs 120 g. */
const FLOUR = density(1, 'cup', 120, 'g')

function density(
  volume: Quantity,
  volumeMeasure: string,
  mass: Quantity,
  massMeasure: string,
): Density {
  return {
    volume: fractionFrom(volume),
    volumeMeasure,
    mass: fractionFrom(mass),
    massMeasure,
  }
}

describe('a measure is read as', () => {
  test.each([
    ['mg', 'mg milligrams miligramos'],
    ['g', 'g g. G gr gms gram grams gramme gramo gramos Gramos'],
    ['kg', 'kg Kg KG kilo kilos kilogram kilogramos ㎏'],
    ['oz', 'oz oz. OZ ounce ounces onza onzas'],
    ['lb', 'lb lbs lb. lbs. LB # pound pounds libra libras'],
    ['ml', 'ml mL ML cc c.c. millilitre milliliters mililitros'],
    ['cl', 'cl centilitres centilitro'],
    ['dl', 'dl dL deciliter decilitros'],
    ['l', 'l L L. lt litre liters litro litros'],
    ['tsp', 'tsp tsp. Tsp TSP tsps t t. teaspoon Teaspoons cdta cdta. cditas cucharadita Cucharaditas cucharillas'],
    ['tbsp', 'tbsp Tbsp Tbsp. TBSP tbs Tbs. Tb T T. tablespoon tablespoons cda cdas. cucharada Cucharadas'],
    ['cup', 'cup cups Cups CUP c c. C C. taza tazas Tazas'],
    ['pint', 'pint pints pt pt. pinta pintas'],
    ['quart', 'quart quarts qt qts.'],
    ['gallon', 'gallon gallons gal gal. galón galones'],
    ['each', 'each ea ea. piece pieces pc pcs count unidad unidades uds. piezas'],
    ['dozen', 'dozen Dozen doz doz. docena docenas'],
  ])('%s: %s', (id, spellings) => {
    for (const spelling of spellings.split(' ')) expect([spelling, readMeasure(spelling)]).toEqual([spelling, id])
  }) // prettier-ignore

  test.each([
    ['fl oz', 'fl oz'],
    ['fl. oz.', 'fl oz'],
    ['  Fl   Oz ', 'fl oz'],
    ['fluid ounces', 'fl oz'],
    ['onzas líquidas', 'fl oz'],
    ['cucharada sopera', 'tbsp'],
    ['cuarto de galón', 'quart'],
    ['', 'each'],
    ['  ', 'each'],
  ])('several words or none: "%s" is %s', (text, id) => {
    expect(readMeasure(text)).toBe(id)
  })

  test.each(['pinch', 'can', 'stick', 'cloves', 'to taste', '杯', '½', 'constructor', '__proto__'])(
    'no measure that we know: %s',
    (text) => {
      expect(readMeasure(text)).toBeNull()
    },
  )

  test('itself, each by its own name', () => {
    for (const id of MEASURE_IDS) expect(readMeasure(id)).toBe(id)
  })
})

test.each([
  ['a large T is a tablespoon, a small t a teaspoon', 'T', 't', 3],
  ['3 teaspoons are a tablespoon', 'tbsp', 'tsp', 3],
  ['16 tablespoons are a cup', 'cup', 'tbsp', 16],
  ['2 tablespoons are a fluid ounce', 'fl oz', 'tbsp', 2],
  ['8 fluid ounces are a cup', 'cup', 'fl oz', 8],
  ['2 cups are a pint', 'pint', 'cup', 2],
  ['2 pints are a quart', 'quart', 'pint', 2],
  ['4 quarts are a gallon', 'gallon', 'quart', 4],
  ['a teaspoon has 4.92892159375 ml', 'tsp', 'ml', [492_892_159_375, 100_000_000_000]],
  ['a cup has 236.5882365 ml', 'cup', 'ml', [2_365_882_365, 10_000_000]],
  ['10 ml are a centilitre', 'cl', 'ml', 10],
  ['10 centilitres are a decilitre', 'dl', 'cl', 10],
  ['10 decilitres are a litre', 'l', 'dl', 10],
  ['1000 mg are a gram', 'g', 'mg', 1000],
  ['1000 g are a kilogram', 'kg', 'g', 1000],
  ['16 ounces are a pound', 'lb', 'oz', 16],
  ['an ounce has 28.349523125 g', 'oz', 'g', [28_349_523_125, 1_000_000_000]],
  ['a pound has 453.59237 g', 'lb', 'g', [45_359_237, 100_000]],
  ['12 are a dozen', 'dozen', '', 12],
] as const)('%s', (_, from, to, factor) => {
  expect(convert(1, from, to)).toEqual(amount(factor))
})

describe('converting gives nothing', () => {
  test.each([
    ['from volume to mass without a density', 'cup', 'g', null],
    ['from mass to volume without a density', 'oz', 'tsp', null],
    ['between pieces and volume, whatever the density', 'each', 'cup', FLOUR],
    ['between mass and pieces, whatever the density', 'lb', 'dozen', FLOUR],
    ['from a word that is no measure', 'pinch', 'tsp', FLOUR],
    ['into a word that is no measure', 'g', 'stick', FLOUR],
    ['between two words', 'can', 'tin', FLOUR],
    ['by a density of no volume', 'cup', 'g', density(0, 'cup', 120, 'g')],
    ['by a density of no mass', 'cup', 'g', density(1, 'cup', 0, 'g')],
    ['by a density below zero', 'cup', 'g', density(1, 'cup', -120, 'g')],
    ['by a density of two masses', 'cup', 'g', density(1, 'oz', 120, 'g')],
    ['by a density of two volumes', 'cup', 'g', density(1, 'cup', 8, 'fl oz')],
    ['by a density of a word', 'cup', 'g', density(1, 'mug', 120, 'g')],
    ['by a density of broken numbers', 'cup', 'g', density([1, 0], 'cup', [NaN, 1], 'g')],
  ])('%s', (_, from, to, by) => {
    expect(convert(6, from, to, by)).toBeNull()
    expect(familyOf(from, by)).not.toBe(familyOf(to, by))
  })
})

test.each([
  ['a cup of flour weighs what was entered', 1, 'cup', 'g', 120],
  ['and so do its sixteen tablespoons', 16, 'tbsp', 'g', 120],
  ['120 g are a cup', 120, 'g', 'cup', 1],
  ['half a kilogram is 4 1/6 cups', [1, 2], 'kg', 'cup', [25, 6]],
] as const)('%s', (_, quantity, from, to, expected) => {
  expect(convert(amount(quantity), from, to, FLOUR)).toEqual(amount(expected))
})

test('a word converts into itself without regard to case and spaces', () => {
  expect(convert(3, 'Pinch', ' pinch ')).toBe(3)
  expect(convert(3, 'small  can', 'Small Can')).toBe(3)
  expect(measureKey(' Small  CAN')).toBe('small can')
})

describe('families', () => {
  test.each([
    ['tsp', null, 'volume'],
    ['kg', null, 'mass'],
    ['', null, 'count'],
    ['dozen', FLOUR, 'count'],
    ['tsp', FLOUR, 'mass'],
    ['kg', FLOUR, 'mass'],
    ['Pinch', FLOUR, 'pinch'],
  ] as const)('%s with density %o is of %s', (measure, by, family) => {
    expect(familyOf(measure, by)).toBe(family)
  })
})

const quantities = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([n, d]) => amountOf(fraction(n, d)!))
const positive = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([n, d]) => fraction(n, d)!)
const known = fc.constantFrom(...MEASURE_IDS)
const densities = fc.option(
  fc.record({
    volume: positive,
    volumeMeasure: fc.constantFrom('cup', 'ml', 'Tbsp.', 'litro'),
    mass: positive,
    massMeasure: fc.constantFrom('g', 'oz', 'libras', 'kg'),
  }),
)

test('converting there and back is exact', () => {
  fc.assert(
    fc.property(quantities, known, known, densities, (quantity, from, to, by) => {
      const there = convert(quantity, from, to, by)
      if (there !== null) expect(convert(there, to, from, by)).toEqual(quantity)
    }),
  )
})

test('converting in two steps is converting in one', () => {
  fc.assert(
    fc.property(quantities, known, known, known, densities, (quantity, from, by, to, weight) => {
      const half = convert(quantity, from, by, weight)
      if (half !== null)
        expect(convert(half, by, to, weight)).toEqual(convert(quantity, from, to, weight))
    }),
  )
})

test('converting is proportional', () => {
  fc.assert(
    fc.property(quantities, fc.integer({ min: 1, max: 99 }), known, known, densities, (quantity, times, from, to, by) => {
      const one = convert(quantity, from, to, by)
      const many = convert(multiply(quantity, times), from, to, by)
      expect(many === null ? null : divide(many, times)).toEqual(one)
    }),
  )
}) // prettier-ignore

test('exactly the measures of one family convert into each other', () => {
  const any = fc.oneof(known, fc.constantFrom('pinch', 'PINCH', 'can', 'Tablespoons', 'T', 't'))
  fc.assert(
    fc.property(quantities, any, any, densities, (quantity, from, to, by) => {
      expect(convert(quantity, from, to, by) !== null).toBe(familyOf(from, by) === familyOf(to, by))
    }),
  )
})

test('whatever is written has a key that is read as the same measure', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(measureKey(measureKey(text))).toBe(measureKey(text))
      expect(convert(7, text, measureKey(text))).toBe(7)
    }),
    { numRuns: 1000 },
  )
})
