import { describe, expect, test } from 'vitest'
import { MAX_NAME, readCount, readDay, readName, readQuantity } from '../../src/domain/typed'

describe('a count', () => {
  test.each([
    ['7', 7],
    ['007', 7],
    [' 42 ', 42],
    ['1000000', 1_000_000],
    ['４２', 42],
    ['٤٢', 42],
    ['۴۲', 42],
    ['४२', 42],
    ['๔๒', 42],
  ])('is read from %j', (text, count) => {
    expect(readCount(text, 'batches')).toBe(count)
  })

  test.each([
    '',
    ' ',
    '0',
    '-3',
    '+3',
    '24.5',
    '24,5',
    'abc',
    '1e9',
    '0x10',
    '1 000',
    '½',
    '1000001',
    '9007199254740993',
    'Infinity',
    'NaN',
    '7 batches',
    '𝟕',
  ])('is not read from %j', (text) => {
    expect(readCount(text, 'batches')).toEqual({
      refused: 'not a count',
      field: 'batches',
      min: 1,
      max: 1_000_000,
    })
  })

  test('may be 0 where that is allowed, and is refused with its own range', () => {
    expect(readCount('0', 'pieces', 0, 5)).toBe(0)
    expect(readCount('6', 'pieces', 0, 5)).toEqual({
      refused: 'not a count',
      field: 'pieces',
      min: 0,
      max: 5,
    })
  })
})

describe('a quantity', () => {
  test.each([
    ['6', 6, 1],
    ['½', 1, 2],
    ['1 ½', 3, 2],
    ['1½', 3, 2],
    ['3/4', 3, 4],
    ['3 / 4', 3, 4],
    ['2 3/4', 11, 4],
    ['3⁄4', 3, 4],
    ['⅔', 2, 3],
    ['⅒', 1, 10],
    ['⅞', 7, 8],
    ['0.5', 1, 2],
    ['0,5', 1, 2],
    ['.25', 1, 4],
    ['2.50', 5, 2],
    ['0.001', 1, 1000],
    ['6/4', 3, 2],
    ['3/3000', 1, 1000],
    ['1000000', 1_000_000, 1],
    ['٣', 3, 1],
    ['１/２', 1, 2],
  ])('is read from %j', (text, n, d) => {
    expect(readQuantity(text, 'lineQuantity')).toEqual({ n, d })
  })

  test.each([
    '',
    ' ',
    '0',
    '0/5',
    '0,0',
    '-1',
    '1/0',
    'abc',
    '1e9',
    '1/1001',
    '0.0001',
    '1000001',
    '999999 ½ ½',
    '½½',
    '1 2',
    '1/2/3',
    '1.2.3',
    '5.',
    '.',
    '⅟',
    '1.5/2',
    'half',
  ])('is not read from %j', (text) => {
    expect(readQuantity(text, 'lineQuantity')).toEqual({
      refused: 'not a quantity',
      field: 'lineQuantity',
    })
  })
})

describe('a name', () => {
  test.each(['Plätzchen', 'بسكويت', '🍪', '<b>bold</b>', 'ばら', 'a'.repeat(MAX_NAME)])(
    'is kept as typed: %j',
    (name) => {
      expect(readName(name)).toBe(name)
    },
  )

  test('loses the spaces at its ends', () => {
    expect(readName('  Holiday bag\n')).toBe('Holiday bag')
  })

  test.each(['', '   ', '\n\t'])('is refused when it is empty: %j', (name) => {
    expect(readName(name)).toEqual({ refused: 'empty name' })
  })

  test('has 200 characters at most, and an emoji is one', () => {
    expect(readName('a'.repeat(201))).toEqual({ refused: 'name too long', max: 200 })
    expect(readName('🍪'.repeat(200))).toBe('🍪'.repeat(200))
    expect(readName('🍪'.repeat(201))).toEqual({ refused: 'name too long', max: 200 })
  })
})

test('a day is read, or refused when the calendar has none', () => {
  expect(readDay(' 2026-12-19 ')).toBe('2026-12-19')
  expect(readDay('2026-02-29')).toEqual({ refused: 'no such day' })
  expect(readDay('tomorrow')).toEqual({ refused: 'no such day' })
})
