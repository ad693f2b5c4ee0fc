import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundleDraft, ingredientDraft, recipeDraft, typedQuantity } from '../../src/domain/drafts'
import type { Ingredient, IngredientId } from '../../src/domain/model'
import { MAX_TYPED, fraction } from '../../src/domain/quantity'
import { readQuantity } from '../../src/domain/typed'
import { readDensity } from '../../src/domain/typed-drafts'
import { good, recipe, unit, unitItem } from './facts'

const ingredient = (name: string, more: Partial<Ingredient> = {}): Ingredient => ({
  ...recipe(name),
  id: name as IngredientId,
  measure: 'g',
  category: '',
  density: null,
  ...more,
})

describe('a stored quantity is typed as', () => {
  test.each([
    [6, 1, '6'],
    [1, 2, '1/2'],
    [9, 4, '2 1/4'],
    [2, 3, '2/3'],
    [333, 1000, '0.333'],
    [101, 20, '5.05'],
    [18, 17, '1 1/17'],
  ])('%i/%i: %s', (n, d, text) => {
    expect(typedQuantity({ n, d })).toBe(text)
  })
})

test('reading what is typed for a quantity gives that quantity', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: MAX_TYPED }),
      fc.integer({ min: 1, max: 1000 }),
      (n, d) => {
        const quantity = fraction(n, d)!
        expect(readQuantity(typedQuantity(quantity), 'quantity')).toEqual(quantity)
      },
    ),
  )
})

test('a form shows a recipe as it is stored', () => {
  const cookies = recipe('Cookies', {
    category: 'Christmas',
    notes: 'Chill the dough.',
    splits: false,
    lines: [
      { ingredientId: 'flour' as IngredientId, quantity: { n: 9, d: 4 }, measure: 'cup', text: '' },
      { ingredientId: null, quantity: null, measure: '', text: 'For the icing:' },
    ],
  })
  const units = [unit('small', 'Cookies', 96, { order: 2 }), unit('large', 'Cookies', 48)]
  expect(recipeDraft(cookies, units, [ingredient('flour', { name: 'Flour' })])).toEqual({
    id: 'Cookies',
    name: 'Cookies',
    category: 'Christmas',
    notes: 'Chill the dough.',
    splits: false,
    lines: [
      { ingredientId: 'flour', name: 'Flour', quantity: '2 1/4', measure: 'cup', text: '' },
      { ingredientId: null, name: '', quantity: '', measure: '', text: 'For the icing:' },
    ],
    removed: [],
    units: [
      { id: 'large', name: 'large', itemsPerBatch: '48' },
      { id: 'small', name: 'small', itemsPerBatch: '96' },
    ],
  })
})

test('the one unit that is called like its recipe has no name in the form, so that it follows', () => {
  const only = [unit('cookie', 'Cookies', 48, { name: 'Cookies' })]
  expect(recipeDraft(recipe('Cookies'), only, []).units).toMatchObject([{ name: '' }])
  const two = [...only, unit('crumb', 'Cookies', 1, { order: 2 })]
  expect(recipeDraft(recipe('Cookies'), two, []).units).toMatchObject([
    { name: 'Cookies' },
    { name: 'crumb' },
  ])
})

test('a form shows a bundle as it is stored', () => {
  const bag = good('Bag', [{ item: unitItem('cookie'), quantity: { n: 1, d: 2 } }])
  expect(bundleDraft(bag)).toEqual({
    id: 'Bag',
    name: 'Bag',
    notes: '',
    lines: [{ item: unitItem('cookie'), quantity: '1/2' }],
  })
})

test('a form shows an ingredient, and its weight as it was typed', () => {
  const density = {
    volume: { n: 1, d: 1 },
    volumeMeasure: 'cup',
    mass: { n: 241, d: 2 },
    massMeasure: 'g',
  }
  const draft = ingredientDraft(ingredient('Flour', { category: 'Baking', density }))
  expect(draft).toEqual({
    id: 'Flour',
    name: 'Flour',
    measure: 'g',
    category: 'Baking',
    density: { volume: '1', volumeMeasure: 'cup', mass: '120 1/2', massMeasure: 'g' },
  })
  expect(readDensity(draft.density)).toEqual(density)
  expect(readDensity(ingredientDraft(ingredient('Salt')).density)).toBeNull()
})
