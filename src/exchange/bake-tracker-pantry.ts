import { NO_EVENT, type IngredientId, type StockEntry, type WriterId } from '../domain/model'
import { add, amountOf, fractionOf, type Amount } from '../domain/quantity'
import type { Ingredients, KnownIngredient } from './bake-tracker-ingredients'
import type { Row } from './bake-tracker-schema'
import { toThousandth } from './decimal'
import type { Findings } from './findings'
import { hashOf } from './hash'
import { nameOf } from './names'

interface Shelf {
  readonly ingredient: KnownIngredient
  readonly measure: string
  amount: Amount
  rows: number
  mixed: boolean
}

/**
 * What was in the pantry when the file was written, one count an ingredient. Packages in several
 * measures are not added up: such an ingredient stays uncounted and is named.
 */
export function readPantry(
  items: readonly Row<'inventory_items'>[],
  at: number,
  ingredients: Ingredients,
  findings: Findings,
): StockEntry[] {
  const shelves = new Map<IngredientId, Shelf>()
  for (const row of items) {
    const ingredient = ingredients.find(row.ingredient_slug)
    if (!ingredient) {
      findings.leaveOut('inventory_items', row.ingredient_slug ?? '', 'unknown ingredient')
    } else if (row.quantity === null || row.quantity === undefined) {
      findings.leaveOut('inventory_items', ingredient.name, 'no number')
    } else {
      const measure = nameOf(row.package_unit) ?? ''
      let shelf = shelves.get(ingredient.id)
      if (!shelf) {
        shelf = { ingredient, measure, amount: 0, rows: 0, mixed: false }
        shelves.set(ingredient.id, shelf)
      }
      if (shelf.measure.toLowerCase() !== measure.toLowerCase()) shelf.mixed = true
      shelf.amount = add(shelf.amount, amountOf(toThousandth(row.quantity)))
      shelf.rows++
    }
  }
  const entries: StockEntry[] = []
  for (const { ingredient, measure, amount, rows, mixed } of shelves.values()) {
    const total = fractionOf(amount)
    if (mixed || !total) {
      findings.leaveOut('inventory_items', ingredient.name, 'mixed measures', rows)
      continue
    }
    ingredient.pantry = measure
    entries.push({
      kind: 'stock',
      writer: `bt-${hashOf(['stock', ingredient.id, total.n, total.d, measure, at])}` as WriterId,
      seq: 1,
      at,
      stamp: at * 1000,
      by: '',
      eventId: NO_EVENT,
      item: { kind: 'ingredient', id: ingredient.id },
      measure,
      change: { type: 'count', amount: total },
    })
  }
  return entries
}
