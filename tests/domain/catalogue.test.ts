import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Ingredient, IngredientId, MaterialId } from '../../src/domain/model'
import { subtract, type Amount } from '../../src/domain/quantity'
import { shoppingOf, type ShoppingList } from '../../src/domain/shopping'
import { exactly } from '../../src/exchange/decimal'
import { facts, recipe, type Draft } from './facts'
import { counted, ingredient, line, lineOf, TODAY } from './shop'

/**
 * 20 real recipes with 224 lines and 73 ingredients, all planned for one event. What the list says is
 * compared with sums that are made here by another way: ratios of big integers, straight from the text.
 */

interface Catalogue {
  readonly recipes: readonly { readonly id: number; readonly name: string }[]
  readonly ingredients: readonly {
    readonly id: number
    readonly display_name: string
    readonly category: string
    readonly density_volume_value?: number
    readonly density_volume_unit?: string
    readonly density_weight_value?: number
    readonly density_weight_unit?: string
  }[]
  readonly products: readonly {
    readonly id: number
    readonly ingredient_id: number
    readonly package_unit: string
  }[]
  readonly inventory_items: readonly { readonly product_id: number; readonly quantity: number }[]
  readonly recipe_ingredients: readonly {
    readonly recipe_id: number
    readonly ingredient_id: number
    readonly quantity: number
    readonly unit: string
  }[]
}

const file = new URL('../fixtures/catalogue/catalogue.json', import.meta.url)
const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Catalogue

// The other way: numerator and denominator, never reduced.

type Pair = readonly [n: bigint, d: bigint]

function pair(decimal: number | string): Pair {
  const [whole = '', places = ''] = String(decimal).split('.')
  return [BigInt(whole + places), 10n ** BigInt(places.length)]
}
const plus = (a: Pair, b: Pair): Pair => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]]
const times = (a: Pair, b: Pair): Pair => [a[0] * b[0], a[1] * b[1]]
const over = (a: Pair, b: Pair): Pair => [a[0] * b[1], a[1] * b[0]]

/** Grams, millilitres or pieces, as tables of weights and measures print them. */
const BASES: Readonly<Record<string, readonly [kind: 'g' | 'ml' | 'piece', size: string]>> = {
  g: ['g', '1'],
  kg: ['g', '1000'],
  oz: ['g', '28.349523125'],
  lb: ['g', '453.59237'],
  ml: ['ml', '1'],
  tsp: ['ml', '4.92892159375'],
  tbsp: ['ml', '14.78676478125'],
  'fl oz': ['ml', '29.5735295625'],
  cup: ['ml', '236.5882365'],
  each: ['piece', '1'],
}

const isSame = (a: Amount, [n, d]: Pair): boolean => {
  const [num, den] = typeof a === 'number' ? [BigInt(a), 1n] : [BigInt(a.n), BigInt(a.d)]
  return num * d === n * den
}

/** Batches of each recipe: 1 to 5. */
const batchesOf = (recipeId: number): number => 1 + ((recipeId * 3) % 5)

type Row = Catalogue['ingredients'][number]

/** Grams in a millilitre, where the catalogue knows it. */
function weightOf(row: Row): Pair | null {
  if (row.density_volume_value === undefined) return null
  const mass = times(pair(row.density_weight_value!), pair(BASES[row.density_weight_unit!]![1]))
  const volume = times(pair(row.density_volume_value), pair(BASES[row.density_volume_unit!]![1]))
  return over(mass, volume)
}

/** The totals of an ingredient, in grams, millilitres and pieces; volumes are weighed where they can be. */
function totalsOf(row: Row): ReadonlyMap<string, Pair> {
  const sums = new Map<string, Pair>()
  for (const one of catalogue.recipe_ingredients) {
    if (one.ingredient_id !== row.id) continue
    const [kind, size] = BASES[one.unit]!
    const amount = times(times(pair(one.quantity), pair(batchesOf(one.recipe_id))), pair(size))
    const weight = weightOf(row)
    const weighed = kind === 'ml' && weight ? times(amount, weight) : amount
    const key = kind === 'ml' && weight ? 'g' : kind
    sums.set(key, plus(sums.get(key) ?? [0n, 1n], weighed))
  }
  return sums
}

/** What a line's amounts are in the base that `totalsOf` adds in. */
function inBase(row: Row, measure: string): readonly [kind: string, size: Pair] {
  const [kind, size] = BASES[measure]!
  const weight = weightOf(row)
  return kind === 'ml' && weight ? ['g', times(pair(size), weight)] : [kind, pair(size)]
}

// The way of the app.

const idOf = (id: number): IngredientId => `ingredient ${id}` as IngredientId

function rowsOf(withDensity: boolean): Ingredient[] {
  return catalogue.ingredients.map((row) =>
    ingredient(idOf(row.id), {
      name: row.display_name,
      category: row.category,
      density:
        withDensity && row.density_volume_value !== undefined
          ? {
              volume: exactly(row.density_volume_value)!,
              volumeMeasure: row.density_volume_unit!,
              mass: exactly(row.density_weight_value!)!,
              massMeasure: row.density_weight_unit!,
            }
          : null,
    }),
  )
}

const recipes = catalogue.recipes.map(({ id, name }) =>
  recipe(`recipe ${id}`, {
    name,
    lines: catalogue.recipe_ingredients
      .filter((one) => one.recipe_id === id)
      .map((one) => {
        const quantity = exactly(one.quantity)!
        return line(idOf(one.ingredient_id), [[quantity.n, quantity.d], one.unit])
      }),
  }),
)

function planned(entries: readonly Draft[] = [], withDensity = true): ShoppingList {
  const event = facts({
    recipes,
    bake: Object.fromEntries(catalogue.recipes.map(({ id }) => [`recipe ${id}`, batchesOf(id)])),
    entries,
  })
  const ingredients = rowsOf(withDensity)
  return shoppingOf({ today: TODAY, event, ingredients, pantry: event.entries, others: [] })
}

const used = catalogue.ingredients.filter(({ id }) =>
  catalogue.recipe_ingredients.some((one) => one.ingredient_id === id),
)

test('the catalogue is the whole one', () => {
  expect(catalogue.recipe_ingredients).toHaveLength(224)
  expect(recipes.flatMap(({ lines }) => lines)).toHaveLength(224)
  expect(used).toHaveLength(73)
})

describe('every total is what an independent sum gives', () => {
  const list = planned()

  test.each(used.map((row) => [row.display_name, row] as const))('of %s', (_, row) => {
    const lines = list.lines.filter(({ item }) => item.id === idOf(row.id))
    const totals = totalsOf(row)
    expect(lines).toHaveLength(totals.size)
    for (const { need, buy, have, measure } of lines) {
      const [kind, size] = inBase(row, measure)
      const total = totals.get(kind)!
      expect(isSame(need, over(total, size))).toBe(true)
      expect(buy).toEqual(need)
      expect(have).toBeNull()
    }
  })

  test('and nothing else is on the list', () => {
    const ids = new Set<IngredientId | MaterialId>(used.map(({ id }) => idOf(id)))
    expect(list.lines.every(({ item }) => ids.has(item.id))).toBe(true)
    expect(list.unread).toEqual([])
    const counts = used.map((row) => totalsOf(row).size)
    expect(list.lines).toHaveLength(counts.reduce((sum, count) => sum + count, 0))
  })
})

test('without densities no volume is added to a mass', () => {
  const list = planned([], false)
  const butter = catalogue.ingredients.find((row) => row.display_name === 'Butter, unsalted')!
  const measures = list.lines
    .filter(({ item }) => item.id === idOf(butter.id))
    .map(({ measure }) => BASES[measure]![0])
  expect(measures.sort()).toEqual(['g', 'ml'])
  expect(list.lines.length).toBeGreaterThan(planned().lines.length)
})

describe('with the pantry of the catalogue counted', () => {
  /** One package each; the rest of an ingredient's packages are other counts of it. */
  const packages = new Map(
    catalogue.inventory_items.map(({ product_id, quantity }) => {
      const product = catalogue.products.find(({ id }) => id === product_id)!
      return [product.ingredient_id, { quantity, unit: product.package_unit }] as const
    }),
  )
  const list = planned(
    [...packages].map(([id, { quantity, unit }]) => {
      const { n, d } = exactly(quantity)!
      return counted(idOf(id), [n, d], unit)
    }),
  )

  test.each(used.filter(({ id }) => packages.has(id)).map((row) => [row.display_name, row] as const))('%s is bought less what is there, in measures that convert', (_, row) => {
    const { quantity, unit } = packages.get(row.id)!
    const [shelf, unitSize] = inBase(row, unit)
    const lines = list.lines.filter(({ item }) => item.id === idOf(row.id))
    for (const { need, have, buy, measure } of lines) {
      const [kind, size] = inBase(row, measure)
      if (kind !== shelf) {
        expect([have, buy]).toEqual([null, need])
        continue
      }
      const there = over(times(pair(quantity), unitSize), size)
      expect(isSame(have!, there)).toBe(true)
      const [n, d] = plus(over(totalsOf(row).get(kind) ?? [0n, 1n], size), [-there[0], there[1]])
      expect(isSame(buy, n > 0n ? [n, d] : [0n, 1n])).toBe(true)
    }
    expect(lines.some(({ have }) => have !== null)).toBe(true)
  }) // prettier-ignore
})

test('baking one batch of everything takes its lines from what is counted', () => {
  const flour = catalogue.ingredients.find((row) => row.display_name === 'Flour, all-purpose')!
  const count = counted(idOf(flour.id), 1000, 'cup')
  const bake = catalogue.recipes.map(({ id }): Draft => () => ({
    kind: 'production',
    recipeId: `recipe ${id}` as never,
    batches: 1,
    pieces: [{ unitId: 'unit' as never, good: 1, expected: 1 }],
    reason: null,
  }))
  const before = lineOf(planned([count]), idOf(flour.id))
  const after = lineOf(planned([count, ...bake]), idOf(flour.id))
  const lines = catalogue.recipe_ingredients.filter((one) => one.ingredient_id === flour.id)
  expect(new Set(lines.map((one) => one.unit))).toEqual(new Set([before.measure]))
  const once = lines.map(({ quantity }) => pair(quantity)).reduce(plus)
  expect(isSame(subtract(before.have!, after.have!), once)).toBe(true)
  expect(isSame(subtract(before.need, after.need), once)).toBe(true)
})
