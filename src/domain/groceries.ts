import type { Account, Totals } from './account'
import { measureKey } from './measure'
import type { EventFacts, IngredientId, MaterialId, Recipe, RecipeId } from './model'
import { bundleNeeds } from './outlook'
import { exact } from './pantry'
import { remaining } from './progress'
import { add, isPositive, multiply, type Amount } from './quantity'
import { situate } from './situation'

/** What recipes ask for of one ingredient: amounts by measure, and lines that could not be read. */
export interface Need {
  readonly parts: ReadonlyMap<string, Part>
  readonly unread: readonly UnreadLine[]
}

export interface Part {
  readonly amount: Amount
  /** How many lines of recipes are written in this measure. */
  readonly lines: number
  /** The measure as it is written; of several spellings the first in the alphabet. */
  readonly measure: string
}

/** A line of a recipe that no number could be made of. */
export interface UnreadLine {
  readonly recipeName: string
  readonly measure: string
  readonly text: string
}

export interface Groceries {
  readonly needs: ReadonlyMap<IngredientId, Need>
  /** Lines that name no ingredient. */
  readonly unread: readonly UnreadLine[]
}

/** Batches still to bake, of each recipe that has a target. */
export function batchesLeft(
  { productionTargets }: Pick<EventFacts, 'productionTargets'>,
  sums: Totals,
): ReadonlyMap<RecipeId, number> {
  return new Map(
    productionTargets
      .filter(({ hidden }) => !hidden)
      .map(({ recipeId, batches }) => [
        recipeId,
        remaining(sums.made.get(recipeId)?.batches ?? 0, batches),
      ]),
  )
}

/** What these batches ask for, each of them of the whole recipe as it is now (G1). */
export function groceriesFor(
  left: ReadonlyMap<RecipeId, number>,
  recipes: ReadonlyMap<RecipeId, Recipe>,
): Groceries {
  const needs = new Map<IngredientId, Open>()
  const unread: UnreadLine[] = []
  const needOf = (id: IngredientId): Open => {
    let need = needs.get(id)
    if (!need) {
      need = { parts: new Map(), unread: [] }
      needs.set(id, need)
    }
    return need
  }
  for (const [recipeId, batches] of left) {
    const recipe = recipes.get(recipeId)
    if (!recipe || batches === 0) continue
    for (const { ingredientId, quantity, measure, text } of recipe.lines) {
      const line = { recipeName: recipe.name, measure, text }
      const each = quantity && exact(quantity)
      if (ingredientId === null) unread.push(line)
      else if (each === null) needOf(ingredientId).unread.push(line)
      else if (isPositive(each)) ask(needOf(ingredientId), measure, multiply(each, batches))
    }
  }
  return { needs, unread }
}

/** What bundles still to pack ask for of each material, over the inner bundles that are spare. */
export function materialNeeds(
  facts: EventFacts,
  account: Account,
): ReadonlyMap<MaterialId, Amount> {
  const { situation } = situate(facts, account)
  const needs = bundleNeeds(situation)
  return new Map(
    situation.composition.items.flatMap((item, index) => {
      const need = needs[index] ?? 0
      return item.kind === 'material' && isPositive(need) ? [[item.id, need] as const] : []
    }),
  )
}

interface Open extends Need {
  readonly parts: Map<string, Part>
  readonly unread: UnreadLine[]
}

function ask({ parts }: Open, measure: string, amount: Amount): void {
  const key = measureKey(measure)
  const before = parts.get(key)
  parts.set(key, {
    amount: before ? add(before.amount, amount) : amount,
    lines: (before?.lines ?? 0) + 1,
    measure: before && before.measure < measure ? before.measure : measure,
  })
}
