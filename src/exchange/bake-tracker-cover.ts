import type {
  AssemblyEntry,
  Component,
  FinishedGood,
  FinishedUnit,
  KitchenEvent,
  ProductionEntry,
} from '../domain/model'
import { add, amountOf, ceil, countOf, isNegative, negate, type Amount } from '../domain/quantity'
import type { Findings } from './findings'

/** Remarks on each piece and inner bundle of which an event's packing took more than its runs gave. */
export function remarkUncovered(
  facts: {
    readonly events: readonly KitchenEvent[]
    readonly units: readonly FinishedUnit[]
    readonly goods: readonly FinishedGood[]
  },
  production: readonly ProductionEntry[],
  assembly: readonly AssemblyEntry[],
  findings: Findings,
): void {
  const shelves = new Map<string, Map<string, Amount>>()
  const change = (eventId: string, id: string, by: Amount): void => {
    const shelf = shelves.get(eventId) ?? new Map<string, Amount>()
    shelves.set(eventId, shelf)
    shelf.set(id, add(shelf.get(id) ?? 0, by))
  }
  for (const { eventId, pieces } of production) {
    for (const { unitId, good } of pieces) change(eventId, unitId, good)
  }
  for (const { eventId, goodId, quantity, used } of assembly) {
    change(eventId, goodId, quantity)
    for (const { item, quantity: taken } of used) {
      if (isCounted(item)) change(eventId, item.id, negate(amountOf(taken)))
    }
  }
  const names = new Map<string, string>()
  for (const { id, name } of [...facts.units, ...facts.goods]) names.set(id, name)
  for (const { id: eventId, name: event } of facts.events) {
    for (const [id, left] of shelves.get(eventId) ?? []) {
      if (!isNegative(left)) continue
      const missing = countOf(ceil(negate(left)), Number.MAX_SAFE_INTEGER)
      findings.remark({ remark: 'packed beyond stock', event, name: names.get(id) ?? '', missing })
    }
  }
}

/** Materials that were never counted are unknown (S2): nothing can be short of them. */
function isCounted(item: Component): boolean {
  return item.kind !== 'material'
}
