import { accountOf, type Totals } from './account'
import { bundleRows, type BundleRow } from './bundle-rows'
import type { Standing } from './ledger'
import type { EventFacts, KitchenEvent, RecipeId } from './model'
import { gainFinder } from './gain-finder'
import { gainsOf, nextBaking, type SharedBaking } from './gains'
import { comingFrom, lacksOf, remakes, shortAfter } from './outlook'
import type { Baking } from './outlook'
import { shelfOf, together } from './feasibility'
import { looseRows, type LooseRow } from './loose-rows'
import { overallProgress, type OverallProgress } from './progress'
import { fullShare, recipeRows, type RecipeRow } from './recipe-rows'
import { grossNeeds, planRows, type PlanRow } from './needs'
import { situate, type Setting } from './situation'
import { isNegative, type Amount } from './quantity'

/** Everything that one event's screens show, from its facts alone. */
export interface Board {
  readonly event: KitchenEvent
  readonly overall: OverallProgress
  readonly recipes: readonly RecipeRow[]
  readonly bundles: readonly BundleRow[]
  readonly loose: readonly LooseRow[]
  readonly plan: readonly PlanRow[]
  /** P1: runs of recipes and bundles that have no target. */
  readonly alsoMade: readonly AlsoMade[]
  /** B5: what cures a shortage that the planned batches leave. */
  readonly remake: readonly NamedBaking[]
  /** Bundles that cannot be packed even after baking. */
  readonly bundlesShort: number
  readonly next: Next
  /** R2: what has been used beyond what is recorded. */
  readonly negative: readonly {
    readonly name: string
    readonly kind: string
    readonly amount: Amount
  }[]
  readonly lastRecorded: { readonly entry: Standing; readonly name: string } | null
}

export type AlsoMade =
  | {
      readonly kind: 'recipe'
      readonly name: string
      readonly batches: number
      readonly lostBatches: number
    }
  | { readonly kind: 'bundle'; readonly name: string; readonly quantity: number }

export interface NamedBaking extends Baking {
  readonly recipeName: string
}

/** B6, and what follows when baking gains nothing more. */
export type Next =
  | {
      readonly kind: 'bake'
      readonly bake: readonly (NamedBaking & SharedBaking)[]
      readonly gain: number
      readonly each: boolean
    }
  | { readonly kind: 'pack'; readonly name: string; readonly quantity: number }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'complete' }
  | { readonly kind: 'plan' }

export function boardOf(facts: EventFacts): Board {
  const account = accountOf(facts.entries, facts.event.id)
  const { sums, last } = account
  const setting = situate(facts, account)
  const { situation, names } = setting
  const { composition, stock, wishes, kept } = situation

  const lacks = lacksOf(situation)
  const coming = comingFrom(situation.ovens, lacks)
  const now = together(composition, wishes, shelfOf(composition, stock, [], kept))
  const after = together(composition, wishes, shelfOf(composition, stock, coming, kept))
  const gainOf = gainFinder(situation, now)
  const gains = gainsOf(situation, lacks, gainOf)

  const needs = grossNeeds(setting)
  const short = shortAfter(lacks, coming)
  const recipes = recipeRows(setting, sums, needs, gains, lacks, short)
  const bundles = bundleRows(setting, sums, { now, after })
  const loose = looseRows(setting, sums, { now, after })
  const remake = remakes(situation, lacks).map((baking) => named(baking, names.recipe))
  const overall = overallProgress({
    production: recipes,
    assembly: bundles,
    looseMet: loose.map((row) => row.isComplete),
    started: isStarted(setting, sums, loose),
  })
  return {
    event: facts.event,
    overall,
    recipes,
    bundles,
    loose,
    plan: planRows(setting, needs, short),
    alsoMade: alsoMade(setting, sums),
    remake,
    bundlesShort: bundles.reduce((sum, row) => sum + row.bar.short, 0),
    next: nextOf(),
    negative: negatives(setting),
    lastRecorded: last && { entry: last, name: names.ofEntry(last) },
  }

  function nextOf(): Next {
    if (recipes.length + bundles.length + loose.length === 0) return { kind: 'plan' }
    const baking = nextBaking(situation, lacks, now, gains, gainOf)
    if (baking) {
      const bake = baking.bake.map((one) => named(one, names.recipe))
      return { kind: 'bake', bake, gain: baking.gain, each: isOneOfEach(bake, recipes) }
    }
    const packable = bundles.find((row) => row.availableTogether > 0)
    if (packable) {
      return { kind: 'pack', name: packable.finishedGoodName, quantity: packable.availableTogether }
    }
    const unbaked = recipes.find((row) => row.remainingBatches > 0)
    if (unbaked && overall.status !== 'complete') {
      const { recipeId, recipeName } = unbaked
      const bake = [{ recipeId, recipeName, batches: 1, shares: fullShare(unbaked, 1) }]
      return { kind: 'bake', bake, gain: 0, each: false }
    }
    return overall.status === 'complete' ? { kind: 'complete' } : { kind: 'blocked' }
  }
}

/** "1 batch of each" can be said when the set is one batch of every recipe of the event. */
function isOneOfEach(bake: readonly NamedBaking[], recipes: readonly RecipeRow[]): boolean {
  const targeted = new Set(recipes.map(({ recipeId }) => recipeId))
  const isEach = bake.every(({ recipeId, batches }) => batches === 1 && targeted.has(recipeId))
  return bake.length > 1 && bake.length === recipes.length && isEach
}

function named<One extends Baking>(
  baking: One,
  nameOf: (id: RecipeId) => string,
): One & NamedBaking {
  return { ...baking, recipeName: nameOf(baking.recipeId) }
}

/** P5: any run of a targeted recipe or bundle, or of a recipe that makes wanted pieces, is a start. */
function isStarted(
  { targets, unitsById }: Setting,
  sums: Totals,
  loose: readonly LooseRow[],
): boolean {
  const looseRecipes = targets.loose.map(({ unitId }) => unitsById.get(unitId)?.recipeId)
  return (
    targets.production.some(({ recipeId }) => sums.made.has(recipeId)) ||
    targets.assembly.some(({ goodId }) => sums.packed.has(goodId)) ||
    looseRecipes.some((recipeId) => recipeId !== undefined && sums.made.has(recipeId)) ||
    loose.some((row) => row.wanted > 0 && row.isComplete)
  )
}

function alsoMade({ targets, names }: Setting, sums: Totals): AlsoMade[] {
  const recipes = new Set(targets.production.map(({ recipeId }) => recipeId))
  const goods = new Set(targets.assembly.map(({ goodId }) => goodId))
  return [
    ...inIdOrder(sums.made, (recipeId) => !recipes.has(recipeId)).map(
      ([recipeId, { batches, lostBatches }]) => ({
        kind: 'recipe' as const,
        name: names.recipe(recipeId),
        batches,
        lostBatches,
      }),
    ),
    ...inIdOrder(sums.packed, (goodId) => !goods.has(goodId)).map(([goodId, quantity]) => ({
      kind: 'bundle' as const,
      name: names.good(goodId),
      quantity,
    })),
  ]
}

/** Some of a map, in an order that does not depend on what was recorded or arrived first. */
function inIdOrder<Id extends string, Value>(
  map: ReadonlyMap<Id, Value>,
  isWanted: (id: Id, value: Value) => boolean,
): [Id, Value][] {
  return [...map].filter((row) => isWanted(...row)).sort(([a], [b]) => (a < b ? -1 : 1))
}

function negatives({ situation: { stock }, names }: Setting): Board['negative'] {
  const below = <Id extends string>(
    kind: string,
    amounts: ReadonlyMap<Id, Amount>,
    nameOf: (id: Id) => string,
  ): Board['negative'] =>
    inIdOrder(amounts, (_, amount) => isNegative(amount)).map(([id, amount]) => ({
      kind,
      name: nameOf(id),
      amount,
    }))
  return [
    ...below('unit', stock.units, names.unit),
    ...below('good', stock.goods, names.good),
    ...below('material', stock.materials, names.material),
  ]
}

/** The part of the event that fits where it stands: the plan while it is empty, the oven while batches remain. */
export function openingTab({ recipes, bundles, loose }: Board): 'plan' | 'produce' | 'assemble' {
  if (recipes.length + bundles.length + loose.length === 0) return 'plan'
  return recipes.some((row) => row.remainingBatches > 0) ? 'produce' : 'assemble'
}
