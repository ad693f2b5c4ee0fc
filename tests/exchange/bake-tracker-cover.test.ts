import { expect, test } from 'vitest'
import { HOLIDAY, read, remarks, type Backup } from './backups'

const EVENT = { event_name: 'Holiday' }
const missing = (backup: Backup): [string, string, number][] =>
  remarks(read({ ...HOLIDAY, ...backup }).report, 'packed beyond stock').map(
    ({ event, name, missing: pieces }) => [event, name, pieces],
  )

test('what was packed beyond the runs is named piece by piece', () => {
  expect(
    missing({
      production_runs: [
        { ...EVENT, recipe_name: 'Cookies', num_batches: 1, actual_yield: 40 },
        { ...EVENT, recipe_name: 'Brownies', num_batches: 2 },
      ],
      assembly_runs: [{ ...EVENT, finished_good_slug: 'bag', quantity_assembled: 10 }],
    }),
  ).toEqual([['Holiday', 'Cookie', 20]])
})

test('what was baked for no event or another one covers nothing', () => {
  expect(
    missing({
      events: [...HOLIDAY.events, { name: 'Easter', event_date: '2026-04-05' }],
      production_runs: [
        { recipe_name: 'Cookies', num_batches: 9 },
        { event_name: 'Easter', recipe_name: 'Brownies', num_batches: 9 },
      ],
      assembly_runs: [{ ...EVENT, finished_good_slug: 'bag', quantity_assembled: 1 }],
    }),
  ).toEqual([
    ['Holiday', 'Cookie', 6],
    ['Holiday', 'Brownie', 3],
  ])
})

test('inner bundles that were never packed are named, parts of a piece as a whole one', () => {
  expect(
    missing({
      finished_goods: [
        { slug: 'bag', display_name: 'Bag' },
        { slug: 'box', display_name: 'Box' },
      ],
      compositions: [
        { finished_good_slug: 'box', finished_good_component_slug: 'bag', component_quantity: 2 },
        { finished_good_slug: 'box', finished_unit_slug: 'cookie', component_quantity: 0.5 },
      ],
      assembly_runs: [
        { ...EVENT, finished_good_slug: 'box', quantity_assembled: 5 },
        { ...EVENT, finished_good_slug: 'bag', quantity_assembled: 3 },
      ],
    }),
  ).toEqual([
    ['Holiday', 'Bag', 7],
    ['Holiday', 'Cookie', 3],
  ])
})

test('nobody is short of a material, and enough is not remarked', () => {
  expect(
    missing({
      material_units: [{ slug: 'ribbon', name: 'Ribbon' }],
      compositions: [{ finished_good_slug: 'bag', material_unit_slug: 'ribbon' }],
      assembly_runs: [{ ...EVENT, finished_good_slug: 'bag', quantity_assembled: 5 }],
    }),
  ).toEqual([])
})
