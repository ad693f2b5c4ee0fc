import { get } from 'svelte/store'
import { beforeEach, describe, expect, test } from 'vitest'
import { hideEvent } from '../../src/data/commands/events'
import { importFacts } from '../../src/data/commands/import'
import { recordPacking, recordProduction, voidEntry } from '../../src/data/commands/record'
import { removeTarget, setAssemblyTarget } from '../../src/data/commands/targets'
import type { BatchboardDb } from '../../src/data/db'
import {
  getAssemblyProgress,
  getOverallProgress,
  getProductionProgress,
} from '../../src/data/progress'
import { writerOfThisPage } from '../../src/data/writer'
import type { Board } from '../../src/domain/board'
import type { EventId, GoodId, RecipeId } from '../../src/domain/model'
import {
  assemblyProgress,
  eventBoard,
  eventProgress,
  productionProgress,
} from '../../src/live/event'
import { eventHistory } from '../../src/live/history'
import { readingFault } from '../../src/live/live'
import {
  atTheEnd,
  baked,
  batchesWanted,
  bundlesWanted,
  counted,
  entry,
  event,
  facts,
  freshDb,
  good,
  LENA,
  piecesWanted,
  material,
  ofMaterial,
  ofUnit,
  recipe,
  secondTab,
  unit,
} from '../data/kitchen'
import type { Baking } from './another-tab'
import { watch } from './watch'

const EVENT = 'christmas' as EventId
const FAIR = 'fair' as EventId
const COOKIES = 'cookies' as RecipeId
const BAG = 'bag' as GoodId

let db: BatchboardDb

/** Christmas wants 7 batches and 50 bags of cookies with a ribbon, the fair 2 bags. */
beforeEach(async () => {
  db = freshDb()
  await importFacts(
    db,
    facts({
      events: [event(EVENT), event(FAIR)],
      recipes: [recipe(COOKIES)],
      units: [unit('cookie', COOKIES, 48)],
      goods: [
        good(BAG, [
          [ofUnit('cookie'), 6],
          [ofMaterial('ribbon'), 1],
        ]),
      ],
      materials: [material('ribbon')],
      productionTargets: [batchesWanted(EVENT, COOKIES, 7)],
      assemblyTargets: [bundlesWanted(EVENT, BAG, 50), bundlesWanted(FAIR, BAG, 2)],
    }),
  )
})

const bake = (batches = 1, eventId = EVENT, on = db) =>
  recordProduction(
    on,
    { eventId, recipeId: COOKIES, batches, lostBatches: 0, good: null, reason: null },
    LENA,
  )

const pack = (quantity: number, eventId = EVENT, anyway = false) =>
  recordPacking(db, { eventId, goodId: BAG, quantity, anyway }, LENA)

const done = (board: Board | null | undefined) => board?.recipes[0]!.completedBatches
const isDone = (batches: number) => (board: Board | null | undefined) => done(board) === batches

test('a store knows nothing at first, and then the whole board', async () => {
  const watched = watch(eventBoard(EVENT, db))
  expect(watched.said).toEqual([undefined])
  const board = await watched.until((said) => said !== undefined)
  expect(board).toMatchObject({ event: { id: EVENT }, overall: { status: 'not_started' } })
  expect(watched.said).toHaveLength(2)
})

test('a store says null where there is no such event, until there is', async () => {
  const later = 'later' as EventId
  const watched = watch(eventBoard(later, db))
  await watched.until((said) => said === null)
  await importFacts(db, facts({ events: [event(later)] }))
  await watched.until((said) => said?.event.id === later)
  expect(watched.said.map((said) => (said === null ? null : said?.event.id))).toEqual([
    undefined,
    null,
    later,
  ])
})

test('each tap that is recorded is shown once', async () => {
  const watched = watch(eventBoard(EVENT, db))
  await watched.until(isDone(0))
  for (const batches of [1, 2, 3, 4, 5]) {
    await bake()
    await watched.until(isDone(batches))
  }
  expect(watched.said.map(done)).toEqual([undefined, 0, 1, 2, 3, 4, 5])
})

test('a run of two entries is shown once, whole', async () => {
  const watched = watch(eventBoard(EVENT, db))
  await watched.until(isDone(0))
  const run = { eventId: EVENT, recipeId: COOKIES, batches: 3, lostBatches: 1, good: null }
  await recordProduction(db, { ...run, reason: 'burnt' }, LENA)
  await watched.until(isDone(2))
  await bake()
  await watched.until(isDone(3))
  const lost = watched.said.map((board) => board?.recipes[0]!.lostBatches)
  expect(lost).toEqual([undefined, 0, 1, 1])
})

test('a command that refuses shows nothing', async () => {
  const watched = watch(eventBoard(EVENT, db))
  await watched.until(isDone(0))
  expect(await bake(0)).toMatchObject({ refused: 'not a count' })
  expect(await pack(1)).toMatchObject({ refused: 'more than stock' })
  expect(await setAssemblyTarget(db, EVENT, BAG, '0')).toMatchObject({ refused: 'not a count' })
  expect(await removeTarget(db, EVENT, { kind: 'loose', id: 'cookie' as never })).toMatchObject({
    refused: 'unknown',
  })
  await bake()
  await watched.until(isDone(1))
  expect(watched.said.map(done)).toEqual([undefined, 0, 1])
})

test('an import is shown once, however much it brings', async () => {
  const watched = watch(eventBoard(EVENT, db))
  await watched.until(isDone(0))
  const entries = Array.from({ length: 300 }, (_, index) =>
    entry(EVENT, index + 1, baked(COOKIES, 'cookie', 48)),
  )
  await importFacts(db, facts({ entries, recipes: [recipe('tarts')] }))
  await watched.until(isDone(300))
  await bake()
  await watched.until(isDone(301))
  expect(watched.said.map(done)).toEqual([undefined, 0, 300, 301])
})

test('what other events record is not shown here, unless it takes the same materials', async () => {
  await importFacts(db, facts({ entries: [entry('', 1, counted(ofMaterial('ribbon'), 9))] }))
  const watched = watch(eventBoard(EVENT, db))
  await watched.until(isDone(0))
  await bake(1, FAIR)
  await bake(2)
  await watched.until(isDone(2))
  await pack(2, FAIR)
  await watched.until((board) => board?.bundles[0]!.availableTogether === 7)
  await voidEntry(db, { writer: writerOfThisPage(), seq: 3 }, LENA)
  await expect
    .poll(() => watched.said.map((board) => board?.bundles[0]!.availableTogether))
    .toEqual([undefined, 0, 9, 7, 9])
})

test('a packing elsewhere with materials that nobody counts is not shown here', async () => {
  const watched = watch(eventBoard(EVENT, db))
  await watched.until(isDone(0))
  await bake(1)
  await watched.until(isDone(1))
  await bake(1, FAIR)
  await pack(2, FAIR)
  await bake(1)
  await watched.until(isDone(2))
  const ribbons = counted(ofMaterial('ribbon'), 9)
  await importFacts(db, facts({ entries: [entry('', 1, ribbons, 7e15)] }))
  await watched.until((board) => board?.bundles[0]!.availableTogether === 9)
  await pack(2, FAIR, true)
  await watched.until((board) => board?.bundles[0]!.availableTogether === 7)
  expect(watched.said.map(done)).toEqual([undefined, 0, 1, 2, 2, 2])
})

test('an undone entry is gone from the board', async () => {
  const watched = watch(eventBoard(EVENT, db))
  await bake(4)
  await watched.until(isDone(4))
  await voidEntry(db, { writer: writerOfThisPage(), seq: 1 }, LENA)
  await watched.until((board) => done(board) === 0 && board?.lastRecorded === null)
})

describe('a second connection to the same kitchen', () => {
  test('sees what the first recorded, and the other way round', async () => {
    const other = secondTab(db)
    const [here, there] = [watch(eventBoard(EVENT, db)), watch(eventBoard(EVENT, other))]
    await Promise.all([here.until(isDone(0)), there.until(isDone(0))])
    await bake()
    await Promise.all([here.until(isDone(1)), there.until(isDone(1))])
    await bake(1, EVENT, other)
    await Promise.all([here.until(isDone(2)), there.until(isDone(2))])
    expect(here.said.map(done)).toEqual([undefined, 0, 1, 2])
    expect(there.said.map(done)).toEqual([undefined, 0, 1, 2])
  })

  test('may be in another page, which is a writer of its own', async () => {
    const tab = new Worker(new URL('./another-tab.ts', import.meta.url), { type: 'module' })
    atTheEnd(() => tab.terminate())
    const bakeThere = () =>
      new Promise((answered, failed) => {
        tab.onmessage = ({ data }) => answered(data)
        tab.onerror = failed
        const baking: Baking = { database: db.name, eventId: EVENT, recipeId: COOKIES }
        tab.postMessage(baking)
      })
    const watched = watch(eventBoard(EVENT, db))
    await bake()
    await watched.until(isDone(1))
    expect(await bakeThere()).toBeNull()
    await watched.until(isDone(2))
    await bake()
    await bakeThere()
    await watched.until(isDone(4))
    const rows = await db.entries.orderBy('n').toArray()
    const own = writerOfThisPage()
    expect(rows.map(({ writer, seq }) => [writer === own, seq])).toEqual([
      [true, 1],
      [false, 1],
      [true, 2],
      [false, 2],
    ])
    const stamps = rows.map(({ stamp }) => stamp)
    expect(stamps).toEqual([...new Set(stamps)].sort((a, b) => a - b))
    expect((await db.writers.toArray()).map(({ device }) => device).sort()).toEqual([
      'Phone',
      'Tablet',
    ])
  })
})

describe('a reader that left', () => {
  test('hears no more', async () => {
    const store = eventBoard(EVENT, db)
    const [left, stays] = [watch(store), watch(store)]
    await Promise.all([left.until(isDone(0)), stays.until(isDone(0))])
    left.stop()
    await bake()
    await stays.until(isDone(1))
    expect(left.said.map(done)).toEqual([undefined, 0])
  })

  test('as the last one takes the live query with it', async () => {
    const left = watch(eventBoard(EVENT, db))
    await left.until(isDone(0))
    left.stop()
    await bake()
    const fresh = watch(eventBoard(EVENT, db))
    await fresh.until(isDone(1))
    await bake()
    await fresh.until(isDone(2))
    expect(left.said.map(done)).toEqual([undefined, 0])
  })

  test('before the first answer hears nothing but that there is none', async () => {
    const left = watch(eventBoard(EVENT, db))
    left.stop()
    await watch(eventBoard(EVENT, db)).until(isDone(0))
    expect(left.said).toEqual([undefined])
  })

  test('may come back to the same store, and hears what was recorded meanwhile', async () => {
    const store = eventBoard(EVENT, db)
    const left = watch(store)
    await left.until(isDone(0))
    left.stop()
    await bake()
    const back = watch(store)
    await back.until(isDone(1))
    await bake()
    await back.until(isDone(2))
  })
})

test('readers of one store share its board', async () => {
  const store = eventBoard(EVENT, db)
  const [one, two] = [watch(store), watch(store)]
  const boards = await Promise.all([one.until(isDone(0)), two.until(isDone(0))])
  expect(boards[0]).toBe(boards[1])
})

test('the three answers follow what is recorded, and are those of one reading', async () => {
  const [production, assembly, overall] = [
    watch(productionProgress(EVENT, db)),
    watch(assemblyProgress(EVENT, db)),
    watch(eventProgress(EVENT, db)),
  ]
  await bake(7)
  await pack(50)
  expect(await production.until((rows) => rows?.[0]?.isComplete === true)).toEqual(
    await getProductionProgress(EVENT, db),
  )
  expect(await assembly.until((rows) => rows?.[0]?.isComplete === true)).toEqual(
    await getAssemblyProgress(EVENT, db),
  )
  expect(await overall.until((summary) => summary?.status === 'complete')).toEqual({
    ...(await getOverallProgress(EVENT, db)),
    isPlanned: true,
  })
})

test('of an unknown event the lists are empty, and the summary is not started', async () => {
  const nowhere = 'nowhere' as EventId
  const known = <Value>(value: Value) => value !== undefined
  expect(await watch(productionProgress(nowhere, db)).until(known)).toEqual([])
  expect(await watch(assemblyProgress(nowhere, db)).until(known)).toEqual([])
  expect(await watch(eventProgress(nowhere, db)).until(known)).toMatchObject({
    overallPercent: 0,
    status: 'not_started',
    isPlanned: false,
  })
  expect(await watch(eventHistory(nowhere, db)).until(known)).toBeNull()
})

test('an event that wants loose pieces alone is planned', async () => {
  const looseTargets = [piecesWanted('loose', 'cookie', 40)]
  await importFacts(db, facts({ events: [event('loose')], looseTargets }))
  const watched = watch(eventProgress('loose' as EventId, db))
  expect(await watched.until((said) => said !== undefined)).toMatchObject({ isPlanned: true })
})

test('a hidden event keeps its board', async () => {
  await hideEvent(db, EVENT)
  const board = await watch(eventBoard(EVENT, db)).until((said) => said !== undefined)
  expect(board).toMatchObject({ event: { hidden: true } })
})

test('the history has every entry, newest first, with its device, and who undid it', async () => {
  const watched = watch(eventHistory(EVENT, db))
  await importFacts(db, facts({ entries: [entry(EVENT, 1, baked(COOKIES, 'cookie', 48))] }))
  await bake(2)
  await bake(3)
  await bake(9, FAIR)
  await voidEntry(db, { writer: writerOfThisPage(), seq: 1 }, LENA)
  const history = await watched.until((said) => said?.rows.some((row) => row.undoneBy) === true)
  const rows = history!.rows.map(({ entry: { kind, writer }, undoneBy }) => [
    kind,
    history!.devices.get(writer),
    undoneBy?.by,
  ])
  expect(rows).toEqual([
    ['production', 'Tablet', undefined],
    ['production', 'Tablet', 'Lena'],
    ['production', undefined, undefined],
  ])
  expect(get(readingFault)).toBeNull()
})
