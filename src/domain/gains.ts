import { batchesFor } from './batches'
import { buildable, isFlat, missing, recall, take, type Promises } from './feasibility'
import type { RecipeId } from './model'
import { needsFrom, sharesFrom, type Baking, type Oven, type Situation } from './outlook'
import {
  add,
  ceil,
  compare,
  countOf,
  isNegative,
  max,
  min,
  subtract,
  type Amount,
} from './quantity'

/** What to do next: `gain` more bundles could be packed after these batches. */
export interface NextBaking {
  readonly bake: readonly SharedBaking[]
  readonly gain: number
}

/** Batches, and what they have to become for the gain: whole pieces of each unit, in the units' order. */
export interface SharedBaking extends Baking {
  readonly shares: readonly number[]
}

/** How many more bundles could be packed if these pieces, by number, came out of the oven. */
export type GainOf = (coming: ReadonlyMap<number, Amount>) => number

/** How many more bundles each recipe's next planned batch lets the event pack; recipes that are done stay out. */
export function gainsOf(
  { ovens }: Situation,
  lacks: readonly Amount[],
  gainOf: GainOf,
): ReadonlyMap<RecipeId, number> {
  const pieces = lacks.map(ceil)
  const planned = ovens.filter(({ remaining }) => remaining > 0)
  return new Map(
    planned.map((oven) => [oven.recipe.id, gainOf(comingOf(oven, sharesFrom(oven, 1, pieces)))]),
  )
}

/**
 * B6: the recipe with the greatest gain, the first of equals; when no single batch helps, the
 * smallest set that lets the first unfinished bundle grow; null when baking gains none.
 */
export function nextBaking(
  situation: Situation,
  lacks: readonly Amount[],
  now: Promises,
  gains: ReadonlyMap<RecipeId, number>,
  gainOf: GainOf,
): NextBaking | null {
  const pieces = lacks.map(ceil)
  let best: NextBaking | null = null
  for (const oven of situation.ovens) {
    const gain = gains.get(oven.recipe.id) ?? 0
    if (gain > (best?.gain ?? 0)) {
      best = { bake: [shared(oven, 1, sharesFrom(oven, 1, pieces))], gain }
    }
  }
  return best ?? smallestSet(situation, pieces, now, gainOf)
}

function smallestSet(
  { composition, stock, wishes, ovens }: Situation,
  lacks: readonly Amount[],
  now: Promises,
  gainOf: GainOf,
): NextBaking | null {
  const shelf = [...now.shelf]
  for (const [wish, { good, remaining }] of wishes.bundles.entries()) {
    const promised = now.bundles[wish] ?? 0
    if (promised >= remaining || composition.cycle(good)) continue
    recall(composition, good, now.turns[wish]!, shelf)
    const short: Amount[] = []
    for (const { index, amount } of missing(composition, good, promised + 1, shelf)) {
      const item = composition.items[index]!
      const owed = item.kind === 'unit' ? min(0, stock.units.get(item.id) ?? 0) : 0
      short[index] = ceil(subtract(amount, owed))
    }
    const bake: SharedBaking[] = []
    const coming = new Map<number, Amount>()
    for (const oven of ovens) {
      const batches = batchesFor(needsFrom(oven, short), oven.recipe.splits)
      if (typeof batches !== 'number' || batches === 0) continue
      const shares = sharesFor(oven, batches, lacks, short)
      bake.push(shared(oven, batches, shares))
      for (const [index, pieces] of comingOf(oven, shares)) coming.set(index, pieces)
    }
    const gain = bake.length > 0 ? gainOf(coming) : 0
    if (gain > 0) return { bake, gain }
  }
  return null
}

/** Shared by what the event lacks, as batches are; by what is short now when that would not be enough. */
function sharesFor(
  oven: Oven,
  batches: number,
  lacks: readonly Amount[],
  short: readonly Amount[],
): Amount[] {
  const shares = sharesFrom(oven, batches, lacks)
  const isEnough = oven.indices.every(
    (index, position) => compare(shares[position] ?? 0, short[index] ?? 0) >= 0,
  )
  return isEnough ? shares : sharesFrom(oven, batches, short)
}

function shared({ recipe }: Oven, batches: number, shares: readonly Amount[]): SharedBaking {
  return { recipeId: recipe.id, batches, shares: shares.map((pieces) => countOf(pieces)) }
}

function comingOf({ indices }: Oven, shares: readonly Amount[]): Map<number, Amount> {
  return new Map(indices.map((index, position) => [index, shares[position] ?? 0]))
}

/**
 * Prepares to ask for gains. A bundle gets another number only when there is less of something that
 * is in it, or more of all that one more of it would miss: of an event's many bundles only a few are
 * looked at for each batch.
 */
export function gainFinder(situation: Situation, now: Promises): GainOf {
  const { composition, stock, wishes, takers } = situation
  /** Of a shelf, only what is in the bundle that is looked at. */
  const left: (Amount | null)[] = [...now.shelf]
  /** What there is more of (or less) than there was when the same bundle's turn came. */
  const more = new Map<number, Amount>()
  /** The wishes whose bundles have something in them that changed. */
  const touched = new Set<number>()
  /** What one more of a bundle would miss; null where no more are wanted. */
  const lacking: (readonly number[] | null)[] = []

  const change = (index: number, by: Amount): void => {
    if (by === 0) {
      more.delete(index)
      return
    }
    more.set(index, by)
    for (const wish of takers.get(index) ?? []) touched.add(wish)
  }

  const lackingIn = (wish: number): readonly number[] | null => {
    const known = lacking[wish]
    if (known !== undefined) return known
    const { good, remaining } = wishes.bundles[wish]!
    const count = now.bundles[wish]!
    if (count === remaining) return (lacking[wish] = null)
    recall(composition, good, now.turns[wish]!, left)
    const found = missing(composition, good, count + 1, left).map(({ index }) => index)
    return (lacking[wish] = found)
  }

  const staysAsItIs = (wish: number): boolean => {
    for (const part of composition.parts(wishes.bundles[wish]!.good)) {
      const by = more.get(part)
      if (by !== undefined && (isNegative(by) || composition.items[part]!.kind === 'good')) {
        return false
      }
    }
    return !(lackingIn(wish)?.every((index) => more.has(index)) ?? false)
  }

  return (coming) => {
    more.clear()
    touched.clear()
    for (const [index, pieces] of coming) {
      const item = composition.items[index]!
      const onHand = item.kind === 'unit' ? (stock.units.get(item.id) ?? 0) : 0
      change(index, subtract(max(0, add(onHand, pieces)), now.shelf[index] ?? 0))
    }
    let gain = 0
    for (let wish = first(touched, -1); wish !== null; wish = first(touched, wish)) {
      if (staysAsItIs(wish)) continue
      const { good, remaining } = wishes.bundles[wish]!
      const turn = now.turns[wish]!
      const parts = composition.parts(good)
      recall(composition, good, turn, left)
      for (const part of parts) {
        const by = more.get(part)
        if (by !== undefined) left[part] = add(left[part] ?? 0, by)
      }
      const count = buildable(composition, good, left, remaining)
      // As many pieces and materials as before leave the others as much as before.
      if (count === now.bundles[wish] && isFlat(composition, good)) continue
      gain += count - now.bundles[wish]!
      take(composition, good, count, left)
      for (let position = 0; position < parts.length; position++) {
        const part = parts[position]!
        const amount = left[part]
        if (amount !== null) change(part, subtract(amount ?? 0, turn.after[position] ?? 0))
      }
    }
    return gain
  }
}

/** The first wish in order that is after this one: looking at one may touch later ones. */
function first(touched: ReadonlySet<number>, after: number): number | null {
  let found: number | null = null
  for (const wish of touched) {
    if (wish > after && (found === null || wish < found)) found = wish
  }
  return found
}
