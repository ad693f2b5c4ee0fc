import { add, amountOf, multiply, negate, type Amount, type Fraction } from './quantity'
import { inOrder, type Standing } from './ledger'
import { familyOf, measureKey } from './measure'
import type {
  Density,
  IngredientId,
  Item,
  MaterialId,
  ProductionEntry,
  Recipe,
  RecipeId,
  StockEntry,
} from './model'

/** What belongs to the kitchen, not to an event. */
export type PantryItem = Extract<Item, { readonly kind: 'ingredient' | 'material' }>

/** The entries that speak of one thing on a shelf: where its count starts, and what was last said of it. */
export interface Marks {
  /** The last count or, where there is none, the first purchase. */
  readonly start: StockEntry
  /** The latest purchase that still counts. */
  readonly lastBought: StockEntry | null
  readonly lastCount: StockEntry | null
}

/** What is on hand of an ingredient, in measures that convert into each other. */
export interface Shelf extends Marks {
  /** Measure key → its part of the sum; parts may be below zero. */
  readonly parts: ReadonlyMap<string, Amount>
}

/** For each ingredient, the shelves by family of measures. What was never counted or bought has none. */
export type Pantry = ReadonlyMap<IngredientId, ReadonlyMap<string, Shelf>>

/**
 * G2: last count + bought since − used by runs recorded since, by the recipes' lines as they are
 * now; lost batches used theirs too. A count says nothing of measures that it does not convert into.
 */
export function pantryOf(
  entries: readonly Standing[],
  recipes: readonly Recipe[],
  densityOf: (id: IngredientId) => Density | null,
): Pantry {
  const stock = entries.filter(isOfIngredient)
  const runs = runsByRecipe(entries)
  const pantry = new Map<IngredientId, Map<string, Open>>()
  const shelfOf = (id: IngredientId, measure: string): Open | undefined =>
    pantry.get(id)?.get(familyOf(measure, densityOf(id)))

  for (const [id, own] of groupBy(stock, ({ item }) => item.id)) {
    const families = groupBy(own, ({ measure }) => familyOf(measure, densityOf(id)))
    const shelves = new Map<string, Open>()
    for (const [family, said] of families) {
      const marks = marksOf(said)
      if (marks) shelves.set(family, { ...marks, parts: new Map() })
    }
    pantry.set(id, shelves)
  }
  for (const entry of stock) {
    const shelf = shelfOf(entry.item.id, entry.measure)
    if (!shelf || inOrder(shelf.start, entry) > 0) continue
    increase(shelf.parts, measureKey(entry.measure), exact(entry.change.amount) ?? 0)
  }
  for (const recipe of recipes) {
    const baked = runs.get(recipe.id)
    if (!baked) continue
    for (const { ingredientId, quantity, measure } of recipe.lines) {
      const each = quantity && exact(quantity)
      const shelf = ingredientId === null ? undefined : shelfOf(ingredientId, measure)
      if (!each || !shelf) continue
      let batches: Amount = 0
      for (const run of baked)
        if (inOrder(shelf.start, run) < 0) batches = add(batches, run.batches)
      if (batches === 0) continue
      increase(shelf.parts, measureKey(measure), negate(multiply(each, batches)))
    }
  }
  return pantry
}

/** Where counting starts and what was said last, of entries about one thing; null when it was never counted. */
function marksOf(entries: readonly StockEntry[]): Marks | null {
  let lastCount: StockEntry | null = null
  let firstBought: StockEntry | null = null
  let lastBought: StockEntry | null = null
  for (const entry of entries) {
    if (entry.change.type === 'count') {
      if (!lastCount || inOrder(lastCount, entry) < 0) lastCount = entry
    } else if (entry.change.reason === 'bought') {
      if (!firstBought || inOrder(entry, firstBought) < 0) firstBought = entry
      if (!lastBought || inOrder(lastBought, entry) < 0) lastBought = entry
    }
  }
  const start = lastCount ?? firstBought
  if (!start) return null
  const isOver = lastBought !== null && inOrder(lastBought, start) < 0
  return { start, lastCount, lastBought: isOver ? null : lastBought }
}

/** The stamp since which runs matter for an ingredient: the earliest that counting starts in any measure. */
export function countedSince(entries: readonly Standing[]): ReadonlyMap<IngredientId, number> {
  const since = new Map<IngredientId, number>()
  for (const [id, own] of groupBy(entries.filter(isOfIngredient), ({ item }) => item.id)) {
    for (const said of groupBy(own, ({ measure }) => measureKey(measure)).values()) {
      const start = marksOf(said)?.start
      if (start) since.set(id, Math.min(start.stamp, since.get(id) ?? start.stamp))
    }
  }
  return since
}

/** A quantity to compute with; null for what only a damaged file can bring. */
export function exact(quantity: Fraction): Amount | null {
  const { n, d } = quantity
  return Number.isSafeInteger(n) && Number.isSafeInteger(d) && d > 0 ? amountOf(quantity) : null
}

interface Open extends Shelf {
  readonly parts: Map<string, Amount>
}

type OfIngredient = StockEntry & { readonly item: { readonly kind: 'ingredient' } }
type OfMaterial = StockEntry & { readonly item: { readonly kind: 'material' } }

function isOfIngredient(entry: Standing): entry is OfIngredient {
  return entry.kind === 'stock' && entry.item.kind === 'ingredient'
}

/** The marks of each material; its amounts are `stockOf`'s (S2). */
export function materialMarks(entries: readonly Standing[]): ReadonlyMap<MaterialId, Marks> {
  const stock = entries.filter(
    (entry): entry is OfMaterial => entry.kind === 'stock' && entry.item.kind === 'material',
  )
  return new Map(
    [...groupBy(stock, ({ item }) => item.id)].flatMap(([id, own]) => {
      const marks = marksOf(own)
      return marks ? [[id, marks] as const] : []
    }),
  )
}

function runsByRecipe(entries: readonly Standing[]): ReadonlyMap<RecipeId, ProductionEntry[]> {
  const runs = entries.filter((entry): entry is ProductionEntry => entry.kind === 'production')
  return groupBy(runs, ({ recipeId }) => recipeId)
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

function increase<Key>(map: Map<Key, Amount>, key: Key, by: Amount): void {
  const before = map.get(key)
  map.set(key, before === undefined ? by : add(before, by))
}
