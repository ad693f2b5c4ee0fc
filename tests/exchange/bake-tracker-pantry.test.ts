import { describe, expect, test } from 'vitest'
import { leftOut, named, only, read, refusal } from './backups'

const PANTRY = {
  exported_at: '2026-11-22T16:32:30.514391+00:00Z',
  ingredients: [{ slug: 'flour', display_name: 'Flour' }],
}
const bag = (quantity: unknown, package_unit: unknown = 'lb'): object => ({
  ingredient_slug: 'flour',
  quantity,
  package_unit,
})

test('packages of one measure are one count of the kitchen, at the time of the export', () => {
  const { facts } = read({ ...PANTRY, inventory_items: [bag(25), bag(0.47), bag(3)] })
  const at = Date.UTC(2026, 10, 22, 16, 32, 30, 514)
  expect(only(facts.entries)).toMatchObject({
    kind: 'stock',
    seq: 1,
    at,
    stamp: at * 1000,
    eventId: '',
    item: { kind: 'ingredient', id: only(facts.ingredients).id },
    change: { type: 'count', amount: { n: 2847, d: 100 } },
  })
})

test('an ingredient that is counted has the measure of its count, whatever recipes use', () => {
  const recipes = [
    { name: 'Cookies', ingredients: [{ ingredient_slug: 'flour', quantity: 2, unit: 'cup' }] },
  ]
  const { facts } = read({ ...PANTRY, recipes, inventory_items: [bag(25)] })
  expect(only(facts.ingredients).measure).toBe('lb')
})

test('packages of several measures are not added, and are named', () => {
  const { facts, report } = read({ ...PANTRY, inventory_items: [bag(1), bag(8, 'oz')] })
  expect(facts.entries).toEqual([])
  expect(leftOut(report, 'inventory_items')).toEqual([
    { name: 'Flour', reason: 'mixed measures', rows: 2 },
  ])
})

test('an unknown ingredient and a package without a number are left out', () => {
  const { facts, report } = read({
    ...PANTRY,
    inventory_items: [bag(null), { ingredient_slug: 'salt', quantity: 1, package_unit: 'g' }],
  })
  expect(facts.entries).toEqual([])
  expect(leftOut(report, 'inventory_items')).toEqual([
    { name: 'Flour', reason: 'no number', rows: 1 },
    { name: 'salt', reason: 'unknown ingredient', rows: 1 },
  ])
})

test('a negative amount refuses the file', () => {
  expect(refusal({ ...PANTRY, inventory_items: [bag(1), bag(-1)] })).toEqual({
    file: 'out of range',
    where: 'inventory_items, row 2, quantity',
  })
})

describe('the key of a count', () => {
  const key = (...rows: Parameters<typeof read>): string => only(read(...rows).facts.entries).writer

  test('is the same however the packages are listed', () => {
    expect(key({ ...PANTRY, inventory_items: [bag(1), bag(2)] })).toBe(
      key({ ...PANTRY, inventory_items: [bag(2), bag(1)] }),
    )
  })

  test('is another for another export or amount', () => {
    const one = key({ ...PANTRY, inventory_items: [bag(1)] })
    const inventory_items = [bag(1)]
    expect(key({ ...PANTRY, exported_at: '2026-11-23T00:00:00Z', inventory_items })).not.toBe(one)
    expect(key({ ...PANTRY, inventory_items: [bag(2)] })).not.toBe(one)
  })
})

test('a heading of the tree that the pantry counts is an ingredient', () => {
  const { facts } = read({
    ingredients: [{ slug: 'flour', display_name: 'Flours', hierarchy_level: 1 }],
    inventory_items: [bag(1)],
  })
  expect(named(facts.ingredients, 'Flours').measure).toBe('lb')
  expect(only(facts.entries).at).toBe(0)
})
