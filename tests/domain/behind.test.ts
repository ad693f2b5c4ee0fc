import { describe, expect, test } from 'vitest'
import { cureSteps, packingSteps } from '../../src/domain/behind'
import { boardOf } from '../../src/domain/board'
import type { GoodId } from '../../src/domain/model'
import { baked, bundleRow, changed, counted, facts, HOLIDAY, packed } from './facts'

const bag = 'bag' as GoodId
const box = 'box' as GoodId

describe('what stands behind how many can be packed', () => {
  test('is what is there of each part, and how many that is enough for', () => {
    const entries = [counted('cookie', 288), counted('brownie', 121)]
    expect(packingSteps(facts({ ...HOLIDAY, entries }), bag)).toEqual([
      { name: 'cookie', each: 6, there: 288, gives: 48, taken: [], isBundle: false },
      { name: 'brownie', each: 3, there: 121, gives: 40, taken: [], isBundle: false },
    ])
  })

  test('names what the bundles before it take of the same', () => {
    const shared = facts({
      bundles: { bag: { cookie: 6 }, box: { cookie: 12 } },
      pack: { bag: 20, box: 50 },
      entries: [counted('cookie', 300)],
    })
    expect(packingSteps(shared, box)).toMatchObject([
      { there: 180, gives: 15, taken: [{ name: 'bag', amount: 120 }] },
    ])
    expect(packingSteps(shared, bag)).toMatchObject([{ there: 300, gives: 50, taken: [] }])
  })

  test('says of a material that was never counted that it limits nothing', () => {
    const tied = facts({ bundles: { bag: { ribbon: 1 } }, materials: ['ribbon'], pack: { bag: 5 } })
    expect(packingSteps(tied, bag)).toMatchObject([{ there: null, gives: null }])
  })

  test('tells an inner bundle from a part', () => {
    const nested = facts({
      bundles: { bag: { cookie: 6 }, box: { bag: 2 } },
      pack: { box: 5 },
      entries: [packed('bag', 3, {}), counted('cookie', 100)],
    })
    expect(packingSteps(nested, box)).toMatchObject([{ there: 3, gives: 1, isBundle: true }])
  })

  test('leaves out inner bundles that are wanted as they are, as the board does', () => {
    const nested = facts({
      bundles: { bag: { cookie: 6 }, box: { bag: 2 } },
      pack: { bag: 20, box: 10 },
      entries: [packed('bag', 20, {})],
    })
    expect(bundleRow(boardOf(nested), 'box').availableTogether).toBe(0)
    expect(packingSteps(nested, box)).toMatchObject([
      { there: 0, gives: 0, taken: [{ name: 'bag', amount: 20 }] },
    ])
  })

  test('is nothing of a bundle that is not wanted', () => {
    expect(packingSteps(facts({ bundles: { bag: { cookie: 1 } } }), bag)).toEqual([])
  })
})

test('the parts that limit a bundle are those that its next one lacks', () => {
  const row = (cookies: number, brownies: number) =>
    bundleRow(
      boardOf(
        facts({ ...HOLIDAY, entries: [counted('cookie', cookies), counted('brownie', brownies)] }),
      ),
      'bag',
    ).limitedBy
  expect(row(288, 120)).toEqual(['brownie'])
  expect(row(240, 120)).toEqual(['cookie', 'brownie'])
  expect(row(300, 150)).toEqual([])
  expect(row(0, 150)).toEqual([])
})

test('the parts that bundles share are named', () => {
  const board = boardOf(
    facts({
      yields: { cookie: 48, tart: 12, loaf: 4 },
      bundles: { bag: { cookie: 6, tart: 1 }, box: { cookie: 6, loaf: 1 } },
      pack: { bag: 30, box: 50 },
      entries: [counted('cookie', 300), counted('tart', 30), counted('loaf', 50)],
    }),
  )
  expect(bundleRow(board, 'box')).toMatchObject({
    availableToAssemble: 50,
    availableTogether: 20,
    sharesWith: ['bag'],
    sharedParts: ['cookie'],
  })
})

test('what stands behind a cure is what lacks, what is coming and what stays short', () => {
  const board = boardOf(
    facts({
      ...HOLIDAY,
      entries: [baked('cookie', 6, 252), baked('brownie', 7, 168), changed('cookie', -12, 'eaten')],
    }),
  )
  expect(board.remake).toMatchObject([{ recipeName: 'cookie', batches: 1 }])
  expect(cureSteps(board)).toEqual([
    {
      recipeId: 'cookie',
      unitName: 'cookie',
      lack: 60,
      coming: 48,
      short: 12,
      itemsPerBatch: 48,
    },
  ])
})

test('what is short of a recipe that nobody planned is worked out too', () => {
  const board = boardOf(facts({ ...HOLIDAY, bake: {} }))
  expect(board.remake).toHaveLength(2)
  expect(cureSteps(board)).toMatchObject([
    { unitName: 'cookie', lack: 300, coming: 0, short: 300, itemsPerBatch: 48 },
    { unitName: 'brownie', lack: 150, coming: 0, short: 150, itemsPerBatch: 24 },
  ])
})
