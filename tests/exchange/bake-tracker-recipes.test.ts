import { expect, test } from 'vitest'
import { leftOut, named, only, read, remarks } from './backups'

test('a recipe keeps name, category, notes and that its batches may be split', () => {
  const { facts } = read({ recipes: [{ name: ' Sablés ', category: 'Cookies', notes: 'chill' }] })
  expect(only(facts.recipes)).toMatchObject({
    name: 'Sablés',
    category: 'Cookies',
    notes: 'chill',
    splits: true,
    stamp: 0,
    writer: 'bake-tracker',
    hidden: false,
  })
})

test('an archived recipe is hidden', () => {
  const { facts } = read({ recipes: [{ name: 'Old', is_archived: true }] })
  expect(only(facts.recipes).hidden).toBe(true)
})

test('a recipe has the same id whether its slug is written or not', () => {
  const without = read({ recipes: [{ name: 'Almond Biscotti' }] })
  const withSlug = read({ recipes: [{ slug: 'almond-biscotti', name: 'Almond  biscotti' }] })
  expect(only(without.facts.recipes).id).toBe(only(withSlug.facts.recipes).id)
  expect(only(without.facts.recipes).id).toMatch(/^bt-recipe-[0-9a-f]{16}$/)
})

test('two recipes of one name are told apart, and what names only the name goes to the first', () => {
  const { facts, report } = read({
    recipes: [
      { name: 'Cookies', slug: 'cookies', category: 'A' },
      { name: 'Cookies', slug: 'cookies-2', category: 'B' },
    ],
    finished_units: [
      { slug: 'a', display_name: 'A', recipe_name: 'Cookies', items_per_batch: 1 },
      { slug: 'b', display_name: 'B', recipe_slug: 'cookies-2', items_per_batch: 1 },
    ],
  })
  const [first, second] = facts.recipes
  expect(first?.id).not.toBe(second?.id)
  expect(named(facts.units, 'A').recipeId).toBe(first?.id)
  expect(named(facts.units, 'B').recipeId).toBe(second?.id)
  expect(remarks(report, 'ambiguous name')).toEqual([
    { remark: 'ambiguous name', table: 'recipes', name: 'Cookies' },
  ])
})

test('a recipe that stands in the file twice is taken once', () => {
  const same = { name: 'Cookies', category: 'C' }
  const { facts, report } = read({ recipes: [same, same, { name: 'Cookies', category: 'D' }] })
  expect(facts.recipes.map(({ category }) => category)).toEqual(['C', 'D'])
  expect(leftOut(report, 'recipes')).toEqual([{ name: 'Cookies', reason: 'twice', rows: 1 }])
})

test('a recipe without a name is left out, one with a slug is called by that', () => {
  const { facts, report } = read({ recipes: [{ name: '  ' }, {}, { slug: 'tarts' }] })
  expect(facts.recipes.map(({ name }) => name)).toEqual(['tarts'])
  expect(leftOut(report, 'recipes')).toEqual([{ name: '', reason: 'no name', rows: 2 }])
})

test('recipes inside a recipe are left out by its name', () => {
  const { report } = read({
    recipes: [{ name: 'Tart', components: [{ recipe_name: 'Crust', quantity: 1 }] }],
  })
  expect(leftOut(report, 'recipes, components')).toEqual([
    { name: 'Tart', reason: 'nothing of ours', rows: 1 },
  ])
})
