import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findNamed, fold, isSameName, searchIn } from '../../src/domain/search'

const found = (names: readonly string[], typed: string) => searchIn(names, (name) => [name])(typed)

describe('a name is found', () => {
  test.each([
    ['Crème brûlée', 'creme'],
    ['Crème brûlée', 'BRULEE cr'],
    ['creme brulee', 'crème brûlée'],
    ['Cre\u0300me', 'crème'],
    ['Weißbrot', 'weiss'],
    ['Smørrebrød', 'smorre'],
    ['Œufs à la neige', 'oeufs a'],
    ['Turrón de Alicante', 'turron alic'],
    ['Straße', 'STRASSE'],
    ['Kağıt helva', 'kagit'],
    ["Baker's yeast", 'bakers'],
    ["Baker's yeast", "baker's"],
    ['Baker’s yeast', "baker's y"],
    ["Fleur d'oranger", 'oranger'],
    ['Brown-butter cookies', 'butter'],
    ['Brown-butter cookies', 'brownbutter'],
    ['Cookies (50 %)', '50'],
    ['½ sheet', '1'],
    ['Пряник', 'пря'],
    ['黒砂糖', '砂糖'],
    ['ขนมปัง', 'ปัง'],
    ['मैदा', 'मै'],
    ['🎄 Stollen', 'stollen'],
  ])('%j by %j', (name, typed) => {
    expect(found([name], typed)).toEqual([name])
  })
})

describe('a name is not found', () => {
  test.each([
    ['Cookies', 'okie'],
    ['Crème brûlée', 'creme caramel'],
    ['मैदा', 'मि'],
    ['Cookies', 'cookies x'],
  ])('%j by %j', (name, typed) => {
    expect(found([name], typed)).toEqual([])
  })
})

test('the exact name comes first, then what starts so, then words inside it, then words in another order', () => {
  const names = [
    'Chip and chocolate cookies',
    'White chocolate chip cookies',
    'Chocolate chip cookies',
    'Chocolate chip',
    'Chocolate chips and nuts',
  ]
  expect(found(names, 'chocolate chip')).toEqual([
    'Chocolate chip',
    'Chocolate chip cookies',
    'Chocolate chips and nuts',
    'White chocolate chip cookies',
    'Chip and chocolate cookies',
  ])
})

test('of names that fit alike the shorter comes first, and else the order given stays', () => {
  expect(found(['Brownies, dark', 'Brownies', 'Brownier'], 'brown')).toEqual([
    'Brownies',
    'Brownier',
    'Brownies, dark',
  ])
})

test('what is found by its name comes before what is found by something else', () => {
  const rows = [
    { name: 'Bag', contents: 'Cookies' },
    { name: 'Cookie box', contents: '' },
  ]
  const search = searchIn(rows, ({ name, contents }) => [name, contents])
  expect(search('cookie').map(({ name }) => name)).toEqual(['Cookie box', 'Bag'])
  expect(search('bag cookie').map(({ name }) => name)).toEqual(['Bag'])
})

test.each(['', '  ', '!?'])('typing %j finds everything in the order given', (typed) => {
  expect(found(['b', 'a'], typed)).toEqual(['b', 'a'])
})

const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }))

test('every name is found by what it is, in any case, and by each of its words', () => {
  fc.assert(
    fc.property(text, (name) => {
      expect(found([name], name)).toEqual([name])
      for (const word of fold(name).split(/[^\p{L}\p{N}\p{M}]+/u)) {
        expect(found([name], word)).toEqual([name])
      }
    }),
  )
})

test('typing more never finds more, and the order of words decides no finding', () => {
  const names = fc.array(fc.array(fc.constantFrom('creme', 'Crème', 'brûlée', 'br', 'pie', 'a-b')).map((words) => words.join(' '))) // prettier-ignore
  const words = fc.array(fc.constantFrom('cr', 'creme', 'BR', 'p', 'ab', 'b'), { minLength: 1 })
  fc.assert(
    fc.property(names, words, (rows, typed) => {
      const all = searchIn(
        rows.map((name, id) => ({ name, id })),
        ({ name }) => [name],
      )
      const ids = (query: readonly string[]) => all(query.join(' ')).map(({ id }) => id)
      const some = ids(typed)
      expect(new Set(ids(typed.slice(1)))).toEqual(new Set([...ids(typed.slice(1)), ...some]))
      expect(new Set(ids([...typed].reverse()))).toEqual(new Set(some))
    }),
  )
})

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(text, (name) => {
      expect(fold(fold(name))).toBe(fold(name))
    }),
  )
})

test.each([
  ['Flour', ' flour '],
  ['Brown  sugar', 'brown sugar'],
  ['azúcar', 'AZUCAR'],
  ['Creme', 'crème'],
  ['Cre\u0300me', 'crème'],
])('%j and %j are one name', (a, b) => {
  expect([isSameName(a, b), isSameName(b, a)]).toEqual([true, true])
})

test.each([
  ['bơ', 'bò'],
  ['Flour', 'Flours'],
  ['मैदा', 'मदा'],
  ['papá', 'papà'],
])('%j and %j are two names', (a, b) => {
  expect([isSameName(a, b), isSameName(b, a)]).toEqual([false, false])
})

test('of several of one name the visible one is meant, and of these the one that is written so', () => {
  const row = (name: string, hidden = false) => ({ name, hidden })
  const rows = [row('Flour', true), row('FLOUR'), row('flour'), row('Salt', true)]
  expect(findNamed(rows, 'flour')).toBe(rows[2])
  expect(findNamed(rows, 'Flour')).toBe(rows[1])
  expect(findNamed(rows, 'salt')).toBe(rows[3])
  expect(findNamed(rows, 'Sugar')).toBeUndefined()
})
