import { describe, expect, test } from 'vitest'
import { boardOf } from '../../src/domain/board'
import { foresee, owedAfterUndo } from '../../src/domain/foresight'
import type { WriterId } from '../../src/domain/model'
import { changeOf, SURPRISES, signOf, type PieceItem, type Surprise } from '../../src/domain/pieces'
import {
  baked,
  bundleRow,
  changed,
  counted,
  facts,
  goodItem,
  HOLIDAY,
  packed,
  recipeRow,
  unitItem,
  type Draft,
} from './facts'

const holiday = (...entries: Draft[]) => facts({ ...HOLIDAY, entries })
const BAKED = [baked('cookie', 7, 336), baked('brownie', 7, 168)]
const COOKIE = unitItem('cookie') as PieceItem
const key = (seq: number) => ({ writer: 'w' as WriterId, seq })

describe('what became of pieces', () => {
  test.each<[Surprise, -1 | 0 | 1]>([
    ['burnt', -1],
    ['eaten', -1],
    ['given', -1],
    ['other', -1],
    ['brought', 1],
    ['made', 1],
    ['counted', 0],
  ])('%s has the sign %d', (surprise, sign) => {
    expect(signOf(surprise)).toBe(sign)
  })

  test('a loss takes pieces away, a count says how many there are', () => {
    expect(changeOf('eaten', 5)).toEqual({
      type: 'change',
      amount: { n: -5, d: 1 },
      reason: 'eaten',
    })
    expect(changeOf('counted', 5)).toEqual({ type: 'count', amount: { n: 5, d: 1 } })
  })

  test('a form offers each thing once', () => {
    for (const list of Object.values(SURPRISES)) expect(new Set(list).size).toBe(list.length)
  })
})

describe('what pieces that are lost lead to', () => {
  test('is said before it is recorded: what is there then, what is short and what cures it', () => {
    expect(foresee(holiday(...BAKED), COOKIE, changeOf('dropped', 48))).toMatchObject({
      now: 336,
      then: 288,
      bundlesShort: 2,
      remake: [{ recipeName: 'cookie', batches: 1 }],
    })
  })

  test('is what there is while nothing is typed', () => {
    expect(foresee(holiday(...BAKED), COOKIE, null)).toMatchObject({
      now: 336,
      then: 336,
      bundlesShort: 0,
    })
  })

  test('is told of packed bundles too', () => {
    const bag = goodItem('bag') as PieceItem
    const now = holiday(...BAKED, packed('bag', 10))
    expect(foresee(now, bag, changeOf('counted', 8))).toMatchObject({ now: 10, then: 8 })
  })
})

describe('what an undo would leave less than nothing of', () => {
  test('is nothing while the pieces lie there', () => {
    expect(owedAfterUndo(holiday(...BAKED), key(1))).toEqual([])
  })

  test('is named with how much, when they are packed', () => {
    const entries = holiday(baked('cookie', 7, 336), baked('brownie', 1, 24), packed('bag', 8))
    expect(owedAfterUndo(entries, key(2))).toEqual([{ name: 'brownie', amount: -24 }])
  })

  test('leaves out what is below nothing already and stays as it is', () => {
    const entries = holiday(packed('bag', 1), baked('brownie', 1, 24))
    expect(owedAfterUndo(entries, key(2))).toEqual([{ name: 'brownie', amount: -3 }])
    expect(owedAfterUndo(entries, key(1))).toEqual([])
  })

  test('is nothing where a count came after it', () => {
    const entries = holiday(baked('brownie', 1, 24), counted('brownie', 20), packed('bag', 5))
    expect(owedAfterUndo(entries, key(1))).toEqual([])
  })
})

describe('a recipe whose batches are baked', () => {
  const cookies = (...entries: Draft[]) => recipeRow(boardOf(holiday(...entries)), 'cookie')

  test('is not settled when pieces of it are missing, and says how many were lost since', () => {
    const row = cookies(...BAKED, changed('cookie', -48, 'dropped'))
    expect(row).toMatchObject({ isComplete: true, isSettled: false })
    expect(row.pieces).toMatchObject([{ good: 336, short: 12, since: -48 }])
  })

  test('is not settled when its batches gave less', () => {
    const row = cookies(baked('cookie', 7, 288), BAKED[1]!)
    expect(row).toMatchObject({ isComplete: true, isSettled: false })
    expect(row.pieces).toMatchObject([{ good: 288, expected: 336, short: 12, since: 0 }])
  })

  test('is settled when enough is there, and nothing is short while its batches are still to bake', () => {
    expect(cookies(...BAKED).isSettled).toBe(true)
    expect(cookies(baked('cookie', 6, 288)).pieces).toMatchObject([{ short: 0 }])
  })

  test('tells pieces that were packed or handed over from pieces that were lost', () => {
    const row = cookies(
      ...BAKED,
      packed('bag', 10),
      changed('cookie', -6, 'given'),
      changed('cookie', 24, 'made'),
    )
    expect(row.pieces).toMatchObject([{ since: 24 }])
  })
})

test('a packed bundle that is gone is told on its row', () => {
  const row = bundleRow(boardOf(holiday(packed('bag', 50), changed('bag', -2, 'dropped'))), 'bag')
  expect(row).toMatchObject({ isComplete: true, isSettled: false, since: -2 })
})
