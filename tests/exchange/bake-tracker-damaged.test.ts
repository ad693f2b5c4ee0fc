import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_COUNT, MAX_DENOMINATOR, type Fraction } from '../../src/domain/quantity'
import type { Component, Entry } from '../../src/domain/model'
import { readBakeTracker } from '../../src/exchange/bake-tracker'
import { readLine } from '../../src/exchange/backup-schema'
import type { ImportedFacts } from '../../src/exchange/imported'
import { HOLIDAY, real, textOf } from './backups'

/** A small backup in which every table that is read has rows. */
const FULL = textOf({
  ...HOLIDAY,
  exported_at: '2026-12-02T00:00:00+00:00Z',
  ingredients: [
    { slug: 'flour', display_name: 'Flour', category: 'Dry', hierarchy_level: 2 },
    { slug: 'dry', display_name: 'Dry', hierarchy_level: 0 },
  ],
  inventory_items: [{ ingredient_slug: 'flour', quantity: 2.5, package_unit: 'kg' }],
  recipes: [
    {
      ...{ name: 'Cookies', slug: 'cookies', category: 'C', notes: 'n', is_archived: false },
      finished_units: [{ slug: 'cookie', name: 'Cookie', unit_yield_quantity: 48 }],
      ingredients: [{ ingredient_slug: 'flour', quantity: 0.67, unit: 'cup' }],
      components: [{ recipe_name: 'Brownies', quantity: 1 }],
    },
    { name: 'Brownies', yield_quantity: 24 },
  ],
  materials: [{ slug: 'cello', name: 'Cello', base_unit_type: 'each' }],
  material_units: [{ slug: 'ribbon', name: 'Ribbon' }],
  finished_goods: [
    { slug: 'bag', display_name: 'Bag' },
    { slug: 'box', display_name: 'Box', notes: 'gold' },
  ],
  compositions: [
    { finished_good_slug: 'bag', finished_unit_slug: 'cookie', component_quantity: 6.0 },
    { finished_good_slug: 'bag', finished_unit_slug: 'brownie', component_quantity: 0.5 },
    { finished_good_slug: 'bag', material_unit_slug: 'ribbon', sort_order: 1 },
    { finished_good_slug: 'box', finished_good_component_slug: 'bag', component_quantity: 2 },
    { finished_good_slug: 'box', packaging_product_id: 7 },
  ],
  packages: [{ name: 'Hamper' }],
  package_finished_goods: [{ package_name: 'Hamper', finished_good_slug: 'box', quantity: 1 }],
  events: [
    { name: 'Holiday', event_date: '2026-12-24', year: 2026 },
    { name: 'Holiday', event_date: '2025-12-24', year: 2025 },
  ],
  event_production_targets: [
    { event_name: 'Holiday', recipe_name: 'Cookies', target_batches: 7, notes: 'x' },
  ],
  event_assembly_targets: [
    { event_name: 'Holiday', finished_good_slug: 'bag', target_quantity: 50 },
  ],
  event_finished_goods: [{ event_name: 'Holiday', finished_good_name: 'Box', quantity: 5 }],
  batch_decisions: [
    { event_name: 'Holiday', recipe_name: 'Brownies', batches: 6, finished_unit_name: 'Brownie' },
  ],
  production_runs: [
    {
      ...{ event_name: 'Holiday', recipe_name: 'Cookies', num_batches: 4, actual_yield: 180 },
      produced_at: '2026-12-01T10:00:00.123456Z',
    },
    { event_slug: 'holiday-2025', recipe_slug: 'brownies', batches_produced: 2 },
  ],
  production_records: [{ recipe_name: 'Cookies', batches: 1, produced_at: '2026-11-01' }],
  assembly_runs: [{ event_name: 'Holiday', finished_good_slug: 'box', quantity_assembled: 20 }],
  suppliers: [{ name: 'S' }],
})

/** Values that do not belong, or belong somewhere else. */
const stray = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      null,
      true,
      false,
      0,
      -0,
      1,
      -1,
      1.5,
      1e9,
      1e10,
      1e-9,
      Number.MAX_VALUE,
      '',
      ' ',
      'Cookies',
    ],
    ...['cookie', 'bag', 'box', 'Holiday', 'flour', '2026-12-24', '2026-02-30', 'batch_portion'],
    ...[
      '9999-12-31T23:59:59Z',
      'constructor',
      'x'.repeat(300),
      'x'.repeat(1001),
      '\ud800',
      [],
      {},
      [[]],
      [null],
    ],
  ),
  fc.jsonValue({ maxDepth: 2 }),
  fc.double(),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const KEYS = ['__proto__', 'constructor', 'name', 'slug', 'event_name', 'finished_good_slug', 'year',
  'finished_good_component_slug', 'component_quantity', 'batch_percentage', 'package_name'] // prettier-ignore

const damage = fc.record({
  path: fc.array(fc.nat(100), { maxLength: 5 }),
  how: fc.constantFrom('replace', 'replace', 'delete', 'repeat', 'add', 'swap'),
  value: stray,
  key: fc.constantFrom(...KEYS),
})
type Damage = typeof damage extends fc.Arbitrary<infer Type> ? Type : never

/** Goes some way into the JSON and does one thing to what it finds there. */
function damaged(root: unknown, { path, how, value, key }: Damage): unknown {
  const [step = 0, ...rest] = path
  if (typeof root !== 'object' || root === null) return value
  const entries: [string, unknown][] = Object.entries(root)
  const index = step % Math.max(1, entries.length)
  const at = entries[index]
  if (at && rest.length > 0) at[1] = damaged(at[1], { path: rest, how, value, key })
  else if (at && how === 'replace') at[1] = value
  else if (at && how === 'delete') entries.splice(index, 1)
  else if (at && how === 'repeat') entries.push([key, at[1]])
  else if (at && how === 'swap') [at[1], entries[0]![1]] = [entries[0]![1], at[1]]
  else entries.push([key, value])
  if (Array.isArray(root)) return entries.map(([, inner]) => inner)
  // Written by hand: an object would take `__proto__` for something else.
  return new Map(entries)
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries =
    value instanceof Map ? [...(value as Map<string, unknown>)] : Object.entries(value)
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${write(inner)}`).join(',')}}`
}

/** The damaged JSON as plain values again, without what no plain object can hold. */
const plain = (value: unknown): unknown => {
  if (value instanceof Map) return Object.fromEntries([...value].map(([k, v]) => [k, plain(v)]))
  return Array.isArray(value) ? value.map(plain) : value
}

const KINDS = {
  recipes: 'recipe',
  units: 'unit',
  goods: 'good',
  ingredients: 'ingredient',
  materials: 'material',
  events: 'event',
  productionTargets: 'productionTarget',
  assemblyTargets: 'assemblyTarget',
  looseTargets: 'looseTarget',
  entries: 'entry',
} as const satisfies Record<keyof ImportedFacts, string>

/** What every import owes the tables, however odd the file was. */
function checkFacts(facts: ImportedFacts): void {
  const ids = <Id>(rows: readonly { readonly id: Id }[]): Set<Id> => {
    const known = new Set(rows.map(({ id }) => id))
    expect(known.size).toBe(rows.length)
    return known
  }
  const recipes = ids(facts.recipes)
  const units = ids(facts.units)
  const goods = ids(facts.goods)
  const ingredients = ids(facts.ingredients)
  const materials = ids(facts.materials)
  const events = ids(facts.events)
  const isKnown = (item: Component): boolean =>
    ({ unit: units, good: goods, material: materials })[item.kind].has(item.id as never)
  const isCount = (count: number): boolean =>
    Number.isInteger(count) && count >= 0 && count <= MAX_COUNT
  const isLine = ({ n, d }: Fraction): boolean =>
    Number.isSafeInteger(n) && n > 0 && Number.isInteger(d) && d >= 1 && d <= MAX_DENOMINATOR
  const all: [boolean, unknown][] = []
  const must = (holds: boolean, what: unknown): number => all.push([holds, what])

  for (const row of [...facts.recipes, ...facts.units, ...facts.goods, ...facts.events]) {
    must(row.name !== '' && row.stamp === 0, row)
  }
  // What is stored has to come back from a backup.
  for (const [table, kind] of Object.entries(KINDS)) {
    for (const row of facts[table as keyof typeof KINDS]) {
      must(!('file' in readLine({ kind, ...row })), row)
    }
  }
  for (const unit of facts.units) {
    must(recipes.has(unit.recipeId) && isCount(unit.itemsPerBatch) && unit.itemsPerBatch > 0, unit)
  }
  for (const { ingredientId } of facts.recipes.flatMap(({ lines }) => lines)) {
    must(ingredientId === null || ingredients.has(ingredientId), ingredientId)
  }
  for (const line of facts.goods.flatMap(({ lines }) => lines)) {
    must(isKnown(line.item) && isLine(line.quantity), line)
  }
  const targets = [
    ...facts.productionTargets.map((row) => [row.eventId, row.recipeId, row.batches] as const),
    ...facts.assemblyTargets.map((row) => [row.eventId, row.goodId, row.quantity] as const),
  ]
  for (const [event, , number] of targets) must(events.has(event) && isCount(number), event)
  must(new Set(targets.map(([event, item]) => `${event} ${item}`)).size === targets.length, targets)
  for (const { recipeId } of facts.productionTargets) must(recipes.has(recipeId), recipeId)
  for (const { goodId } of facts.assemblyTargets) must(goods.has(goodId), goodId)

  const isSound = (entry: Entry): boolean => {
    switch (entry.kind) {
      case 'production':
        return (
          recipes.has(entry.recipeId) &&
          isCount(entry.batches) &&
          entry.batches > 0 &&
          entry.pieces.every((p) => units.has(p.unitId) && isCount(p.good) && isCount(p.expected))
        )
      case 'assembly':
        return (
          goods.has(entry.goodId) &&
          isCount(entry.quantity) &&
          entry.quantity > 0 &&
          entry.used.every(({ item, quantity }) => isKnown(item) && isLine(quantity))
        )
      case 'stock':
        return entry.item.kind === 'ingredient' && ingredients.has(entry.item.id)
      case 'void':
        return false
    }
  }
  for (const entry of facts.entries) {
    must(isSound(entry) && entry.seq === 1, entry)
    must(entry.eventId === '' || events.has(entry.eventId), entry)
    must(entry.stamp >= 0 && entry.stamp <= 8e15 && entry.stamp === entry.at * 1000, entry)
  }
  must(new Set(facts.entries.map(({ writer }) => writer)).size === facts.entries.length, 'keys')
  expect(all.filter(([holds]) => !holds)).toEqual([])
}

describe('whatever happens to a file, it is read soundly or refused, and nothing throws', () => {
  const bases = [FULL, real('event')].map((text) => JSON.parse(text) as unknown)

  test('undamaged, every table gives something', () => {
    const read = readBakeTracker(FULL)
    if ('file' in read) throw new Error(JSON.stringify(read))
    checkFacts(read.facts)
    const { looseTargets, ...rest } = read.facts
    expect(looseTargets).toEqual([])
    for (const rows of Object.values(rest)) expect(rows.length).toBeGreaterThan(0)
  })

  test('after wrong types, deletions, repetitions and additions', () => {
    let [read, refused] = [0, 0]
    fc.assert(
      fc.property(
        fc.constantFrom(...bases),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        (base, damages) => {
          const broken = damages.reduce((value, one) => plain(damaged(value, one)), base)
          const text = write(damaged(broken, damages[0]!))
          const result = readBakeTracker(text)
          if ('file' in result) refused++
          else {
            read++
            checkFacts(result.facts)
            expect(readBakeTracker(text)).toEqual(result)
          }
        },
      ),
      { numRuns: 3000 },
    )
    // Neither outcome is the exception: the property says something about both.
    expect(Math.min(read, refused)).toBeGreaterThan(300)
  })

  test('after characters were lost, changed or slipped in', () => {
    const change = fc.record({
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      gone: fc.nat(40),
      put: fc.string({ unit: fc.constantFrom(...'{}[]",:0123e-.\\ntrufals\u0000é'), maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.constantFrom(FULL, real('event')), change, (text, { place, gone, put }) => {
        const at = Math.floor(place * text.length)
        const result = readBakeTracker(text.slice(0, at) + put + text.slice(at + gone))
        if (!('file' in result)) checkFacts(result.facts)
      }),
      { numRuns: 2000 },
    )
  })

  test('after it was cut anywhere, it is cut off', () => {
    const whole = FULL.length
    for (let end = 1; end < whole; end += 7) {
      expect(readBakeTracker(FULL.slice(0, end))).toEqual({ file: 'cut off' })
    }
  })

  test('or if it is any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const result = readBakeTracker(text)
        if (!('file' in result)) checkFacts(result.facts)
      }),
      { numRuns: 2000 },
    )
  })
})
