import { describe, expect, test } from 'vitest'
import { leftOut, named, only, read, refusal } from './backups'

const FLOUR = { slug: 'flour', display_name: 'Flour', category: 'Dry', hierarchy_level: 2 }
const recipe = (...ingredients: object[]): object => ({ name: 'Cookies', ingredients })
const flour = (quantity: unknown, unit: unknown = 'cup'): object => ({
  ingredient_slug: 'flour',
  quantity,
  unit,
})

describe('a line keeps its quantity exactly', () => {
  test.each([
    [0.67, { n: 67, d: 100 }, ''],
    [2.0, { n: 2, d: 1 }, ''],
    ['1 1/2', { n: 3, d: 2 }, ''],
    ['½', { n: 1, d: 2 }, ''],
    [2 / 3, null, '0.6666666666666666'],
    ['to taste', null, 'to taste'],
    [null, null, ''],
  ])('%j', (written, quantity, text) => {
    const { facts } = read({ ingredients: [FLOUR], recipes: [recipe(flour(written))] })
    expect(only(only(facts.recipes).lines)).toEqual({
      ingredientId: only(facts.ingredients).id,
      quantity,
      measure: 'cup',
      text,
    })
  })

  test('a negative quantity and one of the wrong kind refuse the file', () => {
    const where = 'recipes, row 1, ingredients, row 1, quantity'
    const of = (quantity: unknown): object =>
      refusal({ ingredients: [FLOUR], recipes: [recipe(flour(quantity))] })
    expect(of(-1)).toEqual({ file: 'out of range', where })
    expect(of(1e10)).toEqual({ file: 'out of range', where })
    expect(of(true)).toEqual({ file: 'wrong type', where })
  })
})

test('an ingredient has the measure that most lines use', () => {
  const { facts } = read({
    ingredients: [FLOUR, { slug: 'salt', display_name: 'Salt' }],
    recipes: [recipe(flour(1, 'g'), flour(1, 'cup'), flour(2, 'cup'))],
  })
  expect(named(facts.ingredients, 'Flour')).toMatchObject({ measure: 'cup', category: 'Dry' })
  expect(named(facts.ingredients, 'Salt').measure).toBe('')
})

test('headings of the tree are no ingredients, unless a recipe asks for one', () => {
  const { facts, report } = read({
    ingredients: [
      { slug: 'dry', display_name: 'Dry goods', hierarchy_level: 0 },
      { slug: 'flours', display_name: 'Flours', hierarchy_level: 1 },
      FLOUR,
      { slug: 'sugars', display_name: 'Sugars', hierarchy_level: 1 },
    ],
    recipes: [recipe({ ingredient_slug: 'sugars', quantity: 1, unit: 'cup' })],
  })
  expect(facts.ingredients.map(({ name }) => name)).toEqual(['Flour', 'Sugars'])
  expect(leftOut(report, 'ingredients')).toEqual([{ name: '', reason: 'nothing of ours', rows: 2 }])
})

test('a file of recipes alone names its ingredients by its lines, with the ids of the full file', () => {
  const alone = read({
    recipes: [recipe({ ingredient_slug: 'flour_all_purpose', quantity: 1, unit: 'cup' })],
  })
  const full = read({ ingredients: [{ slug: 'flour_all_purpose', display_name: 'Flour, plain' }] })
  expect(only(alone.facts.ingredients).name).toBe('flour all purpose')
  expect(only(alone.facts.ingredients).id).toBe(only(full.facts.ingredients).id)
})

test('a line without an ingredient keeps its place and is reported', () => {
  const { facts, report } = read({ recipes: [recipe({ quantity: 1, unit: 'cup' })] })
  expect(only(only(facts.recipes).lines).ingredientId).toBeNull()
  expect(leftOut(report, 'recipes, ingredients')).toEqual([
    { name: 'Cookies', reason: 'no name', rows: 1 },
  ])
})

test('an ingredient without a name or there twice is left out', () => {
  const { facts, report } = read({ ingredients: [FLOUR, FLOUR, { category: 'x' }] })
  expect(facts.ingredients).toHaveLength(1)
  expect(leftOut(report, 'ingredients')).toEqual([
    { name: 'Flour', reason: 'twice', rows: 1 },
    { name: '', reason: 'no name', rows: 1 },
  ])
})
