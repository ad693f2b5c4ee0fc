import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MEASURE_IDS, convert } from '../../src/domain/measure'
import type {
  Entry,
  EventFacts,
  Ingredient,
  IngredientId,
  IngredientLine,
  WriterId,
} from '../../src/domain/model'
import { CHANGE_REASONS, NO_EVENT } from '../../src/domain/model'
import {
  add,
  amountOf,
  compare,
  fraction,
  fractionOf,
  isNegative,
  isPositive,
  multiply,
  type Fraction,
} from '../../src/domain/quantity'
import { shoppingOf, type ShoppingFacts, type ShoppingLine } from '../../src/domain/shopping'
import { someFacts } from './arbitraries'
import { TODAY, ingredient, line } from './shop'

const NAMES = ['flour', 'butter', 'lemon', 'salt']
const measures = fc.constantFrom(
  'cup',
  'tsp',
  'Tbsp',
  'g',
  'oz',
  'lb',
  'ml',
  '',
  'dozen',
  'pinch',
  'Pinch',
  'can',
)
const parts = fc
  .tuple(fc.integer({ min: 1, max: 64 }), fc.constantFrom(1, 2, 3, 4, 8, 100))
  .map(([n, d]) => fraction(n, d)!)
const broken = fc.constantFrom<Fraction>(
  { n: 0, d: 1 },
  { n: -3, d: 2 },
  { n: NaN, d: 1 },
  { n: 1, d: 0 },
  { n: 0.1, d: 0.2 },
  { n: 1_000_000_000, d: 999 },
  { n: Number.MAX_SAFE_INTEGER, d: Number.MAX_SAFE_INTEGER - 1 },
  { n: Infinity, d: 1 },
) // prettier-ignore

const someLine = (wild: boolean): fc.Arbitrary<IngredientLine> =>
  fc
    .record({
      name: fc.constantFrom(...NAMES, ...(wild ? [null, 'unknown'] : [])),
      quantity: wild ? fc.oneof(parts, broken, fc.constant(null)) : parts,
      measure: measures,
    })
    .map(({ name, quantity, measure }) => ({ ...line(name, [1, measure, 'text']), quantity }))

const someIngredient = (name: string, wild: boolean): fc.Arbitrary<Ingredient> =>
  fc
    .record({
      measure: measures,
      category: fc.constantFrom('', 'Dairy', 'Flours'),
      density: fc.option(
        fc.record({
          volume: wild ? fc.oneof(parts, broken) : parts,
          volumeMeasure: fc.constantFrom('cup', ...(wild ? ['g', 'can'] : [])),
          mass: wild ? fc.oneof(parts, broken) : parts,
          massMeasure: fc.constantFrom('g', 'oz', ...(wild ? ['', 'cup'] : [])),
        }),
      ),
    })
    .map((more) => ingredient(name, more))

type Said = Pick<Entry & { kind: 'stock' }, 'item' | 'measure' | 'change'> & {
  readonly stamp: number
}

const someStock = (wild: boolean): fc.Arbitrary<Said> =>
  fc.record({
    item: fc
      .constantFrom(...NAMES, ...(wild ? ['unknown'] : []))
      .map((name) => ({ kind: 'ingredient' as const, id: name as IngredientId })),
    measure: measures,
    stamp: fc.integer({ min: 1, max: 30 }),
    change: fc.oneof(
      fc.record({ type: fc.constant('count' as const), amount: wild ? fc.oneof(parts, broken) : parts }),
      fc.record({
        type: fc.constant('change' as const),
        amount: parts,
        reason: fc.oneof(fc.constant('bought' as const), fc.constantFrom(...CHANGE_REASONS)),
      }),
    ),
  }) // prettier-ignore

/** Whole kitchens with recipes that have lines, and a pantry. */
function someShopping(wild = false): fc.Arbitrary<ShoppingFacts> {
  return fc
    .record({
      event: someFacts({ wild }),
      lines: fc.array(fc.array(someLine(wild), { maxLength: 5 }), { minLength: 4, maxLength: 4 }),
      ingredients: fc.tuple(...NAMES.map((name) => someIngredient(name, wild))),
      stock: fc.array(someStock(wild), { maxLength: 10 }),
      isOpen: fc.boolean(),
    })
    .map(({ event, lines, ingredients, stock, isOpen }) => {
      const entries = [
        ...event.entries,
        ...stock.map((said, index): Entry => ({
          ...said,
          kind: 'stock',
          at: index,
          by: '',
          eventId: NO_EVENT,
          writer: 'pantry' as WriterId,
          seq: index + 1,
        })),
      ]
      const recipes = event.recipes.map((row, index) => ({ ...row, lines: lines[index]! }))
      const other = { ...event, event: { ...event.event, id: 'elsewhere', archived: !isOpen } }
      return {
        today: TODAY,
        event: { ...event, recipes, entries },
        ingredients,
        pantry: entries,
        others: [other as EventFacts],
      }
    })
}

const wholeList = (facts: ShoppingFacts): string =>
  JSON.stringify(shoppingOf(facts), (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  )

const shuffled = <Row>(rows: readonly Row[]): fc.Arbitrary<Row[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length })

describe('whatever was entered', () => {
  test('the list never fails, and every number in it is one', () => {
    fc.assert(
      fc.property(someShopping(true), (facts) => {
        const text = wholeList(facts)
        expect(text).not.toMatch(/NaN|Infinity|"(need|buy|amount)":null/)
        for (const { need, buy, have, isBelowZero } of shoppingOf(facts).lines) {
          expect(isNegative(need) || isNegative(buy)).toBe(false)
          expect(isBelowZero).toBe(have !== null && isNegative(have))
          if (isPositive(need)) expect(compare(add(buy, have ?? 0), need)).toBeGreaterThanOrEqual(0)
          else expect(buy).toBe(0)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('no two lines have the same key', () => {
    fc.assert(
      fc.property(someShopping(true), (facts) => {
        const keys = shoppingOf(facts).lines.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
})

test('the order of recipes, their lines, targets, ingredients and entries does not matter', () => {
  const mixed = someShopping().chain((facts) => {
    const { event, ingredients, pantry } = facts
    return fc
      .record({
        recipes: shuffled(event.recipes.map((row) => ({ ...row, lines: [...row.lines].reverse() }))),
        productionTargets: shuffled(event.productionTargets),
        units: shuffled(event.units),
        entries: shuffled(event.entries),
        ingredients: shuffled(ingredients),
        pantry: shuffled(pantry),
      })
      .map(({ ingredients: rows, pantry: stock, ...more }) => ({
        facts,
        other: { ...facts, ingredients: rows, pantry: stock, event: { ...event, ...more } },
      }))
  })
  fc.assert(
    fc.property(mixed, ({ facts, other }) => {
      expect(wholeList(other)).toBe(wholeList(facts))
    }),
  )
}) // prettier-ignore

/** What a tick records. */
function purchase({ item, buy, measure }: ShoppingLine, seq: number): Entry {
  return {
    kind: 'stock',
    at: 0,
    by: '',
    eventId: NO_EVENT,
    writer: 'shopper' as WriterId,
    seq,
    stamp: 1000 + seq,
    item,
    measure,
    change: { type: 'change', amount: fractionOf(buy)!, reason: 'bought' },
  }
}

test('buying exactly what is to buy leaves nothing to buy, and the rest of the list as it was', () => {
  fc.assert(
    fc.property(someShopping(), (facts) => {
      const before = shoppingOf(facts).lines
      const ticked = before.filter(({ buy }) => compare(buy, 0) > 0 && fractionOf(buy) !== null)
      const purchases = ticked.map(purchase)
      const entries = [...facts.event.entries, ...purchases]
      const after = shoppingOf({ ...facts, pantry: entries, event: { ...facts.event, entries } }).lines
      expect(after.map(({ key, need }) => [key, need])).toEqual(before.map(({ key, need }) => [key, need]))
      after.forEach((one, index) => {
        const position = ticked.findIndex(({ key }) => key === one.key)
        if (position < 0) expect(one).toEqual(before[index])
        else {
          expect(one).toMatchObject({ have: one.need, buy: 0, isBelowZero: false })
          expect(one.lastBought).toMatchObject({ writer: 'shopper', seq: position })
        }
      })
    }),
  )
}) // prettier-ignore

test('undoing the last purchase is as if it had not been', () => {
  fc.assert(
    fc.property(someShopping(), (facts) => {
      const [first] = shoppingOf(facts).lines
      if (!first || fractionOf(first.buy) === null) return
      const bought = purchase(first, 1)
      const undone: Entry = {
        ...bought,
        kind: 'void',
        writer: 'other' as WriterId,
        target: { writer: bought.writer, seq: bought.seq },
      }
      const entries = [...facts.event.entries, bought, undone]
      const after = { ...facts, pantry: entries, event: { ...facts.event, entries } }
      expect(wholeList(after)).toBe(wholeList(facts))
    }),
  )
})

test('the need is proportional to the batches', () => {
  const planned = fc.tuple(someShopping(), fc.integer({ min: 2, max: 50 }))
  fc.assert(
    fc.property(planned, ([facts, times]) => {
      const plan = (factor: number): ShoppingFacts => ({
        ...facts,
        event: {
          ...facts.event,
          entries: [],
          assemblyTargets: [],
          productionTargets: facts.event.productionTargets.map((row) => ({
            ...row,
            batches: row.batches * factor,
          })),
        },
      })
      const [one, many] = [shoppingOf(plan(1)).lines, shoppingOf(plan(times)).lines]
      expect(many.map(({ key, need }) => [key, need])).toEqual(
        one.map(({ key, need }) => [key, multiply(need, times)]),
      )
    }),
  )
})

test('a count says what is there until something else is recorded', () => {
  const counts = fc.tuple(someShopping(), parts, fc.nat(20))
  fc.assert(
    fc.property(counts, ([facts, amount, pick]) => {
      const lines = shoppingOf(facts).lines
      const chosen = lines[pick % Math.max(1, lines.length)]
      if (chosen?.item.kind !== 'ingredient') return
      const count: Entry = { ...purchase(chosen, 1), kind: 'stock', item: chosen.item, measure: chosen.measure, change: { type: 'count', amount } }
      const after = shoppingOf({ ...facts, pantry: [...facts.pantry, count] }).lines
      expect(after.find(({ key }) => key === chosen.key)!.have).toEqual(amountOf(amount))
    }),
  )
}) // prettier-ignore

test('what is written in other measures of its family is the same', () => {
  const known = fc.constantFrom(...MEASURE_IDS)
  fc.assert(
    fc.property(parts, known, known, fc.integer({ min: 1, max: 99 }), (each, from, to, batches) => {
      const same = convert(amountOf(each), from, to)
      if (same === null || fractionOf(same) === null) return
      const needOf = (measure: string, quantity: Fraction) => {
        const facts: ShoppingFacts = {
          today: TODAY,
          event: planOf(measure, quantity, batches),
          ingredients: [ingredient('flour', { measure: to })],
          pantry: [],
          others: [],
        }
        return shoppingOf(facts).lines
      }
      expect(needOf(from, each)).toEqual(needOf(to, fractionOf(same)!))
    }),
  )
})

function planOf(measure: string, quantity: Fraction, batches: number): EventFacts {
  const written = { stamp: 1, writer: 'w' as WriterId, hidden: false }
  const [event, recipeId] = ['here' as never, 'bread' as never]
  return {
    event: { ...written, id: event, name: '', date: TODAY, notes: '', archived: false },
    recipes: [
      {
        ...written,
        id: recipeId,
        name: 'bread',
        category: '',
        notes: '',
        splits: true,
        lines: [{ ...line('flour', [1, measure]), quantity }],
      },
    ],
    units: [],
    goods: [],
    materials: [],
    productionTargets: [{ ...written, eventId: event, recipeId, batches, order: 0, basis: null }],
    assemblyTargets: [],
    looseTargets: [],
    entries: [],
  }
}
