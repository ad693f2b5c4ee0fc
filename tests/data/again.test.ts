import { expect, test } from 'vitest'
import { createRecipe } from '../../src/data/commands/catalogue'
import { copyEvent, createEvent } from '../../src/data/commands/events'
import { loadExample } from '../../src/data/commands/example'
import { recordPacking, recordProduction, voidEntry } from '../../src/data/commands/record'
import { setAssemblyTarget } from '../../src/data/commands/targets'
import type { BatchboardDb } from '../../src/data/db'
import type { Day } from '../../src/domain/day'
import type { WriterId } from '../../src/domain/model'
import { isRefusal } from '../../src/domain/refusal'
import { EXAMPLE_BAG, EXAMPLE_EVENT, EXAMPLE_RECIPES } from '../../src/exchange/example'
import { dump, freshDb, LENA, secondTab } from './kitchen'
import { breakingLine, failingDisk } from './middleware'

const NAMES = { event: 'E', cookies: 'C', cookie: 'c', brownies: 'B', brownie: 'b', bag: 'G' }
const eventId = EXAMPLE_EVENT
const recipeId = EXAMPLE_RECIPES[0]!
const load = (db: BatchboardDb) => loadExample(db, NAMES, '2026-11-22' as Day)
const bake = (db: BatchboardDb) =>
  recordProduction(
    db,
    { eventId, recipeId, batches: 2, lostBatches: 1, good: null, reason: 'burnt' },
    LENA,
  )

const COMMANDS: readonly [string, (db: BatchboardDb) => Promise<unknown>][] = [
  ['recordProduction', bake],
  [
    'recordPacking',
    (db) => recordPacking(db, { eventId, goodId: EXAMPLE_BAG, quantity: 2, anyway: false }, LENA),
  ],
  ['voidEntry', (db) => voidEntry(db, { writer: 'example' as WriterId, seq: 1 }, LENA)],
  ['createEvent', (db) => createEvent(db, { name: 'Fair', date: '2027-01-01' })],
  ['copyEvent', (db) => copyEvent(db, eventId, { name: 'Fair', date: '2027-01-01' })],
  ['createRecipe', (db) => createRecipe(db, { name: 'Tarts', itemsPerBatch: '6' })],
  ['setAssemblyTarget', (db) => setAssemblyTarget(db, eventId, EXAMPLE_BAG, '60')],
]

/** How many rows lie in each table. */
async function counts(db: BatchboardDb): Promise<Record<string, number>> {
  const named = db.tables.map(async (table) => [table.name, await table.count()] as const)
  return Object.fromEntries(await Promise.all(named))
}

/** What a command leaves behind when nothing happens to it. */
async function undisturbed(command: (db: BatchboardDb) => Promise<unknown>) {
  const db = freshDb()
  await load(db)
  await command(db)
  return counts(db)
}

async function seqs(db: BatchboardDb): Promise<number[]> {
  const own = await db.entries.where('n').above(12).toArray()
  return own.map(({ seq }) => seq)
}

test.each(COMMANDS)(
  '%s is stored once, whichever of its writes loses the connection',
  async (_, command) => {
    const expected = await undisturbed(command)
    for (let writes = 0; ; writes += 1) {
      const db = freshDb()
      const line = breakingLine(db)
      await load(db)
      line.writes = writes
      const answer = await command(db)
      expect(isRefusal(answer)).toBe(false)
      expect(await counts(db)).toEqual(expected)
      if (line.broken === 0) {
        expect(writes).toBeGreaterThan(1)
        return
      }
    }
  },
)

test.each(COMMANDS)('%s is stored once when only its answer is lost', async (_, command) => {
  const expected = await undisturbed(command)
  const db = freshDb()
  const line = breakingLine(db)
  await load(db)
  line.answers = 0
  const answer = await command(db)
  expect(line.broken).toBe(1)
  expect(isRefusal(answer)).toBe(false)
  expect(await counts(db)).toEqual(expected)
})

test('what the answer would have said is said: the id is that of the row that was stored', async () => {
  const db = freshDb()
  const line = breakingLine(db)
  await load(db)
  line.answers = 0
  const made = await createRecipe(db, { name: 'Tarts', itemsPerBatch: '6' })
  if (isRefusal(made)) throw new Error('refused')
  expect(await db.recipes.get(made.recipeId)).toMatchObject({ name: 'Tarts' })
})

test('a lost answer is recognised although others wrote in between', async () => {
  const db = freshDb()
  const line = breakingLine(db)
  await load(db)
  const other = secondTab(db)
  await other.open()
  line.answers = 0
  const others = [1, 2, 3, 4, 5].map((day) =>
    createEvent(other, { name: 'Fair', date: `2027-01-0${day}` }),
  )
  await Promise.all([bake(db), ...others])
  expect(line.broken).toBe(1)
  expect(await seqs(db)).toEqual([1, 2])
})

test('taps that follow a broken connection are numbered without gaps, each once', async () => {
  const db = freshDb()
  const line = breakingLine(db)
  await load(db)
  line.writes = 3
  await Promise.all([bake(db), bake(db), bake(db), bake(db)])
  expect(line.broken).toBe(1)
  expect(await seqs(db)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('a connection that breaks again and again is given up, and nothing of the command is left', async () => {
  const db = freshDb()
  const line = breakingLine(db)
  await load(db)
  const before = await dump(db)
  const breaking = {
    get: () => 0,
    // However often it is repaired.
    set: () => undefined,
    configurable: true,
  }
  Object.defineProperty(line, 'writes', breaking)
  await expect(bake(db)).rejects.toMatchObject({ name: 'AbortError' })
  expect(line.broken).toBe(3)
  expect(await dump(db)).toBe(before)
})

test('a full disk is not tried again', async () => {
  const db = freshDb()
  const disk = failingDisk(db, () => new DOMException('disk full', 'QuotaExceededError'))
  await load(db)
  disk.room = 1
  await expect(bake(db)).rejects.toThrow('disk full')
  expect(disk.room).toBe(-1)
})

test('a command is not tried again on tables of a newer version', async () => {
  const db = freshDb()
  const line = breakingLine(db)
  await load(db)
  line.writes = 1
  const newer = indexedDB.open(db.name, 30)
  await expect(bake(db)).rejects.toMatchObject({ name: 'DatabaseClosedError' })
  await expect.poll(() => newer.readyState).toBe('done')
  const entries = newer.result.transaction('entries').objectStore('entries').count()
  await expect.poll(() => entries.readyState).toBe('done')
  expect(entries.result).toBe(12)
  newer.result.close()
})
