import { expect, test } from 'vitest'
import {
  createBundle,
  createPlannedBundle,
  createRecipe,
} from '../../../src/data/commands/catalogue'
import {
  archiveEvent,
  changeEvent,
  copyEvent,
  createEvent,
  hideEvent,
} from '../../../src/data/commands/events'
import { loadExample, removeExample } from '../../../src/data/commands/example'
import { importFacts } from '../../../src/data/commands/import'
import { recordPieces } from '../../../src/data/commands/pieces'
import { recordPacking, recordProduction, voidEntry } from '../../../src/data/commands/record'
import {
  moveTarget,
  removeTarget,
  setAssemblyTarget,
  setLooseTarget,
  setProductionTarget,
  takeBatchesNeeded,
} from '../../../src/data/commands/targets'
import type { BatchboardDb } from '../../../src/data/db'
import type { Day } from '../../../src/domain/day'
import type { WriterId } from '../../../src/domain/model'
import {
  EXAMPLE_BAG,
  EXAMPLE_EVENT,
  EXAMPLE_RECIPES,
  EXAMPLE_UNITS,
} from '../../../src/exchange/example'
import { baked, dump, entry, event, facts, freshDb, LENA, ofUnit, recipe } from '../kitchen'
import { failingDisk } from '../middleware'

const NAMES = { event: 'E', cookies: 'C', cookie: 'c', brownies: 'B', brownie: 'b', bag: 'G' }
const eventId = EXAMPLE_EVENT
const recipeId = EXAMPLE_RECIPES[0]!
const unitId = EXAMPLE_UNITS[0]!
const goodId = EXAMPLE_BAG
const load = (db: BatchboardDb) => loadExample(db, NAMES, '2026-11-22' as Day)

const COMMANDS: readonly [string, (db: BatchboardDb) => Promise<unknown>][] = [
  ['createEvent', (db) => createEvent(db, { name: 'Fair', date: '2027-01-01' })],
  ['changeEvent', (db) => changeEvent(db, eventId, { name: 'Fair', date: '2027-01-01' })],
  ['copyEvent', (db) => copyEvent(db, eventId, { name: 'Fair', date: '2027-01-01' })],
  ['archiveEvent', (db) => archiveEvent(db, eventId, true)],
  [
    'createPlannedBundle',
    (db) => {
      const lines = [{ item: ofUnit(unitId), quantity: '2' }]
      return createPlannedBundle(db, { name: 'Box', lines, eventId, wanted: '9' })
    },
  ],
  ['moveTarget', (db) => moveTarget(db, eventId, { kind: 'production', id: recipeId }, 1)],
  ['hideEvent', (db) => hideEvent(db, eventId)],
  ['createRecipe', (db) => createRecipe(db, { name: 'Tarts', itemsPerBatch: '6' })],
  [
    'createBundle',
    (db) => createBundle(db, { name: 'Box', lines: [{ item: ofUnit(unitId), quantity: '2' }] }),
  ],
  ['setProductionTarget', (db) => setProductionTarget(db, eventId, recipeId, '8')],
  ['setAssemblyTarget', (db) => setAssemblyTarget(db, eventId, goodId, '60')],
  ['setLooseTarget', (db) => setLooseTarget(db, eventId, unitId, '5')],
  ['removeTarget', (db) => removeTarget(db, eventId, { kind: 'assembly', id: goodId })],
  [
    'recordProduction',
    (db) =>
      recordProduction(
        db,
        { eventId, recipeId, batches: 2, lostBatches: 1, good: null, reason: 'burnt' },
        LENA,
      ),
  ],
  [
    'recordPacking',
    (db) => recordPacking(db, { eventId, goodId, quantity: 2, anyway: false }, LENA),
  ],
  [
    'recordPieces',
    (db) =>
      recordPieces(
        db,
        { eventId, item: { kind: 'unit', id: unitId }, surprise: 'given', pieces: 2 },
        LENA,
      ),
  ],
  ['voidEntry', (db) => voidEntry(db, { writer: 'example' as WriterId, seq: 1 }, LENA)],
  [
    'importFacts',
    (db) =>
      importFacts(
        db,
        facts({
          events: [event('fair')],
          recipes: [recipe('tarts')],
          entries: [entry('fair', 1, baked('tarts', 'tart', 6))],
        }),
      ),
  ],
  ['removeExample', removeExample],
]

const withoutBatches = async (db: BatchboardDb): Promise<void> => {
  await load(db)
  for (const id of EXAMPLE_RECIPES) await removeTarget(db, eventId, { kind: 'production', id })
}

/** Runs a command with room for 0, 1, 2 … writes until it succeeds; how many it needed. */
async function writesOf(
  prepare: (db: BatchboardDb) => Promise<unknown>,
  command: (db: BatchboardDb) => Promise<unknown>,
): Promise<number> {
  const db = freshDb()
  const disk = failingDisk(db)
  await prepare(db)
  const before = await dump(db)
  for (let room = 0; ; room += 1) {
    disk.room = room
    const failed = await command(db).then(
      () => null,
      (fault: unknown) => (fault as Error).message,
    )
    disk.room = Infinity
    if (failed === null) {
      expect(await dump(db)).not.toBe(before)
      return room
    }
    expect(failed).toContain('disk full')
    expect(await dump(db)).toBe(before)
  }
}

test.each(COMMANDS)('%s leaves nothing behind when any of its writes fails', async (_, command) => {
  expect(await writesOf(load, command)).toBeGreaterThan(1)
})

test('takeBatchesNeeded leaves nothing behind when any of its writes fails', async () => {
  const take = (db: BatchboardDb) => takeBatchesNeeded(db, eventId)
  expect(await writesOf(withoutBatches, take)).toBeGreaterThan(2)
})

test('loadExample leaves nothing behind when any of its writes fails', async () => {
  expect(await writesOf(() => Promise.resolve(), load)).toBeGreaterThan(1)
})

test('a command goes on where it failed as if nothing had been', async () => {
  const db = freshDb()
  const disk = failingDisk(db)
  await load(db)
  const run = { eventId, recipeId, batches: 2, lostBatches: 1, good: null, reason: null } as const
  disk.room = 2
  await expect(recordProduction(db, run, LENA)).rejects.toThrow('disk full')
  disk.room = Infinity
  await recordProduction(db, run, LENA)
  const own = await db.entries.where('n').above(12).toArray()
  expect(own.map(({ n, seq }) => [n, seq])).toEqual([
    [13, 1],
    [14, 2],
  ])
  expect(own[1]!.stamp).toBe(own[0]!.stamp + 1)
})
