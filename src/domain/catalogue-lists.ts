import { partsOf } from './catalogue-forms'
import type {
  AssemblyTarget,
  Density,
  EventId,
  FinishedGood,
  FinishedUnit,
  GoodId,
  Ingredient,
  IngredientId,
  KitchenEvent,
  LooseTarget,
  Material,
  MaterialId,
  ProductionTarget,
  Recipe,
  RecipeId,
} from './model'
import { amountOf, type Amount } from './quantity'
import { unitsOf } from './rows'

/** The catalogue as its lists show it: hidden rows are there too, and say so. */

export interface CatalogueFacts {
  readonly recipes: readonly Recipe[]
  readonly units: readonly FinishedUnit[]
  readonly goods: readonly FinishedGood[]
  readonly ingredients: readonly Ingredient[]
  readonly materials: readonly Material[]
  readonly events: readonly KitchenEvent[]
  readonly productionTargets: readonly ProductionTarget[]
  readonly assemblyTargets: readonly AssemblyTarget[]
  readonly looseTargets: readonly LooseTarget[]
}

/** Where something is used: the names of bundles and events that are on their lists. */
interface Uses {
  readonly bundles: readonly string[]
  readonly events: readonly string[]
}

export interface RecipeListRow extends Uses {
  readonly id: RecipeId
  readonly name: string
  readonly category: string
  readonly hidden: boolean
  readonly units: readonly FinishedUnit[]
  /** How many ingredient lines it has. */
  readonly lines: number
}

export function recipeList(facts: CatalogueFacts): RecipeListRow[] {
  const bundles = bundlesWith(facts)
  const events = eventsThatWant(facts)
  const units = new Map<RecipeId, FinishedUnit[]>()
  for (const unit of facts.units) {
    const own = units.get(unit.recipeId)
    if (own) own.push(unit)
    else units.set(unit.recipeId, [unit])
  }
  return facts.recipes.map((recipe) => {
    const own = units.get(recipe.id) ?? []
    const ids = own.map(({ id }) => id)
    return {
      id: recipe.id,
      name: recipe.name,
      category: recipe.category,
      hidden: recipe.hidden,
      units: unitsOf(recipe.id, own),
      lines: recipe.lines.length,
      bundles: namesOf(ids.map((id) => bundles.get(id))),
      events: namesOf([recipe.id, ...ids].map((id) => events.get(id))),
    }
  })
}

export interface BundleListRow extends Uses {
  readonly id: GoodId
  readonly name: string
  readonly hidden: boolean
  readonly contents: readonly PartShown[]
}

interface PartShown {
  readonly name: string
  readonly quantity: Amount
  /** It cannot be chosen any more, or is not known here. */
  readonly hidden: boolean
}

export function bundleList(facts: CatalogueFacts): BundleListRow[] {
  const bundles = bundlesWith(facts)
  const events = eventsThatWant(facts)
  const parts = partsOf(facts)
  return facts.goods.map(({ id, name, hidden, lines }) => ({
    id,
    name,
    hidden,
    contents: lines.map(({ item, quantity }) => {
      const part = parts.get(item.id)
      return {
        name: part?.name ?? '',
        quantity: amountOf(quantity),
        hidden: part?.hidden ?? true,
      }
    }),
    bundles: namesOf([bundles.get(id)]),
    events: namesOf([events.get(id)]),
  }))
}

export interface IngredientListRow {
  readonly id: IngredientId
  readonly name: string
  readonly measure: string
  readonly category: string
  readonly density: Density | null
  readonly hidden: boolean
  /** Names of the recipes that use it. */
  readonly recipes: readonly string[]
}

export function ingredientList({ ingredients, recipes }: CatalogueFacts): IngredientListRow[] {
  const users = new Map<string, Set<string>>()
  for (const { name, hidden, lines } of recipes) {
    if (hidden) continue
    for (const { ingredientId } of lines) if (ingredientId !== null) note(users, ingredientId, name)
  }
  return ingredients.map(({ id, name, measure, category, density, hidden }) => ({
    ...{ id, name, measure, category, density, hidden },
    recipes: namesOf([users.get(id)]),
  }))
}

export interface MaterialListRow {
  readonly id: MaterialId
  readonly name: string
  readonly measure: string
  readonly hidden: boolean
  /** Names of the bundles that it is in. */
  readonly bundles: readonly string[]
}

export function materialList(facts: CatalogueFacts): MaterialListRow[] {
  const bundles = bundlesWith(facts)
  return facts.materials.map(({ id, name, measure, hidden }) => ({
    ...{ id, name, measure, hidden },
    bundles: namesOf([bundles.get(id)]),
  }))
}

/** Id of a part → names of the bundles on the list that it is in. */
function bundlesWith({ goods }: CatalogueFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { name, hidden, lines } of goods) {
    if (!hidden) for (const { item } of lines) note(found, item.id, name)
  }
  return found
}

/** Id of a recipe, bundle or unit → names of the events on the list that want it. */
function eventsThatWant(facts: CatalogueFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<EventId, string>()
  for (const { id, name, hidden } of facts.events) if (!hidden) names.set(id, name)
  const found = new Map<string, Set<string>>()
  const want = (id: string, { eventId, hidden }: { eventId: EventId; hidden: boolean }): void => {
    const name = names.get(eventId)
    if (!hidden && name !== undefined) note(found, id, name)
  }
  for (const target of facts.productionTargets) want(target.recipeId, target)
  for (const target of facts.assemblyTargets) want(target.goodId, target)
  for (const target of facts.looseTargets) want(target.unitId, target)
  return found
}

function note(found: Map<string, Set<string>>, id: string, name: string): void {
  const names = found.get(id)
  if (names) names.add(name)
  else found.set(id, new Set([name]))
}

function namesOf(sets: readonly (ReadonlySet<string> | undefined)[]): string[] {
  return [...new Set(sets.flatMap((names) => [...(names ?? [])]))]
}
