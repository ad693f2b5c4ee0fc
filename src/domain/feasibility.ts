import { explode, taken, type Composition, type Demand } from './composition'
import {
  MAX_COUNT,
  add,
  compare,
  max,
  min,
  multiply,
  subtract,
  timesIn,
  type Amount,
} from './quantity'
import type { Stock } from './account'

/** What can be used, by the composition's numbers, never below 0. Null: not counted, blocks nothing (S2). */
export type Shelf = readonly (Amount | null)[]

/**
 * Negative stock counts as 0 here (A2). `coming` is what baking will add to it before that (A4); `kept`
 * are the packed bundles that meet a wish of their own, and are not promised to other bundles (A3).
 */
export function shelfOf(
  composition: Composition,
  stock: Stock,
  coming: readonly Amount[] = [],
  kept: ReadonlyMap<number, number> = new Map(),
): Shelf {
  return composition.items.map((item, index) => {
    switch (item.kind) {
      case 'material': {
        const counted = stock.materials.get(item.id)
        return counted === undefined ? null : max(0, counted)
      }
      case 'unit':
        return max(0, add(stock.units.get(item.id) ?? 0, coming[index] ?? 0))
      case 'good':
        return max(0, subtract(stock.goods.get(item.id) ?? 0, kept.get(index) ?? 0))
    }
  })
}

/** A2: the largest number of this bundle that the shelf gives, `most` at the most. */
export function buildable(
  composition: Composition,
  good: number,
  shelf: Shelf,
  most: number = MAX_COUNT,
): number {
  if (most <= 0 || composition.cycle(good)) return 0
  if (isFlat(composition, good)) return boundOf(composition, good, shelf, most)
  const bounds = new Map<number, number>()
  for (const inner of [...composition.order(good)].reverse()) {
    bounds.set(inner, boundOf(composition, inner, shelf, inner === good ? most : MAX_COUNT, bounds))
  }
  return largest(
    bounds.get(good)!,
    (count) => missing(composition, good, count, shelf).length === 0,
  )
}

/** Whether it holds pieces and materials only. */
export function isFlat(composition: Composition, good: number): boolean {
  return composition.order(good).length === 1
}

/**
 * Not fewer than can be put together, `most` at the most: each line is looked at as if it were the
 * only one. Of a bundle of pieces and materials, each in one line, it is the number itself. `inner`
 * has the bounds of the bundles that are in it.
 */
function boundOf(
  composition: Composition,
  good: number,
  shelf: Shelf,
  most: number,
  inner?: ReadonlyMap<number, number>,
): number {
  const lines = composition.lines[good]!
  let bound = lines.length === 0 ? 0 : most
  for (const { index, quantity } of lines) {
    const onShelf = shelf[index] === undefined ? 0 : shelf[index]
    const more = inner?.get(index)
    if (onShelf === null || more === MAX_COUNT) continue
    if (more === undefined) bound = timesIn(onShelf, quantity, bound)
    else {
      // Part of a bundle may be put together too, where lines or stock have fractions.
      const isWhole = typeof quantity === 'number' && typeof onShelf === 'number'
      bound = timesIn(add(onShelf, isWhole ? more : more + 1), quantity, bound)
    }
  }
  return bound
}

/** The largest n from 0 to `most` that fits, as every smaller one does. */
function largest(most: number, fits: (n: number) => boolean): number {
  if (most === 0 || fits(most)) return most
  let [low, high] = [0, most]
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
  return explode(composition, composition.order(good), new Map([[good, count]]), shelf)
}

export interface Missing {
  readonly index: number
  readonly amount: Amount
}

/**
 * What is not on the shelf for packing `count` of a bundle. A bundle without lines can only come
 * from the shelf.
 */
export function missing(
  composition: Composition,
  good: number,
  count: number,
  shelf: Shelf,
): Missing[] {
  const found: Missing[] = []
  const look = (index: number, wanted: Amount): void => {
    const onShelf = shelf[index] === undefined ? 0 : shelf[index]
    if (onShelf !== null && compare(wanted, onShelf) > 0) {
      found.push({ index, amount: subtract(wanted, onShelf) })
    }
  }
  if (isFlat(composition, good)) {
    for (const { index, quantity } of composition.lines[good]!) {
      look(index, multiply(quantity, count))
    }
    return found
  }
  const { wanted, made } = demandFor(composition, good, count, shelf)
  for (const [index, amount] of wanted) {
    if (composition.items[index]!.kind !== 'good') look(index, amount)
    else if (composition.lines[index]!.length === 0 && made.has(index)) {
      found.push({ index, amount: made.get(index)! })
    }
  }
  return found
}

/** Bundles still to pack and loose pieces still wanted, in the event's order. */
export interface Wishes {
  readonly bundles: readonly { readonly good: number; readonly remaining: number }[]
  readonly loose: readonly { readonly unit: number; readonly remaining: Amount }[]
}

/** A3 at one moment. */
export interface Promises {
  readonly shelf: Shelf
  readonly bundles: readonly number[]
  readonly turns: readonly Turn[]
  readonly loose: readonly Amount[]
}

/** What a bundle found of its parts and what it left, in the order in which the composition names them. */
interface Turn {
  readonly before: readonly (Amount | null)[]
  readonly after: readonly (Amount | null)[]
}

/**
 * A3: going through the wishes in order, loose pieces last, each takes what the rest of the shelf
 * gives, so that nothing is promised twice.
 */
export function together(composition: Composition, wishes: Wishes, shelf: Shelf): Promises {
  const left = [...shelf]
  const turns: Turn[] = []
  const bundles = wishes.bundles.map(({ good, remaining }) => {
    const rest = (): (Amount | null)[] =>
      composition.parts(good).map((part) => (left[part] === undefined ? 0 : left[part]))
    const before = rest()
    const count = buildable(composition, good, left, remaining)
    if (count > 0) take(composition, good, count, left)
    turns.push({ before, after: count > 0 ? rest() : before })
    return count
  })
  const loose = wishes.loose.map(({ unit, remaining }) => {
    const onShelf = left[unit] ?? 0
    const pieces = max(0, min(remaining, onShelf))
    left[unit] = subtract(onShelf, pieces)
    return pieces
  })
  return { shelf, bundles, turns, loose }
}

/** Puts onto a shelf what there was of a bundle's parts when its turn came; it looks at nothing else there. */
export function recall(
  composition: Composition,
  good: number,
  { before }: Turn,
  shelf: (Amount | null)[],
): void {
  const parts = composition.parts(good)
  for (let position = 0; position < parts.length; position++) {
    shelf[parts[position]!] = before[position] ?? null
  }
}

/** Takes what packing `count` of a bundle uses off the shelf. */
export function take(
  composition: Composition,
  good: number,
  count: number,
  left: (Amount | null)[],
): void {
  if (isFlat(composition, good)) {
    for (const { index, quantity } of composition.lines[good]!) {
      const onShelf = left[index]
      if (onShelf !== null) left[index] = subtract(onShelf ?? 0, multiply(quantity, count))
    }
    return
  }
  const amounts = taken(composition, demandFor(composition, good, count, left), left)
  for (const [index, amount] of amounts) {
    const onShelf = left[index]
    if (onShelf !== null) left[index] = subtract(onShelf ?? 0, amount)
  }
}
