import Dexie from 'dexie'
import { describe, expect, test } from 'vitest'
import { loadExample } from '../../src/data/commands/example'
import { recordPacking, recordProduction } from '../../src/data/commands/record'
import { db as kitchen, type BatchboardDb } from '../../src/data/db'
import {
  getAssemblyProgress,
  getOverallProgress,
  getProductionProgress,
} from '../../src/data/progress'
import type { Day } from '../../src/domain/day'
import type { EventId } from '../../src/domain/model'
import { EXAMPLE_BAG, EXAMPLE_EVENT, EXAMPLE_RECIPES } from '../../src/exchange/example'
import {
  baked,
  batchesWanted,
  bundlesWanted,
  entry,
  event,
  freshDb,
  good,
  LENA,
  ofUnit,
  recipe,
  unit,
} from './kitchen'
import { countReads } from './middleware'

const NAMES = {
  event: 'Holiday',
  cookies: 'Cookies',
  cookie: 'Cookie',
  brownies: 'Brownies',
  brownie: 'Brownie',
  bag: 'Gift bag',
}

async function holiday(): Promise<BatchboardDb> {
  const db = freshDb()
  await loadExample(db, NAMES, '2026-11-22' as Day)
  return db
}

const bakeEach = async (db: BatchboardDb, batches: number) => {
  for (const recipeId of EXAMPLE_RECIPES) {
    const run = { eventId: EXAMPLE_EVENT, recipeId, batches, lostBatches: 0 }
    await recordProduction(db, { ...run, good: null, reason: null }, LENA)
  }
}

const pack = (db: BatchboardDb, quantity: number) =>
  recordPacking(db, { eventId: EXAMPLE_EVENT, goodId: EXAMPLE_BAG, quantity, anyway: false }, LENA)

describe('the holiday example', () => {
  test('with 6 of 7 batches of each: 85.71 %, and 48 of 50 bags can be packed', async () => {
    const db = await holiday()
    expect(await getProductionProgress(EXAMPLE_EVENT, db)).toMatchObject([
      {
        recipeId: EXAMPLE_RECIPES[0],
        recipeName: 'Cookies',
        targetBatches: 7,
        completedBatches: 6,
        remainingBatches: 1,
        overageBatches: 0,
        progressPercent: 85.71,
        isComplete: false,
      },
      { recipeName: 'Brownies', completedBatches: 6, progressPercent: 85.71, isComplete: false },
    ])
    expect(await getAssemblyProgress(EXAMPLE_EVENT, db)).toMatchObject([
      {
        finishedGoodId: EXAMPLE_BAG,
        finishedGoodName: 'Gift bag',
        targetQuantity: 50,
        assembledQuantity: 0,
        availableToAssemble: 48,
        availableTogether: 48,
        remainingQuantity: 50,
        overageQuantity: 0,
        progressPercent: 0,
        isComplete: false,
        status: 'partial',
      },
    ])
    expect(await getOverallProgress(EXAMPLE_EVENT, db)).toEqual({
      productionPercent: 85.71,
      assemblyPercent: 0,
      overallPercent: 42.86,
      status: 'in_progress',
      productionTargets: 2,
      productionComplete: 0,
      assemblyTargets: 1,
      assemblyComplete: 0,
    })
  })

  test('with 7 of 7 batches all 50 bags can be packed; packed, everything is complete', async () => {
    const db = await holiday()
    await bakeEach(db, 1)
    expect(await getAssemblyProgress(EXAMPLE_EVENT, db)).toMatchObject([
      { availableToAssemble: 50, status: 'can_assemble' },
    ])
    await pack(db, 50)
    expect(await getProductionProgress(EXAMPLE_EVENT, db)).toMatchObject([
      { completedBatches: 7, progressPercent: 100, isComplete: true },
      { completedBatches: 7, progressPercent: 100, isComplete: true },
    ])
    expect(await getAssemblyProgress(EXAMPLE_EVENT, db)).toMatchObject([
      { assembledQuantity: 50, availableToAssemble: 0, isComplete: true, status: 'complete' },
    ])
    expect(await getOverallProgress(EXAMPLE_EVENT, db)).toMatchObject({
      overallPercent: 100,
      status: 'complete',
    })
  })

  test('with 10 of 7 batches each row reads 142.86 %, and the summary not more than 100', async () => {
    const db = await holiday()
    await bakeEach(db, 4)
    expect(await getProductionProgress(EXAMPLE_EVENT, db)).toMatchObject([
      { progressPercent: 142.86, overageBatches: 3, remainingBatches: 0, isComplete: true },
      { progressPercent: 142.86 },
    ])
    expect(await getOverallProgress(EXAMPLE_EVENT, db)).toMatchObject({ productionPercent: 100 })
  })
})

const UNKNOWN = 'nowhere' as EventId
const NOT_STARTED = {
  productionPercent: 0,
  assemblyPercent: 0,
  overallPercent: 0,
  status: 'not_started',
  productionTargets: 0,
  productionComplete: 0,
  assemblyTargets: 0,
  assemblyComplete: 0,
}

test('an unknown event has no rows, and is not started', async () => {
  const db = await holiday()
  expect(await getProductionProgress(UNKNOWN, db)).toEqual([])
  expect(await getAssemblyProgress(UNKNOWN, db)).toEqual([])
  expect(await getOverallProgress(UNKNOWN, db)).toEqual(NOT_STARTED)
})

test('without a database named, the kitchen that the app uses is read', async () => {
  await Dexie.delete(kitchen.name)
  await loadExample(kitchen, NAMES, '2026-11-22' as Day)
  const answers = [
    await getProductionProgress(EXAMPLE_EVENT),
    await getAssemblyProgress(EXAMPLE_EVENT),
    await getOverallProgress(EXAMPLE_EVENT),
  ]
  const other = await holiday()
  expect(answers).toEqual([
    await getProductionProgress(EXAMPLE_EVENT, other),
    await getAssemblyProgress(EXAMPLE_EVENT, other),
    await getOverallProgress(EXAMPLE_EVENT, other),
  ])
  kitchen.close()
  await Dexie.delete(kitchen.name)
})

describe("inside a caller's transaction", () => {
  const FAIR = 'fair' as EventId

  /** Puts facts straight into the tables, as only somebody else's code would. */
  async function write(db: BatchboardDb): Promise<void> {
    await db.events.add(event(FAIR))
    await db.recipes.add(recipe('cookies'))
    await db.units.add(unit('cookie', 'cookies', 48))
    await db.goods.add(good('bag', [[ofUnit('cookie'), 6]]))
    await db.productionTargets.add(batchesWanted(FAIR, 'cookies', 4))
    await db.assemblyTargets.add(bundlesWanted(FAIR, 'bag', 10))
    await db.entries.add({ ...entry(FAIR, 1, baked('cookies', 'cookie', 48)), touches: [] })
  }

  const answers = async (db: BatchboardDb) => [
    await getProductionProgress(FAIR, db),
    await getAssemblyProgress(FAIR, db),
    await getOverallProgress(FAIR, db),
  ]

  const SEEN = [
    [{ recipeId: 'cookies', targetBatches: 4, completedBatches: 1, progressPercent: 25 }],
    [{ finishedGoodId: 'bag', targetQuantity: 10, availableToAssemble: 8 }],
    { productionPercent: 25, assemblyPercent: 0, overallPercent: 12.5, status: 'in_progress' },
  ]

  test('the answers are of its rows, though they are not committed', async () => {
    const db = freshDb()
    const inside = await db.transaction('rw', db.tables, async () => {
      await write(db)
      return answers(db)
    })
    expect(inside).toMatchObject(SEEN)
    expect(await answers(db)).toEqual(inside)
  })

  test('rows that were changed after a first look are seen by the next', async () => {
    const db = freshDb()
    await write(db)
    await answers(db)
    const inside = await db.transaction('rw', db.tables, async () => {
      await db.productionTargets.put(batchesWanted(FAIR, 'cookies', 2))
      await db.entries.add({ ...entry(FAIR, 2, baked('cookies', 'cookie', 48)), touches: [] })
      return getProductionProgress(FAIR, db)
    })
    expect(inside).toMatchObject([{ targetBatches: 2, completedBatches: 2, isComplete: true }])
  })

  test('no second transaction is begun', async () => {
    const db = freshDb()
    const reads = countReads(db)
    await write(db)
    reads.fromNow()
    await db.transaction('rw', db.tables, async () => answers(db))
    expect(reads.transactions).toBe(1)
    expect(reads.rows).toBeGreaterThan(0)
  })

  test('what the caller gives up is gone for later readers', async () => {
    const db = freshDb()
    let inside: unknown
    const given = db.transaction('rw', db.tables, async () => {
      await write(db)
      inside = await answers(db)
      throw new Error('given up')
    })
    await expect(given).rejects.toThrow('given up')
    expect(inside).toMatchObject(SEEN)
    expect(await answers(db)).toEqual([[], [], NOT_STARTED])
  })

  test('of another database, an answer is of that one', async () => {
    const [db, other] = [freshDb(), freshDb()]
    await write(other)
    const seen = await db.transaction('rw', db.tables, async () =>
      Dexie.waitFor(Dexie.ignoreTransaction(() => getProductionProgress(FAIR, other))),
    )
    expect(seen).toMatchObject([{ completedBatches: 1 }])
  })
})
