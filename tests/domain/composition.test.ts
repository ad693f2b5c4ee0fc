import { describe, expect, test } from 'vitest'
import { compose, explode, taken } from '../../src/domain/composition'
import { contents, cycleWith } from '../../src/domain/contents'
import type { FinishedGood, GoodId } from '../../src/domain/model'
import { facts, good, goodItem, unitItem } from './facts'
import type { Sketch } from './facts'

const goodsOf = (bundles: Required<Sketch>['bundles']) =>
  facts({ bundles, materials: ['ribbon'] }).goods

function inside(bundles: Required<Sketch>['bundles'], name: string, count = 1) {
  return contents(compose(goodsOf(bundles)), name as GoodId, count).map(({ item, quantity }) => [
    item.id,
    quantity,
  ])
}

describe('the contents of a bundle', () => {
  test('are its pieces and materials', () => {
    expect(inside({ bag: { cookie: 6, ribbon: 1 } }, 'bag', 50)).toEqual([
      ['cookie', 300],
      ['ribbon', 50],
    ])
  })

  test('are those of the bundles in it too', () => {
    const bundles = { bag: { cookie: 5 }, box: { bag: 4 }, crate: { box: 3 } }
    expect(inside(bundles, 'crate', 2)).toEqual([['cookie', 120]])
  })

  test('add up over the ways that lead to them', () => {
    const bundles = { bag: { cookie: 6 }, box: { bag: 1 }, tray: { box: 1, bag: 2, cookie: 1 } }
    expect(inside(bundles, 'tray')).toEqual([['cookie', 19]])
  })

  test('are exact where lines have fractions', () => {
    const bundles = { bag: { cookie: [1, 3] }, box: { bag: [1, 2] } } as const
    expect(inside(bundles, 'box', 12)).toEqual([['cookie', 2]])
    expect(inside(bundles, 'box', 1)).toEqual([['cookie', { n: 1, d: 6 }]])
  })

  test('add up double lines, and leave out lines of 0 and less', () => {
    const lines = [1, 2, 0, -4].map((n) => ({ item: unitItem('cookie'), quantity: { n, d: 1 } }))
    expect(contents(compose([good('bag', lines)]), 'bag' as GoodId, 2)).toEqual([
      { item: unitItem('cookie'), quantity: 6 },
    ])
  })

  test('are none of an unknown bundle, nor of one that contains itself', () => {
    expect(inside({ bag: { cookie: 6 } }, 'box')).toEqual([])
    expect(inside({ bag: { bag: 1, cookie: 6 } }, 'bag')).toEqual([])
  })

  test('are found through a chain of thousands', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [`b${at}`, { [`b${at + 1}`]: 1 }]),
    )
    expect(inside({ ...chain, b5000: { cookie: 2 } }, 'b0')).toEqual([['cookie', 2]])
  })
})

describe('a bundle that contains itself', () => {
  const chain = (bundles: Required<Sketch>['bundles'], changed: FinishedGood) =>
    cycleWith(goodsOf(bundles), changed)
  const line = (name: string) => ({ item: goodItem(name), quantity: { n: 1, d: 1 } })

  test('is found when it is saved, with the chain named', () => {
    expect(chain({}, good('a', [line('a')]))).toEqual(['a', 'a'])
    expect(chain({ b: { c: 1 }, c: { a: 1 }, a: {} }, good('a', [line('b')]))).toEqual([
      'a',
      'b',
      'c',
      'a',
    ])
  })

  test('is none where a bundle is only used twice', () => {
    expect(chain({ b: { d: 1 }, c: { d: 1 }, d: {} }, good('a', [line('b'), line('c')]))).toBeNull()
  })

  test('is none once the lines as they are saved break the chain', () => {
    expect(chain({ a: { b: 1 }, b: { a: 1 } }, good('a', []))).toBeNull()
  })

  test('is known of every bundle that leads to it, and of no other', () => {
    const composition = compose(
      goodsOf({ a: { b: 1 }, b: { c: 1 }, c: { b: 1 }, d: { e: 1 }, e: {}, f: { e: 1, a: 1 } }),
    )
    const looping = ['a', 'b', 'c', 'd', 'e', 'f'].filter((name) =>
      composition.cycle(composition.indexOf(goodItem(name))!),
    )
    expect(looping).toEqual(['a', 'b', 'c', 'f'])
    expect(composition.cycle(composition.indexOf(goodItem('f'))!)).toEqual([
      'f',
      'a',
      'b',
      'c',
      'b',
    ])
    expect(composition.goodsInOrder.map((index) => composition.items[index]!.id)).toEqual([
      'd',
      'e',
    ])
  })
})

describe('taking bundles apart', () => {
  const composition = compose(goodsOf({ box: { bag: 2, ribbon: 1 }, bag: { cookie: 6 } }))
  const [box, bag] = ['box', 'bag'].map((name) => composition.indexOf(goodItem(name))!) as [
    number,
    number,
  ]
  const free: number[] = []
  free[bag] = 3
  const demand = explode(composition, composition.order(box), new Map([[box, 5]]), free)
  const named = (amounts: ReadonlyMap<number, unknown>) =>
    [...amounts].map(([index, amount]) => [composition.items[index]!.id, amount])

  test('wants inner bundles, and parts for those that are not free', () => {
    expect(named(demand.wanted)).toEqual([
      ['bag', 10],
      ['ribbon', 5],
      ['cookie', 42],
    ])
    expect(named(demand.made)).toEqual([
      ['box', 5],
      ['bag', 7],
    ])
  })

  test('takes the free inner bundles and no more', () => {
    expect(named(taken(composition, demand, free))).toEqual([
      ['bag', 3],
      ['ribbon', 5],
      ['cookie', 42],
    ])
  })

  test('owes what is less than nothing', () => {
    const owing: number[] = []
    owing[bag] = -2
    const { made } = explode(composition, composition.order(box), new Map([[box, 5]]), owing)
    expect(named(made)).toEqual([
      ['box', 5],
      ['bag', 12],
    ])
  })
})

test('a hundred thousand parts of one bundle, as a file may bring them, hold nobody up', () => {
  const lines = Array.from({ length: 100_000 }, (_, at) => ({
    item: unitItem(`piece ${at}`),
    quantity: { n: 1, d: 1 },
  }))
  const start = performance.now()
  expect(compose([good('bag', lines)]).parts(0)).toHaveLength(100_000)
  expect(performance.now() - start).toBeLessThan(5000)
})

test('parts are everything in a bundle, however deep, each once', () => {
  const composition = compose(
    goodsOf({ box: { bag: 2, cookie: 1 }, bag: { cookie: 6, ribbon: 1 } }),
  )
  const parts = composition.parts(composition.indexOf(goodItem('box'))!)
  expect(parts.map((index) => composition.items[index]!.id)).toEqual(['bag', 'cookie', 'ribbon'])
})
