import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson, where } from '../../src/exchange/json'
import { MAX_DEPTH, MAX_ROWS, shapeOf } from '../../src/exchange/json-shape'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

test('a mark at the beginning of the file is no part of it', () => {
  expect(parseJson('\uFEFF{"a": 1}')).toEqual({ value: { a: 1 } })
})

test.each(['', ' \n\t', '\uFEFF'])('%j is empty', (text) => {
  expect(parseJson(text)).toEqual({ file: 'empty' })
})

test.each(['hello', 'name;batches\nCookies;4', '"a","b"', '{a: 1}', '{"a": 1}}', '[1,]', '{"a":1,}',
  "{'a': 1}", '[1 2]', '[01]', '["\u0001"]', '["\\x"]', '["\\u12g4"]', '[tru1]', '[nulL', '{"a" 1',
  '{,', '[}', '{"a":}', 'nul', '"open', '[1.2.3,', '{"a":1,]', '<html>', '[+1]', ']', '{"a":{]'])(
  '%s is no JSON', (text) => {
    expect(parseJson(text)).toEqual({ file: 'not json' })
  },
) // prettier-ignore

describe('a file that ends early is told from one that is no JSON', () => {
  const whole =
    '{"a": [1.5e+3, -0, true, {"b": null, "": "x\\"\\u00e9\\n"}, []], "c": false, "d": {}, "é": 1}'

  test.each(Array.from({ length: whole.length - 1 }, (_, index) => whole.slice(0, index + 1)))(
    '%s',
    (text) => {
      expect(parseJson(text)).toEqual({ file: 'cut off' })
    },
  )

  test('and whole it is read', () => {
    expect(parseJson(whole)).toEqual({ value: JSON.parse(whole) as unknown })
  })

  test('any JSON cut anywhere is cut off', () => {
    const container = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()))
    fc.assert(
      fc.property(container, fc.double({ min: 0, max: 1, noNaN: true }), (value, share) => {
        const text = JSON.stringify(value)
        const cut = text.slice(0, 1 + Math.floor(share * (text.length - 1)))
        expect(shapeOf(cut)).toBe(cut === text ? 'whole' : 'cut off')
      }),
      { numRuns: 500 },
    )
  })

  test('a text that is taken for whole is one that parses, and the other way round', () => {
    const soup = fc.string({ unit: fc.constantFrom(...'{}[],:"\\ut0123.-eé \n', 'true', 'null') })
    fc.assert(
      fc.property(soup, (text) => {
        let parses = true
        try {
          JSON.parse(text)
        } catch {
          parses = false
        }
        const container = /^\s*[[{]/.test(text)
        expect(shapeOf(text) === 'whole').toBe(parses && container)
      }),
      { numRuns: 5000 },
    )
  })
})

test(`more than ${MAX_DEPTH} levels are too deep, however many`, () => {
  expect(parseJson(nested(MAX_DEPTH))).toHaveProperty('value')
  for (const depth of [MAX_DEPTH + 1, 100_000, 3_000_000]) {
    expect(parseJson(nested(depth))).toEqual({ file: 'too deep' })
    expect(parseJson('{"a":'.repeat(depth))).toEqual({ file: 'too deep' })
  }
})

test('brackets in texts are no levels', () => {
  expect(parseJson(JSON.stringify(['['.repeat(1000)]))).toHaveProperty('value')
})

test('more than 16 MB are refused', () => {
  expect(parseJson(' '.repeat(16 * 1024 * 1024 + 1))).toEqual({
    file: 'too large',
    maxMegabytes: 16,
  })
})

test.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused anywhere', (key) => {
  expect(parseJson(`{"a": [{}, {"b": {"${key}": 1}}]}`)).toEqual({
    file: 'forbidden key',
    where: `a, row 2, b, ${key}`,
  })
  expect(parseJson(`{"${key}": {}}`)).toEqual({ file: 'forbidden key', where: key })
  expect(parseJson(`{"a": "${key}"}`)).toEqual({ value: { a: key } })
})

test('more than 200,000 objects and lists are too many rows, before anything is made of them', () => {
  const rows = (count: number) => `{"rows":[${Array(count).fill('{}').join(',')}]}`
  expect(parseJson(rows(MAX_ROWS - 2))).toHaveProperty('value')
  expect(parseJson(rows(MAX_ROWS - 1))).toEqual({ file: 'too many rows', most: 200_000 })
  expect(parseJson(rows(MAX_ROWS).slice(0, -2))).toEqual({ file: 'too many rows', most: 200_000 })
})

test('a place is named by table, row and field, rows counted from 1', () => {
  expect(where(['production_runs', 2, 'num_batches'])).toBe('production_runs, row 3, num_batches')
})
