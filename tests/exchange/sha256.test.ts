import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Sha256 } from '../../src/exchange/sha256'

function ours(...pieces: readonly string[]): string {
  const hash = new Sha256()
  for (const piece of pieces) hash.update(piece)
  return hash.hex()
}
const theirs = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

test('it is the SHA-256 that everybody computes, of a text of any length', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 100_000]) {
    const text = 'a'.repeat(length)
    expect(ours(text)).toBe(theirs(text))
  }
})

test('the pieces that a text comes in make no difference', () => {
  const whole = fc.string({ unit: 'grapheme', maxLength: 200 })
  fc.assert(
    fc.property(fc.array(whole), (pieces) => {
      expect(ours(...pieces)).toBe(theirs(pieces.join('')))
    }),
  )
})
