import { expect, test } from 'vitest'
import { createBundle } from '../../../src/data/commands/catalogue'
import { createEvent } from '../../../src/data/commands/events'
import { loadExample, removeExample } from '../../../src/data/commands/example'
import { recordPacking, recordProduction } from '../../../src/data/commands/record'
import {
  setAssemblyTarget,
  setLooseTarget,
  setProductionTarget,
} from '../../../src/data/commands/targets'
import type { BatchboardDb } from '../../../src/data/db'
import { eventFactsAfresh } from '../../../src/data/queries/event'
import { allEvents } from '../../../src/data/queries/lists'
import { catalogue } from '../../../src/data/queries/plannable'
import { boardOf } from '../../../src/domain/board'
import type { Day } from '../../../src/domain/day'
import {
  EXAMPLE_BAG,
  EXAMPLE_EVENT,
  EXAMPLE_RECIPES,
  EXAMPLE_UNITS,
} from '../../../src/exchange/example'
import type { EventId } from '../../../src/domain/model'
import { dump, freshDb, granted, LENA, ofGood, ofUnit } from '../kitchen'

const NAMES = {
  event: 'Holiday',
  cookies: 'Cookies',
  cookie: 'Cookie',
  brownies: 'Brownies',
  brownie: 'Brownie',
  bag: 'Gift bag',
}

const load = (db: BatchboardDb) => loadExample(db, NAMES, '2026-11-22' as Day)

/** All that the board shows: without who wrote its rows, and when. */
async function shown(db: BatchboardDb): Promise<string> {
  const board = boardOf((await eventFactsAfresh(db, EXAMPLE_EVENT))!)
  return JSON.stringify(
    board,
    (key, value: unknown) => {
      if (key === 'stamp' || key === 'writer') return null
      return typeof value === 'bigint' ? String(value) : value
    },
    1,
  )
}

test('the example is an event of its own, on the lists at once', async () => {
  const db = freshDb()
  expect(await load(db)).toBe(EXAMPLE_EVENT)
  expect(await allEvents(db)).toMatchObject([{ name: 'Holiday', date: '2026-12-24' }])
  expect((await catalogue(db)).recipes).toHaveLength(2)
})

test('the example loaded twice is the same as once', async () => {
  const db = freshDb()
  await load(db)
  const once = await dump(db)
  await load(db)
  expect(await dump(db)).toBe(once)
})

test('what was done with the example stays when it is loaded again', async () => {
  const db = freshDb()
  await load(db)
  await recordPacking(
    db,
    { eventId: EXAMPLE_EVENT, goodId: EXAMPLE_BAG, quantity: 3, anyway: false },
    LENA,
  )
  const before = await dump(db)
  await load(db)
  expect(await dump(db)).toBe(before)
})

test('the example that is removed leaves every list, and its history stays', async () => {
  const db = freshDb()
  await load(db)
  await removeExample(db)
  expect(await allEvents(db)).toEqual([])
  expect(await catalogue(db)).toEqual({ recipes: [], units: [], goods: [], materials: [] })
  expect(await db.entries.count()).toBe(12)
})

test('removing what is removed, or was never there, writes nothing', async () => {
  const db = freshDb()
  const empty = await dump(db)
  await removeExample(db)
  expect(await dump(db)).toBe(empty)
  await load(db)
  await removeExample(db)
  const removed = await dump(db)
  await removeExample(db)
  expect(await dump(db)).toBe(removed)
})

test('the example that comes back is as it was left', async () => {
  const db = freshDb()
  await load(db)
  const [recipeId] = EXAMPLE_RECIPES
  await recordProduction(
    db,
    {
      eventId: EXAMPLE_EVENT,
      recipeId: recipeId!,
      batches: 2,
      lostBatches: 1,
      good: [40],
      reason: 'burnt',
    },
    LENA,
  )
  await setAssemblyTarget(db, EXAMPLE_EVENT, EXAMPLE_BAG, '60')
  const [before, lists] = [await shown(db), await catalogue(db)]
  await removeExample(db)
  await load(db)
  expect(await shown(db)).toBe(before)
  const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name)
  expect(names((await catalogue(db)).units)).toEqual(names(lists.units))
  expect(names((await catalogue(db)).goods)).toEqual(names(lists.goods))
})

test.each<[string, (db: BatchboardDb, own: EventId) => Promise<unknown>]>([
  ['a recipe', (db, own) => setProductionTarget(db, own, EXAMPLE_RECIPES[0]!, '2')],
  ['a bundle', (db, own) => setAssemblyTarget(db, own, EXAMPLE_BAG, '2')],
  ['a piece', (db, own) => setLooseTarget(db, own, EXAMPLE_UNITS[1]!, '2')],
  [
    'the bundle, inside another',
    (db) =>
      createBundle(db, { name: 'Box', lines: [{ item: ofGood(EXAMPLE_BAG), quantity: '2' }] }),
  ],
  [
    'a piece, inside another bundle',
    (db) =>
      createBundle(db, {
        name: 'Box',
        lines: [{ item: ofUnit(EXAMPLE_UNITS[0]!), quantity: '2' }],
      }),
  ],
])("what a baker's own plan uses of the example stays: %s", async (_, use) => {
  const db = freshDb()
  await load(db)
  const own = granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  await use(db, own)
  await removeExample(db)
  expect((await allEvents(db)).map(({ name }) => name)).toEqual(['Fair'])
  expect((await catalogue(db)).recipes).toHaveLength(2)
  expect((await catalogue(db)).goods.map(({ id }) => id)).toContain(EXAMPLE_BAG)
})

test('one event of the example is enough, whatever the day it is loaded on', async () => {
  const db = freshDb()
  await load(db)
  await loadExample(db, { ...NAMES, event: 'Weihnachten' }, '2027-12-26' as Day)
  expect(await db.events.toArray()).toMatchObject([{ name: 'Holiday', date: '2026-12-24' }])
})
