import { describe, expect, test } from 'vitest'
import type { GoodId } from '../../src/domain/model'
import { NO_EVENT } from '../../src/domain/model'
import { packing } from '../../src/domain/packing'
import { isRefusal } from '../../src/domain/refusal'
import { counted, facts, inEvent } from './facts'
import type { Sketch } from './facts'

function used(sketch: Sketch, name: string, quantity: number, anyway = false) {
  const answer = packing(facts(sketch), name as GoodId, quantity, anyway)
  return isRefusal(answer) ? answer : answer.map(({ item, quantity: n }) => [item.id, n.n, n.d])
}

const KITCHEN = {
  bundles: { bag: { cookie: 6, ribbon: 1 }, box: { bag: 2 } },
  materials: ['ribbon'],
} satisfies Sketch

describe('packing', () => {
  test('takes what the lines ask for, materials that were never counted too', () => {
    expect(used({ ...KITCHEN, entries: [counted('cookie', 40)] }, 'bag', 5)).toEqual([
      ['cookie', 30, 1],
      ['ribbon', 5, 1],
    ])
  })

  test('takes inner bundles as far as there are any, then their parts', () => {
    const entries = [counted('cookie', 40), counted('bag', 3)]
    expect(used({ ...KITCHEN, entries }, 'box', 4)).toEqual([
      ['bag', 3, 1],
      ['cookie', 30, 1],
      ['ribbon', 5, 1],
    ])
    expect(used({ ...KITCHEN, entries }, 'box', 1)).toEqual([['bag', 2, 1]])
  })

  test('takes parts of pieces', () => {
    const sketch = { bundles: { bag: { cake: [1, 3] } }, entries: [counted('cake', 2)] } as const
    expect(used(sketch, 'bag', 5)).toEqual([['cake', 5, 3]])
  })

  test('of more than the stock gives is refused once, with what is possible', () => {
    const sketch = { ...KITCHEN, entries: [counted('cookie', 75)] }
    expect(used(sketch, 'bag', 15)).toEqual({
      refused: 'more than stock',
      possible: 12,
      wanted: 15,
    })
    expect(used(sketch, 'bag', 15, true)).toEqual([
      ['cookie', 90, 1],
      ['ribbon', 15, 1],
    ])
  })

  test('is held back by a material that was counted', () => {
    const ribbons = inEvent(NO_EVENT, counted('ribbon', 2))
    expect(used({ ...KITCHEN, entries: [counted('cookie', 75), ribbons] }, 'bag', 3)).toMatchObject(
      {
        refused: 'more than stock',
        possible: 2,
      },
    )
  })

  test('of a bundle without lines uses nothing, once it is recorded anyway', () => {
    expect(used({ bundles: { bag: {} } }, 'bag', 3)).toMatchObject({ possible: 0, wanted: 3 })
    expect(used({ bundles: { bag: {} } }, 'bag', 3, true)).toEqual([])
  })

  test('of an unknown bundle is refused', () => {
    expect(used({}, 'bag', 3, true)).toEqual({ refused: 'unknown', what: 'good' })
  })

  test('of a bundle that contains itself is refused, with the chain named', () => {
    expect(used({ bundles: { bag: { box: 1 }, box: { bag: 1 } } }, 'bag', 3, true)).toEqual({
      refused: 'cycle',
      chain: ['bag', 'box', 'bag'],
      names: ['bag', 'box', 'bag'],
    })
  })

  test('is refused where what it takes would leave the safe integers', () => {
    const sketch = {
      bundles: { bag: { crumb: 1_000_000_000 }, box: { bag: 1_000_000_000 } },
    }
    expect(used(sketch, 'box', 1_000_000, true)).toEqual({ refused: 'out of range' })
  })
})
