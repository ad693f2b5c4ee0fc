import { explode, only, taken, type Composition, type Demand } from './composition'
import {
  MAX_COUNT,
  add,
  compare,
  isPositive,
  max,
  min,
  subtract,
  timesIn,
  type Amount,
} from './quantity'
import type { Stock } from './stock'

/** What can be used, by the composition's numbers, never below 0. Null: not counted, blocks nothing (S2). */
export type Shelf = readonly (Amount | null)[]

/** Negative stock counts as 0 here (A2). `more` is what baking will add to it before that (A4). */
export function shelfOf(
  composition: Composition,
  stock: Stock,
  more: readonly Amount[] = [],
): Shelf {
  return composition.items.map((item, index) => {
    if (item.kind === 'material') {
      const counted = stock.materials.get(item.id)
      return counted === undefined ? null : max(0, counted)
    }
    const onHand = (item.kind === 'unit' ? stock.units.get(item.id) : stock.goods.get(item.id)) ?? 0
    const coming = more[index]
    return max(0, coming === undefined ? onHand : add(onHand, coming))
  })
}

/** A2: the largest number of this bundle that the shelf gives, `most` at the most. */
export function buildable(
  composition: Composition,
  good: number,
  shelf: Shelf,
  most: number = MAX_COUNT,
): number {
  const lines = composition.lines[good]
  if (!lines || lines.length === 0 || composition.cycle(good) || most <= 0) return 0
  if (lines.every(({ index }) => composition.items[index]!.kind !== 'good')) {
    let least = most
    for (const { index, quantity } of lines) {
      const onShelf = shelf[index]
      if (onShelf !== null) least = timesIn(onShelf ?? 0, quantity, least)
    }
    return least
  }
  return largest(most, (count) =>
    fits(composition, demandFor(composition, good, count, shelf), shelf),
  )
}

/** The largest n from 0 to `most` for which `fits` holds, which holds for every smaller n too. */
function largest(most: number, fits: (n: number) => boolean): number {
  let [low, high] = [0, 1]
  while (high < most && fits(high)) [low, high] = [high, high * 2]
  high = Math.min(high, most)
  if (fits(high)) return high
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2)
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

/** What packing `count` of a bundle asks for when inner bundles on the shelf go first. */
export function demandFor(
  composition: Composition,
  good: number,
  count: Amount,
  shelf: Shelf,
): Demand {
  return explode(composition, composition.order(good), only(good, count), shelf)
}

function fits(composition: Composition, demand: Demand, shelf: Shelf): boolean {
  return missing(composition, demand, shelf).length === 0
}

export interface Missing {
  readonly index: number
  readonly amount: Amount
}

/** What a demand asks for and the shelf does not have. A bundle without lines can only come from the shelf. */
export function missing(composition: Composition, demand: Demand, shelf: Shelf): Missing[] {
  const found: Missing[] = []
  demand.wanted.forEach((wanted, index) => {
    if (composition.items[index]!.kind === 'good') {
      const made = demand.made[index] ?? 0
      if (composition.lines[index]!.length === 0 && isPositive(made))
        found.push({ index, amount: made })
    } else {
      const onShelf = shelf[index]
      if (onShelf !== null && compare(wanted, onShelf ?? 0) > 0) {
        found.push({ index, amount: subtract(wanted, onShelf ?? 0) })
      }
    }
  })
  return found
}

/** Bundles still to pack and loose pieces still wanted, in the event's order. */
export interface Wishes {
  readonly bundles: readonly { readonly good: number; readonly remaining: number }[]
  readonly loose: readonly { readonly unit: number; readonly remaining: Amount }[]
}

export interface Promises {
  readonly bundles: readonly number[]
  readonly loose: readonly Amount[]
}

/**
 * A3: going through the wishes in order, loose pieces last, each takes what the rest of the shelf
 * gives, so that nothing is promised twice. `atTurn` is told what was left when each bundle's turn came.
 */
export function together(
  composition: Composition,
  wishes: Wishes,
  shelf: Shelf,
  atTurn?: (wish: number, left: Shelf) => void,
): Promises {
  const left = [...shelf]
  const bundles = wishes.bundles.map(({ good, remaining }, wish) => {
    atTurn?.(wish, [...left])
    const count = buildable(composition, good, left, remaining)
    if (count > 0) take(composition, good, count, left)
    return count
  })
  const loose = wishes.loose.map(({ unit, remaining }) => {
    const onShelf = left[unit] ?? 0
    const pieces = max(0, min(remaining, onShelf))
    left[unit] = subtract(onShelf, pieces)
    return pieces
  })
  return { bundles, loose }
}

function take(
  composition: Composition,
  good: number,
  count: number,
  left: (Amount | null)[],
): void {
  const amounts = taken(composition, demandFor(composition, good, count, left), left)
  amounts.forEach((amount, index) => {
    const onShelf = left[index]
    if (onShelf !== null) left[index] = subtract(onShelf ?? 0, amount)
  })
}
