import type { ChangeReason, GoodId, StockChange, UnitId } from './model'
import { whole } from './quantity'

/** What pieces and packed bundles are, beside being baked and packed. */
export type PieceItem =
  { readonly kind: 'unit'; readonly id: UnitId } | { readonly kind: 'good'; readonly id: GoodId }

/** What can become of pieces: they go, they come, or they are counted again. */
export type Surprise = ChangeReason | 'counted'

/** What is asked about pieces of a recipe, and about packed bundles, in the order of a form. */
export const SURPRISES = {
  unit: ['burnt', 'broken', 'dropped', 'eaten', 'given', 'other', 'brought', 'made', 'counted'],
  good: ['broken', 'dropped', 'eaten', 'other', 'brought', 'counted'],
} as const satisfies Record<PieceItem['kind'], readonly Surprise[]>

const MORE: readonly Surprise[] = ['brought', 'made', 'bought']

/** Whether pieces come (1), go (-1) or are counted (0). */
export function signOf(surprise: Surprise): 1 | 0 | -1 {
  if (surprise === 'counted') return 0
  return MORE.includes(surprise) ? 1 : -1
}

/** The whole pieces of half a batch. */
export function halfOf(itemsPerBatch: number): number {
  return Math.floor(itemsPerBatch / 2)
}

/** S1: what a number of pieces changes; a count replaces what was there. */
export function changeOf(surprise: Surprise, pieces: number): StockChange {
  if (surprise === 'counted') return { type: 'count', amount: whole(pieces) }
  return { type: 'change', amount: whole(signOf(surprise) * pieces), reason: surprise }
}
