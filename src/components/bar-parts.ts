import type { BundleRow } from '../domain/bundle-rows'
import type { LooseRow } from '../domain/loose-rows'
import type { Amount } from '../domain/quantity'
import type { Words } from '../words/en'

/** One part of a bar: how much, drawn how, said how. */
export interface BarPart {
  readonly look: 'done' | 'ready' | 'waiting' | 'short'
  readonly size: number
  readonly text: string
}

/** The four parts of a bundle's bar, always in this order and always with their numbers. */
export function bundleParts({ assemble }: Words, bar: BundleRow['bar']): BarPart[] {
  return [
    { look: 'done', size: bar.packed, text: assemble.packed(bar.packed) },
    { look: 'ready', size: bar.now, text: assemble.now(bar.now) },
    { look: 'waiting', size: bar.waiting, text: assemble.waiting(bar.waiting) },
    { look: 'short', size: bar.short, text: assemble.short(bar.short) },
  ]
}

export function looseParts({ assemble }: Words, row: LooseRow): BarPart[] {
  const { given, now, waiting, short } = row.bar
  return [
    { look: 'done', size: length(given), text: assemble.looseRow(given, row.wanted) },
    { look: 'ready', size: length(now), text: assemble.looseNow(now) },
    { look: 'waiting', size: length(waiting), text: assemble.waiting(waiting) },
    { look: 'short', size: length(short), text: assemble.short(short) },
  ]
}

/** The bars of all bundles as one: for the head of the event. */
export function sumOfBars(rows: readonly BundleRow[]): BundleRow['bar'] {
  return rows.reduce(
    (sum, { bar, targetQuantity }) => ({
      packed: sum.packed + Math.min(bar.packed, Math.max(0, targetQuantity)),
      now: sum.now + bar.now,
      waiting: sum.waiting + bar.waiting,
      short: sum.short + bar.short,
    }),
    { packed: 0, now: 0, waiting: 0, short: 0 },
  )
}

/** How long an amount is drawn; a drawing needs no exactness. */
function length(amount: Amount): number {
  return typeof amount === 'number' ? amount : Number(amount.n) / Number(amount.d)
}
