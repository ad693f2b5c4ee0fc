import type { Readable } from 'svelte/store'
import { db as kitchen, type BatchboardDb } from '../data/db'
import { bundleFacts, catalogueFacts, recipeFacts } from '../data/queries/catalogue'
import {
  bundleForm as bundleFormOf,
  recipeForm as recipeFormOf,
  type BundleForm,
  type RecipeForm,
} from '../domain/catalogue-forms'
import {
  bundleList,
  ingredientList,
  materialList,
  recipeList,
  type BundleListRow,
  type IngredientListRow,
  type MaterialListRow,
  type RecipeListRow,
} from '../domain/catalogue-lists'
import type { GoodId, RecipeId } from '../domain/model'
import { live } from './live'

export interface Catalogue {
  readonly recipes: readonly RecipeListRow[]
  readonly bundles: readonly BundleListRow[]
}

/** All recipes and bundles by name, hidden ones too. */
export function recipesAndBundles(db: BatchboardDb = kitchen): Readable<Catalogue | undefined> {
  return live(
    () => catalogueFacts(db),
    (facts) => ({ recipes: byName(recipeList(facts)), bundles: byName(bundleList(facts)) }),
  )
}

export interface Stores {
  readonly ingredients: readonly IngredientListRow[]
  readonly materials: readonly MaterialListRow[]
}

/** All ingredients and materials by name, hidden ones too. */
export function ingredientsAndMaterials(db: BatchboardDb = kitchen): Readable<Stores | undefined> {
  return live(
    () => catalogueFacts(db),
    (facts) => ({
      ingredients: byName(ingredientList(facts)),
      materials: byName(materialList(facts)),
    }),
  )
}

/** What the form of a recipe starts with, of a new one with null; null when there is no such recipe. */
export function recipeForm(
  id: RecipeId | null,
  db: BatchboardDb = kitchen,
): Readable<RecipeForm | null | undefined> {
  return live(
    () => recipeFacts(db),
    (facts) => {
      const form = recipeFormOf(facts, id)
      return form && { ...form, ingredients: byName(form.ingredients) }
    },
  )
}

/** What the form of a bundle starts with, of a new one with null; null when there is no such bundle. */
export function bundleForm(
  id: GoodId | null,
  db: BatchboardDb = kitchen,
): Readable<BundleForm | null | undefined> {
  return live(
    () => bundleFacts(db),
    (facts) => {
      const form = bundleFormOf(facts, id)
      return form && { ...form, parts: byName(form.parts) }
    },
  )
}

function byName<Row extends { readonly name: string }>(rows: readonly Row[]): Row[] {
  const names = new Intl.Collator()
  return [...rows].sort((a, b) => names.compare(a.name, b.name))
}
