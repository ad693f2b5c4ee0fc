import type { Standing } from './ledger'
import type { Component, EventFacts, GoodId, MaterialId, RecipeId, UnitId } from './model'
import { byId } from './rows'

/** Names as typed; '' where the row is unknown here. */
export interface Names {
  readonly recipe: (id: RecipeId) => string
  readonly unit: (id: UnitId) => string
  readonly good: (id: GoodId) => string
  readonly material: (id: MaterialId) => string
  readonly of: (item: Component) => string
  /** The recipe, bundle or item that an entry is about. */
  readonly ofEntry: (entry: Standing) => string
}

export function namesOf(
  facts: Pick<EventFacts, 'recipes' | 'units' | 'goods' | 'materials'>,
): Names {
  const recipe = nameIn(facts.recipes)
  const unit = nameIn(facts.units)
  const good = nameIn(facts.goods)
  const material = nameIn(facts.materials)
  const of = (item: Component): string => {
    if (item.kind === 'unit') return unit(item.id)
    return item.kind === 'good' ? good(item.id) : material(item.id)
  }
  const ofEntry = (entry: Standing): string => {
    if (entry.kind === 'production') return recipe(entry.recipeId)
    if (entry.kind === 'assembly') return good(entry.goodId)
    return entry.item.kind === 'ingredient' ? '' : of(entry.item)
  }
  return { recipe, unit, good, material, of, ofEntry }
}

function nameIn<Id extends string>(
  rows: readonly { readonly id: Id; readonly name: string }[],
): (id: Id) => string {
  const found = byId(rows)
  return (id) => found.get(id)?.name ?? ''
}
