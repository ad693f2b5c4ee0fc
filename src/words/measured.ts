import { kitchenAmount, niceMeasure } from '../domain/kitchen-amount'
import { readMeasure, type MeasureId } from '../domain/measure'
import { compare, max, negate, type Amount } from '../domain/quantity'
import type { Formats } from './format'

/** Counted in decimals; everything else in the fractions that measuring cups have. */
const DECIMAL: ReadonlySet<string> = new Set(['mg', 'g', 'kg', 'ml', 'cl', 'dl', 'l'])

/** What a language calls the measures that it does not call as English does. */
export type MeasureNames = Readonly<
  Partial<Record<MeasureId, { readonly one: string; readonly other: string }>>
>

/**
 * An amount as bakers write it: 1¾ cup · 1.25 kg. What is needed is rounded up to what can be
 * measured, what is there is rounded down.
 */
export function measured(
  { amount: exactly, decimal }: Formats,
  amount: Amount,
  measure: string,
  names: MeasureNames = {},
  towards: 'up' | 'down' = 'up',
): string {
  const nice = niceMeasure(amount, measure)
  const id = readMeasure(nice.measure)
  const { amount: rounded } = kitchenAmount(nice.amount, nice.measure, towards)
  const number = id !== null && DECIMAL.has(id) ? decimal(rounded) : exactly(rounded)
  if (id === 'each' || nice.measure === '') return number
  const size = max(rounded, negate(rounded))
  const form = compare(size, 1) > 0 || compare(size, 0) === 0 ? 'other' : 'one'
  return `${number} ${id === null ? nice.measure : (names[id]?.[form] ?? id)}`
}

/** A measure without an amount, as the language calls it; a word that is no measure stays as typed. */
export function measureWord(
  measure: string,
  names: MeasureNames,
  form: 'one' | 'other' = 'one',
): string {
  const id = measure === '' ? null : readMeasure(measure)
  return id === null ? measure : (names[id]?.[form] ?? measure)
}
