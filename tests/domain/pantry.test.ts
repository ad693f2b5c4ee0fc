import { expect, test } from 'vitest'
import { standing } from '../../src/domain/ledger'
import type { IngredientId } from '../../src/domain/model'
import { countedSince, pantryOf } from '../../src/domain/pantry'
import { facts, keyed, undone, type Draft } from './facts'
import { bought, cookbook, counted, eaten, gramsOfCup } from './shop'

const FLOUR = 'flour' as IngredientId

const entriesOf = (...entries: readonly Draft[]) => standing(facts({ entries }).entries)
const since = (...entries: readonly Draft[]) => countedSince(entriesOf(...entries)).get(FLOUR)

test.each<[string, readonly Draft[], number | undefined]>([
  ['the last count', [counted('flour', 1), counted('flour', 2)], 2],
  ['the first purchase where nothing was counted', [bought('flour', 1), bought('flour', 2)], 1],
  ['a count that came after the purchase', [bought('flour', 1), counted('flour', 2)], 2],
  ['the earlier of two counts in measures that may not convert', [counted('flour', 1, 'cup'), counted('flour', 2, 'g')], 1],
  ['the earlier of them, whichever is first', [keyed({ stamp: 9 }, counted('flour', 1, 'cup')), keyed({ stamp: 4 }, counted('flour', 2, 'g'))], 4],
  ['the count before one that was undone', [counted('flour', 1), counted('flour', 2), undone(2)], 1],
  ['no time, where nothing was counted or bought', [eaten('flour', 1), counted('butter', 1)], undefined],
])('runs matter since %s', (_, entries, stamp) => {
  expect(since(...entries)).toBe(stamp)
}) // prettier-ignore

test('shelves of one ingredient are apart until a density joins them', () => {
  const entries = entriesOf(counted('flour', 2, 'cup'), counted('flour', 100, 'g'))
  const shelves = (density: ReturnType<typeof gramsOfCup> | null) =>
    [...pantryOf(entries, [], () => density).get(FLOUR)!].map(([family, { start, parts }]) => [
      family,
      start.seq,
      [...parts],
    ])
  expect(shelves(null)).toEqual([
    ['volume', 1, [['cup', 2]]],
    ['mass', 2, [['g', 100]]],
  ])
  expect(shelves(gramsOfCup(120))).toEqual([['mass', 2, [['g', 100]]]])
})

test('a recipe that was never baked takes nothing', () => {
  const recipes = cookbook({ bread: { flour: [3, 'tsp'] } })
  const pantry = pantryOf(entriesOf(counted('flour', 2, 'cup')), recipes, () => null)
  expect([...pantry.get(FLOUR)!.get('volume')!.parts]).toEqual([['cup', 2]])
})
