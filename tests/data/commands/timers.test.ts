import { expect, test, vi } from 'vitest'
import { importFacts } from '../../../src/data/commands/import'
import { voidEntry } from '../../../src/data/commands/record'
import {
  endTimer,
  extendTimer,
  recordTimed,
  startTimer,
  type Timed,
} from '../../../src/data/commands/timers'
import type { BatchboardDb } from '../../../src/data/db'
import { allTimers } from '../../../src/data/queries/timers'
import type { EventId, RecipeId } from '../../../src/domain/model'
import { extended, type Timer, type TimerId } from '../../../src/domain/timers'
import {
  batchesWanted,
  dump,
  event,
  facts,
  freshDb,
  LENA,
  recipe,
  secondTab,
  unit,
} from '../kitchen'

const EVENT = 'christmas' as EventId

/** Brownies, and a cake that is sold whole or in slices; both are wanted. */
async function kitchen(): Promise<BatchboardDb> {
  const db = freshDb()
  await importFacts(
    db,
    facts({
      events: [event(EVENT)],
      recipes: [recipe('brownies'), recipe('cake'), recipe('unplanned cake')],
      units: [
        unit('brownie', 'brownies', 24),
        unit('slice', 'cake', 12),
        { ...unit('whole cake', 'cake', 1), order: 2 },
        unit('thin slice', 'unplanned cake', 24),
        { ...unit('thick slice', 'unplanned cake', 12), order: 2 },
      ],
      productionTargets: [batchesWanted(EVENT, 'brownies', 7), batchesWanted(EVENT, 'cake', 2)],
    }),
  )
  return db
}

const timed = (recipeId = 'brownies'): Timed => ({
  eventId: EVENT,
  eventName: 'Christmas',
  recipeId: recipeId as RecipeId,
  recipeName: recipeId,
  done: 2,
  target: 7,
})

async function start(db: BatchboardDb, recipeId?: string): Promise<Timer> {
  const before = new Set((await allTimers(db)).map(({ id }) => id))
  expect(await startTimer(db, timed(recipeId), '24')).toBeNull()
  return (await allTimers(db)).find(({ id }) => !before.has(id))!
}

test('a timer keeps what it is for, and when it ends', async () => {
  const db = await kitchen()
  const before = Date.now()
  const timer = await start(db)
  expect(timer).toMatchObject({
    eventId: EVENT,
    eventName: 'Christmas',
    recipeId: 'brownies',
    recipeName: 'brownies',
    batch: 3,
    target: 7,
  })
  expect(timer.end - timer.start).toBe(24 * 60_000)
  expect(timer.start).toBeGreaterThanOrEqual(before)
  expect((await start(db)).batch).toBe(4)
})

test.each(['', '0', '1441', 'soon'])('"%s" minutes start nothing', async (typed) => {
  const db = await kitchen()
  const before = await dump(db)
  expect(await startTimer(db, timed(), typed)).toMatchObject({ refused: 'not a count' })
  expect(await dump(db)).toBe(before)
})

test('2 minutes more are given once, though two tabs tap', async () => {
  const db = await kitchen()
  const other = secondTab(db)
  const timer = await start(db)
  await Promise.all([extendTimer(db, timer), extendTimer(other, timer)])
  expect(await allTimers(db)).toEqual([{ ...timer, end: extended(timer, 0) }])
})

test('a timer that has rung runs 2 minutes from the tap', async () => {
  const db = await kitchen()
  const timer = { ...(await start(db)), end: 1000 }
  await db.timers.put(timer)
  const before = Date.now()
  await extendTimer(db, timer)
  const [longer] = await allTimers(db)
  expect(longer!.end).toBeGreaterThanOrEqual(before + 120_000)
})

test('a timer that is ended records nothing, and cannot be lengthened', async () => {
  const db = await kitchen()
  const timer = await start(db)
  await endTimer(db, timer.id)
  await extendTimer(db, timer)
  expect(await allTimers(db)).toEqual([])
  expect(await recordTimed(db, timer.id, LENA)).toBe('gone')
  expect(await db.entries.count()).toBe(0)
})

test('the batch of a timer is recorded like any other, and ends the timer', async () => {
  const db = await kitchen()
  const [timer, other] = [await start(db), await start(db)]
  expect(await recordTimed(db, timer.id, LENA)).toBe('recorded')
  expect(await allTimers(db)).toEqual([other])
  const [entry] = await db.entries.toArray()
  expect(entry).toMatchObject({
    kind: 'production',
    by: 'Lena',
    eventId: EVENT,
    recipeId: 'brownies',
    batches: 1,
    pieces: [{ unitId: 'brownie', good: 24, expected: 24 }],
  })
  expect(await voidEntry(db, entry!, LENA)).toBeNull()
})

test('two tabs that answer record one batch', async () => {
  const db = await kitchen()
  const other = secondTab(db)
  const timer = await start(db)
  const answers = await Promise.all(
    [db, other, db, other].map((tab) => recordTimed(tab, timer.id, LENA)),
  )
  expect(answers.sort()).toEqual(['gone', 'gone', 'gone', 'recorded'])
  expect(await db.entries.count()).toBe(1)
})

test('of a recipe that makes several things the form is asked for once, and nothing is recorded', async () => {
  const db = await kitchen()
  const other = secondTab(db)
  const timer = await start(db, 'cake')
  const answers = await Promise.all([db, other].map((tab) => recordTimed(tab, timer.id, LENA)))
  expect(answers.sort()).toEqual(['form', 'gone'])
  expect(await allTimers(db)).toEqual([])
  expect(await db.entries.count()).toBe(0)
})

test('where the form would not be found, the timer stays', async () => {
  const db = await kitchen()
  const timer = await start(db, 'unplanned cake')
  expect(await recordTimed(db, timer.id, LENA)).toEqual({ refused: 'unknown', what: 'target' })
  expect(await allTimers(db)).toEqual([timer])
})

test('of a recipe that is gone nothing is recorded, and the timer stays with its name', async () => {
  const db = await kitchen()
  const timer = await start(db, 'nowhere')
  expect(await recordTimed(db, timer.id, LENA)).toEqual({ refused: 'unknown', what: 'recipe' })
  expect(await allTimers(db)).toEqual([timer])
  expect(await db.entries.count()).toBe(0)
})

test('what fails while recording leaves the timer running', async () => {
  const db = await kitchen()
  const timer = await start(db)
  const failing = vi.fn(() => {
    throw new Error('no room')
  })
  db.entries.hook('creating', failing)
  await expect(recordTimed(db, timer.id, LENA)).rejects.toThrow('no room')
  expect(failing).toHaveBeenCalled()
  expect(await allTimers(db)).toEqual([timer])
})

test('an id that nobody gave is gone', async () => {
  const db = await kitchen()
  expect(await recordTimed(db, 'none' as TimerId, LENA)).toBe('gone')
})
