import { describe, expect, test } from 'vitest'
import { accountOf } from '../../src/domain/account'
import type { AssemblyEntry, ProductionEntry } from '../../src/domain/model'
import { overallPercent, percent } from '../../src/domain/progress'
import { readBakeTracker } from '../../src/exchange/bake-tracker'
import type { FileRefusal } from '../../src/exchange/imported'
import {
  HOLIDAY,
  leftOut,
  named,
  only,
  read,
  real,
  refusal,
  refused,
  taken,
  textOf,
} from './backups'

describe('the backup of an event that bake-tracker wrote', () => {
  const { facts, report } = taken(real('event'))
  const event = only(facts.events)

  test('has one event, its recipe, its piece, its bag and a box of two bags', () => {
    expect(event).toMatchObject({ name: 'Xmas', date: '2026-12-25' })
    expect(facts.recipes.map(({ name }) => name)).toEqual(['Cookies'])
    expect(only(facts.units)).toMatchObject({ name: 'Cookie', itemsPerBatch: 48 })
    const cookie = { kind: 'unit', id: only(facts.units).id }
    const bag = named(facts.goods, 'Bag')
    expect(bag.lines).toEqual([{ item: cookie, quantity: { n: 6, d: 1 } }])
    expect(named(facts.goods, 'Box').lines).toEqual([
      { item: { kind: 'good', id: bag.id }, quantity: { n: 2, d: 1 } },
    ])
  })

  test('wants 7 batches and 50 bags', () => {
    expect(only(facts.productionTargets)).toMatchObject({ eventId: event.id, batches: 7 })
    expect(only(facts.assemblyTargets)).toMatchObject({ eventId: event.id, quantity: 50 })
    expect(facts.looseTargets).toEqual([])
  })

  test('has baked 4 batches with 180 of 192 good, and packed 20 bags from 120', () => {
    const [run, packing] = facts.entries as readonly [ProductionEntry, AssemblyEntry]
    expect(run).toMatchObject({ eventId: event.id, batches: 4, reason: 'other' })
    expect(only(run.pieces)).toMatchObject({ good: 180, expected: 192 })
    expect(run.at).toBe(Date.UTC(2026, 10, 22, 16, 32, 28, 349))
    expect(packing).toMatchObject({ eventId: event.id, quantity: 20 })
    expect(only(packing.used).quantity).toEqual({ n: 120, d: 1 })
  })

  test('has 92 cups of flour', () => {
    expect(only(facts.ingredients)).toMatchObject({ name: 'Flour', measure: 'cup' })
    expect(facts.entries[2]).toMatchObject({ change: { type: 'count', amount: { n: 92, d: 1 } } })
  })

  test('stands at 57.14, 40 and 48.57 percent', () => {
    const { made, packed } = accountOf(facts.entries, event.id).sums
    const production = percent(made.get(only(facts.recipes).id)!.batches, 7)
    const assembly = percent(packed.get(named(facts.goods, 'Bag').id)!, 50)
    expect([production, assembly, overallPercent(production, assembly)]).toEqual([57.14, 40, 48.57])
  })

  test('says table by table what the board has no place for', () => {
    expect(report.remarks).toEqual([])
    expect(report.leftOut.map(({ table, rows }) => [table, rows])).toEqual([
      ['event_recipes', 1],
      ['event_recipient_packages', 1],
      ['products', 1],
      ['recipients', 1],
      ['event_assembly_targets, notes', 1],
      ['production_runs, notes', 1],
    ])
    for (const { name, reason } of report.leftOut) {
      expect([name, reason]).toEqual(['', 'nothing of ours'])
    }
  })
})

describe('the backup of a catalogue that bake-tracker wrote', () => {
  const { facts, report } = taken(real('catalogue'))

  test('has its recipes with yields and lines, its ingredients and materials', () => {
    expect(facts.recipes).toHaveLength(20)
    expect(facts.units).toHaveLength(20)
    expect(facts.ingredients).toHaveLength(337)
    expect(facts.materials).toHaveLength(21)
    expect(facts.recipes.flatMap(({ lines }) => lines)).toHaveLength(224)
    const biscotti = named(facts.recipes, 'Almond Biscotti')
    expect(biscotti.lines[2]).toEqual({
      ingredientId: named(facts.ingredients, 'Sugar, granulated').id,
      quantity: { n: 67, d: 100 },
      measure: 'cup',
      text: '',
    })
    expect(named(facts.units, 'Standard Almond Biscotti')).toMatchObject({
      recipeId: biscotti.id,
      itemsPerBatch: 30,
    })
  })

  test('has ids of their own for all rows', () => {
    for (const rows of [facts.recipes, facts.units, facts.ingredients, facts.materials]) {
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    }
  })

  test('counts 111 ingredients, and names 10 that stand in several measures', () => {
    expect(facts.entries).toHaveLength(111)
    expect(new Set(facts.entries.map(({ writer }) => writer)).size).toBe(111)
    expect(leftOut(report, 'inventory_items')).toHaveLength(10)
    expect(leftOut(report, 'inventory_items')[0]).toEqual({
      name: 'Cornstarch',
      reason: 'mixed measures',
      rows: 2,
    })
  })
})

describe('the same file', () => {
  const texts = [real('event'), real('catalogue'), textOf(HOLIDAY)]

  test.each(texts)('gives the same facts each time', (text) => {
    expect(taken(text)).toEqual(taken(text))
  })

  test.each(texts)('gives the same facts whatever the order of its keys', (text) => {
    const turned = JSON.stringify(backwards(JSON.parse(text)))
    expect(turned).not.toBe(text)
    expect(taken(turned)).toEqual(taken(text))
  })

  test('gives the same facts in any white space and with a mark at its beginning', () => {
    const loose = `\uFEFF${JSON.stringify(JSON.parse(real('event')), null, '\t')}\r\n`
    expect(taken(loose)).toEqual(taken(real('event')))
  })
})

/** The same JSON with the keys of all its objects the other way round. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, backwards(inner)]),
  )
}

test('what the other format writes gives the same ids and keys', () => {
  const at = '2026-11-22T16:32:28.349158'
  const other = read({
    recipes: [{ name: 'Cookies', slug: 'cookies', category: 'C' }],
    finished_units: [
      {
        ...{ slug: 'cookie', display_name: 'Cookie', recipe_slug: 'cookies', items_per_batch: 48 },
        ...{ recipe_name: 'Cookies', yield_mode: 'discrete_count', batch_percentage: null },
      },
    ],
    finished_goods: [{ slug: 'bag', display_name: 'Bag' }],
    events: [{ name: 'Xmas', event_date: '2026-12-25', year: 2026 }],
    production_runs: [
      {
        ...{ recipe_slug: 'cookies', recipe_name: 'Cookies', finished_unit_slug: 'cookie' },
        ...{ event_name: 'Xmas', num_batches: 4, actual_yield: 180, produced_at: at },
      },
    ],
  }).facts
  const { facts } = taken(real('event'))
  expect(other.recipes[0]?.id).toBe(facts.recipes[0]?.id)
  expect(other.units[0]).toEqual(facts.units[0])
  expect(other.goods[0]?.id).toBe(facts.goods[0]?.id)
  expect(other.events[0]).toEqual(facts.events[0])
  expect(other.entries[0]).toEqual(facts.entries[0])
})

describe('a file is taken', () => {
  test('without the name of the program, when it has tables of it', () => {
    expect(taken(JSON.stringify(HOLIDAY)).facts).toEqual(read(HOLIDAY).facts)
  })

  test('with tables and fields that nobody knows, which are named', () => {
    const { facts, report } = read({
      ...HOLIDAY,
      moon_phases: [{ full: true }, { full: false }],
      settings: { theme: 'dark' },
      empty_one: [],
      created_by: 'Ann',
      recipes: [
        { name: 'Cookies', colour: 'brown' },
        { name: 'Brownies', tags: ['a', { b: 1 }] },
      ],
    })
    expect(facts).toEqual(read(HOLIDAY).facts)
    expect(report.leftOut).toEqual([
      { table: 'moon_phases', name: '', reason: 'nothing of ours', rows: 2 },
      { table: 'settings', name: '', reason: 'nothing of ours', rows: 1 },
    ])
  })

  test('with tables that are null', () => {
    expect(read({ ...HOLIDAY, compositions: null, production_runs: null }).facts.entries).toEqual(
      [],
    )
  })

  test('with keys and names that objects have anyway', () => {
    const recipes = ['constructor', '__proto__', 'toString', 'valueOf'].map((name) => ({ name }))
    const { facts } = read({ recipes, toString: [], hasOwnProperty: [1] })
    expect(facts.recipes.map(({ name }) => name)).toEqual(recipes.map(({ name }) => name))
  })

  test('with names of 200 characters in any script, and not of 201', () => {
    for (const char of ['a', 'é', '饼', '🎄']) {
      const name = char.repeat(200)
      expect(only(read({ recipes: [{ name }] }).facts.recipes).name).toBe(name)
      expect(refusal({ recipes: [{ name: 'A' }, { name: name + char }] })).toEqual({
        file: 'out of range',
        where: 'recipes, row 2, name',
      })
    }
  })

  test('with 100,000 runs of events that share one name', () => {
    const events = Array.from({ length: 2000 }, (_, index) => ({
      name: 'Market',
      event_date: `${1970 + (index % 250)}-0${1 + (index % 9)}-1${index % 10}`,
    }))
    const production_runs = Array.from({ length: 100_000 }, (_, index) => ({
      event_name: 'Market',
      recipe_name: 'Cookies',
      num_batches: 1,
      produced_at: `20${10 + (index % 90)}-01-01T00:00:00Z`,
    }))
    const { facts } = read({ ...HOLIDAY, events, production_runs })
    expect(new Set(facts.entries.map(({ writer }) => writer)).size).toBe(100_000)
  })
})

describe('a file is refused whole', () => {
  test.each<[string, FileRefusal]>([
    ['', { file: 'empty' }],
    ['{}', { file: 'empty' }],
    ['{"application":"bake-tracker","recipes":[],"events":[]}', { file: 'empty' }],
    ['recipe;batches', { file: 'not json' }],
    [real('event').slice(0, 2000), { file: 'cut off' }],
    ['{"__proto__":{"recipes":[]}}', { file: 'forbidden key', where: '__proto__' }],
    ['null', { file: 'other program', program: '' }],
    ['[]', { file: 'empty' }],
    ['[{"name":"Cookies"}]', { file: 'other program', program: '' }],
    ['"bake-tracker"', { file: 'other program', program: '' }],
    [
      '{"application":"grocy","recipes":[{"name":"x"}]}',
      { file: 'other program', program: 'grocy' },
    ],
    ['{"source":"Mealie 2","data":[]}', { file: 'other program', program: 'Mealie 2' }],
    ['{"recipes":{"a":1}}', { file: 'other program', program: '' }],
    ['{"version":"1.0","entity_type":"recipes","records":[]}', { file: 'empty' }],
  ])('%.40s', (text, refusal) => {
    expect(refused(text)).toEqual(refusal)
  })

  test('beyond 16 MB', () => {
    expect(readBakeTracker(' '.repeat(2 ** 24 + 1))).toEqual({
      file: 'too large',
      maxMegabytes: 16,
    })
  })

  const RUN = { recipe_name: 'Cookies', num_batches: 1 }
  test.each<[object, string]>([
    [{ recipes: { name: 'Cookies' } }, 'recipes'],
    [{ products: 'none' }, 'products'],
    [{ exported_at: 5 }, 'exported_at'],
    [{ recipes: [{ name: 'A' }, null] }, 'recipes, row 2'],
    [{ recipes: [['A']] }, 'recipes, row 1'],
    [{ recipes: ['A'] }, 'recipes, row 1'],
    [{ recipes: [{ name: 5 }] }, 'recipes, row 1, name'],
    [{ recipes: [{ name: 'A', is_archived: 'no' }] }, 'recipes, row 1, is_archived'],
    [{ recipes: [{ name: 'A', ingredients: {} }] }, 'recipes, row 1, ingredients'],
    [
      { recipes: [{ name: 'A', finished_units: [{ name: {} }] }] },
      'recipes, row 1, finished_units, row 1, name',
    ],
    [
      { production_runs: [RUN, RUN, { ...RUN, num_batches: 'abc' }] },
      'production_runs, row 3, num_batches',
    ],
    [{ production_runs: [{ ...RUN, num_batches: 1.5 }] }, 'production_runs, row 1, num_batches'],
    [{ production_runs: [{ ...RUN, produced_at: 5 }] }, 'production_runs, row 1, produced_at'],
    [{ assembly_runs: [{ units_produced: [] }] }, 'assembly_runs, row 1, units_produced'],
    [{ events: [{ name: true }] }, 'events, row 1, name'],
  ])('for the wrong type in %j', (tables, where) => {
    expect(refusal({ ...HOLIDAY, ...tables })).toEqual({ file: 'wrong type', where })
  })

  test('for a program that is no text', () => {
    const text = JSON.stringify({ ...HOLIDAY, application: 5 })
    expect(refused(text)).toEqual({ file: 'wrong type', where: 'application' })
  })

  test.each<[object, string]>([
    [{ production_runs: [{ ...RUN, num_batches: -1 }] }, 'production_runs, row 1, num_batches'],
    [{ production_runs: [{ ...RUN, actual_yield: 1e9 + 1 }] }, 'production_runs, row 1, actual_yield'],
    [{ event_production_targets: [{ target_batches: -7 }] }, 'event_production_targets, row 1, target_batches'],
    [{ finished_units: [{ items_per_batch: -48 }] }, 'finished_units, row 1, items_per_batch'],
    [{ compositions: [{ component_quantity: -0.5 }] }, 'compositions, row 1, component_quantity'],
    [{ compositions: [{ finished_unit_slug: 'x'.repeat(201) }] }, 'compositions, row 1, finished_unit_slug'],
    [{ recipes: [{ name: 'Cake', ingredients: [{ ingredient_name: 'x'.repeat(201) }] }] }, 'recipes, row 1, ingredients, row 1, ingredient_name'],
  ])('for what is out of range in %j', (tables, where) => {
    expect(refusal({ ...HOLIDAY, ...tables })).toEqual({ file: 'out of range', where })
  }) // prettier-ignore

  test('for a number beyond all numbers', () => {
    const text = textOf({ ...HOLIDAY, production_runs: [RUN] }).replace(':1}', ':1e400}')
    expect(refused(text)).toEqual({
      file: 'out of range',
      where: 'production_runs, row 1, num_batches',
    })
  })

  test('for more than 1,000 rows that refer to something unknown, and not for 1,000', () => {
    const production_runs = Array.from({ length: 1001 }, () => ({ ...RUN, recipe_name: 'Tarts' }))
    expect(refusal({ ...HOLIDAY, production_runs })).toEqual({
      file: 'too many unknown',
      count: 1001,
    })
    const { report } = read({ ...HOLIDAY, production_runs: production_runs.slice(1) })
    expect(leftOut(report, 'production_runs')).toEqual([
      { name: 'Tarts', reason: 'unknown recipe', rows: 1000 },
    ])
  })
})
