import { parseDay } from '../../src/domain/day'
import type {
  Density,
  Ingredient,
  IngredientId,
  IngredientLine,
  WriterId,
} from '../../src/domain/model'
import { NO_EVENT } from '../../src/domain/model'
import { amountOf, type Amount } from '../../src/domain/quantity'
import {
  shoppingOf,
  type OtherPlan,
  type ShoppingFacts,
  type ShoppingLine,
  type ShoppingList,
} from '../../src/domain/shopping'
import { facts, fractionFrom, recipe, type Draft, type Quantity, type Sketch } from './facts'

// Builders for shopping: what an event bakes from, and what lies in the pantry.

export const TODAY = parseDay('2026-12-01')!

export const amount = (quantity: Quantity): Amount => amountOf(fractionFrom(quantity))

export function ingredient(name: string, more: Partial<Ingredient> = {}): Ingredient {
  return {
    stamp: 1,
    writer: 'w' as WriterId,
    hidden: false,
    id: name as IngredientId,
    name,
    measure: '',
    category: '',
    density: null,
    ...more,
  }
}

/** So many grams weigh a cup. */
export function gramsOfCup(grams: Quantity): Density {
  const mass = fractionFrom(grams)
  return { volume: { n: 1, d: 1 }, volumeMeasure: 'cup', mass, massMeasure: 'g' }
}

/** What a line says: so much of a measure; null for what could not be read. */
export type Said = readonly [quantity: Quantity | null, measure?: string, text?: string]

export function line(
  name: string | null,
  [quantity, measure = '', text = '']: Said,
): IngredientLine {
  return {
    ingredientId: name as IngredientId | null,
    quantity: quantity === null ? null : fractionFrom(quantity),
    measure,
    text,
  }
}

/** Recipes by name, with their lines by ingredient. */
export function cookbook(recipes: Readonly<Record<string, Readonly<Record<string, Said>>>>) {
  return Object.entries(recipes).map(([name, lines]) =>
    recipe(name, { lines: Object.entries(lines).map(([of, said]) => line(of, said)) }),
  )
}

export const counted = (name: string, quantity: Quantity, measure = ''): Draft =>
  stocked(name, measure, { type: 'count', amount: fractionFrom(quantity) })

export const bought = (name: string, quantity: Quantity, measure = ''): Draft =>
  stocked(name, measure, { type: 'change', amount: fractionFrom(quantity), reason: 'bought' })

export const eaten = (name: string, quantity: Quantity, measure = ''): Draft =>
  stocked(name, measure, {
    type: 'change',
    amount: fractionFrom([-fractionFrom(quantity).n, fractionFrom(quantity).d]),
    reason: 'eaten',
  })

function stocked(
  name: string,
  measure: string,
  change: Extract<ReturnType<Draft>, { kind: 'stock' }>['change'],
): Draft {
  return () => ({
    kind: 'stock',
    eventId: NO_EVENT,
    item: { kind: 'ingredient', id: name as IngredientId },
    measure,
    change,
  })
}

export interface ShopSketch extends Sketch {
  readonly ingredients?: readonly Ingredient[]
  readonly others?: readonly OtherPlan[]
}

/** One ledger for all: what does not matter to the event or to the pantry does no harm there. */
export function shopFacts({ ingredients = [], others = [], ...sketch }: ShopSketch): ShoppingFacts {
  const event = facts(sketch)
  return { today: TODAY, event, ingredients, pantry: event.entries, others }
}

export const shop = (sketch: ShopSketch): ShoppingList => shoppingOf(shopFacts(sketch))

export function lineOf(list: ShoppingList, name: string, measure?: string): ShoppingLine {
  const found = list.lines.filter(
    ({ item, measure: own }) => item.id === name && (measure === undefined || own === measure),
  )
  if (found.length !== 1) throw new Error(`${found.length} lines of ${name}`)
  return found[0]!
}
