import {
  NEW_BUNDLE,
  NEW_RECIPE,
  bundleDraft,
  recipeDraft,
  type BundleDraft,
  type RecipeDraft,
} from './drafts'
import type {
  Component,
  FinishedGood,
  FinishedUnit,
  GoodId,
  Ingredient,
  Material,
  Recipe,
  RecipeId,
} from './model'
import { unitsByRecipe } from './rows'

/** What the forms of the catalogue start with. */

/** What a recipe's form is made from. */
export interface RecipeFacts {
  readonly recipes: readonly Recipe[]
  readonly units: readonly FinishedUnit[]
  readonly ingredients: readonly Ingredient[]
}

/** What a bundle's form is made from, and what a preview takes bundles apart with. */
export interface Kitchen {
  readonly recipes: readonly Recipe[]
  readonly units: readonly FinishedUnit[]
  readonly goods: readonly FinishedGood[]
  readonly materials: readonly Material[]
}

export interface RecipeForm {
  readonly draft: RecipeDraft
  readonly hidden: boolean
  /** What a line can be filled in from: those on the lists, and those that it has. */
  readonly ingredients: readonly Ingredient[]
  readonly categories: readonly string[]
  readonly measures: readonly string[]
}

/** The form of a recipe, or with null of a new one; null when there is no such recipe. */
export function recipeForm(
  { recipes, units, ingredients }: RecipeFacts,
  id: RecipeId | null,
): RecipeForm | null {
  const recipe = recipes.find((row) => row.id === id)
  if (id !== null && !recipe) return null
  const used = new Set(recipe?.lines.map(({ ingredientId }) => ingredientId))
  return {
    draft: recipe ? recipeDraft(recipe, units, ingredients) : NEW_RECIPE,
    hidden: recipe?.hidden ?? false,
    ingredients: ingredients.filter((row) => !row.hidden || used.has(row.id)),
    categories: wordsOf(recipes.map(({ category }) => category)),
    measures: wordsOf(recipes.flatMap(({ lines }) => lines.map(({ measure }) => measure))),
  }
}

export interface BundleForm {
  readonly draft: BundleDraft
  readonly hidden: boolean
  /** What can be put into it, and what is in it; a hidden part can stay and not be added. */
  readonly parts: readonly PartChoice[]
  readonly kitchen: Kitchen
}

export interface PartChoice {
  readonly item: Component
  readonly name: string
  /** The recipe that makes it, where that is called otherwise. */
  readonly recipeName: string | null
  readonly hidden: boolean
}

/** The form of a bundle, or with null of a new one; null when there is no such bundle. */
export function bundleForm(kitchen: Kitchen, id: GoodId | null): BundleForm | null {
  const good = kitchen.goods.find((row) => row.id === id)
  if (id !== null && !good) return null
  const used = new Set<string>(good?.lines.map(({ item }) => item.id))
  const parts = [...partsOf(kitchen).values()].filter(
    (part) => part.item.id !== id && (!part.hidden || used.has(part.item.id)),
  )
  return {
    draft: good ? bundleDraft(good) : NEW_BUNDLE,
    hidden: good?.hidden ?? false,
    parts,
    kitchen,
  }
}

/** Everything that can be in a bundle, by its id. A unit can be seen only as long as its recipe can. */
export function partsOf({ recipes, units, goods, materials }: Kitchen): Map<string, PartChoice> {
  const parts = new Map<string, PartChoice>()
  const byId = new Map(recipes.map((recipe) => [recipe.id, recipe]))
  const made = new Set([...unitsByRecipe(units).values()].flat())
  for (const unit of units) {
    const { id, name, recipeId } = unit
    const recipe = byId.get(recipeId)
    const recipeName = recipe === undefined || recipe.name === name ? null : recipe.name
    const item: Component = { kind: 'unit', id }
    parts.set(id, { item, name, recipeName, hidden: !made.has(unit) || (recipe?.hidden ?? false) })
  }
  for (const { id, name, hidden } of goods) {
    parts.set(id, { item: { kind: 'good', id }, name, recipeName: null, hidden })
  }
  for (const { id, name, hidden } of materials) {
    parts.set(id, { item: { kind: 'material', id }, name, recipeName: null, hidden })
  }
  return parts
}

/** Each word that is used, the most frequent first. */
function wordsOf(used: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of used) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word)
}
