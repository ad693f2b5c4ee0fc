import { expect, test } from 'vitest'
import {
  bundleList,
  ingredientList,
  materialList,
  recipeList,
  type CatalogueFacts,
} from '../../src/domain/catalogue-lists'
import type { Ingredient, IngredientId, KitchenEvent } from '../../src/domain/model'
import { ELSEWHERE, HERE, facts, good, recipe, unit, unitItem } from './facts'

const flour: Ingredient = {
  ...recipe('flour'),
  id: 'flour' as IngredientId,
  measure: 'g',
  category: 'Baking',
  density: null,
}
const line = { ingredientId: flour.id, quantity: null, measure: '', text: '' }

/** Two recipes, a bag and a box of bags, one event that is listed and one that is not. */
function catalogue(): CatalogueFacts {
  const kitchen = facts({
    recipes: [
      recipe('Cookies', { category: 'Christmas', lines: [line, line] }),
      recipe('Old cake', { hidden: true, lines: [line] }),
    ],
    units: [
      unit('cookie', 'Cookies', 48),
      unit('crumb', 'Cookies', 96, { order: 1 }),
      unit('slice', 'Old cake', 12),
    ],
    goods: [
      good('Old bag', [{ item: unitItem('cookie'), quantity: { n: 1, d: 1 } }], { hidden: true }),
    ],
    bundles: { Bag: { cookie: 6, slice: [1, 2], ribbon: 1 }, Box: { Bag: 2 } },
    materials: ['ribbon'],
    bake: { Cookies: 7 },
    pack: { Bag: 50 },
    loose: { crumb: 10 },
  })
  const hidden: KitchenEvent = { ...kitchen.event, id: ELSEWHERE, name: 'Removed', hidden: true }
  return {
    ...kitchen,
    ingredients: [flour],
    events: [kitchen.event, hidden],
    productionTargets: kitchen.productionTargets.flatMap((target) => [
      target,
      { ...target, eventId: ELSEWHERE },
    ]),
    assemblyTargets: [
      ...kitchen.assemblyTargets,
      { ...kitchen.assemblyTargets[0]!, goodId: 'Box' as never, eventId: HERE, hidden: true },
    ],
  }
}

test('a recipe is listed with its units, its lines and who uses it, hidden ones too', () => {
  expect(recipeList(catalogue())).toMatchObject([
    {
      name: 'Cookies',
      category: 'Christmas',
      hidden: false,
      lines: 2,
      units: [
        { name: 'cookie', itemsPerBatch: 48 },
        { name: 'crumb', itemsPerBatch: 96 },
      ],
      bundles: ['Bag'],
      events: ['Holiday'],
    },
    { name: 'Old cake', hidden: true, bundles: ['Bag'], events: [] },
  ])
})

test('a bundle is listed with what is in it, and marks the part whose recipe is hidden', () => {
  const [old, bag, box] = bundleList(catalogue())
  expect(old).toMatchObject({ name: 'Old bag', hidden: true })
  expect(bag).toMatchObject({
    name: 'Bag',
    hidden: false,
    contents: [
      { name: 'cookie', quantity: 6, hidden: false },
      { name: 'slice', quantity: { n: 1, d: 2 }, hidden: true },
      { name: 'ribbon', quantity: 1, hidden: false },
    ],
    bundles: ['Box'],
    events: ['Holiday'],
  })
  expect(box).toMatchObject({ bundles: [], events: [] })
})

test('a part that is unknown here is listed without a name, and marked', () => {
  const lost = good('Lost', [{ item: unitItem('nowhere'), quantity: { n: 1, d: 1 } }])
  expect(bundleList({ ...catalogue(), goods: [lost] })).toMatchObject([
    { contents: [{ name: '', hidden: true }] },
  ])
})

test('ingredients and materials are listed with what they are used in, as far as that is listed', () => {
  expect(ingredientList(catalogue())).toEqual([
    {
      id: 'flour',
      name: 'flour',
      measure: 'g',
      category: 'Baking',
      density: null,
      hidden: false,
      recipes: ['Cookies'],
    },
  ])
  expect(materialList(catalogue())).toEqual([
    { id: 'ribbon', name: 'ribbon', measure: '', hidden: false, bundles: ['Bag'] },
  ])
})
