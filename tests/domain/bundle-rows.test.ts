import { describe, expect, test } from 'vitest'
import { boardOf } from '../../src/domain/board'
import { NO_EVENT } from '../../src/domain/model'
import * as build from './facts'
import { baked, counted, facts, good, goodItem, inEvent, packed, unitItem } from './facts'
import type { Draft, Sketch } from './facts'

const rowOf = (name: string, sketch: Sketch) => build.bundleRow(boardOf(facts(sketch)), name)

describe('the status of a bundle', () => {
  const status = (entries: readonly Draft[], more: Sketch = {}) =>
    rowOf('bag', { ...build.HOLIDAY, entries, ...more }).status

  test.each([
    { status: 'complete', entries: [packed('bag', 50)] },
    { status: 'can_assemble', entries: [counted('cookie', 300), counted('brownie', 150)] },
    { status: 'partial', entries: [counted('cookie', 299), counted('brownie', 150)] },
    { status: 'awaiting_production', entries: [counted('cookie', 5)] },
  ])('is $status', ({ status: expected, entries }) => {
    expect(status(entries)).toBe(expected)
  })

  test('is cannot_assemble when even the planned batches do not help', () => {
    expect(status([], { bake: { cookie: 7 } })).toBe('cannot_assemble')
  })

  test('is no_components without lines, and nothing can be packed', () => {
    const row = rowOf('empty', { bundles: { empty: {} }, pack: { empty: 3 } })
    expect(row).toMatchObject({ status: 'no_components', availableToAssemble: 0, buildable: 0 })
  })

  test('is no_components where the bundle is unknown here, and it says so', () => {
    const row = rowOf('bag', { pack: { bag: 3 } })
    expect(row).toMatchObject({ status: 'no_components', isUnknown: true, finishedGoodName: '' })
  })

  test('is complete for a target of 0', () => {
    const row = rowOf('bag', { ...build.HOLIDAY, pack: { bag: 0 } })
    expect(row).toMatchObject({ status: 'complete', progressPercent: 0, isComplete: true })
  })

  test('follows what is left by the bundles before it', () => {
    const sketch = {
      bundles: { bag: { cookie: 6 }, box: { cookie: 6 } },
      pack: { bag: 50, box: 50 },
      entries: [counted('cookie', 300)],
    }
    expect(rowOf('box', sketch)).toMatchObject({
      status: 'cannot_assemble',
      availableToAssemble: 50,
      availableTogether: 0,
    })
  })
})

describe('a bundle that contains itself', () => {
  const sketch = {
    goods: [
      good('bag', [{ item: goodItem('box'), quantity: { n: 1, d: 1 } }]),
      good('box', [{ item: goodItem('bag'), quantity: { n: 2, d: 1 } }]),
    ],
    pack: { bag: 3 },
    entries: [counted('box', 100)],
  }

  test('cannot be packed, and names the chain', () => {
    expect(rowOf('bag', sketch)).toMatchObject({
      availableToAssemble: 0,
      status: 'cannot_assemble',
      cycle: ['bag', 'box', 'bag'],
      bar: { packed: 0, now: 0, waiting: 0, short: 3 },
    })
  })
})

describe('shortages', () => {
  test('name what is missing now, and what is missing after all planned batches', () => {
    const row = rowOf('bag', {
      ...build.HOLIDAY,
      bake: { cookie: 2, brownie: 6 },
      entries: [counted('cookie', 100), counted('brownie', 6)],
    })
    expect(row.shortages).toMatchObject([
      { kind: 'unit', name: 'cookie', missing: 200 },
      { kind: 'unit', name: 'brownie', missing: 144 },
    ])
    expect(row.shortagesAfter).toMatchObject([{ kind: 'unit', name: 'cookie', missing: 104 }])
    expect(row.waitingFor).toMatchObject([
      { recipeName: 'cookie', batches: 2 },
      { recipeName: 'brownie', batches: 6 },
    ])
  })

  test('name no more batches than bring what is missing', () => {
    const row = rowOf('bag', {
      ...build.HOLIDAY,
      entries: [counted('cookie', 290), counted('brownie', 150)],
    })
    expect(row.waitingFor).toMatchObject([{ recipeName: 'cookie', batches: 1 }])
  })

  test('are of pieces where an inner bundle is not packed yet', () => {
    const row = rowOf('box', {
      yields: { cookie: 48 },
      bundles: { bag: { cookie: 6 }, box: { bag: 2, ribbon: 1 } },
      materials: ['ribbon'],
      pack: { box: 5 },
      entries: [counted('bag', 4), inEvent(NO_EVENT, counted('ribbon', 3))],
    })
    expect(row.shortages).toMatchObject([
      { kind: 'material', name: 'ribbon', missing: 2 },
      { kind: 'unit', name: 'cookie', missing: 36 },
    ])
  })

  test('are of the inner bundle where that has no lines', () => {
    const row = rowOf('box', {
      bundles: { bag: {}, box: { bag: 2 } },
      pack: { box: 5 },
      entries: [counted('bag', 4)],
    })
    expect(row).toMatchObject({
      availableToAssemble: 2,
      shortages: [{ kind: 'good', name: 'bag', missing: 6 }],
    })
  })

  test('are none once everything is packed', () => {
    const row = rowOf('bag', { ...build.HOLIDAY, entries: [packed('bag', 50)] })
    expect(row).toMatchObject({ shortages: [], shortagesAfter: [], waitingFor: [] })
  })
})

describe('sharing', () => {
  const kitchen = (entries: readonly Draft[]): Sketch => ({
    bundles: {
      tin: { cookie: 6, ribbon: 1 },
      bag: { brownie: 3, ribbon: 1 },
      box: { brownie: 3, ribbon: 1 },
    },
    materials: ['ribbon'],
    pack: { tin: 10, bag: 10, box: 10 },
    entries: [counted('cookie', 60), counted('brownie', 30), ...entries],
  })

  test('names the bundles before it that take what it is missing', () => {
    const row = rowOf('box', kitchen([]))
    expect(row).toMatchObject({ availableToAssemble: 10, availableTogether: 0 })
    expect(row.sharesWith).toEqual(['bag'])
  })

  test('of plenty is not named', () => {
    const ribbons = inEvent(NO_EVENT, counted('ribbon', 1000))
    expect(rowOf('box', kitchen([ribbons])).sharesWith).toEqual(['bag'])
  })

  test('of a scarce material is named', () => {
    const ribbons = inEvent(NO_EVENT, counted('ribbon', 10))
    expect(rowOf('box', kitchen([ribbons])).sharesWith).toEqual(['tin'])
  })

  test('is not named where it takes nothing away', () => {
    expect(rowOf('bag', kitchen([])).sharesWith).toEqual([])
  })

  test('reaches into inner bundles', () => {
    const row = rowOf('box', {
      bundles: { bag: { cookie: 6 }, tray: { bag: 2 }, box: { bag: 1 } },
      pack: { tray: 2, box: 4 },
      entries: [counted('bag', 4)],
    })
    expect(row).toMatchObject({ availableToAssemble: 4, availableTogether: 0 })
    expect(row.sharesWith).toEqual(['tray'])
  })
})

describe('a packed bundle that meets a wish of its own', () => {
  const kitchen = (entries: Sketch['entries'] = [], more: Sketch = {}): Sketch => ({
    yields: { cookie: 48 },
    bundles: { bag: { cookie: 6 }, box: { bag: 2 } },
    pack: { bag: 20, box: 5 },
    entries: [counted('cookie', 120), packed('bag', 20), ...entries],
    ...more,
  })

  test('is not promised to the bundles that could take it', () => {
    expect(rowOf('bag', kitchen())).toMatchObject({ assembledQuantity: 20, isComplete: true })
    expect(rowOf('box', kitchen())).toMatchObject({
      availableToAssemble: 5,
      availableTogether: 0,
      status: 'cannot_assemble',
      shortages: [{ name: 'cookie', missing: 60 }],
      sharesWith: ['bag'],
      bar: { packed: 0, now: 0, waiting: 0, short: 5 },
    })
  })

  test('wherever its wish stands in the plan', () => {
    expect(rowOf('box', kitchen([], { pack: { box: 5, bag: 20 } })).availableTogether).toBe(0)
  })

  test('is promised where it is over its wish', () => {
    expect(rowOf('box', kitchen([], { pack: { bag: 14, box: 5 } }))).toMatchObject({
      availableTogether: 3,
      sharesWith: ['bag'],
    })
  })

  test('leaves the boxes waiting for what is baked for them', () => {
    expect(rowOf('box', kitchen([], { bake: { cookie: 2 } }))).toMatchObject({
      status: 'awaiting_production',
      bar: { now: 0, waiting: 5, short: 0 },
    })
  })

  test('is taken all the same when boxes are packed, and then counts for its wish no more', () => {
    const boxes = kitchen([packed('box', 5, { bag: 10 })])
    expect(rowOf('bag', boxes)).toMatchObject({ assembledQuantity: 10, isComplete: false })
    expect(rowOf('box', boxes)).toMatchObject({ assembledQuantity: 5, isComplete: true })
  })
})

describe('what could be put together', () => {
  test.each([
    { line: [1, 2], pieces: 3, bundles: 6 },
    { line: [3, 2], pieces: 12, bundles: 8 },
    { line: [1, 3], pieces: 1, bundles: 3 },
    { line: [999, 1000], pieces: 999, bundles: 1000 },
  ] as const)('counts in exact fractions: $line of a piece, $pieces pieces', (row) => {
    const made = rowOf('bag', {
      bundles: { bag: { cookie: row.line } },
      pack: { bag: 1 },
      entries: [counted('cookie', row.pieces)],
    })
    expect(made.buildable).toBe(row.bundles)
  })

  test('may be more than remains', () => {
    const row = rowOf('bag', {
      ...build.HOLIDAY,
      entries: [packed('bag', 48), counted('cookie', 60), counted('brownie', 60)],
    })
    expect(row).toMatchObject({ buildable: 10, availableToAssemble: 2 })
  })

  test('is what remains where a bundle holds nothing but materials that were never counted', () => {
    const row = rowOf('bag', {
      bundles: { bag: { ribbon: 2, paper: 1 } },
      materials: ['ribbon', 'paper'],
      pack: { bag: 20 },
      entries: [packed('bag', 5)],
    })
    expect(row).toMatchObject({ buildable: 15, availableToAssemble: 15, status: 'can_assemble' })
  })

  test('nets a bag that is used by box and tray once', () => {
    const row = rowOf('hamper', {
      bundles: {
        bag: { cookie: 6 },
        box: { bag: 1 },
        tray: { bag: 1 },
        hamper: { box: 1, tray: 1 },
      },
      pack: { hamper: 5 },
      entries: [counted('bag', 3), counted('cookie', 6)],
    })
    expect(row.buildable).toBe(2)
  })

  test('takes half a bag apart too', () => {
    const row = rowOf('box', {
      bundles: { bag: { cookie: 6 }, box: { bag: [1, 2] } },
      pack: { box: 9 },
      entries: [counted('bag', 1), counted('cookie', 9)],
    })
    expect(row.buildable).toBe(5)
  })

  test('counts negative stock as none', () => {
    const row = rowOf('bag', {
      bundles: { bag: { cookie: 6 } },
      pack: { bag: 9 },
      entries: [packed('bag', 1, { cookie: 6 })],
    })
    expect(row).toMatchObject({ buildable: 0, availableToAssemble: 0 })
  })

  test('counts what will be baked on top of negative stock', () => {
    const row = rowOf('bag', {
      yields: { cookie: 12 },
      bundles: { bag: { cookie: 6 } },
      bake: { cookie: 2 },
      pack: { bag: 5 },
      entries: [packed('bag', 1, { cookie: 6 })],
    })
    expect(row.bar).toEqual({ packed: 1, now: 0, waiting: 3, short: 1 })
  })
})

describe('the bar', () => {
  test('shows as packed what is over the target too', () => {
    const row = rowOf('bag', { ...build.HOLIDAY, entries: [packed('bag', 60)] })
    expect(row).toMatchObject({
      overageQuantity: 10,
      progressPercent: 120,
      bar: { packed: 60, now: 0, waiting: 0, short: 0 },
    })
  })

  test('promises now no more than there is after baking', () => {
    const row = rowOf('box', {
      yields: { cookie: 12, brownie: 12 },
      bundles: { bag: { cookie: 6, brownie: 6 }, box: { cookie: 6 } },
      bake: { brownie: 1 },
      pack: { bag: 2, box: 2 },
      entries: [counted('cookie', 12)],
    })
    expect(row).toMatchObject({
      availableTogether: 2,
      bar: { packed: 0, now: 0, waiting: 0, short: 2 },
    })
  })
})

test('what one bundle holds is listed line by line', () => {
  const row = rowOf('box', {
    yields: { cookie: 48 },
    goods: [
      good('box', [
        { item: unitItem('cookie'), quantity: { n: 1, d: 2 } },
        { item: unitItem('cookie'), quantity: { n: 5, d: 2 } },
      ]),
    ],
    pack: { box: 1 },
    entries: [baked('cookie', 1, 48)],
  })
  expect(row.contents).toEqual([{ name: 'cookie', quantity: 3 }])
})
