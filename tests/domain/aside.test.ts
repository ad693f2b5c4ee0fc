import { expect, test } from 'vitest'
import { asidesOf, type Aside, type Named } from '../../src/domain/aside'
import type { SetAside } from '../../src/domain/copies'
import type { Day } from '../../src/domain/day'
import type { Ingredient } from '../../src/domain/model'
import { whole } from '../../src/domain/quantity'
import { good, material, recipe, unit, unitItem } from './facts'

const flour: Ingredient = {
  ...recipe('Flour'),
  ...{ id: 'Flour' as never, measure: 'g', category: 'Baking', density: null },
}
const fair = { ...recipe('Fair'), date: '2026-12-19' as Day, notes: 'Hall 2', archived: false }
const NAMED: Named = {
  recipes: [recipe('Cookies')],
  units: [unit('Cookie', 'Cookies', 48)],
  goods: [good('Bag', [])],
  materials: [material('Ribbon')],
  ingredients: [flour],
  events: [fair as never],
}
const target = { ...recipe('target'), eventId: fair.id, order: 1 }
const one = (kind: SetAside['kind'], row: object): Partial<Aside> =>
  asidesOf([{ kind, key: 'k', rows: [row] } as never], NAMED)[0]!

test('a recipe says what was in it', () => {
  const lines = [
    { ingredientId: flour.id, quantity: { n: 9, d: 4 }, measure: 'cup', text: '2 1/4 cups flour' },
    { ingredientId: flour.id, quantity: null, measure: '', text: 'some flour' },
    { ingredientId: null, quantity: null, measure: '', text: 'For the icing:' },
  ]
  const written = { stamp: 5_999, hidden: true, category: 'Stars', notes: 'Not too hot' }
  expect(one('recipe', recipe('Our cookies', { ...written, lines }))).toEqual({
    ...{
      kind: 'recipe',
      name: 'Our cookies',
      writer: recipe('x').writer,
      at: 5,
      hidden: true,
      archived: false,
    },
    ...{ day: null, count: null, texts: ['Stars', 'Not too hot'], entry: null },
    lines: [
      { quantity: { n: 9, d: 4 }, measure: 'cup', name: 'Flour' },
      { quantity: null, measure: '', name: 'Flour' },
      { quantity: null, measure: '', name: 'For the icing:' },
    ],
  })
})

test.each<[SetAside['kind'], object, Partial<Aside>]>([
  [
    'good',
    good('Bag', [{ item: unitItem('Cookie'), quantity: { n: 6, d: 1 } }]),
    { name: 'Bag', lines: [{ quantity: 6, measure: '×', name: 'Cookie' }], texts: [] },
  ],
  ['unit', unit('Cookie', 'Cookies', 40), { name: 'Cookie', count: 40 }],
  ['ingredient', flour, { name: 'Flour', texts: ['g', 'Baking'] }],
  [
    'ingredient',
    {
      ...flour,
      density: { volume: whole(1), volumeMeasure: 'cup', mass: whole(120), massMeasure: 'g' },
    },
    {
      lines: [
        { quantity: 1, measure: 'cup', name: '' },
        { quantity: 120, measure: 'g', name: '' },
      ],
    },
  ],
  ['event', { ...fair, archived: true }, { name: 'Fair', archived: true }],
  ['looseTarget', { ...target, unitId: 'unknown', quantity: 9 }, { name: 'Fair' }],
  ['material', { ...material('Ribbon'), measure: 'm' }, { name: 'Ribbon', texts: ['m'] }],
  ['event', fair, { name: 'Fair', day: '2026-12-19' as Day, texts: ['Hall 2'] }],
  [
    'productionTarget',
    { ...target, recipeId: 'Cookies', batches: 7, basis: null },
    { name: 'Fair › Cookies', count: 7 },
  ],
  ['assemblyTarget', { ...target, goodId: 'Bag', quantity: 50 }, { name: 'Fair › Bag', count: 50 }],
  [
    'looseTarget',
    { ...target, unitId: 'Cookie', quantity: 9 },
    { name: 'Fair › Cookie', count: 9 },
  ],
])('a %s says what it was', (kind, row, said) => {
  expect(one(kind, row)).toMatchObject(said)
})

test('a record is given as it was, with what it is about, and an undo says nothing', () => {
  const run = { kind: 'production', recipeId: 'Cookies', writer: 'w', stamp: 9_000 }
  expect(one('entry', run)).toMatchObject({ name: 'Cookies', entry: run, at: 9 })
  expect(one('entry', { kind: 'void', writer: 'w', stamp: 0 })).toMatchObject({
    ...{ name: '', entry: null, at: null },
  })
})

test('the latest comes first', () => {
  const rows = [3000, 9000, 5000].map((stamp) => recipe('Cookies', { stamp }))
  const asides = asidesOf([{ kind: 'recipe', key: 'k', rows }], NAMED)
  expect(asides.map(({ at }) => at)).toEqual([9, 5, 3])
})
