import type { Account, Totals } from './account'
import { compose, type Composition } from './composition'
import type { Wishes } from './feasibility'
import type {
  AssemblyTarget,
  Component,
  EventFacts,
  FinishedGood,
  FinishedUnit,
  GoodId,
  LooseTarget,
  ProductionTarget,
  Recipe,
  RecipeId,
  UnitId,
} from './model'
import type { Oven, Situation } from './outlook'
import { namesOf, type Names } from './names'
import { remaining } from './progress'
import { countOf, isPositive, max, subtract, type Amount } from './quantity'
import { byId, unitsByRecipe } from './rows'

/** One event's plan and catalogue, arranged for the questions that its board answers. */
interface Arrangement {
  readonly targets: {
    readonly production: readonly ProductionTarget[]
    readonly assembly: readonly AssemblyTarget[]
    readonly loose: readonly LooseTarget[]
  }
  readonly recipesById: ReadonlyMap<RecipeId, Recipe>
  readonly unitsById: ReadonlyMap<UnitId, FinishedUnit>
  readonly unitsOf: (recipeId: RecipeId) => readonly FinishedUnit[]
  readonly names: Names
}

/** The same, with what was recorded. */
export interface Setting extends Arrangement {
  readonly facts: EventFacts
  readonly situation: Situation
}

/** What of an arrangement goes into every situation of it. */
interface Arranged extends Arrangement {
  readonly composition: Composition
  readonly ovens: readonly Omit<Oven, 'remaining'>[]
  readonly ovenOf: Situation['ovenOf']
}

export function situate(facts: EventFacts, { sums, stock }: Account): Setting {
  const { composition, ovens, ovenOf, ...arrangement } = arranged(facts)
  const { targets } = arrangement
  const indexOf = (item: Component): number => composition.indexOf(item)!
  const planned = new Map(targets.production.map(({ recipeId, batches }) => [recipeId, batches]))
  const kept = new Map<number, number>()
  const bundles = targets.assembly.map(({ goodId, quantity }) => {
    const good = indexOf({ kind: 'good', id: goodId })
    const done = packedOf(sums, goodId)
    kept.set(good, Math.max(0, Math.min(done, quantity)))
    return { good, remaining: remaining(done, quantity) }
  })
  const loose = targets.loose.map(({ unitId, quantity }) => ({
    unit: indexOf({ kind: 'unit', id: unitId }),
    remaining: notGiven(sums, unitId, quantity),
  }))
  return {
    ...arrangement,
    facts,
    situation: {
      composition,
      stock,
      wishes: { bundles, loose },
      kept,
      ovens: ovens.map(({ recipe, units, indices }) => ({
        recipe,
        units,
        indices,
        remaining: remaining(sums.made.get(recipe.id)?.batches ?? 0, planned.get(recipe.id) ?? 0),
      })),
      ovenOf,
      takers: takersOf(composition, bundles),
    },
  }
}

const ARRANGED = [
  'recipes',
  'units',
  'goods',
  'materials',
  'productionTargets',
  'assemblyTargets',
  'looseTargets',
] as const satisfies readonly (keyof EventFacts)[]

/** Lists of rows are never changed, and no tap brings others: what was arranged last of a plan is kept. */
const last = new WeakMap<object, { readonly of: EventFacts; readonly arranged: Arranged }>()

function arranged(facts: EventFacts): Arranged {
  const key = facts.assemblyTargets
  const known = last.get(key)
  if (known && ARRANGED.every((rows) => known.of[rows] === facts[rows])) return known.arranged
  const found = arrange(facts)
  last.set(key, { of: { ...facts, entries: [] }, arranged: found })
  return found
}

function arrange(facts: EventFacts): Arranged {
  const targets = {
    production: inTheirOrder(facts.productionTargets, ({ recipeId }) => recipeId),
    assembly: inTheirOrder(facts.assemblyTargets, ({ goodId }) => goodId),
    loose: inTheirOrder(facts.looseTargets, ({ unitId }) => unitId),
  }
  const recipesById = byId(facts.recipes)
  const unitsById = byId(facts.units)
  const groups = unitsByRecipe(facts.units)
  const unitsOf = (recipeId: RecipeId): readonly FinishedUnit[] => groups.get(recipeId) ?? []

  const looseItems = targets.loose.map(({ unitId }): Component => ({ kind: 'unit', id: unitId }))
  const targeted = targets.assembly.map(({ goodId }): Component => ({ kind: 'good', id: goodId }))
  const reached = reachable(byId(facts.goods), targets.assembly)
  const recipeIds = new Set(targets.production.map(({ recipeId }) => recipeId))
  const wantedUnits = new Set<UnitId>(targets.loose.map(({ unitId }) => unitId))
  for (const { lines } of reached) {
    for (const { item } of lines) if (item.kind === 'unit') wantedUnits.add(item.id)
  }
  for (const unitId of wantedUnits) {
    const recipe = recipesById.get(unitsById.get(unitId)?.recipeId ?? ('' as RecipeId))
    if (recipe && !recipe.hidden) recipeIds.add(recipe.id)
  }
  const bakeable = [...recipeIds].flatMap((id) => {
    const recipe = recipesById.get(id)
    return recipe ? [{ recipe, units: unitsOf(id) }] : []
  })
  const units = bakeable.flatMap((one) =>
    one.units.map(({ id }): Component => ({ kind: 'unit', id })),
  )
  const composition = compose(reached, [...targeted, ...looseItems, ...units])
  const ovens = bakeable.map(({ recipe, units: own }) => ({
    recipe,
    units: own,
    indices: own.map(({ id }) => composition.indexOf({ kind: 'unit', id })!),
  }))
  return {
    targets,
    recipesById,
    unitsById,
    unitsOf,
    names: namesOf(facts),
    composition,
    ovens,
    ovenOf: new Map(ovens.flatMap(({ indices }, place) => indices.map((unit) => [unit, place]))),
  }
}

function takersOf(composition: Composition, bundles: Wishes['bundles']): Situation['takers'] {
  const takers = new Map<number, number[]>()
  bundles.forEach(({ good, remaining }, wish) => {
    if (remaining === 0 || composition.cycle(good)) return
    for (const part of composition.parts(good)) {
      const present = takers.get(part)
      if (present) present.push(wish)
      else takers.set(part, [wish])
    }
  })
  return takers
}

/** P2: bundles packed, less those that went into other packed bundles. */
export function packedOf(sums: Totals, goodId: GoodId): number {
  return countOf(
    subtract(sums.packed.get(goodId) ?? 0, sums.inside.get(goodId) ?? 0),
    Number.MAX_SAFE_INTEGER,
  )
}

/** Loose pieces wanted that were not handed over yet. */
function notGiven(sums: Totals, unitId: UnitId, wanted: number): Amount {
  const given = sums.given.get(unitId) ?? 0
  const open = subtract(wanted, isPositive(given) ? given : 0)
  return max(0, open)
}

/** Targets as the plan lists them; those that were taken off stay out. */
export function inTheirOrder<Target extends { readonly order: number; readonly hidden: boolean }>(
  targets: readonly Target[],
  idOf: (target: Target) => string,
): Target[] {
  return targets
    .filter((target) => !target.hidden)
    .sort((a, b) => a.order - b.order || (idOf(a) < idOf(b) ? -1 : 1))
}

/** The event's bundles and all bundles in them; a 500-bundle catalogue must not slow a small event down. */
function reachable(
  goods: ReadonlyMap<GoodId, FinishedGood>,
  targets: readonly AssemblyTarget[],
): FinishedGood[] {
  const found = new Map<GoodId, FinishedGood>()
  const open = targets.map(({ goodId }) => goodId).reverse()
  while (open.length > 0) {
    const good = goods.get(open.pop()!)
    if (!good || found.has(good.id)) continue
    found.set(good.id, good)
    for (const { item } of good.lines) if (item.kind === 'good') open.push(item.id)
  }
  return [...found.values()]
}
