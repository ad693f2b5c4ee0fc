import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_DENOMINATOR, MAX_TYPED, fraction } from '../../src/domain/quantity'
import { readQuantity } from '../../src/domain/typed'
import { readIngredientLines } from '../../src/exchange/ingredient-text'
import { LINES, MISREAD } from './ingredient-lines'

const typed = (quantity: string) => (quantity === '' ? null : readQuantity(quantity, 'quantity'))

test.each(LINES)('%j says %j · %j · %j', (line, quantity, measure, name) => {
  const read = readIngredientLines(line)
  expect(read).toMatchObject([{ quantity: typed(quantity), measure, name, text: line.trim() }])
})

test.each(MISREAD)(
  '%j, which says %j · %j · %j, is kept whole for a person to put right',
  (line, quantity, measure, name, insteadQuantity, insteadName) => {
    const [read, ...more] = readIngredientLines(line)
    expect(more).toEqual([])
    expect(read?.text).toBe(line)
    expect(read).toMatchObject({ quantity: typed(insteadQuantity), name: insteadName })
    expect(read).not.toMatchObject({ quantity: typed(quantity), measure, name })
  },
)

test('of all these lines at least 95 of 100 are read rightly', () => {
  expect([LINES.length, MISREAD.length]).toEqual([211, 5])
  expect(LINES.length / (LINES.length + MISREAD.length)).toBeGreaterThanOrEqual(0.95)
})

test.each([
  ['1 (14 oz) can condensed milk', '14 oz'],
  ['1 cup (240 ml) milk', '240 ml'],
  ['200g/7oz plain flour', '7oz'],
  ['500g/1lb 2oz sweet potato', '1lb; 2oz'],
  ['2 8-ounce packages cream cheese, softened', '8 ounce; softened'],
  ['400ml can coconut milk', 'can'],
  ['3 large eggs', 'large'],
  ['1 cup finely chopped pecans', 'finely chopped'],
  ['1 cup plus 2 tablespoons all-purpose flour', 'plus 2 tablespoons'],
  ['1 cup sugar, plus 2 tablespoons for sprinkling', 'plus 2 tablespoons for sprinkling'],
  ['juice of 1 lemon', 'juice'],
  ['Optional: Sesame seeds', 'Optional'],
  ['Un huevo batido para barnizar', 'para barnizar; batido'],
  ['2 cups flour', ''],
])('what else %j says is the note %j', (line, note) => {
  expect(readIngredientLines(line)).toMatchObject([{ note }])
})

test('amounts that cannot be added are not half read', () => {
  expect(readIngredientLines('1 cup plus 30 g flour')).toMatchObject([
    { quantity: null, measure: '', name: 'flour', text: '1 cup plus 30 g flour' },
  ])
})

test.each([
  '0 cups sugar',
  '0.12345 kg salt',
  '2000000 g flour',
  '1/1001 cup sugar',
  '1/0 cup sugar',
])('an amount that a recipe cannot hold stays as text: %j', (line) => {
  expect(readIngredientLines(line)).toMatchObject([{ quantity: null, text: line }])
})

test('a pasted recipe is read line by line, and lines without text are left out', () => {
  const text = ' 2 cups flour\r\n\r\nFor the icing:\n\t- 1 egg \n----\n'
  expect(readIngredientLines(text).map((line) => [line.text, line.name])).toEqual([
    ['2 cups flour', 'flour'],
    ['For the icing:', ''],
    ['- 1 egg', 'egg'],
    ['----', ''],
  ])
  expect(readIngredientLines(' \n ')).toEqual([])
})

test('a fraction is exactly what is written, never near it', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer({ min: 1, max: 99 }), fc.nat(98), (whole, d, part) => {
      const n = (part % d) + 1
      const [read] = readIngredientLines(`${whole || ''} ${n}/${d} cup flour`)
      expect(read?.quantity).toEqual(fraction(whole * d + n, d))
    }),
  )
})

test('whatever is pasted, no line is lost and no quantity is out of range', () => {
  const word = fc.constantFrom('1', '½', '2-3', '1/2', '(14 oz)', 'cup', 'g', '/', 'plus', 'flour', ',', 'x', 'of', 'taza', ':') // prettier-ignore
  const line = fc.oneof(
    fc.array(word).map((words) => words.join(' ')),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n')
      const read = readIngredientLines(text)
      const wanted = text
        .split(/\r\n|[\n\r\u2028\u2029]/)
        .map((one) => one.trim())
        .filter((one) => one !== '')
      expect(read.map((one) => one.text)).toEqual(wanted)
      for (const { quantity, name } of read) {
        if (!quantity) continue
        expect(name).not.toBe('')
        expect(quantity.n).toBeGreaterThan(0)
        expect(quantity.d).toBeLessThanOrEqual(MAX_DENOMINATOR)
        expect(quantity.n).toBeLessThanOrEqual(MAX_TYPED * quantity.d)
        expect(fraction(quantity.n, quantity.d)).toEqual(quantity)
      }
    }),
    { numRuns: 300 },
  )
})
