import type { Component, FinishedGood, GoodId, MaterialId, UnitId } from './model'
import { add, amountOf, isPositive, max, min, multiply, subtract, type Amount } from './quantity'

/**
 * Bundles taken apart. Everything that can be in a bundle gets a number, so that the many
 * what-if questions of an event run over arrays: index → amount.
 */
export interface Composition {
  readonly items: readonly Component[]
  indexOf(item: Component): number | undefined
  /** The lines of a bundle, one a component; empty for units and materials. */
  readonly lines: readonly (readonly Part[])[]
  /** The bundles that are in a bundle, itself first, each before what it contains. */
  order(good: number): readonly number[]
  /** Everything that is in a bundle, however deep, each once. */
  parts(good: number): readonly number[]
  /** All bundles without a cycle, each before what it contains. */
  readonly goodsInOrder: readonly number[]
  /** The chain of bundles by which this one contains a bundle that contains itself; null when there is none. */
  cycle(good: number): readonly GoodId[] | null
}

interface Part {
  readonly index: number
  readonly quantity: Amount
}

/** What matters of a bundle here. */
export type Bundle = Pick<FinishedGood, 'id' | 'lines'>

/** Numbers all components and merges double lines. Lines of 0 or less ask for nothing. */
export function compose(goods: readonly Bundle[], others: readonly Component[] = []): Composition {
  const items: Component[] = []
  const numbers = { unit: new Map(), good: new Map(), material: new Map() } as {
    readonly unit: Map<UnitId, number>
    readonly good: Map<GoodId, number>
    readonly material: Map<MaterialId, number>
  }
  const number = (item: Component): number => {
    const known = numbers[item.kind] as Map<string, number>
    let index = known.get(item.id)
    if (index === undefined) {
      index = items.push(item) - 1
      known.set(item.id, index)
    }
    return index
  }
  for (const good of goods) number({ kind: 'good', id: good.id })
  for (const item of others) number(item)
  const lines: Part[][] = []
  for (const good of goods) {
    const own = new Map<number, Amount>()
    for (const line of good.lines) {
      if (line.quantity.n <= 0 || line.quantity.d < 1) continue
      const index = number(line.item)
      const quantity = amountOf(line.quantity)
      const twin = own.get(index)
      own.set(index, twin === undefined ? quantity : add(twin, quantity))
    }
    lines[number({ kind: 'good', id: good.id })] = Array.from(own, ([index, quantity]) => ({
      index,
      quantity,
    }))
  }
  for (let index = 0; index < items.length; index++) lines[index] ??= []
  return arranged(items, lines, (item) => (numbers[item.kind] as Map<string, number>).get(item.id))
}

function arranged(
  items: readonly Component[],
  lines: readonly (readonly Part[])[],
  indexOf: (item: Component) => number | undefined,
): Composition {
  const isGood = (index: number): boolean => items[index]?.kind === 'good'
  const chains = new Map<number, readonly GoodId[]>()
  const orders = new Map<number, readonly number[]>()
  const partsOf = new Map<number, readonly number[]>()
  const { finished, looping } = walk(items.keys(), lines, isGood)
  const goodsInOrder = finished.filter((good) => !looping.has(good)).reverse()
  const order = (good: number): readonly number[] => {
    let found = orders.get(good)
    if (!found) {
      const isFlat = !lines[good]!.some(({ index }) => isGood(index))
      found = isFlat ? [good] : walk([good], lines, isGood).finished.reverse()
      orders.set(good, found)
    }
    return found
  }
  return {
    items,
    lines,
    indexOf,
    goodsInOrder,
    order,
    parts(good) {
      let found = partsOf.get(good)
      if (!found) {
        const bundles = order(good)
        const inside = bundles.flatMap((inner) => lines[inner]!.map(({ index }) => index))
        found = bundles.length === 1 ? inside : [...new Set(inside)]
        partsOf.set(good, found)
      }
      return found
    },
    cycle(good) {
      if (!looping.has(good)) return null
      let chain = chains.get(good)
      if (!chain) {
        chain = chainFrom(good, lines, looping).map((index) => items[index]!.id as GoodId)
        chains.set(good, chain)
      }
      return chain
    },
  }
}

/**
 * Goes through bundles depth first, without recursion, for a chain may be thousands deep.
 * `finished` has each bundle after everything in it; `looping` those that reach a cycle.
 */
function walk(
  starts: Iterable<number>,
  lines: readonly (readonly Part[])[],
  isGood: (index: number) => boolean,
): { finished: number[]; looping: Set<number> } {
  const finished: number[] = []
  const looping = new Set<number>()
  const state = new Map<number, 'open' | 'done'>()
  for (const start of starts) {
    if (!isGood(start) || state.has(start)) continue
    const path: { good: number; next: number }[] = [{ good: start, next: 0 }]
    state.set(start, 'open')
    while (path.length > 0) {
      const top = path[path.length - 1]!
      const part = lines[top.good]![top.next++]
      if (part === undefined) {
        path.pop()
        state.set(top.good, 'done')
        finished.push(top.good)
        const outer = path[path.length - 1]
        if (outer && looping.has(top.good)) looping.add(outer.good)
      } else if (isGood(part.index)) {
        const seen = state.get(part.index)
        if (seen === 'open' || looping.has(part.index)) looping.add(top.good)
        if (seen === undefined) {
          state.set(part.index, 'open')
          path.push({ good: part.index, next: 0 })
        }
      }
    }
  }
  return { finished, looping }
}

/** Follows looping bundles until one comes again: A, B, C, A. */
function chainFrom(
  good: number,
  lines: readonly (readonly Part[])[],
  looping: ReadonlySet<number>,
): number[] {
  const chain = [good]
  const met = new Set(chain)
  for (let at = good; ;) {
    const part = lines[at]!.find(({ index }) => looping.has(index))
    if (!part) return chain
    at = part.index
    chain.push(at)
    if (met.has(at)) return chain
    met.add(at)
  }
}

/** What putting bundles together asks for: pieces and materials, and the inner bundles taken from `free`. */
export interface Demand {
  /** Index → amount wanted of it by what is put together. */
  readonly wanted: ReadonlyMap<number, Amount>
  /** Index of a bundle → how many of it are put together, over what is free. */
  readonly made: ReadonlyMap<number, Amount>
}

/** What is free of each bundle, by number; of anything else it says nothing. */
type Free = readonly (Amount | null | undefined)[]

/**
 * Takes the bundles to be made apart, each item netted once: inner bundles come from what is
 * free of them and are put together beyond that (A2). `order` has each bundle before its parts.
 */
export function explode(
  composition: Composition,
  order: readonly number[],
  toMake: ReadonlyMap<number, Amount>,
  free: Free,
): Demand {
  const wanted = new Map<number, Amount>()
  const made = new Map<number, Amount>()
  for (const good of order) {
    const beyond = max(0, subtract(wanted.get(good) ?? 0, free[good] ?? 0))
    const count = add(toMake.get(good) ?? 0, beyond)
    if (!isPositive(count)) continue
    made.set(good, count)
    for (const { index, quantity } of composition.lines[good]!) {
      const more = multiply(quantity, count)
      const before = wanted.get(index)
      wanted.set(index, before === undefined ? more : add(before, more))
    }
  }
  return { wanted, made }
}

/** How much of each item a demand takes out of stock: of bundles only what is free. */
export function taken(
  composition: Composition,
  demand: Demand,
  free: Free,
): ReadonlyMap<number, Amount> {
  const amounts = new Map<number, Amount>()
  for (const [index, wanted] of demand.wanted) {
    const isGood = composition.items[index]!.kind === 'good'
    amounts.set(index, isGood ? max(0, min(wanted, free[index] ?? 0)) : wanted)
  }
  return amounts
}
