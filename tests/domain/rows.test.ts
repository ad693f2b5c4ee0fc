import { describe, expect, test } from 'vitest'
import { unitsOf } from '../../src/domain/rows'
import { recipe, unit } from './facts'

const DOUGH = recipe('Dough').id
const names = (units: readonly ReturnType<typeof unit>[]) =>
  unitsOf(DOUGH, units).map(({ name }) => name)
const gone = (stamp: number) => ({ hidden: true, stamp })

describe('the units of a recipe', () => {
  test('are those that are not hidden, in their order', () => {
    const units = [
      unit('old', 'Dough', 1, gone(9)),
      unit('b', 'Dough', 1, { order: 2 }),
      unit('older', 'Dough', 1, gone(5)),
      unit('a', 'Dough', 1, { order: 1 }),
      unit('other', 'Cake', 1),
    ]
    expect(names(units)).toEqual(['a', 'b'])
  })

  test('that are all hidden, as a merge may leave them, are those that were hidden last', () => {
    const units = [
      unit('old', 'Dough', 1, gone(4)),
      unit('b', 'Dough', 1, { ...gone(5), order: 2 }),
      unit('older', 'Dough', 1, gone(3)),
      unit('a', 'Dough', 1, { ...gone(5), order: 1 }),
    ]
    expect(names(units)).toEqual(['a', 'b'])
  })
})
