/**
 * Exact arithmetic. A `Fraction` is stored; an `Amount` is what computing with fractions gives:
 * a plain number while it is a safe whole number, else a ratio of big integers. Nothing is rounded
 * on the way, and no sum can leave the range.
 */

/** A stored quantity: reduced, d ≥ 1. A line's has d ≤ 1,000. */
export interface Fraction {
  readonly n: number
  readonly d: number
}

interface Ratio {
  readonly n: bigint
  readonly d: bigint
}
export type Amount = number | Ratio

/** Counts are whole numbers from 0 to this. */
export const MAX_COUNT = 1_000_000_000
/** What a person may type as a wish or a run. */
export const MAX_TYPED = 1_000_000
export const MAX_DENOMINATOR = 1_000

export const whole = (count: number): Fraction => ({ n: count, d: 1 })

/** Brings n/d to lowest terms; null unless both are safe whole numbers and d ≥ 1. */
export function fraction(n: number, d: number): Fraction | null {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || d < 1) return null
  const g = gcd(BigInt(n), BigInt(d))
  return { n: Number(BigInt(n) / g), d: Number(BigInt(d) / g) }
}

export function amountOf(f: Fraction): Amount {
  if (f.d === 1) return f.n
  const g = wholeGcd(Math.abs(f.n), f.d)
  return f.d === g ? f.n / g : { n: BigInt(f.n / g), d: BigInt(f.d / g) }
}

/** The stored form of an amount; null when its parts would leave the safe integers. */
export function fractionOf(a: Amount): Fraction | null {
  if (typeof a === 'number') return whole(a)
  const [n, d] = [Number(a.n), Number(a.d)]
  return Number.isSafeInteger(n) && Number.isSafeInteger(d) ? { n, d } : null
}

export function add(a: Amount, b: Amount): Amount {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  const [x, y] = [ratio(a), ratio(b)]
  return normal(x.n * y.d + y.n * x.d, x.d * y.d)
}

export function negate(a: Amount): Amount {
  return typeof a === 'number' ? 0 - a : { n: -a.n, d: a.d }
}

export function subtract(a: Amount, b: Amount): Amount {
  return add(a, negate(b))
}

export function multiply(a: Amount, b: Amount): Amount {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (Number.isSafeInteger(product)) return product + 0
  }
  const [x, y] = [ratio(a), ratio(b)]
  return normal(x.n * y.n, x.d * y.d)
}

/** a ÷ b. The caller makes sure that b is not 0. */
export function divide(a: Amount, b: Amount): Amount {
  if (typeof a === 'number' && typeof b === 'number') {
    const quotient = a / b
    if (a % b === 0 && Number.isSafeInteger(quotient)) return quotient + 0
  }
  const [x, y] = [ratio(a), ratio(b)]
  return y.n < 0n ? normal(-x.n * y.d, x.d * -y.n) : normal(x.n * y.d, x.d * y.n)
}

export const sum = (amounts: readonly Amount[]): Amount => amounts.reduce(add, 0)

/** How many whole times b goes into a: 0 when a is below b, `most` at the most. b is above 0. */
export function timesIn(a: Amount, b: Amount, most: number): number {
  if (typeof a === 'number' && typeof b === 'number') {
    return a <= 0 ? 0 : Math.min((a - (a % b)) / b, most)
  }
  return countOf(divide(a, b), most)
}

/** How many whole b it takes to reach a: 0 when a is not above 0. b is above 0. */
export function timesUp(a: Amount, b: Amount): Amount {
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b
    return a <= 0 ? 0 : rest === 0 ? a / b : (a - rest) / b + 1
  }
  return isPositive(a) ? ceil(divide(a, b)) : 0
}

/** Below 0, 0 or above 0 as a is less than, equal to or more than b. */
export function compare(a: Amount, b: Amount): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [x, y] = [ratio(a), ratio(b)]
  const difference = x.n * y.d - y.n * x.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const max = (a: Amount, b: Amount): Amount => (compare(a, b) >= 0 ? a : b)
export const min = (a: Amount, b: Amount): Amount => (compare(a, b) <= 0 ? a : b)
export const isPositive = (a: Amount): boolean => compare(a, 0) > 0
export const isNegative = (a: Amount): boolean => compare(a, 0) < 0

/** The greatest whole amount that is not above a. */
export function floor(a: Amount): Amount {
  if (typeof a === 'number') return a
  const quotient = a.n / a.d
  return normal(a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient, 1n)
}

/** The smallest whole amount that is not below a. */
export function ceil(a: Amount): Amount {
  return negate(floor(negate(a)))
}

/** The whole part of a as a count: 0 for what is below, `most` for what is above. */
export function countOf(a: Amount, most: number = MAX_COUNT): number {
  const part = floor(a)
  if (typeof part !== 'number') return part.n < 0n ? 0 : most
  return Math.min(Math.max(part, 0), most)
}

function ratio(a: Amount): Ratio {
  return typeof a === 'number' ? { n: BigInt(a), d: 1n } : a
}

function normal(n: bigint, d: bigint): Amount {
  const g = gcd(n, d)
  const [num, den] = g === 1n ? [n, d] : [n / g, d / g]
  if (den === 1n) {
    const value = Number(num)
    if (Number.isSafeInteger(value)) return value
  }
  return { n: num, d: den }
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (x > MAX_SAFE || y > MAX_SAFE) {
    if (y === 0n) return x
    ;[x, y] = [y, x % y]
  }
  // From here on plain numbers are exact, and several times as fast.
  return BigInt(wholeGcd(Number(x), Number(y)) || 1)
}

/** Of whole numbers from 0 on; 0 when both are. */
function wholeGcd(a: number, b: number): number {
  let [p, q] = [a, b]
  while (q !== 0) [p, q] = [q, p % q]
  return p
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER)
