import { kitchenAmount, niceMeasure } from '../domain/kitchen-amount'
import { readMeasure } from '../domain/measure'
import type { Amount } from '../domain/quantity'
import type { Formats } from './format'

/** Counted in decimals; everything else in the fractions that measuring cups have. */
const DECIMAL: ReadonlySet<string> = new Set(['mg', 'g', 'kg', 'ml', 'cl', 'dl', 'l'])

/** An amount as bakers write it, rounded up to what can be measured: 1¾ cup · 1.25 kg. */
export function measured(
  { amount: exactly, decimal }: Formats,
  amount: Amount,
  measure: string,
): string {
  const nice = niceMeasure(amount, measure)
  const id = readMeasure(nice.measure)
  const { amount: rounded } = kitchenAmount(nice.amount, nice.measure)
  const number = id !== null && DECIMAL.has(id) ? decimal(rounded) : exactly(rounded)
  return id === 'each' || nice.measure === '' ? number : `${number} ${id ?? nice.measure}`
}
