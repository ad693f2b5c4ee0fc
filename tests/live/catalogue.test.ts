import { expect, test } from 'vitest'
import { hideBundle, saveBundle } from '../../src/data/commands/bundles'
import { createEvent } from '../../src/data/commands/events'
import { saveIngredient, saveMaterial } from '../../src/data/commands/ingredients'
import { hideRecipe, saveRecipe } from '../../src/data/commands/recipes'
import { setAssemblyTarget } from '../../src/data/commands/targets'
import { NEW_BUNDLE, NEW_INGREDIENT, NEW_RECIPE } from '../../src/domain/drafts'
import type { GoodId, RecipeId } from '../../src/domain/model'
import {
  bundleForm,
  ingredientsAndMaterials,
  recipeForm,
  recipesAndBundles,
} from '../../src/live/catalogue'
import { freshDb, granted, ofUnit } from '../data/kitchen'
import { watch } from './watch'

const named = (name: string) => ({
  ...NEW_RECIPE,
  name,
  units: [{ id: null, name: '', itemsPerBatch: '48' }],
})
const names = (rows: readonly { readonly name: string }[] | undefined) =>
  rows?.map(({ name }) => name)

test('recipes and bundles are listed by name and follow what is saved, hidden and planned', async () => {
  const db = freshDb()
  const watched = watch(recipesAndBundles(db))
  await watched.until((lists) => lists?.recipes.length === 0)
  for (const name of ['Tarts', 'Äpfel', 'brownies']) granted(await saveRecipe(db, named(name)))
  const { recipeId, unitIds } = granted(await saveRecipe(db, named('Cookies')))
  const lines = [{ item: ofUnit(unitIds[0]!), quantity: '6' }]
  const bag = granted(await saveBundle(db, { ...NEW_BUNDLE, name: 'Bag', lines }))
  const lists = await watched.until((said) => said?.bundles.length === 1)
  expect(names(lists?.recipes)).toEqual(['Äpfel', 'brownies', 'Cookies', 'Tarts'])
  expect(lists?.bundles).toMatchObject([{ name: 'Bag', contents: [{ quantity: 6 }] }])

  const eventId = granted(await createEvent(db, { name: 'Fair', date: '2026-12-24' }))
  await setAssemblyTarget(db, eventId, bag, '50')
  await watched.until((said) => said?.bundles[0]?.events[0] === 'Fair')
  await hideRecipe(db, recipeId)
  await hideBundle(db, bag)
  const gone = await watched.until((said) => said?.bundles[0]?.hidden === true)
  expect(gone?.bundles).toMatchObject([{ contents: [{ name: 'Cookies', hidden: true }] }])
  expect(gone?.recipes.map(({ hidden }) => hidden)).toEqual([false, false, true, false])
})

test('ingredients and materials are listed by name, with the recipes and bundles that use them', async () => {
  const db = freshDb()
  const watched = watch(ingredientsAndMaterials(db))
  granted(await saveIngredient(db, { ...NEW_INGREDIENT, name: 'Zimt' }))
  granted(await saveMaterial(db, { id: null, name: 'Ribbon', measure: 'm' }))
  const line = { ingredientId: null, name: 'Ähren', quantity: '1', measure: '', text: '' }
  granted(await saveRecipe(db, { ...named('Bread'), lines: [line] }))
  const lines = [{ item: { kind: 'new material', name: 'Ribbon' }, quantity: '1' }] as const
  granted(await saveBundle(db, { ...NEW_BUNDLE, name: 'Bag', lines }))
  const lists = await watched.until((said) => said?.materials[0]?.bundles.length === 1)
  expect(lists).toMatchObject({
    ingredients: [
      { name: 'Ähren', recipes: ['Bread'] },
      { name: 'Zimt', recipes: [] },
    ],
    materials: [{ name: 'Ribbon', measure: 'm', bundles: ['Bag'] }],
  })
})

test('a form starts with what is stored, a new one empty, and an unknown one says so', async () => {
  const db = freshDb()
  const { recipeId, unitIds } = granted(await saveRecipe(db, named('Cookies')))
  granted(await saveRecipe(db, named('Äpfel')))
  const lines = [{ item: ofUnit(unitIds[0]!), quantity: '½' }]
  const bag = granted(await saveBundle(db, { ...NEW_BUNDLE, name: 'Bag', lines }))
  const isThere = (form: unknown) => form !== undefined
  expect(await watch(recipeForm(recipeId, db)).until(isThere)).toMatchObject({
    draft: { id: recipeId, name: 'Cookies', units: [{ itemsPerBatch: '48' }] },
  })
  const form = await watch(bundleForm(bag, db)).until(isThere)
  expect(form).toMatchObject({ draft: { name: 'Bag', lines: [{ quantity: '1/2' }] } })
  expect(names(form?.parts)).toEqual(['Äpfel', 'Cookies'])
  expect(await watch(recipeForm(null, db)).until(isThere)).toMatchObject({ draft: NEW_RECIPE })
  expect(await watch(bundleForm(null, db)).until(isThere)).toMatchObject({ draft: NEW_BUNDLE })
  expect(await watch(recipeForm('x' as RecipeId, db)).until(isThere)).toBeNull()
  expect(await watch(bundleForm('x' as GoodId, db)).until(isThere)).toBeNull()
})
