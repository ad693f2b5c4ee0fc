import { describe, expect, test } from 'vitest'
import { boardOf, openingTab } from '../../src/domain/board'
import type { EventFacts } from '../../src/domain/model'
import { NO_EVENT } from '../../src/domain/model'
import { fullShare } from '../../src/domain/recipe-rows'
import { startingShare } from '../../src/domain/starting-share'
import * as build from './facts'
import {
  baked,
  changed,
  counted,
  facts,
  inEvent,
  keyed,
  packed,
  recipe,
  undone,
  unit,
} from './facts'
import type { Draft, Sketch } from './facts'

const board = (sketch: Sketch) => boardOf(facts(sketch))
const holiday = (...entries: readonly Draft[]) => board({ ...build.HOLIDAY, entries })

describe('the status of an event', () => {
  const status = (sketch: Sketch) => board({ ...build.HOLIDAY, ...sketch }).overall.status

  test('is not started while nothing is recorded for its targets', () => {
    expect(status({})).toBe('not_started')
    expect(status({ entries: [counted('cookie', 300), baked('tart', 1, 12)] })).toBe('not_started')
    expect(status({ entries: [inEvent(build.ELSEWHERE, baked('cookie', 7, 336))] })).toBe(
      'not_started',
    )
  })

  test('is in progress from the first run on, even a lost one', () => {
    expect(status({ entries: [baked('cookie', 1, 48)] })).toBe('in_progress')
    expect(status({ entries: [baked('cookie', 1, 0, 'burnt')] })).toBe('in_progress')
    expect(status({ entries: [packed('bag', 1)] })).toBe('in_progress')
  })

  test('is in progress when so little is done that it rounds to nothing', () => {
    const made = board({
      yields: { cookie: 1 },
      bake: { cookie: 1_000_000 },
      entries: [baked('cookie', 1, 1)],
    })
    expect(made.overall).toMatchObject({ overallPercent: 0.01, status: 'in_progress' })
  })

  test('is not started again once everything is undone', () => {
    expect(status({ entries: [baked('cookie', 1, 48), undone(1)] })).toBe('not_started')
  })

  test('is complete when every target is, and not before', () => {
    const all = [baked('cookie', 7, 336), baked('brownie', 7, 168), packed('bag', 50)]
    expect(status({ entries: all.slice(0, 2) })).toBe('in_progress')
    expect(status({ entries: all })).toBe('complete')
    expect(status({ entries: all, loose: { cookie: 36 } })).toBe('complete')
    expect(status({ entries: all, loose: { cookie: 37 } })).toBe('in_progress')
  })

  test('follows loose pieces where nothing else is wanted', () => {
    const loose = { yields: { cookie: 48 }, bundles: {}, bake: {}, pack: {}, loose: { cookie: 40 } }
    expect(status(loose)).toBe('not_started')
    expect(status({ ...loose, entries: [baked('cookie', 1, 30)] })).toBe('in_progress')
    expect(status({ ...loose, entries: [baked('cookie', 1, 48)] })).toBe('complete')
    expect(status({ ...loose, entries: [changed('cookie', 40, 'brought')] })).toBe('complete')
  })

  test('takes a target of 0 as complete, and leaves it out of the mean', () => {
    const made = board({
      ...build.HOLIDAY,
      bake: { cookie: 7, brownie: 0 },
      pack: { bag: -3 },
      entries: [baked('cookie', 7, 336)],
    })
    expect(made.overall).toMatchObject({
      status: 'complete',
      productionPercent: 100,
      overallPercent: 100,
      productionTargets: 2,
      productionComplete: 2,
      assemblyTargets: 1,
      assemblyComplete: 1,
    })
  })

  test('does not count a wish that was taken away', () => {
    const made = facts({
      yields: { cookie: 48, tart: 12 },
      bake: { cookie: 1 },
      loose: { tart: 10 },
      entries: [baked('tart', 1, 12)],
    })
    const without: EventFacts = {
      ...made,
      looseTargets: made.looseTargets.map((target) => ({ ...target, hidden: true })),
    }
    expect(boardOf(made).overall.status).toBe('in_progress')
    expect(boardOf(without).overall.status).toBe('not_started')
    expect(boardOf(without).loose).toEqual([])
  })
})

describe('rows', () => {
  test('come in the order of the targets, equal ones by id', () => {
    const made = facts({ yields: { b: 1, c: 1, a: 1 }, bake: { b: 1, c: 1, a: 1 } })
    const orders = { b: 2, c: 1, a: 2 } as Record<string, number>
    const moved = made.productionTargets.map((row) => ({ ...row, order: orders[row.recipeId]! }))
    const names = boardOf({ ...made, productionTargets: moved }).recipes.map(
      (row) => row.recipeName,
    )
    expect(names).toEqual(['c', 'a', 'b'])
  })

  test('keep the name of a recipe that is hidden, and say of an unknown one that it is unknown', () => {
    const made = board({
      recipes: [recipe('cookie', { hidden: true })],
      bake: { cookie: 2, tart: 3 },
    })
    expect(made.recipes).toMatchObject([
      { recipeName: 'cookie', isUnknown: false },
      { recipeName: '', isUnknown: true, targetBatches: 3 },
    ])
  })

  test('tell good, expected and needed pieces of each unit', () => {
    const made = board({
      recipes: [recipe('dough')],
      units: [unit('cookie', 'dough', 48), unit('loaf', 'dough', 2, { order: 1 })],
      bundles: { bag: { cookie: 6 } },
      bake: { dough: 3 },
      pack: { bag: 10 },
      loose: { loaf: 4, cookie: 5 },
      entries: [baked('dough', 2, { cookie: 40, loaf: 2 }), baked('dough', 1, { cookie: 48 })],
    })
    expect(build.recipeRow(made, 'dough').pieces).toEqual([
      {
        unitId: 'cookie',
        unitName: 'cookie',
        good: 88,
        expected: 88,
        needed: 65,
        short: 0,
        since: 0,
      },
      { unitId: 'loaf', unitName: 'loaf', good: 2, expected: 2, needed: 4, short: 2, since: 0 },
    ])
  })

  test('leave out units that are hidden', () => {
    const made = board({
      recipes: [recipe('dough')],
      units: [unit('cookie', 'dough', 48), unit('loaf', 'dough', 2, { hidden: true })],
      bake: { dough: 3 },
    })
    expect(build.recipeRow(made, 'dough').units.map(({ id }) => id)).toEqual(['cookie'])
  })
})

describe('what was made without a target', () => {
  test('is listed, so that nobody thinks it lost', () => {
    const made = board({
      ...build.HOLIDAY,
      entries: [
        packed('tin', 2),
        baked('tart', 2, 24),
        baked('tart', 1, 0, 'dropped'),
        baked('cookie', 1, 48),
        packed('bag', 1),
      ],
      yields: { ...build.HOLIDAY.yields, tart: 12 },
      bundles: { ...build.HOLIDAY.bundles, tin: { tart: 4 } },
    })
    expect(made.alsoMade).toEqual([
      { kind: 'recipe', name: 'tart', batches: 2, lostBatches: 1 },
      { kind: 'bundle', name: 'tin', quantity: 2 },
    ])
  })
})

describe('what has been used beyond what is recorded', () => {
  test('is named', () => {
    const made = board({
      ...build.HOLIDAY,
      bundles: { bag: { cookie: 6, ribbon: 1 }, box: { bag: 2 } },
      materials: ['ribbon'],
      entries: [
        inEvent(NO_EVENT, counted('ribbon', 0)),
        packed('bag', 1),
        packed('box', 1, { bag: 2 }),
      ],
    })
    expect(made.negative).toEqual([
      { kind: 'unit', name: 'cookie', amount: -6 },
      { kind: 'good', name: 'bag', amount: -1 },
      { kind: 'material', name: 'ribbon', amount: -1 },
    ])
  })

  test('is what an undone batch leaves whose pieces are packed', () => {
    const made = holiday(
      baked('cookie', 1, 48),
      baked('brownie', 1, 24),
      packed('bag', 8),
      undone(1),
    )
    expect(made.negative).toEqual([{ kind: 'unit', name: 'cookie', amount: -48 }])
    expect(build.recipeRow(made, 'cookie').completedBatches).toBe(0)
  })
})

describe('the cure', () => {
  test('is none while the plan is enough', () => {
    expect(holiday().remake).toEqual([])
    expect(holiday(baked('cookie', 7, 336)).remake).toEqual([])
  })

  test('is named for pieces that were eaten', () => {
    const made = holiday(baked('cookie', 7, 336), changed('cookie', -40, 'eaten'))
    expect(made.remake).toEqual([{ recipeId: 'cookie', recipeName: 'cookie', batches: 1 }])
  })

  test('is named for a recipe that has no target', () => {
    const made = board({ ...build.HOLIDAY, bake: { cookie: 7 } })
    expect(made.remake).toEqual([{ recipeId: 'brownie', recipeName: 'brownie', batches: 7 }])
  })

  test('does not take a target below 0 for bundles that lie there', () => {
    const made = board({
      ...build.HOLIDAY,
      bundles: { bag: { cookie: 6 }, box: { bag: 2 } },
      bake: { cookie: 0 },
      pack: { bag: -3, box: 5 },
      entries: [counted('bag', 8)],
    })
    expect(made.remake).toMatchObject([{ recipeName: 'cookie', batches: 1 }])
  })
})

describe('what comes next', () => {
  test('is a plan while there is none', () => {
    expect(board({}).next).toEqual({ kind: 'plan' })
    const wishes = { bundles: { bag: {} }, pack: { bag: 1 }, loose: { cookie: 1 } }
    expect(board(wishes).next).toEqual({ kind: 'blocked' })
  })

  test('is the batch of greatest gain', () => {
    const made = holiday(baked('cookie', 6, 288), baked('brownie', 2, 48))
    expect(made.next).toMatchObject({
      kind: 'bake',
      bake: [{ recipeName: 'brownie', batches: 1, shares: [24] }],
      gain: 8,
      each: false,
    })
  })

  test('is what to pack once baking gains nothing more', () => {
    const made = holiday(baked('cookie', 7, 336), baked('brownie', 7, 168), packed('bag', 20))
    expect(made.next).toEqual({ kind: 'pack', name: 'bag', quantity: 30 })
  })

  test('is a batch that is still planned where nothing is to be packed', () => {
    const made = board({ yields: { cookie: 48, tart: 12 }, bake: { cookie: 2, tart: 1 } })
    expect(made.next).toMatchObject({
      kind: 'bake',
      bake: [{ recipeName: 'cookie', batches: 1, shares: [48] }],
      gain: 0,
    })
  })

  test('is nothing when all is complete', () => {
    const made = board({
      yields: { cookie: 48 },
      bake: { cookie: 1 },
      entries: [baked('cookie', 1, 48)],
    })
    expect(made.next).toEqual({ kind: 'complete' })
  })

  test('is blocked when neither baking nor packing helps', () => {
    const made = board({
      ...build.HOLIDAY,
      bundles: { bag: { cookie: 6, ribbon: 1 } },
      materials: ['ribbon'],
      bake: { cookie: 1 },
      entries: [inEvent(NO_EVENT, counted('ribbon', 0)), baked('cookie', 1, 48)],
    })
    expect(made.next).toEqual({ kind: 'blocked' })
  })

  test('is the smallest set where no single batch helps, sized for what is owed too', () => {
    const made = board({
      yields: { cookie: 10, brownie: 10, tart: 10 },
      bundles: { bag: { cookie: 6, brownie: 15, ribbon: 1 } },
      materials: ['ribbon'],
      bake: { tart: 1, cookie: 3, brownie: 3 },
      pack: { bag: 3 },
      entries: [changed('cookie', -8, 'eaten')],
    })
    expect(made.next).toMatchObject({
      kind: 'bake',
      bake: [
        { recipeName: 'cookie', batches: 2, shares: [20] },
        { recipeName: 'brownie', batches: 2, shares: [20] },
      ],
      gain: 1,
      each: false,
    })
  })

  test('passes over a bundle that baking cannot help', () => {
    const made = board({
      yields: { cookie: 10, brownie: 10 },
      bundles: { tin: { cookie: 4, lid: 1 }, bag: { cookie: 5, brownie: 5 } },
      materials: ['lid'],
      bake: { cookie: 1, brownie: 1 },
      pack: { tin: 2, bag: 2 },
      entries: [inEvent(NO_EVENT, counted('lid', 0))],
    })
    expect(made.next).toMatchObject({ kind: 'bake', gain: 2, each: true })
  })

  test('is of each recipe only where it is of those that are planned', () => {
    const made = board({
      yields: { cookie: 48, brownie: 24, tart: 12 },
      bundles: { bag: { cookie: 6, brownie: 3 } },
      bake: { cookie: 7, tart: 1 },
      pack: { bag: 50 },
      entries: [baked('tart', 1, 12)],
    })
    expect(made.next).toMatchObject({
      kind: 'bake',
      bake: [{ recipeName: 'cookie' }, { recipeName: 'brownie' }],
      each: false,
    })
  })

  test('says how a batch has to be shared where the usual share would not help', () => {
    const made = board({
      recipes: [recipe('dough')],
      units: [unit('cookie', 'dough', 48), unit('star', 'dough', 48, { order: 1 })],
      yields: { brownie: 24 },
      bundles: { bag: { star: 3, brownie: 1 }, box: { cookie: 12, ribbon: 1 } },
      materials: ['ribbon'],
      bake: { dough: 9, brownie: 1 },
      pack: { bag: 4, box: 20 },
      entries: [inEvent(NO_EVENT, counted('ribbon', 0))],
    })
    expect(made.next).toMatchObject({
      bake: [
        { recipeName: 'dough', batches: 1, shares: [45, 3] },
        { recipeName: 'brownie', batches: 1, shares: [24] },
      ],
      gain: 1,
    })
    const { bake } = made.next as Extract<typeof made.next, { kind: 'bake' }>
    const dough = made.recipes.find(({ recipeName }) => recipeName === 'dough')!
    // The form of the recipe starts as the step says; with another number it knows better no more.
    expect(startingShare(dough, 1, bake)).toEqual([45, 3])
    expect(startingShare(dough, 2, bake)).toEqual(fullShare(dough, 2))
    expect(startingShare(dough, 1, [])).toEqual(fullShare(dough, 1))
    expect(fullShare(dough, 1)).toEqual([48, 0])
  })
})

describe('the last entry', () => {
  test('is the one that comes last in the order of the ledger, and stands', () => {
    const made = holiday(
      keyed({ stamp: 50 }, baked('cookie', 1, 48)),
      keyed({ stamp: 70, writer: 'z', seq: 1 }, packed('bag', 2)),
      keyed({ stamp: 90 }, baked('brownie', 1, 24)),
      undone(3),
      keyed({ stamp: 60 }, changed('cookie', -1, 'eaten')),
      inEvent(build.ELSEWHERE, keyed({ stamp: 99 }, packed('bag', 1))),
    )
    expect(made.lastRecorded).toMatchObject({ name: 'bag', entry: { kind: 'assembly', stamp: 70 } })
  })

  test('is none before anything is recorded', () => {
    expect(holiday().lastRecorded).toBeNull()
  })
})

test('an event opens where it stands', () => {
  expect(openingTab(board({}))).toBe('plan')
  expect(openingTab(board({ pack: { bag: 1 }, loose: { cookie: 1 } }))).toBe('assemble')
  expect(openingTab(holiday())).toBe('produce')
  expect(openingTab(holiday(baked('cookie', 7, 336), baked('brownie', 7, 168)))).toBe('assemble')
})
