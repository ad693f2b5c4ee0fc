import { describe, expect, test } from 'vitest'
import { compose } from '../../src/domain/composition'
import { buildable, missing, shelfOf, together } from '../../src/domain/feasibility'
import { MAX_COUNT } from '../../src/domain/quantity'
import { accountOf } from '../../src/domain/account'
import { HERE, counted, facts, goodItem, unitItem } from './facts'
import type { Quantity, Sketch } from './facts'

/** Bundles, and what lies there of what is in them. */
function kitchen(bundles: Required<Sketch>['bundles'], pieces: Readonly<Record<string, Quantity>>) {
  const entries = Object.entries(pieces).map(([name, amount]) => counted(name, amount))
  const made = facts({ bundles, materials: ['ribbon'], entries })
  const composition = compose(made.goods, [unitItem('cookie')])
  const shelf = shelfOf(composition, accountOf(made.entries, HERE).stock)
  const number = (name: string) =>
    composition.indexOf(name in bundles ? goodItem(name) : unitItem(name))!
  return { composition, shelf, number }
}

function most(
  bundles: Required<Sketch>['bundles'],
  pieces: Readonly<Record<string, Quantity>>,
  limit?: number,
): number {
  const { composition, shelf, number } = kitchen(bundles, pieces)
  return buildable(composition, number('it'), shelf, limit)
}

describe('what can be put together', () => {
  test('is nothing of nothing', () => {
    expect(most({ it: {} }, {})).toBe(0)
    expect(most({ it: { cookie: 1 } }, {})).toBe(0)
  })

  test('is never more than is asked for', () => {
    expect(most({ it: { cookie: 1 } }, { cookie: 50 }, 20)).toBe(20)
    expect(most({ it: { cookie: 1 } }, { cookie: 50 }, 1)).toBe(1)
    expect(most({ it: { cookie: 1 } }, { cookie: 50 }, 0)).toBe(0)
    expect(most({ it: { cookie: 1 } }, { cookie: 50 }, -3)).toBe(0)
  })

  test('is without end of what was never counted', () => {
    expect(most({ it: { ribbon: 1 } }, {})).toBe(MAX_COUNT)
    expect(most({ it: { bag: 1 }, bag: { ribbon: 1 } }, {})).toBe(MAX_COUNT)
  })

  test('takes inner bundles first, and then their parts', () => {
    const bundles = { it: { bag: 2 }, bag: { cookie: 6 } }
    expect(most(bundles, { bag: 5 })).toBe(2)
    expect(most(bundles, { bag: 5, cookie: 5 })).toBe(2)
    expect(most(bundles, { bag: 5, cookie: 6 })).toBe(3)
    expect(most(bundles, { cookie: 23 })).toBe(1)
  })

  test('goes through many levels', () => {
    const bundles = { it: { a: 2 }, a: { b: 3 }, b: { c: 4 }, c: { d: 5 }, d: { cookie: 1 } }
    expect(most(bundles, { cookie: 359 })).toBe(2)
    expect(most(bundles, { cookie: 169, b: 3, c: 2 })).toBe(1)
    expect(most(bundles, { cookie: 170, b: 3, c: 2 })).toBe(2)
  })

  test('takes what two parts share once', () => {
    const bundles = { it: { bag: 1, cookie: 2 }, bag: { cookie: 6 } }
    expect(most(bundles, { cookie: 23 })).toBe(2)
    expect(most(bundles, { cookie: 16, bag: 1 })).toBe(2)
  })

  test('makes parts of inner bundles where lines have fractions', () => {
    const bundles = { it: { bag: [1, 2] }, bag: { box: [1, 2] }, box: { cookie: 1 } } as const
    expect(most(bundles, { cookie: [3, 4] })).toBe(3)
    expect(most(bundles, { cookie: [1, 5] })).toBe(0)
  })

  test('makes parts of inner bundles where stock has fractions', () => {
    expect(most({ it: { bag: 1 }, bag: { cookie: 2 } }, { bag: [1, 2], cookie: 1 })).toBe(1)
    expect(most({ it: { bag: 1 }, bag: { cookie: 2 } }, { bag: [1, 2], cookie: 3 })).toBe(2)
  })

  test('is counted at the limits', () => {
    expect(most({ it: { cookie: [1, 1000] } }, { cookie: MAX_COUNT })).toBe(MAX_COUNT)
    expect(most({ it: { cookie: MAX_COUNT } }, { cookie: MAX_COUNT })).toBe(1)
    expect(most({ it: { bag: 1 }, bag: { cookie: [999, 1000] } }, { cookie: 999 })).toBe(1000)
  })

  test('goes through a chain of thousands', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [`b${at}`, { [`b${at + 1}`]: 1 }]),
    )
    expect(most({ it: { b0: 1 }, ...chain, b3000: { cookie: 2 } }, { cookie: 9 })).toBe(4)
  })
})

describe('what is missing', () => {
  const lacking = (
    bundles: Required<Sketch>['bundles'],
    pieces: Readonly<Record<string, Quantity>>,
    count: number,
  ) => {
    const { composition, shelf, number } = kitchen(bundles, pieces)
    return missing(composition, number('it'), count, shelf).map(({ index, amount }) => [
      composition.items[index]!.id,
      amount,
    ])
  }

  test('is what a number of bundles asks for beyond what lies there', () => {
    expect(lacking({ it: { cookie: 6, tart: 1 } }, { cookie: 10, tart: 9 }, 3)).toEqual([
      ['cookie', 8],
    ])
  })

  test('is nothing of a material that was never counted', () => {
    expect(lacking({ it: { ribbon: 6 } }, {}, 3)).toEqual([])
  })

  test('is an inner bundle only where that has no lines', () => {
    expect(lacking({ it: { bag: 2 }, bag: {} }, { bag: 1 }, 3)).toEqual([['bag', 5]])
    expect(lacking({ it: { bag: 2 }, bag: { cookie: 1 } }, { bag: 1 }, 3)).toEqual([['cookie', 5]])
  })
})

describe('together', () => {
  test('each wish takes from what the ones before it left, loose pieces last', () => {
    const { composition, shelf, number } = kitchen(
      { bag: { cookie: 6 }, box: { bag: 2 } },
      { bag: 1, cookie: 40 },
    )
    const promises = together(
      composition,
      {
        bundles: [
          { good: number('box'), remaining: 2 },
          { good: number('bag'), remaining: 3 },
        ],
        loose: [{ unit: number('cookie'), remaining: 10 }],
      },
      shelf,
    )
    expect(promises.bundles).toEqual([2, 3])
    expect(promises.loose).toEqual([4])
  })
})
