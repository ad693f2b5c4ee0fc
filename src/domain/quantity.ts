/**
 * Exact arithmetic. A `Fraction` is stored; an `Amount` is what computing with fractions gives: a
 * whole number or a fraction while its parts are safe whole numbers, else a ratio of big integers,
 * which are many times as slow. Nothing is rounded on the way, and no sum can leave the range.
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
type Whole = number | Ratio
/** In lowest terms; a fraction's d is above 1, and whatever fits a smaller kind is of that kind. */
export type Amount = Whole | Fraction

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

export function amountOf({ n, d }: Fraction): Amount {
  return d === 1 ? n : reduced(n, d)
}

/** The stored form of an amount; null when its parts would leave the safe integers. */
export function fractionOf(a: Amount): Fraction | null {
  if (typeof a === 'number') return whole(a)
  return isSmall(a) ? a : null
}

export function add(a: Amount, b: Amount): Amount {
  if (isSmall(a) && isSmall(b)) {
    if (typeof a === 'number' && typeof b === 'number') {
      const sum = a + b
      if (Number.isSafeInteger(sum)) return sum
    } else {
      const [over, under] = [partOf(a) * sizeOf(b), partOf(b) * sizeOf(a)]
      if (Number.isSafeInteger(over) && Number.isSafeInteger(under)) {
        const [n, d] = [over + under, sizeOf(a) * sizeOf(b)]
        if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return reduced(n, d)
      }
    }
  }
  const [x, y] = [ratio(a), ratio(b)]
  return normal(x.n * y.d + y.n * x.d, x.d * y.d)
}

export function negate(a: Amount): Amount {
  if (typeof a === 'number') return 0 - a
  return isSmall(a) ? { n: -a.n, d: a.d } : { n: -a.n, d: a.d }
}

export function subtract(a: Amount, b: Amount): Amount {
  return add(a, negate(b))
}

export function multiply(a: Amount, b: Amount): Amount {
  if (isSmall(a) && isSmall(b)) {
    const n = partOf(a) * partOf(b)
    const d = sizeOf(a) * sizeOf(b)
    if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return reduced(n, d)
  }
  const [x, y] = [ratio(a), ratio(b)]
  return normal(x.n * y.n, x.d * y.d)
}

/** a ÷ b. The caller makes sure that b is not 0. */
export function divide(a: Amount, b: Amount): Amount {
  if (isSmall(b)) {
    const part = partOf(b)
    return multiply(a, part < 0 ? reduced(-sizeOf(b), -part) : reduced(sizeOf(b), part))
  }
  const y = b.n < 0n ? { n: -b.d, d: -b.n } : { n: b.d, d: b.n }
  return multiply(a, normal(y.n, y.d))
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
  if (isSmall(a) && isSmall(b)) {
    const [over, under] = [partOf(a) * sizeOf(b), partOf(b) * sizeOf(a)]
    if (Number.isSafeInteger(over) && Number.isSafeInteger(under)) return over - under
  }
  const [x, y] = [ratio(a), ratio(b)]
  const difference = x.n * y.d - y.n * x.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const max = (a: Amount, b: Amount): Amount => (compare(a, b) >= 0 ? a : b)
export const min = (a: Amount, b: Amount): Amount => (compare(a, b) <= 0 ? a : b)
export const isPositive = (a: Amount): boolean => compare(a, 0) > 0
export const isNegative = (a: Amount): boolean => compare(a, 0) < 0

/** The greatest whole amount that is not above a. */
export function floor(a: Amount): Whole {
  if (typeof a === 'number') return a
  if (isSmall(a)) {
    const rest = a.n % a.d
    return (a.n - rest) / a.d - (rest < 0 ? 1 : 0)
  }
  const quotient = a.n / a.d
  return wholeOf(a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient)
}

/** The smallest whole amount that is not below a. */
export function ceil(a: Amount): Whole {
  const below = floor(negate(a))
  return typeof below === 'number' ? 0 - below : { n: -below.n, d: 1n }
}

/** The whole part of a as a count: 0 for what is below, `most` for what is above. */
export function countOf(a: Amount, most: number = MAX_COUNT): number {
  const part = floor(a)
  if (typeof part !== 'number') return part.n < 0n ? 0 : most
  return Math.min(Math.max(part, 0), most)
}

function isSmall(a: Amount): a is number | Fraction {
  return typeof a === 'number' || typeof a.n === 'number'
}

const partOf = (a: number | Fraction): number => (typeof a === 'number' ? a : a.n)
const sizeOf = (a: number | Fraction): number => (typeof a === 'number' ? 1 : a.d)

function ratio(a: Amount): Ratio {
  if (typeof a === 'number') return { n: BigInt(a), d: 1n }
  return isSmall(a) ? { n: BigInt(a.n), d: BigInt(a.d) } : a
}

/** Of safe whole numbers, d ≥ 1; never −0. */
function reduced(n: number, d: number): Amount {
  if (d === 1) return n + 0
  const g = wholeGcd(Math.abs(n), d)
  return g === d ? n / g + 0 : { n: n / g, d: d / g }
}

function wholeOf(n: bigint): Whole {
  const value = Number(n)
  return Number.isSafeInteger(value) ? value : { n, d: 1n }
}

function normal(n: bigint, d: bigint): Amount {
  const g = gcd(n, d)
  const ratio = g === 1n ? { n, d } : { n: n / g, d: d / g }
  const [part, size] = [Number(ratio.n), Number(ratio.d)]
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(size)) return ratio
  return size === 1 ? part : { n: part, d: size }
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
