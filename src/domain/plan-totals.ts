import type { PlanRow } from './needs'
import { max, subtract, sum, type Amount } from './quantity'

export interface PlanTotals {
  readonly batches: number
  readonly pieces: Amount
  readonly surplus: Amount
}

/** All batches of a plan, the pieces that they give, and those of them that nobody asked for. */
export function planTotals(rows: readonly PlanRow[]): PlanTotals {
  const chosen = rows.filter(({ targetBatches }) => targetBatches !== null)
  const units = chosen.flatMap((row) => row.units)
  return {
    batches: chosen.reduce((all, { targetBatches }) => all + (targetBatches ?? 0), 0),
    pieces: sum(units.map(({ planned }) => planned)),
    surplus: sum(units.map(({ planned, need }) => max(0, subtract(planned, need)))),
  }
}

/** Recipes that are needed and that nobody planned. */
export function unplanned(
  plan: readonly PlanRow[],
): (PlanRow & { readonly batchesNeeded: number })[] {
  return plan.filter(
    (row): row is PlanRow & { readonly batchesNeeded: number } =>
      row.targetBatches === null && row.batchesNeeded !== null && row.batchesNeeded > 0,
  )
}
