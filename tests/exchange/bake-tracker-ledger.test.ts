import { describe, expect, test } from 'vitest'
import type { AssemblyEntry, Entry, ProductionEntry } from '../../src/domain/model'
import { HOLIDAY, leftOut, named, only, read, refusal, remarks, type Backup } from './backups'

const AT = '2026-12-01T10:00:00.123456Z'
const baked = (fields: object = {}): Backup => ({
  event_name: 'Holiday',
  recipe_name: 'Cookies',
  num_batches: 4,
  actual_yield: 180,
  produced_at: AT,
  ...fields,
})
const packed = (fields: object = {}): Backup => ({
  event_name: 'Holiday',
  finished_good_slug: 'bag',
  quantity_assembled: 20,
  assembled_at: AT,
  ...fields,
})
const readRuns = (...production_runs: Backup[]): ReturnType<typeof read> =>
  read({ ...HOLIDAY, production_runs })
const run = (fields: object = {}): ProductionEntry =>
  only(readRuns(baked(fields)).facts.entries) as ProductionEntry
const packing = (fields: object = {}, backup: Backup = HOLIDAY): AssemblyEntry =>
  only(read({ ...backup, assembly_runs: [packed(fields)] }).facts.entries) as AssemblyEntry
const keys = (entries: readonly Entry[]): string[] =>
  entries.map(({ writer, seq }) => `${writer} ${seq}`)

describe('a production run', () => {
  test('has its batches, the good pieces, those expected, and a loss for some reason', () => {
    const { facts } = readRuns(baked())
    const at = Date.UTC(2026, 11, 1, 10, 0, 0, 123)
    expect(only(facts.entries)).toEqual({
      kind: 'production',
      writer: expect.stringMatching(/^bt-[0-9a-f]{16}$/) as string,
      seq: 1,
      at,
      stamp: at * 1000,
      by: '',
      eventId: only(facts.events).id,
      recipeId: named(facts.recipes, 'Cookies').id,
      batches: 4,
      pieces: [{ unitId: named(facts.units, 'Cookie').id, good: 180, expected: 192 }],
      reason: 'other',
    })
  })

  test.each([
    [192, null],
    [200, null],
    [0, 'other'],
    [null, null],
  ])('of 192 that gave %j pieces has the reason %j', (actual_yield, reason) => {
    expect(run({ actual_yield }).reason).toBe(reason)
    expect(run({ actual_yield }).pieces[0]?.good).toBe(actual_yield ?? 192)
  })

  test('is read under the names that hand-made files use', () => {
    const hand = { num_batches: undefined, batches_produced: 4, recipe_name: undefined }
    expect(run({ ...hand, recipe_slug: 'cookies' })).toEqual(run())
    expect(run({ event_name: undefined, event_slug: 'holiday' })).toEqual(run())
  })

  test('without an event belongs to none', () => {
    expect(run({ event_name: null }).eventId).toBe('')
    expect(run({ event_name: '' }).eventId).toBe('')
  })

  test('of no batches, of an unknown recipe or event is left out by name', () => {
    const { facts, report } = readRuns(
      baked({ num_batches: 0 }),
      baked({ num_batches: null }),
      baked({ recipe_name: 'Tarts' }),
      baked({ event_name: 'Easter' }),
    )
    expect(facts.entries).toEqual([])
    expect(leftOut(report, 'production_runs')).toEqual([
      { name: 'Cookies', reason: 'no number', rows: 2 },
      { name: 'Tarts', reason: 'unknown recipe', rows: 1 },
      { name: 'Easter', reason: 'unknown event', rows: 1 },
    ])
  })

  test('with a broken time or none stands at noon of its event, and that is said', () => {
    const { facts, report } = readRuns(
      baked({ produced_at: 'Tuesday' }),
      baked({ produced_at: null }),
    )
    for (const { at } of facts.entries) expect(at).toBe(Date.UTC(2026, 11, 24, 12))
    expect(remarks(report, 'no time')).toEqual([{ remark: 'no time', name: 'Cookies' }])
    expect(run({ produced_at: null, event_name: null }).at).toBe(0)
  })

  test('more than the range refuses the file', () => {
    expect(
      refusal({ ...HOLIDAY, production_runs: [baked(), baked({ num_batches: 1e8 })] }),
    ).toEqual({
      file: 'out of range',
      where: 'production_runs, row 2, num_batches',
    })
  })
})

describe('the piece that a run made', () => {
  const several = {
    ...HOLIDAY,
    finished_units: [
      { slug: 'old', recipe_name: 'Cookies', items_per_batch: 10, is_archived: true },
      { slug: 'small', display_name: 'Small', recipe_name: 'Cookies', items_per_batch: 96 },
      { slug: 'large', display_name: 'Large', recipe_name: 'Cookies', items_per_batch: 24 },
      { slug: 'brownie', recipe_name: 'Brownies', items_per_batch: 24 },
    ],
    compositions: [],
  }
  const pieceOf = (fields: object): string => {
    const { facts } = read({ ...several, production_runs: [baked(fields)] })
    const { pieces } = only(facts.entries) as ProductionEntry
    const { unitId, expected } = only(pieces)
    return `${facts.units.find(({ id }) => id === unitId)?.name} ${expected}`
  }

  test("is the recipe's first that is not hidden, and that is said once", () => {
    expect(pieceOf({})).toBe('Small 384')
    const { report } = read({ ...several, production_runs: [baked(), baked()] })
    expect(remarks(report, 'piece not named')).toEqual([
      { remark: 'piece not named', recipe: 'Cookies', piece: 'Small' },
    ])
  })

  test('is the one that the run names, if the recipe makes it', () => {
    expect(pieceOf({ finished_unit_slug: 'large' })).toBe('Large 96')
    expect(pieceOf({ finished_unit_slug: 'brownie' })).toBe('Small 384')
  })

  test('is one a batch, made up, where the recipe makes nothing countable', () => {
    const production_runs = [baked(), baked({ actual_yield: null }), baked({ actual_yield: 0 })]
    const { facts, report } = read({ ...several, finished_units: [], production_runs })
    expect(only(facts.units)).toMatchObject({ name: 'Cookies', itemsPerBatch: 1 })
    const pieces = facts.entries.map((entry) => entry.kind === 'production' && only(entry.pieces))
    const unitId = only(facts.units).id
    expect(pieces).toEqual([
      { unitId, good: 180, expected: 4 },
      { unitId, good: 4, expected: 4 },
      { unitId, good: 0, expected: 4 },
    ])
    expect(remarks(report, 'no yield')).toEqual([{ remark: 'no yield', name: 'Cookies' }])
  })
})

test('an older record is a run, unless the newer table has it too', () => {
  const { facts, report } = read({
    ...HOLIDAY,
    production_runs: [baked()],
    production_records: [
      { event_name: 'Holiday', recipe_name: 'Cookies', batches: 4, produced_at: AT },
      { event_name: 'Holiday', recipe_name: 'Brownies', batches: 2, produced_at: AT },
    ],
  })
  expect(facts.entries.map((entry) => entry.kind === 'production' && entry.batches)).toEqual([4, 2])
  expect(leftOut(report, 'production_records')).toEqual([
    { name: 'Cookies', reason: 'twice', rows: 1 },
  ])
})

describe('a packing', () => {
  test("took the bundle's lines times its quantity", () => {
    const { facts } = read({ ...HOLIDAY, assembly_runs: [packed()] })
    expect(only(facts.entries)).toMatchObject({
      kind: 'assembly',
      goodId: only(facts.goods).id,
      quantity: 20,
      used: [
        { item: { kind: 'unit', id: named(facts.units, 'Cookie').id }, quantity: { n: 120, d: 1 } },
        { item: { kind: 'unit', id: named(facts.units, 'Brownie').id }, quantity: { n: 60, d: 1 } },
      ],
    })
  })

  test('took fractions exactly', () => {
    const compositions = [
      { finished_good_slug: 'bag', finished_unit_slug: 'cookie', component_quantity: 0.3 },
    ]
    const { used } = packing({ quantity_assembled: 3 }, { ...HOLIDAY, compositions })
    expect(only(used).quantity).toEqual({ n: 9, d: 10 })
  })

  test('is read under the names that hand-made files use', () => {
    const hand = { quantity_assembled: undefined, units_produced: 20, assembled_at: undefined }
    expect(packing({ ...hand, produced_at: AT })).toEqual(packing())
  })

  test('of none, or of an unknown bundle or event, is left out by name', () => {
    const { facts, report } = read({
      ...HOLIDAY,
      assembly_runs: [
        packed({ quantity_assembled: 0 }),
        packed({ finished_good_slug: 'tin' }),
        packed({ event_name: 'Easter' }),
      ],
    })
    expect(facts.entries).toEqual([])
    expect(leftOut(report, 'assembly_runs').map(({ name, reason }) => [name, reason])).toEqual([
      ['Bag', 'no number'],
      ['tin', 'unknown bundle'],
      ['Easter', 'unknown event'],
    ])
  })

  test('that took more than can be counted refuses the file', () => {
    const compositions = [
      { finished_good_slug: 'bag', finished_unit_slug: 'cookie', component_quantity: 1e9 },
    ]
    const assembly_runs = [packed({ quantity_assembled: 1e9 })]
    expect(refusal({ ...HOLIDAY, compositions, assembly_runs })).toEqual({
      file: 'out of range',
      where: 'assembly_runs, row 1, quantity_assembled',
    })
  })
})

describe('the key of a run', () => {
  const key = (fields: object = {}): string => run(fields).writer

  test('is the same with and without Z, by name and by slug, and whatever came of it', () => {
    for (const same of [
      { produced_at: '2026-12-01T10:00:00.123456' },
      { produced_at: '2026-12-01T11:00:00.123+01:00' },
      {
        recipe_slug: 'cookies',
        finished_unit_slug: 'cookie',
        expected_yield: 192,
        loss_quantity: 12,
      },
      { event_name: undefined, event_slug: 'holiday' },
    ]) {
      expect(key(same)).toBe(key())
    }
  })

  test('does not hang on what else is in the file', () => {
    const { facts } = read({
      ...HOLIDAY,
      recipes: [{ name: 'Tarts' }, ...HOLIDAY.recipes],
      production_runs: [baked({ recipe_name: 'Tarts' }), baked()],
    })
    expect(facts.entries.map(({ writer }) => writer)).toContain(key())
  })

  test('is another for another event, recipe, time or number of batches', () => {
    const others = [
      { event_name: null },
      { recipe_name: 'Brownies' },
      { produced_at: '2026-12-01T10:00:00.124Z' },
      { num_batches: 5 },
    ].map(key)
    expect(new Set([key(), ...others]).size).toBe(5)
  })

  test('tells equal runs apart, in the same way each time', () => {
    const { facts } = readRuns(baked(), baked(), baked({ num_batches: 2 }), baked())
    const again = readRuns(baked({ num_batches: 2 }), baked(), baked(), baked())
    expect(new Set(keys(facts.entries)).size).toBe(4)
    expect(keys(again.facts.entries).sort()).toEqual(keys(facts.entries).sort())
    expect(keys(facts.entries)[0]).toBe(`${key()} 1`)
  })

  test('of a packing differs from that of a production run', () => {
    expect(packing().writer).not.toBe(key())
    expect(packing().writer).toBe(packing({ assembled_at: '2026-12-01T10:00:00.123' }).writer)
  })
})

test('notes of runs are lost, and that is said', () => {
  const { report } = readRuns(baked({ notes: 'slightly burnt' }), baked({ notes: ' ' }))
  expect(leftOut(report, 'production_runs, notes')).toEqual([
    { name: '', reason: 'nothing of ours', rows: 1 },
  ])
})
