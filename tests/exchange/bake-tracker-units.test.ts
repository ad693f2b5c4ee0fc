import { describe, expect, test } from 'vitest'
import { leftOut, only, read, refusal, remarks } from './backups'

const RECIPE = { name: 'Cookies' }
const cookie = (fields: object): object => ({
  slug: 'cookie',
  display_name: 'Cookie',
  recipe_name: 'Cookies',
  ...fields,
})
const unitOf = (fields: object): ReturnType<typeof read> =>
  read({ recipes: [RECIPE], finished_units: [cookie(fields)] })

test('a piece has the items of a batch, and a whole number may be written 48.0', () => {
  const text =
    '{"recipes":[{"name":"Cookies"}],"finished_units":[{"slug":"cookie","recipe_name":"Cookies","items_per_batch":48.0}]}'
  const { facts } = read(JSON.parse(text) as Record<string, unknown>)
  expect(only(facts.units)).toMatchObject({ name: 'cookie', itemsPerBatch: 48, order: 0 })
  expect(only(facts.units).recipeId).toBe(only(facts.recipes).id)
})

test('an archived piece is hidden', () => {
  expect(only(unitOf({ items_per_batch: 1, is_archived: true }).facts.units).hidden).toBe(true)
})

describe('a portion of p % is floor(100 ÷ p) a batch, and is reported', () => {
  test.each([
    [100, 1],
    [50, 2],
    [33.33, 3],
    [33.34, 2],
    [100 / 3, 3],
    [12.5, 8],
    [0.1, 1000],
    [150, 1],
  ])('%d %% is %d', (percent, itemsPerBatch) => {
    const { facts, report } = unitOf({ yield_mode: 'batch_portion', batch_percentage: percent })
    expect(only(facts.units).itemsPerBatch).toBe(itemsPerBatch)
    expect(remarks(report, 'portion')).toEqual([
      { remark: 'portion', name: 'Cookie', percent, itemsPerBatch },
    ])
  })
})

test.each([{}, { items_per_batch: null }, { items_per_batch: 0 }, { batch_percentage: 0 }])(
  'a piece with %j has no yield and is left out',
  (fields) => {
    const { facts, report } = unitOf(fields)
    expect(facts.units).toEqual([])
    expect(leftOut(report, 'finished_units')).toEqual([
      { name: 'Cookie', reason: 'no yield', rows: 1 },
    ])
  },
)

describe("the recipe's own row tells of pieces too", () => {
  const nested = (...finished_units: object[]): object => ({ ...RECIPE, finished_units })

  test('its yield counts where the table has none', () => {
    const { facts } = read({
      recipes: [nested({ slug: 'cookie', name: 'Cookie', unit_yield_quantity: 48 })],
      finished_units: [],
    })
    expect(only(facts.units)).toMatchObject({ name: 'Cookie', itemsPerBatch: 48 })
  })

  test('the same piece is not taken twice, and the table wins', () => {
    const { facts, report } = read({
      recipes: [
        nested(
          { slug: 'cookie', name: 'Cookie', unit_yield_quantity: 24 },
          { name: 'cookie', unit_yield_quantity: 12 },
          { slug: 'big', name: 'Big', unit_yield_quantity: 6 },
        ),
      ],
      finished_units: [cookie({ items_per_batch: 48 })],
    })
    expect(
      facts.units.map(({ name, itemsPerBatch, order }) => [name, itemsPerBatch, order]),
    ).toEqual([
      ['Cookie', 48, 0],
      ['Big', 6, 1],
    ])
    expect(report.leftOut).toEqual([])
  })

  test('it fills a yield that the table lacks', () => {
    const { facts } = read({
      recipes: [nested({ slug: 'cookie', name: 'Cookie', unit_yield_quantity: 24 })],
      finished_units: [cookie({ items_per_batch: null })],
    })
    expect(only(facts.units).itemsPerBatch).toBe(24)
  })

  test('its percentage is a portion', () => {
    const row = { slug: 'half', name: 'Half', yield_mode: 'batch_portion', unit_yield_quantity: 50 }
    expect(only(read({ recipes: [nested(row)] }).facts.units).itemsPerBatch).toBe(2)
  })

  test('half a piece is no piece', () => {
    const row = { slug: 'x', name: 'X', yield_mode: 'discrete_count', unit_yield_quantity: 1.5 }
    expect(refusal({ recipes: [{ name: 'A' }, nested(row)] })).toEqual({
      file: 'wrong type',
      where: 'recipes, row 2, finished_units, row 1, unit_yield_quantity',
    })
  })
})

test("an older file's one yield of the recipe makes one piece of the recipe's name", () => {
  const { facts } = read({
    recipes: [{ name: 'Cookies', yield_quantity: 48, yield_unit: 'cookie' }],
  })
  expect(only(facts.units)).toMatchObject({ name: 'Cookies', itemsPerBatch: 48 })
})

test('a piece has the same id from the table and from the recipe, by slug and without', () => {
  const table = unitOf({ items_per_batch: 1 })
  const row = { slug: 'cookie', name: 'Cookie', unit_yield_quantity: 1 }
  const own = read({ recipes: [{ ...RECIPE, finished_units: [row] }] })
  expect(only(own.facts.units).id).toBe(only(table.facts.units).id)
})

test('pieces without a slug are told apart by their recipe', () => {
  const standard = (recipe_name: string): object => ({
    display_name: 'Standard',
    recipe_name,
    items_per_batch: 1,
  })
  const { facts } = read({
    recipes: [{ name: 'A' }, { name: 'B' }],
    finished_units: [standard('A'), standard('B')],
  })
  expect(new Set(facts.units.map(({ id }) => id)).size).toBe(2)
})

test('a piece of an unknown recipe, without a name or there twice is left out by name', () => {
  const { facts, report } = read({
    recipes: [RECIPE],
    finished_units: [
      cookie({ items_per_batch: 48 }),
      cookie({ items_per_batch: 12 }),
      { recipe_name: 'Cookies', items_per_batch: 3 },
      cookie({ slug: 'tart', recipe_name: 'Tarts', items_per_batch: 3 }),
    ],
  })
  expect(only(facts.units).itemsPerBatch).toBe(48)
  expect(leftOut(report, 'finished_units')).toEqual([
    { name: 'Cookie', reason: 'twice', rows: 1 },
    { name: 'Cookies', reason: 'no name', rows: 1 },
    { name: 'Tarts', reason: 'unknown recipe', rows: 1 },
  ])
})
