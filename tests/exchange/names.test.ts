import { expect, test } from 'vitest'
import { Directory, fold, nameOf } from '../../src/exchange/names'

test.each([
  ['Gift Bag', 'gift_bag'],
  ['gift-bag', 'GIFT  BAG '],
  ['Sable\u0301s', 'sablés'],
])('%j and %j are one name', (a, b) => {
  expect(fold(a)).toBe(fold(b))
})

test.each([
  ['Sablés', 'Sables'],
  ['Bag 1', 'Bag 2'],
  ['🎄', '🎁'],
])('%j and %j are two names', (a, b) => {
  expect(fold(a)).not.toBe(fold(b))
})

test('the first name that says something is taken, without spaces at its ends', () => {
  expect(nameOf(null, '  ', undefined, ' Bag ')).toBe('Bag')
  expect(nameOf('', null)).toBeNull()
})

test('a row is found as it is written before it is found folded', () => {
  const directory = new Directory<number>()
  directory.add(1, null, 'Cookies')
  directory.add(2, null, 'cookies')
  expect(directory.find(null, 'cookies')).toEqual([2])
  expect(directory.find(null, 'COOKIES')).toEqual([1, 2])
})

test('a slug that no row has finds the row whose name it was made from', () => {
  const directory = new Directory<number>()
  directory.add(1, null, 'Almond Biscotti')
  expect(directory.find('almond-biscotti')).toEqual([1])
  expect(directory.find('almond_biscotti', 'unheard of')).toEqual([1])
  expect(directory.find(null, null)).toEqual([])
})
