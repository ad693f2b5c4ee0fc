import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/domain/canonical'

test('the order of keys makes no difference, however deep', () => {
  const one = { b: [1, { d: null, c: 'x' }], a: false }
  const other = { a: false, b: [1, { c: 'x', d: null }] }
  expect(canonicalJson(one)).toBe('{"a":false,"b":[1,{"c":"x","d":null}]}')
  expect(canonicalJson(other)).toBe(canonicalJson(one))
})

test('it is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
