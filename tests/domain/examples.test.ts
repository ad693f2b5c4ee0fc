import { describe, expect, test } from 'vitest'
import { boardOf, type Board } from '../../src/domain/board'
import { NO_EVENT } from '../../src/domain/model'
import { toBuy } from '../../src/domain/shopping'
import * as build from './facts'
import { baked, counted, facts, inEvent, packed, recipe, unit } from './facts'
import type { Draft, Sketch } from './facts'

/** Every worked example of the domain's rules, from facts to what the board shows. */

function holiday(entries: readonly Draft[]): Board {
  return boardOf(facts({ ...build.HOLIDAY, entries }))
}

/** The example with its plan as it stands, and pieces that lie there. */
function withPieces(cookies: number, brownies: number): Board {
  return holiday([counted('cookie', cookies), counted('brownie', brownies)])
}

const bag = (board: Board) => build.bundleRow(board, 'bag')
const progress = (targets: Sketch['bake'], entries: readonly Draft[]): Board =>
  boardOf(facts({ yields: { cookie: 48, tart: 12 }, bake: targets ?? {}, entries }))
const cookies = (board: Board) => build.recipeRow(board, 'cookie')

describe('production progress', () => {
  test.each([
    { done: 0, percent: 0, remaining: 7, overage: 0 },
    { done: 4, percent: 57.14, remaining: 3, overage: 0 },
    { done: 7, percent: 100, remaining: 0, overage: 0 },
    { done: 10, percent: 142.86, remaining: 0, overage: 3 },
  ])('$done batches of 7 are $percent %', ({ done, percent, remaining, overage }) => {
    const entries = done === 0 ? [] : [baked('cookie', done, 48 * done)]
    expect(cookies(progress({ cookie: 7 }, entries))).toMatchObject({
      targetBatches: 7,
      completedBatches: done,
      progressPercent: percent,
      remainingBatches: remaining,
      overageBatches: overage,
      isComplete: done >= 7,
    })
  })

  test('runs of another event and of none do not count', () => {
    const board = progress({ cookie: 4 }, [
      baked('cookie', 2, 96),
      inEvent(build.ELSEWHERE, baked('cookie', 3, 144)),
      inEvent(NO_EVENT, baked('cookie', 10, 480)),
    ])
    expect(cookies(board)).toMatchObject({ completedBatches: 2, progressPercent: 50 })
  })

  test('a batch that burnt completely is not done, but is named as lost', () => {
    const board = progress({ cookie: 2 }, [baked('cookie', 1, 48), baked('cookie', 1, 0, 'burnt')])
    expect(cookies(board)).toMatchObject({
      completedBatches: 1,
      targetBatches: 2,
      progressPercent: 50,
      lostBatches: 1,
    })
  })

  test('6 batches of 7 are 85.71 %, and 1 remains', () => {
    expect(cookies(progress({ cookie: 7 }, [baked('cookie', 6, 288)]))).toMatchObject({
      progressPercent: 85.71,
      remainingBatches: 1,
    })
  })

  test.each([
    { done: 1, target: 32, percent: 3.13 },
    { done: 99_999, target: 100_000, percent: 99.99 },
    { done: 1, target: 100_000, percent: 0.01 },
  ])('$done of $target reads $percent', ({ done, target, percent }) => {
    const board = progress({ cookie: target }, [baked('cookie', done, 48 * done)])
    expect(cookies(board).progressPercent).toBe(percent)
  })
})

describe('the holiday bags', () => {
  test('cannot be packed before anything is baked, and wait for it', () => {
    expect(bag(withPieces(0, 0))).toMatchObject({
      availableToAssemble: 0,
      status: 'awaiting_production',
    })
  })

  test.each([
    { cookie: 300, brownie: 150, available: 50, status: 'can_assemble' },
    { cookie: 300, brownie: 120, available: 40, status: 'partial' },
    { cookie: 288, brownie: 144, available: 48, status: 'partial' },
  ])('$cookie cookies and $brownie brownies fill $available: $status', (row) => {
    expect(bag(withPieces(row.cookie, row.brownie))).toMatchObject({
      availableToAssemble: row.available,
      status: row.status,
    })
  })

  test('are 48 now and 2 waiting after 6 of 7 batches, and one batch of each brings these 2', () => {
    const board = holiday([baked('cookie', 6, 288), baked('brownie', 6, 144)])
    expect(bag(board).bar).toEqual({ packed: 0, now: 48, waiting: 2, short: 0 })
    expect(board.next).toMatchObject({
      kind: 'bake',
      gain: 2,
      each: true,
      bake: [
        { recipeId: 'cookie', batches: 1 },
        { recipeId: 'brownie', batches: 1 },
      ],
    })
  })

  test('are 2 short after 7 of 7 batches of which 48 cookies burnt, and one batch more cures it', () => {
    const board = holiday([
      baked('cookie', 3, 144),
      ...[1, 2, 3, 4].map(() => baked('cookie', 1, 36, 'burnt')),
      baked('brownie', 7, 168),
    ])
    expect(cookies(board)).toMatchObject({ completedBatches: 7, isComplete: true })
    expect(bag(board).bar).toEqual({ packed: 0, now: 48, waiting: 0, short: 2 })
    expect(board.bundlesShort).toBe(2)
    expect(board.remake).toMatchObject([{ recipeName: 'cookie', batches: 1 }])
  })

  test('are 20 more, not 50, when 30 are packed', () => {
    const board = holiday([packed('bag', 30), counted('cookie', 1120), counted('brownie', 1000)])
    expect(bag(board).availableToAssemble).toBe(20)
  })

  test('are complete when 50 are packed, and no more are to be packed', () => {
    const board = holiday([baked('cookie', 7, 336), baked('brownie', 7, 168), packed('bag', 50)])
    expect(bag(board)).toMatchObject({ availableToAssemble: 0, status: 'complete' })
  })
})

describe('what can be packed', () => {
  test('is decided by the scarcest part: lines 4/2/3 from 400/160/150 are 50', () => {
    const board = boardOf(
      facts({
        bundles: { tin: { cookie: 4, brownie: 2, tart: 3 } },
        pack: { tin: 100 },
        entries: [counted('cookie', 400), counted('brownie', 160), counted('tart', 150)],
      }),
    )
    expect(build.bundleRow(board, 'tin').availableToAssemble).toBe(50)
  })

  test('is 50 and 50 alone, but 50 and 0 together, where two bundles share 300 cookies', () => {
    const board = boardOf(
      facts({
        bundles: { bag: { cookie: 6 }, box: { cookie: 6 } },
        pack: { bag: 50, box: 50 },
        entries: [counted('cookie', 300)],
      }),
    )
    expect(board.bundles.map((row) => row.availableToAssemble)).toEqual([50, 50])
    expect(board.bundles.map((row) => row.availableTogether)).toEqual([50, 0])
  })

  test('takes inner bundles that are not packed yet apart: 5 boxes of 2 bags from 1,000 cookies', () => {
    const board = boardOf(
      facts({
        bundles: { bag: { cookie: 6 }, box: { bag: 2 } },
        pack: { box: 5 },
        entries: [counted('cookie', 1000)],
      }),
    )
    expect(build.bundleRow(board, 'box').availableToAssemble).toBe(5)
  })

  test('counts a bag that went into a box as part of the box: 0 of 20 bags, 10 boxes', () => {
    const board = boardOf(
      facts({
        bundles: { bag: { cookie: 6 }, box: { bag: 2 } },
        pack: { bag: 20, box: 10 },
        entries: [counted('cookie', 120), packed('bag', 20), packed('box', 10, { bag: 20 })],
      }),
    )
    expect(bag(board)).toMatchObject({ assembledQuantity: 0, targetQuantity: 20 })
    expect(build.bundleRow(board, 'box').assembledQuantity).toBe(10)
  })

  describe('with a ribbon for each bag and food for 50', () => {
    const withRibbons = (ribbons: readonly Draft[]): Board =>
      boardOf(
        facts({
          ...build.HOLIDAY,
          bundles: { bag: { cookie: 6, brownie: 3, ribbon: 1 } },
          materials: ['ribbon'],
          entries: [counted('cookie', 300), counted('brownie', 150), ...ribbons],
        }),
      )

    test('is 0 when 0 ribbons were counted, and names the 50 that are short', () => {
      const row = bag(withRibbons([inEvent(NO_EVENT, counted('ribbon', 0))]))
      expect(row).toMatchObject({
        availableToAssemble: 0,
        status: 'cannot_assemble',
        shortages: [{ kind: 'material', name: 'ribbon', missing: 50 }],
      })
    })

    test('is 50 when ribbons were never counted', () => {
      expect(bag(withRibbons([])).availableToAssemble).toBe(50)
    })
  })

  test('is 0 and awaits production with 5 pieces of 6 and a batch still to bake', () => {
    const board = boardOf(
      facts({
        yields: { cookie: 48 },
        bundles: { bag: { cookie: 6 } },
        bake: { cookie: 1 },
        pack: { bag: 8 },
        entries: [counted('cookie', 5)],
      }),
    )
    expect(bag(board)).toMatchObject({ availableToAssemble: 0, status: 'awaiting_production' })
  })
})

describe('overall progress', () => {
  const overall = (sketch: Sketch) =>
    boardOf(facts({ yields: { cookie: 48, tart: 12 }, bundles: { bag: {}, box: {} }, ...sketch }))
      .overall

  test('is 60 from production rows of 100 and 40 and assembly rows of 100 and 0', () => {
    expect(
      overall({
        bake: { cookie: 5, tart: 5 },
        pack: { bag: 4, box: 4 },
        entries: [baked('cookie', 5, 240), baked('tart', 2, 24), packed('bag', 4)],
      }),
    ).toMatchObject({ productionPercent: 70, assemblyPercent: 50, overallPercent: 60 })
  })

  test('caps 200 % at 100: with 50 it is 75', () => {
    expect(
      overall({
        bake: { cookie: 1 },
        pack: { bag: 2 },
        entries: [baked('cookie', 2, 96), packed('bag', 1)],
      }),
    ).toMatchObject({ productionPercent: 100, assemblyPercent: 50, overallPercent: 75 })
  })

  test('of 57.14 and 50 is 53.57', () => {
    expect(
      overall({
        bake: { cookie: 7 },
        pack: { bag: 2 },
        entries: [baked('cookie', 4, 192), packed('bag', 1)],
      }),
    ).toMatchObject({ productionPercent: 57.14, assemblyPercent: 50, overallPercent: 53.57 })
  })

  test('is 100 and complete when an event has production only, without an assembly side', () => {
    expect(overall({ bake: { cookie: 1 }, entries: [baked('cookie', 1, 48)] })).toMatchObject({
      productionPercent: 100,
      overallPercent: 100,
      status: 'complete',
      assemblyTargets: 0,
    })
  })

  test('of an event without targets is 0, 0, 0 and not started', () => {
    expect(overall({})).toEqual({
      productionPercent: 0,
      assemblyPercent: 0,
      overallPercent: 0,
      status: 'not_started',
      productionTargets: 0,
      productionComplete: 0,
      assemblyTargets: 0,
      assemblyComplete: 0,
    })
  })
})

describe('batches needed', () => {
  test.each([
    { need: 48, batches: 1 },
    { need: 49, batches: 2 },
    { need: 300, batches: 7 },
    { need: 1, batches: 1 },
    { need: 1000, batches: 21 },
    { need: 0, batches: 0 },
  ])('for $need pieces at 48 a batch are $batches', ({ need, batches }) => {
    const board = boardOf(facts({ yields: { cookie: 48 }, loose: { cookie: need } }))
    expect(build.planRow(board, 'cookie').batchesNeeded).toBe(batches)
  })

  test('add up over units of different yield: 48 at 48 and 24 at 12 are 3', () => {
    const board = boardOf(
      facts({
        recipes: [recipe('dough')],
        units: [unit('cookie', 'dough', 48), unit('loaf', 'dough', 12)],
        loose: { cookie: 48, loaf: 24 },
      }),
    )
    expect(build.planRow(board, 'dough').batchesNeeded).toBe(3)
  })

  test.each([
    { splits: true, batches: 1 },
    { splits: false, batches: 4 },
  ])(
    'for 24 each of four finishes at 96 a batch are $batches when split is $splits',
    ({ splits, batches }) => {
      const finishes = ['plain', 'iced', 'sugared', 'dipped']
      const board = boardOf(
        facts({
          recipes: [recipe('dough', { splits })],
          units: finishes.map((name) => unit(name, 'dough', 96)),
          loose: Object.fromEntries(finishes.map((name) => [name, 24])),
        }),
      )
      expect(build.planRow(board, 'dough').batchesNeeded).toBe(batches)
    },
  )

  test('of shared recipes are rounded after the needs are summed: 13, 7 and 7', () => {
    const board = boardOf(
      facts({
        yields: { cookie: 48, brownie: 24, truffle: 24 },
        bundles: { A: { cookie: 6, brownie: 3 }, B: { cookie: 12, truffle: 6 } },
        pack: { A: 50, B: 25 },
      }),
    )
    expect(board.plan.map(({ units, batchesNeeded }) => [units[0]!.need, batchesNeeded])).toEqual([
      [600, 13],
      [150, 7],
      [150, 7],
    ])
  })

  test('are for 120 pieces when 2 crates hold 3 boxes of 4 bags of 5', () => {
    const board = boardOf(
      facts({
        yields: { cookie: 48 },
        bundles: { bag: { cookie: 5 }, box: { bag: 4 }, crate: { box: 3 } },
        pack: { crate: 2 },
      }),
    )
    expect(build.planRow(board, 'cookie').units[0]!.need).toBe(120)
  })
})

test('who needs 14 and has 10 buys 4', () => {
  expect(toBuy(14, 10)).toBe(4)
})
