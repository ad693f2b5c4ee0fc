import { describe, expect, test } from 'vitest'
import { HOLIDAY, leftOut, named, read, refusal, remarks, type Backup } from './backups'

const EVENT = { event_name: 'Holiday' }
const batches = (backup: Backup): [string, string, number, number][] => {
  const { facts } = read({ ...HOLIDAY, ...backup })
  return facts.productionTargets.map(({ eventId, recipeId, batches: wanted, order }) => [
    facts.events.find(({ id }) => id === eventId)!.date,
    facts.recipes.find(({ id }) => id === recipeId)!.name,
    wanted,
    order,
  ])
}
const bags = (backup: Backup): [string, number][] => {
  const { facts } = read({ ...HOLIDAY, ...backup })
  return facts.assemblyTargets.map(({ goodId, quantity }) => [
    facts.goods.find(({ id }) => id === goodId)!.name,
    quantity,
  ])
}

test('targets stand in file order, remember no basis and are as old as any row', () => {
  const backup = {
    event_production_targets: [
      { ...EVENT, recipe_name: 'Brownies', target_batches: 7 },
      { ...EVENT, recipe_slug: 'cookies', target_batches: 0 },
    ],
  }
  expect(batches(backup)).toEqual([
    ['2026-12-24', 'Brownies', 7, 0],
    ['2026-12-24', 'Cookies', 0, 1],
  ])
  expect(read({ ...HOLIDAY, ...backup }).facts.productionTargets[0]).toMatchObject({
    basis: null,
    stamp: 0,
    hidden: false,
  })
})

test('a plan fills in what the targets lack, and no more', () => {
  expect(
    batches({
      event_production_targets: [{ ...EVENT, recipe_name: 'Cookies', target_batches: 7 }],
      batch_decisions: [
        { ...EVENT, recipe_name: 'Cookies', batches: 9 },
        { ...EVENT, recipe_name: 'Brownies', batches: 6 },
      ],
    }),
  ).toEqual([
    ['2026-12-24', 'Cookies', 7, 0],
    ['2026-12-24', 'Brownies', 6, 1],
  ])
  expect(
    bags({
      finished_goods: [
        { slug: 'bag', display_name: 'Bag' },
        { slug: 'tin', display_name: 'Tin' },
      ],
      event_assembly_targets: [{ ...EVENT, finished_good_slug: 'bag', target_quantity: 50 }],
      event_finished_goods: [
        { ...EVENT, finished_good_name: 'Bag', quantity: 60 },
        { ...EVENT, finished_good_name: 'Tin', quantity: 10 },
      ],
    }),
  ).toEqual([
    ['Bag', 50],
    ['Tin', 10],
  ])
})

test('batches decided for several pieces of a recipe are added up', () => {
  const decided = (finished_unit_name: string, count: number): object => ({
    ...EVENT,
    recipe_name: 'Cookies',
    finished_unit_name,
    batches: count,
  })
  const batch_decisions = [decided('Small', 3), decided('Large', 2), decided('small', 4)]
  expect(batches({ batch_decisions })).toEqual([['2026-12-24', 'Cookies', 5, 0]])
  expect(leftOut(read({ ...HOLIDAY, batch_decisions }).report, 'batch_decisions')).toEqual([
    { name: 'Cookies', reason: 'twice', rows: 1 },
  ])
})

test('the first of two targets for one thing counts, the other is reported', () => {
  const event_production_targets = [7, 8].map((target_batches) => ({
    ...EVENT,
    recipe_name: 'Cookies',
    target_batches,
  }))
  expect(batches({ event_production_targets })).toEqual([['2026-12-24', 'Cookies', 7, 0]])
  const { report } = read({ ...HOLIDAY, event_production_targets })
  expect(leftOut(report, 'event_production_targets')).toEqual([
    { name: 'Cookies', reason: 'twice', rows: 1 },
  ])
})

test('a target that cannot be placed is left out by name', () => {
  const { facts, report } = read({
    ...HOLIDAY,
    event_production_targets: [
      { event_name: 'Easter', recipe_name: 'Cookies', target_batches: 7 },
      { recipe_name: 'Brownies', target_batches: 7 },
      { ...EVENT, recipe_name: 'Tarts', target_batches: 7 },
      { ...EVENT, recipe_name: 'Cookies', target_batches: null },
    ],
    event_assembly_targets: [{ ...EVENT, finished_good_slug: 'tin', target_quantity: 7 }],
  })
  expect(facts.productionTargets).toEqual([])
  expect(leftOut(report, 'event_production_targets')).toEqual([
    { name: 'Easter', reason: 'unknown event', rows: 1 },
    { name: 'Brownies', reason: 'unknown event', rows: 1 },
    { name: 'Tarts', reason: 'unknown recipe', rows: 1 },
  ])
  expect(leftOut(report, 'event_assembly_targets')).toEqual([
    { name: 'tin', reason: 'unknown bundle', rows: 1 },
  ])
  expect(remarks(report, 'no target number')).toEqual([
    { remark: 'no target number', name: 'Cookies' },
  ])
})

describe('targets of events that share a name', () => {
  const events = [2026, 2024, 2025].map((year) => ({ name: 'Xmas', event_date: `${year}-12-25` }))
  const wanted = (...numbers: number[]): Backup => ({
    events,
    event_production_targets: numbers.map((target_batches) => ({
      event_name: 'Xmas',
      recipe_name: 'Cookies',
      target_batches,
    })),
  })

  test('one goes to the last event', () => {
    expect(batches(wanted(7))).toEqual([['2026-12-25', 'Cookies', 7, 0]])
    const { report } = read({ ...HOLIDAY, ...wanted(7) })
    expect(remarks(report, 'ambiguous name')).toEqual([
      { remark: 'ambiguous name', table: 'events', name: 'Xmas' },
    ])
  })

  test('as many as events go one to each, in file order', () => {
    expect(batches(wanted(1, 2, 3))).toEqual([
      ['2024-12-25', 'Cookies', 1, 0],
      ['2025-12-25', 'Cookies', 2, 0],
      ['2026-12-25', 'Cookies', 3, 0],
    ])
  })

  test('one that says its year stays there, and one that lands on it is left out', () => {
    const backup = wanted(5, 7)
    const [said, unsaid] = backup['event_production_targets'] as object[]
    const event_production_targets = [{ ...said, year: 2026 }, unsaid]
    expect(batches({ events, event_production_targets })).toEqual([['2026-12-25', 'Cookies', 5, 0]])
    const { report } = read({ ...HOLIDAY, events, event_production_targets })
    expect(leftOut(report, 'event_production_targets')).toEqual([
      { name: 'Cookies', reason: 'twice', rows: 1 },
    ])
  })

  test('one too many is left out', () => {
    const { report } = read({ ...HOLIDAY, ...wanted(1, 2, 3, 4) })
    expect(leftOut(report, 'event_production_targets')).toEqual([
      { name: 'Cookies', reason: 'ambiguous name', rows: 1 },
    ])
  })
})

test('of two bundles of one name the first is meant, which is remarked', () => {
  const { facts, report } = read({
    ...HOLIDAY,
    finished_goods: [
      { slug: 'a', display_name: 'Bag' },
      { slug: 'b', display_name: 'Bag' },
    ],
    event_finished_goods: [{ ...EVENT, finished_good_name: 'Bag', quantity: 5 }],
  })
  expect(facts.assemblyTargets[0]?.goodId).toBe(facts.goods[0]?.id)
  expect(remarks(report, 'ambiguous name')).toEqual([
    { remark: 'ambiguous name', table: 'finished_goods', name: 'Bag' },
  ])
})

test('sums beyond the range refuse the file', () => {
  const decided = ['a', 'b'].map((finished_unit_name) => ({
    ...EVENT,
    recipe_name: 'Cookies',
    finished_unit_name,
    batches: 1e9,
  }))
  expect(refusal({ ...HOLIDAY, batch_decisions: decided })).toEqual({
    file: 'out of range',
    where: 'batch_decisions, Cookies',
  })
})

test('notes of targets are lost, and that is said', () => {
  const { report } = read({
    ...HOLIDAY,
    event_assembly_targets: [
      { ...EVENT, finished_good_slug: 'bag', target_quantity: 5, notes: 'with a card' },
    ],
  })
  expect(leftOut(report, 'event_assembly_targets, notes')).toEqual([
    { name: '', reason: 'nothing of ours', rows: 1 },
  ])
  expect(named(read(HOLIDAY).facts.goods, 'Bag').notes).toBe('')
})
