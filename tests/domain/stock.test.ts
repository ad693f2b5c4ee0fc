import { describe, expect, test } from 'vitest'
import type { GoodId, MaterialId, UnitId } from '../../src/domain/model'
import { NO_EVENT } from '../../src/domain/model'
import { accountOf } from '../../src/domain/account'
import * as build from './facts'
import { baked, changed, counted, facts, inEvent, keyed, packed, undone } from './facts'
import type { Draft } from './facts'

function stock(...entries: readonly Draft[]) {
  const kitchen = facts({
    yields: { cookie: 48 },
    bundles: { bag: { cookie: 6, ribbon: 1 }, box: { bag: 2 } },
    materials: ['ribbon'],
    entries,
  })
  const { units, goods, materials } = accountOf(kitchen.entries, build.HERE).stock
  return {
    cookies: units.get('cookie' as UnitId),
    bags: goods.get('bag' as GoodId),
    boxes: goods.get('box' as GoodId),
    ribbons: materials.get('ribbon' as MaterialId),
  }
}

const kitchen = (draft: Draft): Draft => inEvent(NO_EVENT, draft)
const elsewhere = (draft: Draft): Draft => inEvent(build.ELSEWHERE, draft)

describe('pieces and bundles of an event', () => {
  test('are what was made, less what was packed, with what was brought and eaten', () => {
    expect(
      stock(
        baked('cookie', 1, 45),
        packed('bag', 3, { cookie: 18 }),
        changed('cookie', 10, 'brought'),
        changed('cookie', -2, 'eaten'),
      ),
    ).toMatchObject({ cookies: 35, bags: 3 })
  })

  test('go into other bundles', () => {
    expect(stock(packed('bag', 5), packed('box', 2, { bag: 4 }))).toMatchObject({
      bags: 1,
      boxes: 2,
    })
  })

  test('are this event’s alone', () => {
    expect(stock(elsewhere(baked('cookie', 1, 48)), kitchen(counted('cookie', 7)))).toMatchObject({
      cookies: undefined,
    })
  })

  test('may be halves', () => {
    expect(
      stock(changed('cookie', [1, 2], 'made'), changed('cookie', [1, 3], 'made')),
    ).toMatchObject({ cookies: { n: 5, d: 6 } })
  })

  test('may be owed', () => {
    expect(stock(packed('bag', 1, { cookie: 6 }))).toMatchObject({ cookies: -6 })
  })
})

describe('a count', () => {
  test('replaces what came before it', () => {
    expect(stock(baked('cookie', 1, 48), counted('cookie', 40))).toMatchObject({ cookies: 40 })
  })

  test('leaves what comes after it', () => {
    expect(
      stock(counted('cookie', 40), baked('cookie', 1, 48), changed('cookie', -8, 'given')),
    ).toMatchObject({ cookies: 80 })
  })

  test('gives way to a later count', () => {
    expect(stock(counted('cookie', 40), counted('cookie', 30))).toMatchObject({ cookies: 30 })
  })

  test('overrides earlier entries that arrive later', () => {
    expect(
      stock(
        keyed({ stamp: 20 }, counted('cookie', 40)),
        keyed({ stamp: 10 }, baked('cookie', 1, 48)),
      ),
    ).toMatchObject({ cookies: 40 })
  })

  test.each([
    { writer: 'a', seq: 9, cookies: 40 },
    { writer: 'z', seq: 9, cookies: 88 },
  ])('of equal stamp comes before or after by writer: $writer', ({ writer, seq, cookies }) => {
    expect(
      stock(
        keyed({ stamp: 5, writer: 'm', seq: 1 }, counted('cookie', 40)),
        keyed({ stamp: 5, writer, seq }, baked('cookie', 1, 48)),
      ),
    ).toMatchObject({ cookies })
  })

  test('that is undone counts no more', () => {
    expect(stock(baked('cookie', 1, 48), counted('cookie', 40), undone(2))).toMatchObject({
      cookies: 48,
    })
  })

  test('stays when a run from before it is undone', () => {
    expect(stock(baked('cookie', 1, 48), counted('cookie', 40), undone(1))).toMatchObject({
      cookies: 40,
    })
  })
})

describe('a material', () => {
  test('is not counted until somebody counts or buys it', () => {
    expect(stock(packed('bag', 2))).toMatchObject({ ribbons: undefined })
    expect(stock(kitchen(changed('ribbon', 5, 'brought')))).toMatchObject({ ribbons: undefined })
  })

  test('is the last count, with what was bought and less what any event packed since', () => {
    expect(
      stock(
        kitchen(counted('ribbon', 50)),
        packed('bag', 10),
        elsewhere(packed('bag', 5)),
        kitchen(changed('ribbon', 20, 'bought')),
      ),
    ).toMatchObject({ ribbons: 55 })
  })

  test('starts at the first purchase when it was never counted', () => {
    expect(
      stock(
        packed('bag', 10),
        kitchen(changed('ribbon', 20, 'bought')),
        packed('bag', 3),
        kitchen(changed('ribbon', 5, 'bought')),
      ),
    ).toMatchObject({ ribbons: 22 })
  })

  test('starts at the purchase that was first by the clock, not by arrival', () => {
    expect(
      stock(
        keyed({ stamp: 9 }, kitchen(changed('ribbon', 20, 'bought'))),
        keyed({ stamp: 5 }, packed('bag', 3)),
        keyed({ stamp: 1 }, kitchen(changed('ribbon', 5, 'bought'))),
      ),
    ).toMatchObject({ ribbons: 22 })
  })

  test('is counted, whatever was bought before', () => {
    expect(
      stock(kitchen(changed('ribbon', 20, 'bought')), kitchen(counted('ribbon', 4))),
    ).toMatchObject({ ribbons: 4 })
    expect(
      stock(
        keyed({ stamp: 9 }, kitchen(counted('ribbon', 4))),
        keyed({ stamp: 1 }, kitchen(changed('ribbon', 20, 'bought'))),
      ),
    ).toMatchObject({ ribbons: 4 })
  })

  test('is the kitchen’s, whichever event it was counted for', () => {
    expect(stock(elsewhere(counted('ribbon', 50)))).toMatchObject({ ribbons: 50 })
    expect(stock(counted('ribbon', 50))).toMatchObject({ ribbons: 50 })
  })
})
