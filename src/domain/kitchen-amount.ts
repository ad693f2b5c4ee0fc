import { convert, readMeasure, type MeasureId } from './measure'
import {
  ceil,
  compare,
  divide,
  floor,
  isNegative,
  min,
  multiply,
  negate,
  type Amount,
} from './quantity'

/** Where a kitchen counts in decimals, how many parts it makes of one; everywhere else ½ ⅓ ¼ ⅛. */
const PARTS: Partial<Record<MeasureId, number>> = {
  mg: 1,
  g: 1,
  ml: 1,
  cl: 10,
  dl: 100,
  kg: 100,
  l: 100,
}

export interface KitchenAmount {
  readonly amount: Amount
  readonly isRounded: boolean
}

/**
 * The nearest amount above (or below) that a kitchen measures: whole grams and millilitres,
 * hundredths of kilograms and litres, eighths or thirds of everything else.
 */
export function kitchenAmount(
  amount: Amount,
  measure: string | null,
  towards: 'up' | 'down' = 'up',
): KitchenAmount {
  if (typeof amount === 'number') return { amount, isRounded: false }
  if (towards === 'down') {
    const above = kitchenAmount(negate(amount), measure)
    return { ...above, amount: negate(above.amount) }
  }
  const id = measure === null ? null : readMeasure(measure)
  const parts = id === null ? undefined : PARTS[id]
  const rounded = parts ? upTo(amount, parts) : min(upTo(amount, 8), upTo(amount, 3))
  return { amount: rounded, isRounded: compare(rounded, amount) !== 0 }
}

function upTo(amount: Amount, parts: number): Amount {
  return divide(ceil(multiply(amount, parts)), parts)
}

const isWhole = (amount: Amount): boolean => compare(floor(amount), amount) === 0
const HALF = divide(1, 2)
const QUARTER = divide(1, 4)
const atLeast = (least: Amount) => (amount: Amount) => compare(amount, least) >= 0

/** Whether an amount is handy in the larger measure. */
const LARGER: Partial<
  Record<MeasureId, { readonly to: MeasureId; readonly isHandy: (amount: Amount) => boolean }>
> = {
  mg: { to: 'g', isHandy: atLeast(1) },
  g: { to: 'kg', isHandy: atLeast(1) },
  oz: { to: 'lb', isHandy: atLeast(1) },
  ml: { to: 'l', isHandy: atLeast(1) },
  cl: { to: 'l', isHandy: atLeast(1) },
  dl: { to: 'l', isHandy: atLeast(1) },
  tsp: {
    to: 'tbsp',
    isHandy: (spoons) =>
      compare(spoons, 4) >= 0 || (compare(spoons, 1) >= 0 && isWhole(multiply(spoons, 2))),
  },
  tbsp: {
    to: 'cup',
    isHandy: (cups) =>
      compare(cups, 1) >= 0 ||
      (compare(cups, QUARTER) >= 0 && !kitchenAmount(cups, 'cup').isRounded),
  },
}

/** Below this an amount is handier in the smaller measure. */
const SMALLER: Partial<Record<MeasureId, { readonly to: MeasureId; readonly below: Amount }>> = {
  g: { to: 'mg', below: 1 },
  kg: { to: 'g', below: 1 },
  lb: { to: 'oz', below: QUARTER },
  cl: { to: 'ml', below: 1 },
  dl: { to: 'ml', below: 1 },
  l: { to: 'ml', below: 1 },
  tbsp: { to: 'tsp', below: HALF },
  'fl oz': { to: 'tbsp', below: HALF },
  cup: { to: 'tbsp', below: QUARTER },
  pint: { to: 'cup', below: QUARTER },
  quart: { to: 'cup', below: QUARTER },
  gallon: { to: 'quart', below: QUARTER },
}

/** The same amount, exactly, in a measure in which its number is handy: 48 tsp is 1 cup, 0.25 kg is 250 g. */
export function niceMeasure(
  amount: Amount,
  measure: string,
): { readonly amount: Amount; readonly measure: string } {
  let id = readMeasure(measure)
  if (id === null || compare(amount, 0) === 0) return { amount, measure }
  if (isNegative(amount)) {
    const owed = niceMeasure(negate(amount), measure)
    return { ...owed, amount: negate(owed.amount) }
  }
  let nice = { amount, measure }
  for (let step = LARGER[id]; step; step = LARGER[id]) {
    const more = convert(nice.amount, id, step.to)!
    if (!step.isHandy(more)) break
    id = step.to
    nice = { amount: more, measure: id }
  }
  for (let step = SMALLER[id]; step && compare(nice.amount, step.below) < 0; step = SMALLER[id]) {
    nice = { amount: convert(nice.amount, id, step.to)!, measure: step.to }
    id = step.to
  }
  return nice
}
