import { parseIngredient } from 'parse-ingredient'
import { convert, readMeasure } from '../domain/measure'
import {
  MAX_DENOMINATOR,
  MAX_TYPED,
  add,
  amountOf,
  fractionOf,
  negate,
  type Fraction,
} from '../domain/quantity'
import { nearest } from './decimal'
import {
  MANNER,
  MEASURES,
  NUMBER_WORDS,
  PART_OF,
  PREPARATION,
  PREPARATION_AFTER,
  REMARK,
  SIZES,
  isContainer,
} from './ingredient-words'

/** A line of pasted ingredient text, for a person to review. */
export interface ReadLine {
  /** Of a range the upper end, so that nobody is short; null where the line says no number. */
  readonly quantity: Fraction | null
  /** As we write it (g, tbsp, can); a measure we do not know stays a part of the name. */
  readonly measure: string
  /** What is bought; '' for a heading, and for a line that says nothing that can be read. */
  readonly name: string
  /** The whole line as it was pasted. */
  readonly text: string
  /** What else it says: how it is prepared, the other measure, what it is for. */
  readonly note: string
}

/** Reads pasted text, a line an ingredient. Whatever cannot be read stays in `text`. */
export function readIngredientLines(text: string): ReadLine[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readLine)
}

function readLine(text: string): ReadLine {
  const nothing = { quantity: null, measure: '', name: '', text, note: '' }
  if (HEADING.test(text)) return nothing
  const notes: string[] = []
  const { quantity, measure, name } = measured(startOf(plain(text), notes), notes)
  const bare = nameIn(name, measure, quantity !== null, notes)
  return /\p{L}/u.test(bare)
    ? { quantity, measure, name: bare, text, note: notes.join('; ') }
    : nothing
}

const HEADING = /^(?:#|https?:|www\.)|^(?:for|para) (?!.*\d)|^[^\d¼-¾⅐-⅞]*:$/iu
const BULLET = /^(?:[-–—*•·●○◦▪▢☐□✓✔‣▸>]+|\[[ x]?\]|\d{1,2}\)|\d{1,2}\.(?= [\d¼-¾⅐-⅞]))\s*/iu
const HAS_NUMBER = /^[\d¼-¾⅐-⅞]/

/** A comma that parts thousands: nobody bakes with a thousand kilograms, so there it is a decimal one. */
const THOUSANDS =
  /(?<![\d.,])([1-9]\d{0,2}),(?=\d{3}(?!\d)(?! ?(?:kgs?|kilos?|kilogra\w+|l|lts?|litros?|lit(?:er|re)s?|lbs?|pounds?|libras?)\b))/gi

/** The line without its bullet, in signs that the parser knows, its numbers written one way. */
function plain(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad™®]|\*+$/g, '')
    .replace(/(\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(BULLET, '')
    .replace(/×/g, 'x')
    .replace(/ ?[⁄∕] ?/g, '/')
    .replace(/\((?:e?s)\)/g, '')
    .replace(THOUSANDS, '$1')
    .replace(/(?<![\d.,])([1-9]\d{0,2})\.(?=\d{3} ?(?:g|grs?|gramos|grams|ml)\b)/gi, '$1')
    .replace(/(\d),(?=\d)/g, '$1.')
    .replace(/(\p{L}) ?\/ ?(?=[\d¼-¾⅐-⅞])/gu, '$1 / ')
}

/** Brings the number to the front, and puts aside what is said before and in between. */
function startOf(text: string, notes: string[]): string {
  let rest = text.replace(/[([]([^()[\]]*)[)\]]/g, (_, aside: string) => {
    notes.push(aside.trim())
    return ' '
  })
  rest = taken(/^(optional|opcional): ?/i, rest.replace(/\s+/g, ' ').trim(), notes)
  rest = taken(PART_OF, rest, notes)
  for (const [words, number] of NUMBER_WORDS) {
    if (!words.test(rest)) continue
    rest = rest.replace(words, number)
    break
  }
  rest = rest
    .replace(/^(\d+) (\p{L}+) (?:and a half|y medi[oa]) /iu, '$1 1/2 $2 ')
    .replace(/^(\d+) (\p{L}+) y cuarto /iu, '$1 1/4 $2 ')
    .replace(/^(\d+) (\p{L}+) (?:y|and) (\d\/\d|[¼-¾⅐-⅞]) (?=(?:de|of) )/iu, '$1 $3 $2 ')
    .replace(
      /^(\d+) ?(lbs?|pounds?|libras?|kg|kilos?) (?=\d+ ?(?:oz|ounces?|onzas?|g|grs?|grams|gramos)\b)/i,
      '$1 $2 plus ',
    )
    .replace(/(?<![\d/.])(\d+) ?(?:and|&|y|\+) ?(?=\d+\/\d|[¼-¾⅐-⅞])/i, '$1 ')
    .replace(/(?<![\d/.])(\d+)[-–](?=[¼-¾⅐-⅞])/, '$1 ')
    .replace(/(?<![\d/.])(\d+)[-–](\d+)\/(\d+)/, (written, whole: string, n: string, d: string) =>
      Number(n) < Number(d) ? `${whole} ${n}/${d}` : written,
    )
    .replace(/^([\d ./¼-¾⅐-⅞–-]+) (?:de|of) (?:an? )?/i, '$1 ')
  return withoutPackSize(rest, notes)
}

const PACK =
  /^(\d+|[¼-¾⅐-⅞])(?: ?(x) ?| )(\d+(?:\.\d+)?) ?-?(oz|ounces?|g|grams?|kg|ml|l|lbs?|pounds?|inch|inches|cm)\b\.? (.+)$/i

/** "2 x 400 g tins" are 2 tins; "2 x 250 g butter" are 500 g. */
function withoutPackSize(text: string, notes: string[]): string {
  const [, count = '', times, size = '', unit = '', what = ''] = PACK.exec(text) ?? []
  if (count === '') return text.replace(/^(\d+) ?x (?=\D)/i, '$1 ')
  const [first] = parseIngredient([`${count} ${what}`], OPTIONS)
  if (times !== undefined && /\d/.test(count) && !isContainer(first?.unitOfMeasureID ?? '')) {
    return `${Number(count) * Number(size)} ${unit} ${what}`
  }
  notes.push(`${size} ${unit}`)
  return `${count} ${what}`
}

interface Measured {
  readonly quantity: Fraction | null
  readonly measure: string
  readonly name: string
}

const OPTIONS = {
  additionalUOMs: MEASURES,
  normalizeUOM: true,
  round: false,
  ignoreUOMs: SIZES,
  rangeSeparators: ['to', 'or', 'a', 'o'],
  descriptionStripPrefixes: ['of', 'de', 'del'],
  leadingQuantityPrefixes: [
    /(?:about|approx(?:imately|\.)?|around|roughly|circa|ca\.|aprox\.|scant|generous|unos|unas|~|≈)/,
  ],
} as const

/** What the parser makes of it, and what it leaves: manners, a second measure, a sum. */
function measured(text: string, notes: string[]): Measured {
  const [read] = parseIngredient([text], OPTIONS)
  if (!read) return { quantity: null, measure: '', name: '' }
  if (read.quantity === null) return withoutNumber(text, notes)
  const quantity = exact(Math.max(read.quantity, read.quantity2 ?? 0))
  let measure = read.unitOfMeasureID ?? ''
  let name = read.description
  while (measure === '' && MANNER.test(name)) {
    name = taken(MANNER, name, notes)
    const [again] = parseIngredient([`1 ${name}`], OPTIONS)
    measure = again?.unitOfMeasureID ?? ''
    name = again?.description ?? name
  }
  if (measure === '') return { quantity, measure, name }
  name = taken(/^or more (?:of )?/i, withoutOther(name, notes), notes)
  if (readMeasure(measure) !== null) name = withoutContainer(name, notes)
  return summed({ quantity, measure, name }, notes)
}

/** "Pinch of salt" is one; without a number there is nothing else to measure. */
function withoutNumber(text: string, notes: string[]): Measured {
  const bare = text.replace(MANNER, '')
  const [read] = parseIngredient([`1 ${bare}`], OPTIONS)
  const measure = read?.unitOfMeasureID ?? ''
  if (measure === '' || !/^\S+ (?:of|de) /i.test(bare)) {
    return { quantity: null, measure: '', name: text }
  }
  taken(MANNER, text, notes)
  return { quantity: { n: 1, d: 1 }, measure, name: read?.description ?? '' }
}

/** "/ 7oz flour": the same once more in another measure, which is noted. */
function withoutOther(text: string, notes: string[]): string {
  let name = text
  for (let sign = /^(?:[/|]|or|o) ?(?=[\d¼-¾⅐-⅞])/i; sign.test(name); sign = HAS_NUMBER) {
    const other = name.replace(sign, (found) => (HAS_NUMBER.test(found) ? found : ''))
    const [read] = parseIngredient([other], OPTIONS)
    if (!read?.unitOfMeasureID) break
    notes.push(other.slice(0, other.length - read.description.length).trim())
    name = read.description
  }
  return name
}

/** "400 ml can coconut milk": the can says nothing more. */
function withoutContainer(name: string, notes: string[]): string {
  const [read] = parseIngredient([`1 ${name}`], OPTIONS)
  if (!read || !isContainer(read.unitOfMeasureID ?? '')) return name
  notes.push(name.slice(0, name.length - read.description.length).trim())
  return read.description
}

const MORE = /^(.*?)[, ]*(?<![\p{L}\d])(plus|and|minus|less|más|menos|y|\+|&) (?=[\d¼-¾⅐-⅞])(.+)$/iu

/** "1 cup plus 2 tablespoons flour" is 18 tablespoons; what cannot be added is not half read. */
function summed(one: Measured, notes: string[]): Measured {
  const [, before = '', word = '', after = ''] = MORE.exec(one.name) ?? []
  if (word === '' || one.quantity === null) return one
  // The parser sees a measure only before something.
  const [read] = parseIngredient([`${after} ·`], OPTIONS)
  const measure = read?.unitOfMeasureID ?? ''
  const rest = (read?.description ?? '').replace(/ ?·$/, '')
  if (measure === '' || (before !== '' && rest !== '' && !startsRemark(rest))) return one
  const more = exact(Math.max(read?.quantity ?? 0, read?.quantity2 ?? 0))
  const name = before === '' ? rest : `${before}, ${word} ${after}`
  const converted = convert(amountOf(one.quantity), one.measure, measure)
  if (converted === null || !more) return { quantity: null, measure: '', name }
  const sign = /^(?:minus|less|menos)$/i.test(word) ? negate(amountOf(more)) : amountOf(more)
  if (before === '') notes.push(`${word} ${after.slice(0, after.length - rest.length).trim()}`)
  return { quantity: usable(fractionOf(add(converted, sign))), measure, name }
}

/** A line's quantity is above 0 and has d up to 1,000. */
function usable(sum: Fraction | null): Fraction | null {
  return sum && sum.n > 0 && sum.d <= MAX_DENOMINATOR && sum.n <= MAX_TYPED * sum.d ? sum : null
}

/** The fraction whose value the parser gives: with d up to 1,000 only one lies so near. */
function exact(value: number): Fraction | null {
  if (!(value > 0) || value > MAX_TYPED) return null
  const found = nearest(value)
  return Math.abs(found.n / found.d - value) <= value * 1e-12 ? found : null
}

/** The name alone. What stands around it goes to the notes. */
function nameIn(text: string, measure: string, counted: boolean, notes: string[]): string {
  let name = text.trim()
  const comma = /\s*,\s+| [-–—] |;/.exec(name)
  const remark = REMARK.exec(name)
  const isList = !counted && comma && !startsRemark(name.slice(comma.index + comma[0].length))
  const cuts = [isList ? null : comma, remark].filter((cut) => cut !== null)
  const cut = cuts.sort((a, b) => a.index - b.index)[0]
  if (cut) {
    notes.push(name.slice(cut.index).replace(/^[\s,;–—-]+/, ''))
    name = name.slice(0, cut.index)
  }
  if (!isContainer(measure)) name = taken(PREPARATION, name, notes)
  name = name.replace(/^[\s,/|:.-]+|[\s,;:.*-]+$/g, '')
  if (PREPARATION_AFTER.test(name)) {
    notes.push((PREPARATION_AFTER.exec(name)?.[0] ?? '').trim())
    name = name.replace(PREPARATION_AFTER, '')
  }
  return name
}

const startsRemark = (text: string): boolean => REMARK.exec(` ${text}`)?.index === 0

/** Takes what the pattern finds off the text, and notes its first group or all of it. */
function taken(pattern: RegExp, text: string, notes: string[]): string {
  const found = pattern.exec(text)
  if (!found) return text
  notes.push((found[1] ?? found[0]).trim())
  return text.slice(found[0].length)
}
