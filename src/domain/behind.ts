import { accountOf } from './account'
import type { Board } from './board'
import { recall, shelfOf, together } from './feasibility'
import type { EventFacts, GoodId, RecipeId } from './model'
import { divide, floor, isPositive, subtract, type Amount } from './quantity'
import { fullShare } from './recipe-rows'
import { situate } from './situation'

/** What stands behind the answers of a board, one step a line. */

/** One line of a bundle: what is there for it, and how many bundles that is enough for. */
export interface PackingStep {
  readonly name: string
  readonly each: Amount
  /** What the bundles before it leave. Null: never counted, blocks nothing (S2). */
  readonly there: Amount | null
  /** Whole bundles that this line alone would allow; null where nothing limits it. */
  readonly gives: Amount | null
  /** What the bundles before it take of the same (A3), and what stays packed as what it is. */
  readonly taken: readonly { readonly name: string; readonly amount: Amount }[]
  /** Whether more can be put together from parts than lie there. */
  readonly isBundle: boolean
}

/** A2 and A3 of one bundle, line by line. */
export function packingSteps(facts: EventFacts, goodId: GoodId): PackingStep[] {
  const { situation, names } = situate(facts, accountOf(facts.entries, facts.event.id))
  const { composition, stock, wishes, kept } = situation
  const good = composition.indexOf({ kind: 'good', id: goodId })
  const wish = wishes.bundles.findIndex((one) => one.good === good)
  if (good === undefined || wish < 0) return []
  const { turns, shelf } = together(composition, wishes, shelfOf(composition, stock, [], kept))
  const left = [...shelf]
  const taken = new Map<number, { name: string; amount: Amount }[]>()
  for (const [index, count] of kept) {
    if (count > 0) taken.set(index, [{ name: names.of(composition.items[index]!), amount: count }])
  }
  for (const [place, { good: other }] of wishes.bundles.slice(0, wish).entries()) {
    const { before, after } = turns[place]!
    composition.parts(other).forEach((part, position) => {
      const amount = subtract(before[position] ?? 0, after[position] ?? 0)
      if (!isPositive(amount)) return
      const name = names.of(composition.items[other]!)
      taken.set(part, [...(taken.get(part) ?? []), { name, amount }])
    })
  }
  recall(composition, good, turns[wish]!, left)
  return composition.lines[good]!.map(({ index, quantity }) => {
    const there = left[index] === undefined ? 0 : left[index]
    const item = composition.items[index]!
    return {
      name: names.of(item),
      each: quantity,
      there,
      gives: there === null || !isPositive(quantity) ? null : floor(divide(there, quantity)),
      taken: taken.get(index) ?? [],
      isBundle: item.kind === 'good',
    }
  })
}

/** One unit that is short after baking. */
export interface CureStep {
  readonly recipeId: RecipeId
  readonly unitName: string
  /** Pieces that are missing before anything more is baked, and those that the planned batches bring. */
  readonly lack: Amount
  readonly coming: Amount
  readonly short: Amount
  readonly itemsPerBatch: number
}

/** A5, from which the cure of B5 follows: of recipes that are planned, then of those that nobody planned. */
export function cureSteps({ recipes, plan }: Pick<Board, 'recipes' | 'plan'>): CureStep[] {
  const unplanned = plan.filter(({ targetBatches }) => targetBatches === null)
  return [
    ...plannedCures(recipes),
    ...unplanned.flatMap(({ recipeId, units }) =>
      units.flatMap(({ unitName, shortAfter: short, itemsPerBatch }): CureStep[] =>
        isPositive(short)
          ? [{ recipeId, unitName, lack: short, coming: 0, short, itemsPerBatch }]
          : [],
      ),
    ),
  ]
}

function plannedCures(recipes: Board['recipes']): CureStep[] {
  return recipes.flatMap(({ recipeId, pieces, lacks, units }) =>
    pieces.flatMap(({ unitName, short }, index): CureStep[] => {
      if (!isPositive(short)) return []
      const lack = lacks[index] ?? 0
      const { itemsPerBatch } = units[index]!
      return [{ recipeId, unitName, lack, coming: subtract(lack, short), short, itemsPerBatch }]
    }),
  )
}

/** What one more batch of a recipe gives, and how many bundles can be packed without and with it. */
export interface GainStep {
  readonly recipeId: RecipeId
  readonly recipeName: string
  readonly pieces: readonly { readonly unitName: string; readonly count: number }[]
  readonly now: number
  readonly then: number
}

/** B6: the gain of the next planned batch of each recipe. */
export function gainSteps({ recipes, bundles }: Pick<Board, 'recipes' | 'bundles'>): GainStep[] {
  const now = bundles.reduce((sum, row) => sum + row.availableTogether, 0)
  return recipes.flatMap((row): GainStep[] => {
    if (row.nextGain === null) return []
    const share = fullShare(row, 1)
    const pieces = row.units.flatMap(({ name }, index) => {
      const count = share[index] ?? 0
      return count > 0 ? [{ unitName: name, count }] : []
    })
    const { recipeId, recipeName, nextGain } = row
    return [{ recipeId, recipeName, pieces, now, then: now + nextGain }]
  })
}
