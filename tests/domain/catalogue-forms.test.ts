import { expect, test } from 'vitest'
import { bundleForm, recipeForm } from '../../src/domain/catalogue-forms'
import { NEW_BUNDLE, NEW_RECIPE } from '../../src/domain/drafts'
import type { GoodId, Ingredient, IngredientId, RecipeId } from '../../src/domain/model'
import { facts, recipe, unit } from './facts'

const ingredient = (name: string, hidden = false): Ingredient => ({
  ...recipe(name),
  id: name as IngredientId,
  measure: 'g',
  category: '',
  density: null,
  hidden,
})
const line = (name: string, measure: string) => ({
  ingredientId: name as IngredientId,
  quantity: null,
  measure,
  text: '',
})

const RECIPES = {
  recipes: [
    recipe('Cookies', {
      category: 'Christmas',
      lines: [line('lard', 'g'), line('flour', 'cup')],
    }),
    recipe('Brownies', { category: 'Cakes', lines: [line('flour', 'cup')] }),
    recipe('Stollen', { category: 'Christmas' }),
  ],
  units: [unit('cookie', 'Cookies', 48), unit('brownie', 'Brownies', 24)],
  ingredients: [ingredient('flour'), ingredient('lard', true), ingredient('tallow', true)],
}

test('the form of a recipe offers what is on the lists and what it has, and the words in use', () => {
  const form = recipeForm(RECIPES, 'Cookies' as RecipeId)
  expect(form?.draft).toMatchObject({ name: 'Cookies', units: [{ id: 'cookie' }] })
  expect(form?.ingredients.map(({ name }) => name)).toEqual(['flour', 'lard'])
  expect(form?.categories).toEqual(['Christmas', 'Cakes'])
  expect(form?.measures).toEqual(['cup', 'g'])
})

test('the form of a new recipe is empty, and of an unknown one there is none', () => {
  expect(recipeForm(RECIPES, null)).toMatchObject({ draft: NEW_RECIPE, hidden: false })
  expect(recipeForm(RECIPES, 'nowhere' as RecipeId)).toBeNull()
})

const KITCHEN = facts({
  recipes: [recipe('Dough'), recipe('Old cake', { hidden: true })],
  units: [unit('cookie', 'Dough', 48), unit('slice', 'Old cake', 12), unit('log', 'Old cake', 1)],
  yields: { brownie: 24 },
  bundles: { Bag: { cookie: 6, slice: 1 }, Box: { Bag: 2 } },
  materials: ['ribbon'],
})

test('the form of a bundle offers all parts but itself, and marks the hidden ones that it has', () => {
  const form = bundleForm(KITCHEN, 'Bag' as GoodId)
  expect(form?.draft.lines.map(({ quantity }) => quantity)).toEqual(['6', '1'])
  expect(form?.parts.map(({ name, recipeName, hidden }) => [name, recipeName, hidden])).toEqual([
    ['cookie', 'Dough', false],
    ['slice', 'Old cake', true],
    ['brownie', null, false],
    ['Box', null, false],
    ['ribbon', null, false],
  ])
})

test('the form of a new bundle is empty and offers nothing hidden, and of an unknown one there is none', () => {
  const form = bundleForm(KITCHEN, null)
  expect(form).toMatchObject({ draft: NEW_BUNDLE, hidden: false })
  expect(form?.parts.some(({ hidden }) => hidden)).toBe(false)
  expect(bundleForm(KITCHEN, 'nowhere' as GoodId)).toBeNull()
})
