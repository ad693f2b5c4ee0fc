import { accountOf } from './account'
import { contents } from './contents'
import type { EventFacts, UnitId } from './model'
import { isPositive, multiply, type Amount } from './quantity'
import { situate } from './situation'

/** One step of how a need comes about: 50 bundles with 6 in each are 300; loose pieces have no bundle. */
export interface Step {
  readonly bundleName: string | null
  readonly count: number
  readonly each: Amount
  readonly pieces: Amount
}

/** B1 shown step by step: what each wish of the plan asks for of each finished unit. */
export function workingOf(facts: EventFacts): ReadonlyMap<UnitId, readonly Step[]> {
  const { targets, situation, names } = situate(facts, accountOf([], facts.event.id))
  const steps = new Map<UnitId, Step[]>()
  const step = (unitId: UnitId, one: Step): void => {
    const all = steps.get(unitId)
    if (all) all.push(one)
    else steps.set(unitId, [one])
  }
  for (const { goodId, quantity } of targets.assembly) {
    if (quantity <= 0) continue
    for (const { item, quantity: each } of contents(situation.composition, goodId, 1)) {
      if (item.kind !== 'unit' || !isPositive(each)) continue
      step(item.id, {
        bundleName: names.good(goodId),
        count: quantity,
        each,
        pieces: multiply(each, quantity),
      })
    }
  }
  for (const { unitId, quantity } of targets.loose) {
    if (quantity <= 0) continue
    step(unitId, { bundleName: null, count: quantity, each: 1, pieces: quantity })
  }
  return steps
}
