import { MAX_DENOMINATOR, MAX_TYPED, fraction, type Fraction } from './quantity'
import { parseDay, type Day } from './day'
import type { Field, Refusal } from './refusal'

/** Reads what a person typed; every function gives the value or the refusal that says what is wrong. */

export const MAX_NAME = 200

/** A whole number from `min` to `max`: "007" is 7, digits of any script are read, nothing else is. */
export function readCount(
  text: string,
  field: Field,
  min = 1,
  max: number = MAX_TYPED,
): number | Refusal {
  const digits = westernDigits(text.trim())
  const count = /^\d{1,15}$/.test(digits) ? Number(digits) : NaN
  return count >= min && count <= max ? count : { refused: 'not a count', field, min, max }
}

const VULGAR: Readonly<Record<string, string>> = {
  '¼': '1/4', '½': '1/2', '¾': '3/4', '⅐': '1/7', '⅑': '1/9', '⅒': '1/10', '⅓': '1/3', '⅔': '2/3',
  '⅕': '1/5', '⅖': '2/5', '⅗': '3/5', '⅘': '4/5', '⅙': '1/6', '⅚': '5/6', '⅛': '1/8', '⅜': '3/8',
  '⅝': '5/8', '⅞': '7/8',
} // prettier-ignore

/** A quantity above 0 as bakers write it: 6 · ½ · 1 ½ · 3/4 · 0.5 · 0,5. */
export function readQuantity(text: string, field: Field): Fraction | Refusal {
  const refusal: Refusal = { refused: 'not a quantity', field }
  const plain = westernDigits(text.trim())
    .replace(/[¼-¾⅐-⅞]/g, (sign) => ` ${VULGAR[sign] ?? sign}`)
    .replace(/⁄/g, '/')
    .trim()
  const mixed = /^(?:(\d{1,9})\s+)?(\d{1,9})\s*\/\s*(\d{1,4})$/.exec(plain)
  const decimal = /^(\d{1,9})?(?:[.,](\d{1,3}))?$/.exec(plain)
  let value: Fraction | null = null
  if (mixed) {
    const d = Number(mixed[3])
    value = fraction(Number(mixed[1] ?? 0) * d + Number(mixed[2]), d)
  } else if (decimal && plain !== '') {
    const places = decimal[2] ?? ''
    const d = 10 ** places.length
    value = fraction(Number(decimal[1] ?? 0) * d + Number(places), d)
  }
  const fits = value && value.n > 0 && value.n <= MAX_TYPED * value.d && value.d <= MAX_DENOMINATOR
  return fits ? value! : refusal
}

/** A name of 1 to 200 characters, any script, spaces at the ends taken off. */
export function readName(text: string): string | Refusal {
  const name = text.trim()
  if (name === '') return { refused: 'empty name' }
  return [...name].length > MAX_NAME ? { refused: 'name too long', max: MAX_NAME } : name
}

/** A category or a measure: like a name, or nothing. */
export function readWord(text: string): string | Refusal {
  const word = text.trim()
  return [...word].length > MAX_NAME ? { refused: 'word too long', max: MAX_NAME } : word
}

/** A day of the calendar. */
export function readDay(text: string): Day | Refusal {
  return parseDay(text.trim()) ?? { refused: 'no such day' }
}

/** The first digit of each block of decimal digits that keyboards write. */
const ZEROS = [0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66,
  0x0ce6, 0x0d66, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10] // prettier-ignore

function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!
    const zero = ZEROS.find((z) => code >= z && code <= z + 9)
    return zero === undefined ? digit : String(code - zero)
  })
}
