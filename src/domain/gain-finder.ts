import { buildable, isFlat, missing, recall, take, type Promises } from './feasibility'
import type { Situation } from './outlook'
import { add, isNegative, max, subtract, type Amount } from './quantity'

/** How many more bundles could be packed if these pieces, by number, came out of the oven. */
export type GainOf = (coming: ReadonlyMap<number, Amount>) => number

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
