import type { Totals } from './account'
import type { Promises } from './feasibility'
import type { UnitId } from './model'
import { bundleNeeds } from './outlook'
import { add, compare, isPositive, max, min, subtract, type Amount } from './quantity'
import type { Setting } from './situation'

/** P6: a loose-piece target. */
export interface LooseRow {
  readonly unitId: UnitId
  readonly unitName: string
  readonly wanted: number
  readonly given: Amount
  /** Pieces that no bundle still to pack needs. */
  readonly spare: Amount
  /** Given and spare, up to what is wanted. */
  readonly done: Amount
  readonly remaining: Amount
  readonly isComplete: boolean
  /** The four parts of its bar: given, there now, waiting for baking, short. */
  readonly bar: {
    readonly given: Amount
    readonly now: Amount
    readonly waiting: Amount
    readonly short: Amount
  }
}

export function looseRows(
  { targets, situation, names }: Setting,
  sums: Totals,
  promises: { readonly now: Promises; readonly after: Promises },
): LooseRow[] {
  const { composition, stock, wishes } = situation
  if (targets.loose.length === 0) return []
  const needs = bundleNeeds(situation)
  return targets.loose.map(({ unitId, quantity }, wish) => {
    const index = composition.indexOf({ kind: 'unit', id: unitId })!
    const given = sums.given.get(unitId) ?? 0
    const spare = max(0, subtract(stock.units.get(unitId) ?? 0, needs[index] ?? 0))
    const done = min(max(0, quantity), add(isPositive(given) ? given : 0, spare))
    const open = wishes.loose[wish]!.remaining
    const after = promises.after.loose[wish] ?? 0
    const now = min(promises.now.loose[wish] ?? 0, after)
    return {
      unitId,
      unitName: names.unit(unitId),
      wanted: quantity,
      given,
      spare,
      done,
      remaining: max(0, subtract(quantity, done)),
      isComplete: compare(done, quantity) >= 0,
      bar: {
        given: subtract(max(0, quantity), open),
        now,
        waiting: subtract(after, now),
        short: subtract(open, after),
      },
    }
  })
}
