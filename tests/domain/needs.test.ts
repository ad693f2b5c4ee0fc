import { describe, expect, test } from 'vitest'
import { boardOf } from '../../src/domain/board'
import type { Basis, EventFacts, UnitId } from '../../src/domain/model'
import { planTotals } from '../../src/domain/plan-totals'
import * as build from './facts'
import { baked, changed, facts, recipe, unit } from './facts'
import type { Sketch } from './facts'

const plan = (sketch: Sketch) => boardOf(facts(sketch)).plan

describe('the plan', () => {
  test('has a row for each recipe that is planned, and for each that is needed', () => {
    const rows = plan({ ...build.HOLIDAY, bake: { brownie: 6 } })
    expect(rows).toMatchObject([
      { recipeName: 'brownie', batchesNeeded: 7, targetBatches: 6 },
      { recipeName: 'cookie', batchesNeeded: 7, targetBatches: null },
    ])
  })

  test('has no row for a recipe that is neither', () => {
    expect(plan({ yields: { cookie: 48 } })).toEqual([])
  })

  test('has no row for a recipe that is hidden, unless it is planned', () => {
    const made = {
      recipes: [recipe('cookie', { hidden: true })],
      units: [unit('cookie', 'cookie', 48)],
      loose: { cookie: 5 },
    }
    expect(plan(made)).toEqual([])
    expect(plan({ ...made, bake: { cookie: 1 } })).toHaveLength(1)
  })

  test('needs what the whole event asks for, whatever is made or packed', () => {
    const rows = plan({ ...build.HOLIDAY, entries: [baked('cookie', 7, 336)] })
    expect(rows[0]).toMatchObject({ batchesNeeded: 7, remainingBatches: 0 })
    expect(rows[0]!.units[0]).toMatchObject({ need: 300, surplus: 36, shortAfter: 0 })
  })

  test('shows the share of a batch before rounding', () => {
    expect(plan(build.HOLIDAY)[0]!.units[0]!.share).toEqual({ n: 25, d: 4 })
  })

  test('shows what fewer batches than needed leave short', () => {
    const rows = plan({ ...build.HOLIDAY, bake: { cookie: 6, brownie: 7 } })
    expect(rows[0]!.units[0]).toMatchObject({ planned: 288, surplus: -12, shortAfter: 12 })
    expect(rows[1]!.units[0]).toMatchObject({ planned: 168, surplus: 18, shortAfter: 0 })
  })

  test('is short by what was eaten and by what is owed', () => {
    const rows = plan({ ...build.HOLIDAY, entries: [changed('cookie', -40, 'eaten')] })
    expect(rows[0]!.units[0]!.shortAfter).toBe(4)
  })

  test('counts loose pieces in', () => {
    const rows = plan({ ...build.HOLIDAY, loose: { cookie: 40 } })
    expect(rows[0]).toMatchObject({ batchesNeeded: 8, units: [{ need: 340 }] })
  })

  test('asks for nothing by targets of 0 and less', () => {
    const rows = plan({ ...build.HOLIDAY, pack: { bag: -3 }, loose: { cookie: 0 } })
    expect(rows.map(({ batchesNeeded }) => batchesNeeded)).toEqual([0, 0])
  })

  test('divides what is planned between the units of a recipe, by what is needed', () => {
    const rows = plan({
      recipes: [recipe('dough')],
      units: [unit('cookie', 'dough', 48), unit('loaf', 'dough', 12, { order: 1 })],
      bake: { dough: 4 },
      loose: { cookie: 48, loaf: 24 },
    })
    expect(rows[0]).toMatchObject({
      batchesNeeded: 3,
      units: [
        { need: 48, planned: 96, surplus: 48 },
        { need: 24, planned: 24, surplus: 0 },
      ],
    })
  })

  test('names no number of batches that leaves the safe integers', () => {
    const rows = plan({
      yields: { crumb: 1 },
      bundles: {
        bag: { crumb: 1_000_000_000 },
        box: { bag: 1_000_000_000 },
      },
      pack: { box: 1_000_000_000 },
    })
    expect(rows[0]).toMatchObject({ batchesNeeded: null, units: [{ surplus: null }] })
    expect(rows[0]!.units[0]!.need).toEqual({ n: 10n ** 27n, d: 1n })
  })

  test('is summed over the recipes for which batches are chosen', () => {
    const rows = plan({ ...build.HOLIDAY, bake: { cookie: 8 } })
    expect(planTotals(rows)).toEqual({ batches: 8, pieces: 384, surplus: 84 })
  })
})

describe('a chosen number of batches', () => {
  const basis = (need: number, itemsPerBatch = 48, splits = true): Basis => ({
    splits,
    units: [{ unitId: 'cookie' as UnitId, need: { n: need, d: 1 }, itemsPerBatch }],
  })
  function chosen(batches: number, remembered: Basis | null, bags = 50) {
    const made = facts({ ...build.HOLIDAY, bake: { cookie: batches }, pack: { bag: bags } })
    const targets = made.productionTargets.map((row) => ({ ...row, basis: remembered }))
    const known: EventFacts = { ...made, productionTargets: targets }
    return boardOf(known).plan[0]!.outdated
  }

  test('is outdated when another number would be needed now', () => {
    expect(chosen(7, basis(300), 60)).toEqual({
      batchesThen: 7,
      needThen: 300,
      needNow: 360,
      batchesNow: 8,
    })
  })

  test('is outdated by a new yield too', () => {
    expect(chosen(13, basis(300, 24))).toMatchObject({ batchesThen: 13, batchesNow: 7 })
  })

  test('is not outdated while the need comes to as many batches', () => {
    expect(chosen(7, basis(300), 56)).toBeNull()
  })

  test('is not outdated when it was chosen otherwise on purpose', () => {
    expect(chosen(6, basis(300))).toBeNull()
  })

  test('is never outdated without a memory', () => {
    expect(chosen(7, null, 500)).toBeNull()
  })
})
