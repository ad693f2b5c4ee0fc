import { MAX_DENOMINATOR, fraction, type Fraction } from '../domain/quantity'

/** The fraction that a decimal number from 0 up writes: 0.67 is 67/100. Null unless d ≤ 1,000. */
export function exactly(value: number): Fraction | null {
  const match = /^(\d+)(?:\.(\d+))?(?:e-(\d+))?$/.exec(String(value))
  if (!match) return null
  const [, whole = '', part = '', exponent = '0'] = match
  const written = fraction(Number(whole + part), Number(`1e${part.length + Number(exponent)}`))
  return written && written.d <= MAX_DENOMINATOR ? written : null
}

/** The fraction above 0 with d ≤ 1,000 that lies nearest; the simplest of them. */
export function nearest(value: number): Fraction {
  let best: Fraction = { n: Math.max(1, Math.round(value)), d: 1 }
  let error = Math.abs(value - best.n)
  for (let d = 2; d <= MAX_DENOMINATOR && error > 0; d++) {
    const n = Math.max(1, Math.round(value * d))
    const distance = Math.abs(value - n / d)
    if (distance < error) [best, error] = [{ n, d }, distance]
  }
  return best
}

/** To the nearest thousandth: what is on a shelf is not known more exactly. */
export function toThousandth(value: number): Fraction {
  return fraction(Math.round(value * 1000), 1000) ?? { n: 0, d: 1 }
}
