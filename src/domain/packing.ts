import { accountOf } from './account'
import { compose, taken } from './composition'
import { buildable, demandFor, shelfOf } from './feasibility'
import type { EventFacts, GoodId, Used } from './model'
import { fractionOf, isPositive } from './quantity'
import type { Refusal } from './refusal'

/**
 * What packing `quantity` of a bundle takes: inner bundles as far as there are any, then their
 * parts (A2). Refuses an unknown bundle, one that contains itself, and sums beyond the safe
 * integers; refuses more than the stock gives unless `anyway`, for recording never argues (R1).
 */
export function packing(
  facts: EventFacts,
  goodId: GoodId,
  quantity: number,
  anyway: boolean,
): readonly Used[] | Refusal {
  if (!facts.goods.some(({ id }) => id === goodId)) return { refused: 'unknown', what: 'good' }
  const composition = compose(facts.goods)
  const good = composition.indexOf({ kind: 'good', id: goodId })!
  const chain = composition.cycle(good)
  if (chain) {
    const names = chain.map((id) => facts.goods.find((one) => one.id === id)?.name ?? '')
    return { refused: 'cycle', chain, names }
  }
  const shelf = shelfOf(composition, accountOf(facts.entries, facts.event.id).stock)
  const possible = buildable(composition, good, shelf)
  if (quantity > possible && !anyway)
    return { refused: 'more than stock', possible, wanted: quantity }

  const amounts = taken(composition, demandFor(composition, good, quantity, shelf), shelf)
  const used: Used[] = []
  for (const [index, amount] of amounts) {
    if (!isPositive(amount)) continue
    const stored = fractionOf(amount)
    if (!stored) return { refused: 'out of range' }
    used.push({ item: composition.items[index]!, quantity: stored })
  }
  return used
}
