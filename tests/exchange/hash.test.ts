import { expect, test } from 'vitest'
import { hash64, hashOf } from '../../src/exchange/hash'

test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('the hash of %j is the published FNV-1a value', (text, hash) => {
  expect(hash64(text)).toBe(hash)
})

/** The same function written with big integers over the platform's own UTF-8. */
function slowly(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) {
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
  }
  return hash.toString(16).padStart(16, '0')
}

test.each(['Sablés', 'كعك', '饼干', '🎄 Xmas', '𝒜'.repeat(50), '\u0000', 'ÿĀ߿ࠀ￿'])(
  'the hash of %j is taken over its UTF-8 bytes',
  (text) => {
    expect(hash64(text)).toBe(slowly(text))
  },
)

test('values are kept apart: ["ab", "c"] and ["a", "bc"] differ, and so do 1 and "1"', () => {
  expect(hashOf(['ab', 'c'])).not.toBe(hashOf(['a', 'bc']))
  expect(hashOf([1])).not.toBe(hashOf(['1']))
})
