import { expect, test } from 'vitest'
import { importFacts, NOTHING_ADDED } from '../../../src/data/commands/import'
import { eventFactsAfresh } from '../../../src/data/queries/event'
import { boardOf } from '../../../src/domain/board'
import type { Entry, EventId, WriterId } from '../../../src/domain/model'
import { readBakeTracker } from '../../../src/exchange/bake-tracker'
import type { ImportedFacts } from '../../../src/exchange/imported'
import catalogueText from '../../fixtures/bake-tracker/bake-tracker-backup-catalogue.json?raw'
import eventText from '../../fixtures/bake-tracker/bake-tracker-backup-event.json?raw'
import {
  baked,
  batchesWanted,
  bundlesWanted,
  counted,
  dump,
  entry,
  event,
  facts,
  freshDb,
  good,
  material,
  ofMaterial,
  ofUnit,
  packed,
  piecesWanted,
  recipe,
  undoing,
  unit,
  WRITTEN,
} from '../kitchen'

const KITCHEN = facts({
  events: [event('christmas')],
  recipes: [recipe('cookies')],
  units: [unit('cookie', 'cookies', 48)],
  goods: [
    good('bag', [
      [ofUnit('cookie'), 6],
      [ofMaterial('ribbon'), 1],
    ]),
  ],
  ingredients: [
    { ...WRITTEN, id: 'flour' as never, name: 'Flour', measure: 'g', category: '', density: null },
  ],
  materials: [material('ribbon')],
  productionTargets: [batchesWanted('christmas', 'cookies', 7)],
  assemblyTargets: [bundlesWanted('christmas', 'bag', 50)],
  looseTargets: [piecesWanted('christmas', 'cookie', 12)],
  entries: [
    entry('christmas', 1, baked('cookies', 'cookie', 48)),
    entry('', 2, counted(ofMaterial('ribbon'), 9)),
  ],
})

test('every kind of row is added, and told', async () => {
  const db = freshDb()
  expect(await importFacts(db, KITCHEN)).toEqual({
    ...{ events: 1, recipes: 1, units: 1, goods: 1, ingredients: 1, materials: 1, targets: 3 },
    ...{ runs: 2, known: 0, differing: 0 },
  })
  const counts = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.count()] as const),
  )
  expect(Object.fromEntries(counts)).toEqual({
    recipes: 1,
    units: 1,
    goods: 1,
    ingredients: 1,
    materials: 1,
    events: 1,
    timers: 0,
    productionTargets: 1,
    assemblyTargets: 1,
    looseTargets: 1,
    entries: 2,
    writers: 0,
    setAside: 0,
    marks: 3,
  })
})

test('the same facts twice are the same as once', async () => {
  const db = freshDb()
  await importFacts(db, KITCHEN)
  const once = await dump(db)
  expect(await importFacts(db, KITCHEN)).toEqual({ ...NOTHING_ADDED, known: 11 })
  expect(await dump(db)).toBe(once)
})

test('nothing is an import, too', async () => {
  const db = freshDb()
  const before = await dump(db)
  expect(await importFacts(db, facts({}))).toMatchObject({ runs: 0, known: 0 })
  expect(await dump(db)).toBe(before)
})

test('what is known here is left as it is, even hidden, and the rest is added', async () => {
  const db = freshDb()
  await importFacts(db, KITCHEN)
  await db.events.update('christmas' as EventId, { name: 'Our Christmas', hidden: true })
  const added = await importFacts(db, { ...KITCHEN, events: [event('christmas'), event('fair')] })
  expect(added).toMatchObject({ events: 1, recipes: 0, known: 11, differing: 1 })
  expect(await db.events.get('christmas' as EventId)).toMatchObject({
    name: 'Our Christmas',
    hidden: true,
  })
})

test('what a later file says otherwise is told, but not what was only planned or set in order here', async () => {
  const db = freshDb()
  await importFacts(db, KITCHEN)
  await db.productionTargets.toCollection().modify({ order: 5 })
  await db.assemblyTargets.toCollection().modify({ stamp: 7, writer: 'here' as WriterId })
  const later = { ...KITCHEN, productionTargets: [batchesWanted('christmas', 'cookies', 10)] }
  const looseTargets = [...KITCHEN.looseTargets, piecesWanted('christmas', 'brownie', 4)]
  expect(await importFacts(db, { ...later, looseTargets })).toMatchObject({
    ...{ targets: 1, known: 11, differing: 1 },
  })
  expect(await db.productionTargets.toArray()).toMatchObject([{ batches: 7 }])
})

test('facts that contradict themselves are a fault, and nothing of them is stored', async () => {
  const db = freshDb()
  await importFacts(db, facts({ recipes: [recipe('brownies')] }))
  const before = await dump(db)
  const twice = entry('christmas', 1, baked('cookies', 'cookie', 48))
  await expect(importFacts(db, { ...KITCHEN, entries: [twice, twice] })).rejects.toThrow()
  expect(await dump(db)).toBe(before)
})

test.each([
  ['an event', eventText, 'events'],
  ['a catalogue', catalogueText, 'recipes'],
] as const)('%s of bake-tracker imported twice is the same as once', async (_, text, table) => {
  const read = readBakeTracker(text)
  if ('file' in read) throw new Error(read.file)
  const db = freshDb()
  await importFacts(db, read.facts)
  expect(await db[table].count()).toBe(read.facts[table].length)
  expect(read.facts[table].length).toBeGreaterThan(0)
  const once = await dump(db)
  expect(await importFacts(db, read.facts)).toMatchObject({ events: 0, recipes: 0, runs: 0 })
  expect(await dump(db)).toBe(once)
})

// Two events share a roll of ribbon. What the other event packed, and undid, must be found from here.

const PACKED = entry('fair', 3, packed('bag', 4, [[ofMaterial('ribbon'), 4]]))
const UNDONE = entry('fair', 4, undoing(3))

async function ribbonsAfter(...imports: (readonly Entry[])[]): Promise<number> {
  const db = freshDb()
  await importFacts(db, { ...KITCHEN, events: [event('christmas'), event('fair')] })
  for (const entries of imports) await importFacts(db, facts({ entries }))
  const board = boardOf((await eventFactsAfresh(db, 'christmas' as EventId))!)
  const pieces = entry('christmas', 5, baked('cookies', 'cookie', 4800))
  await importFacts(db, facts({ entries: [pieces] }))
  const after = boardOf((await eventFactsAfresh(db, 'christmas' as EventId))!)
  expect(board.bundles[0]!.assembledQuantity).toBe(0)
  return after.bundles[0]!.availableToAssemble
}

test('an imported packing of another event takes the shared materials', async () => {
  expect(await ribbonsAfter()).toBe(9)
  expect(await ribbonsAfter([PACKED])).toBe(5)
})

test.each<[string, (readonly Entry[])[]]>([
  ['in the same file', [[PACKED, UNDONE]]],
  ['in the same file, before what it undoes', [[UNDONE, PACKED]]],
  ['in a later file', [[PACKED], [UNDONE]]],
  ['in an earlier file', [[UNDONE], [PACKED]]],
  ['in an earlier file, and again', [[UNDONE], [PACKED], [UNDONE, PACKED]]],
])('an imported void that comes %s gives the materials back', async (_, imports) => {
  expect(await ribbonsAfter(...imports)).toBe(9)
})

test('facts of two files come to the same, whichever came first', async () => {
  const half = (entries: readonly Entry[]): ImportedFacts => ({ ...KITCHEN, entries })
  const [one, two] = [KITCHEN.entries.slice(0, 1), [...KITCHEN.entries.slice(1), PACKED]]
  const boards = await Promise.all(
    [
      [one, two],
      [two, one],
      [[...one, ...two], []],
    ].map(async (imports) => {
      const db = freshDb()
      for (const entries of imports) await importFacts(db, half(entries))
      return boardOf((await eventFactsAfresh(db, 'christmas' as EventId))!)
    }),
  )
  expect(boards[1]!.bundles).toEqual(boards[0]!.bundles)
  expect(boards[2]!.bundles).toEqual(boards[0]!.bundles)
  expect(boards[0]!.bundles[0]!.availableToAssemble).toBe(5)
})
