import type { Density } from './model'
import { amountOf, divide, multiply, type Amount } from './quantity'

/**
 * The measures of a kitchen. Factors are exact: a US teaspoon has 4.92892159375 ml, a pound has
 * 453.59237 g, so that converting there and back gives the same amount.
 */

type Dimension = 'mass' | 'volume' | 'count'

const TEASPOON = divide(492_892_159_375, 100_000_000_000)
const POUND = divide(45_359_237, 100_000)

/** What one of each has of the dimension's base: grams, millilitres, pieces. */
const MEASURES = {
  mg: { dimension: 'mass', factor: divide(1, 1000) },
  g: { dimension: 'mass', factor: 1 },
  kg: { dimension: 'mass', factor: 1000 },
  oz: { dimension: 'mass', factor: divide(POUND, 16) },
  lb: { dimension: 'mass', factor: POUND },
  ml: { dimension: 'volume', factor: 1 },
  cl: { dimension: 'volume', factor: 10 },
  dl: { dimension: 'volume', factor: 100 },
  l: { dimension: 'volume', factor: 1000 },
  tsp: { dimension: 'volume', factor: TEASPOON },
  tbsp: { dimension: 'volume', factor: multiply(TEASPOON, 3) },
  'fl oz': { dimension: 'volume', factor: multiply(TEASPOON, 6) },
  cup: { dimension: 'volume', factor: multiply(TEASPOON, 48) },
  pint: { dimension: 'volume', factor: multiply(TEASPOON, 96) },
  quart: { dimension: 'volume', factor: multiply(TEASPOON, 192) },
  gallon: { dimension: 'volume', factor: multiply(TEASPOON, 768) },
  each: { dimension: 'count', factor: 1 },
  dozen: { dimension: 'count', factor: 12 },
} as const satisfies Record<string, { readonly dimension: Dimension; readonly factor: Amount }>

export type MeasureId = keyof typeof MEASURES
export const MEASURE_IDS = Object.keys(MEASURES) as readonly MeasureId[]

/** How people write them in English and Spanish, in lower case, without accents and dots. */
const SPELLINGS: Readonly<Record<MeasureId, string>> = {
  mg: 'mg|milligram|milligrams|milligramme|milligrammes|miligramo|miligramos',
  g: 'g|gr|grs|gm|gms|gram|grams|gramme|grammes|gramo|gramos',
  kg: 'kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|kilogramo|kilogramos',
  oz: 'oz|ozs|ounce|ounces|onza|onzas',
  lb: 'lb|lbs|#|pound|pounds|libra|libras',
  ml: 'ml|mls|cc|cm3|millilitre|millilitres|milliliter|milliliters|mililitro|mililitros',
  cl: 'cl|centilitre|centilitres|centiliter|centiliters|centilitro|centilitros',
  dl: 'dl|decilitre|decilitres|deciliter|deciliters|decilitro|decilitros',
  l: 'l|lt|lts|ltr|litre|litres|liter|liters|litro|litros',
  tsp:
    'tsp|tsps|tspn|t|teaspoon|teaspoons|teaspoonful|teaspoonfuls|cdta|cdtas|cdita|cditas' +
    '|cucharadita|cucharaditas|cucharilla|cucharillas',
  tbsp:
    'tbsp|tbsps|tbs|tb|tbl|tbls|tblsp|tbspn|tablespoon|tablespoons|tablespoonful|tablespoonfuls' +
    '|cda|cdas|cucharada|cucharadas|cucharada sopera|cucharadas soperas',
  'fl oz':
    'fl oz|fl ozs|floz|oz fl|fluid oz|fluid ounce|fluid ounces|fl ounce|fl ounces' +
    '|onza liquida|onzas liquidas|onza fluida|onzas fluidas',
  cup: 'cup|cups|c|cupful|cupfuls|taza|tazas|tz|tza|tzas',
  pint: 'pint|pints|pt|pts|pinta|pintas',
  quart: 'quart|quarts|qt|qts|cuarto de galon|cuartos de galon',
  gallon: 'gallon|gallons|gal|gals|galon|galones',
  each:
    '|each|ea|piece|pieces|pc|pcs|unit|units|count|ct|pieza|piezas|pza|pzas|unidad|unidades' +
    '|ud|uds|u',
  dozen: 'dozen|dozens|doz|dz|docena|docenas',
}

const BY_SPELLING: ReadonlyMap<string, MeasureId> = new Map(
  MEASURE_IDS.flatMap((id) =>
    SPELLINGS[id].split('|').map((spelling): [string, MeasureId] => [spelling, id]),
  ),
)

/**
 * The measure that a text names; null where it is a word that we do not know, such as "pinch".
 * "T" is a tablespoon and "t" a teaspoon; otherwise case says nothing. Nothing written means pieces.
 */
export function readMeasure(text: string): MeasureId | null {
  const known = BY_SPELLING.get(text)
  if (known) return known
  const plain = plainly(text)
  return plain === 'T' ? 'tbsp' : (BY_SPELLING.get(plain.toLowerCase()) ?? null)
}

/** What tells two measures apart: the name of a known one, else the word without regard to case. */
export function measureKey(text: string): string {
  return readMeasure(text) ?? text.trim().replace(/\s+/g, ' ').toLowerCase()
}

function plainly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
}

/** Measures of one family convert into each other. A density makes one family of mass and volume. */
export function familyOf(measure: string, density: Density | null): string {
  const id = readMeasure(measure)
  if (id === null) return measureKey(measure)
  const { dimension } = MEASURES[id]
  return dimension === 'volume' && density && isUsable(density) ? 'mass' : dimension
}

/**
 * The same amount in another measure, exactly; null where no factor is known. Volumes and masses
 * convert into each other by the density; a word that we do not know is only itself.
 */
export function convert(
  amount: Amount,
  from: string,
  to: string,
  density: Density | null = null,
): Amount | null {
  const [source, target] = [readMeasure(from), readMeasure(to)]
  if (source === target && source !== null) return amount
  if (source === null || target === null) {
    return measureKey(from) === measureKey(to) ? amount : null
  }
  const [own, other] = [MEASURES[source], MEASURES[target]]
  const base = across(multiply(amount, own.factor), own.dimension, other.dimension, density)
  return base === null ? null : divide(base, other.factor)
}

function across(
  amount: Amount,
  from: Dimension,
  to: Dimension,
  density: Density | null,
): Amount | null {
  if (from === to) return amount
  if (from === 'count' || to === 'count') return null
  const weight = gramsPerMillilitre(density)
  if (weight === null) return null
  return from === 'volume' ? multiply(amount, weight) : divide(amount, weight)
}

function gramsPerMillilitre(density: Density | null): Amount | null {
  if (!density || !isUsable(density)) return null
  const volume = multiply(
    amountOf(density.volume),
    MEASURES[readMeasure(density.volumeMeasure)!].factor,
  )
  const mass = multiply(amountOf(density.mass), MEASURES[readMeasure(density.massMeasure)!].factor)
  return divide(mass, volume)
}

/** A density says something when it is some volume and some mass, in measures of these. */
function isUsable({ volume, volumeMeasure, mass, massMeasure }: Density): boolean {
  const [volumeId, massId] = [readMeasure(volumeMeasure), readMeasure(massMeasure)]
  return (
    volumeId !== null &&
    massId !== null &&
    MEASURES[volumeId].dimension === 'volume' &&
    MEASURES[massId].dimension === 'mass' &&
    [volume.n, volume.d, mass.n, mass.d].every((part) => Number.isSafeInteger(part) && part > 0)
  )
}
