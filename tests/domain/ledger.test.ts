import { describe, expect, test } from 'vitest'
import { accountOf } from '../../src/domain/account'
import { inOrder, standing } from '../../src/domain/ledger'
import type { GoodId, RecipeId, UnitId } from '../../src/domain/model'
import { NO_EVENT } from '../../src/domain/model'
import * as build from './facts'
import { baked, changed, counted, facts, inEvent, keyed, packed, undone } from './facts'
import type { Draft } from './facts'

const entries = (...drafts: readonly Draft[]) =>
  facts({
    yields: { cookie: 48 },
    bundles: { bag: { cookie: 6 }, box: { bag: 2 } },
    entries: drafts,
  }).entries

const sums = (...drafts: readonly Draft[]) => accountOf(entries(...drafts), build.HERE).sums

describe('the order of entries', () => {
  test('is that of stamp, then writer, then number', () => {
    const shuffled = entries(
      keyed({ stamp: 2, writer: 'a', seq: 1 }, counted('cookie', 1)),
      keyed({ stamp: 1, writer: 'b', seq: 2 }, counted('cookie', 2)),
      keyed({ stamp: 1, writer: 'b', seq: 1 }, counted('cookie', 3)),
      keyed({ stamp: 1, writer: 'a', seq: 9 }, counted('cookie', 4)),
      keyed({ stamp: 10, writer: 'a', seq: 10 }, counted('cookie', 5)),
    )
    const keys = [...shuffled].sort(inOrder).map(({ stamp, writer, seq }) => [stamp, writer, seq])
    expect(keys).toEqual([
      [1, 'a', 9],
      [1, 'b', 1],
      [1, 'b', 2],
      [2, 'a', 1],
      [10, 'a', 10],
    ])
  })

  test('leaves an entry beside itself', () => {
    const [one] = entries(counted('cookie', 1))
    expect(inOrder(one!, one!)).toBe(0)
  })
})

describe('an entry stands', () => {
  const standingSeqs = (...drafts: readonly Draft[]) =>
    standing(entries(...drafts)).map(({ seq }) => seq)

  test('unless a void names it', () => {
    expect(standingSeqs(baked('cookie', 1, 48), baked('cookie', 2, 96), undone(1))).toEqual([2])
  })

  test('no more when it is undone twice', () => {
    expect(standingSeqs(baked('cookie', 1, 48), undone(1), undone(1))).toEqual([])
  })

  test('no more when the void came before it', () => {
    expect(standingSeqs(undone(2), baked('cookie', 1, 48))).toEqual([])
  })

  test('no more when its void is undone: a void of a void does nothing', () => {
    expect(standingSeqs(baked('cookie', 1, 48), undone(1), undone(2))).toEqual([])
  })

  test('when a void names another writer’s entry of the same number', () => {
    expect(
      standingSeqs(keyed({ writer: 'other', seq: 1 }, baked('cookie', 1, 48)), undone(1)),
    ).toEqual([1])
  })
})

describe('the totals', () => {
  test('add up the runs of each recipe, lost batches apart', () => {
    const { made } = sums(
      baked('cookie', 2, 90),
      baked('cookie', 1, 48),
      baked('cookie', 3, 0, 'burnt'),
      baked('tart', 1, { tart: 12, crumb: 3 }),
    )
    expect(made.get('cookie' as RecipeId)).toEqual({
      batches: 3,
      lostBatches: 3,
      pieces: new Map([['cookie', { good: 138, expected: 288 }]]),
    })
    expect(made.get('tart' as RecipeId)).toMatchObject({ batches: 1, lostBatches: 0 })
  })

  test('take a run with one good piece of any unit as done', () => {
    const { made } = sums(baked('dough', 4, { cookie: 0, loaf: 1 }))
    expect(made.get('dough' as RecipeId)).toMatchObject({ batches: 4, lostBatches: 0 })
  })

  test('take a run without pieces as lost', () => {
    expect(sums(baked('dough', 4, {})).made.get('dough' as RecipeId)).toMatchObject({
      batches: 0,
      lostBatches: 4,
    })
  })

  test('know what was packed, and what went into other bundles', () => {
    const { packed: done, inside } = sums(
      packed('bag', 12),
      packed('bag', 8),
      packed('box', 3, { bag: 6 }),
      packed('box', 1, { bag: 1, cookie: 6 }),
    )
    expect(done).toEqual(
      new Map([
        ['bag', 20],
        ['box', 4],
      ]),
    )
    expect(inside.get('bag' as GoodId)).toBe(7)
  })

  test('know what was handed over, and that nothing else was', () => {
    const { given } = sums(
      changed('cookie', -12, 'given'),
      changed('cookie', -3, 'given'),
      changed('cookie', -5, 'eaten'),
      changed('bag', -2, 'given'),
      counted('cookie', 10),
    )
    expect(given).toEqual(new Map([['cookie', 15]]))
    expect(Object.is(sums(changed('cookie', 0, 'given')).given.get('cookie' as UnitId), 0)).toBe(
      true,
    )
  })

  test('leave out what belongs to another event or to none', () => {
    const none = sums(
      inEvent(build.ELSEWHERE, baked('cookie', 1, 48)),
      inEvent(NO_EVENT, packed('bag', 1)),
      inEvent(build.ELSEWHERE, packed('box', 1, { bag: 2 })),
      inEvent(NO_EVENT, changed('cookie', -1, 'given')),
    )
    expect(Object.values(none).map(({ size }: ReadonlyMap<unknown, unknown>) => size)).toEqual([
      0, 0, 0, 0, 0,
    ])
  })
})
