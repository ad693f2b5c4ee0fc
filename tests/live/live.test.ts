import { get, type Readable } from 'svelte/store'
import { afterEach, expect, test } from 'vitest'
import { createEvent } from '../../src/data/commands/events'
import { importFacts } from '../../src/data/commands/import'
import { allEvents } from '../../src/data/queries/lists'
import { live, readAgain, readingFault } from '../../src/live/live'
import { event, facts, freshDb, granted } from '../data/kitchen'
import { watch } from './watch'

afterEach(() => {
  readingFault.set(null)
})

test('what is shown is computed once a change, for all readers together', async () => {
  const db = freshDb()
  let computed = 0
  const store = live(
    () => allEvents(db),
    (rows) => {
      computed += 1
      return rows.length
    },
  )
  const watched = [watch(store), watch(store), watch(store)]
  await Promise.all(watched.map((one) => one.until((count) => count === 0)))
  granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  await Promise.all(watched.map((one) => one.until((count) => count === 1)))
  expect(computed).toBe(2)
})

test('a query that awaits other things in between still hears of all that it read', async () => {
  const db = freshDb()
  const think = async (): Promise<number> => {
    await Promise.resolve()
    return 0
  }
  const numbers = async (): Promise<number> => {
    const nothing = await think()
    const recipes = await db.recipes.count()
    await think()
    return nothing + recipes + (await db.goods.count())
  }
  const watched = watch(live(() => numbers(), String))
  await watched.until((sum) => sum === '0')
  const one = facts({})
  await importFacts(db, { ...one, goods: [{ ...event('a'), lines: [] } as never] })
  await watched.until((sum) => sum === '1')
  await importFacts(db, { ...one, recipes: [{ ...event('a'), lines: [], splits: true } as never] })
  await watched.until((sum) => sum === '2')
})

test('nobody who listens leaves no query behind', async () => {
  const db = freshDb()
  await db.open()
  let asked = 0
  const store = live(() => {
    asked += 1
    return allEvents(db)
  }, String)
  const left = watch(store)
  await left.until((said) => said === '')
  left.stop()
  const stays = watch(
    live(
      () => allEvents(db),
      (rows) => rows.length,
    ),
  )
  granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  await stays.until((count) => count === 1)
  granted(await createEvent(db, { name: 'Feast', date: '2027-01-02' }))
  await stays.until((count) => count === 2)
  expect(asked).toBe(1)
})

/** Waits for the fault that the frame of the app would show. */
function fault(store: Readable<unknown>): Promise<unknown> {
  watch(store)
  return watch(readingFault).until((value) => value !== null)
}

test('a reading that fails is told', async () => {
  const store = live(() => Promise.reject(new Error('no such table')), String)
  expect(await fault(store)).toMatchObject({ message: 'no such table' })
})

test('a fault is over when the next reading goes well, and not with one of another store', async () => {
  const db = freshDb()
  let lost = false
  const store = live(
    async () => {
      const rows = await allEvents(db)
      if (lost) throw new Error('connection lost')
      return rows
    },
    (rows) => rows.length,
  )
  const other = live(
    () => allEvents(db),
    (rows) => rows.length,
  )
  const [watched, beside, faults] = [watch(store), watch(other), watch(readingFault)]
  await watched.until((count) => count === 0)
  lost = true
  granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  await faults.until((value) => value !== null)
  await beside.until((count) => count === 1)
  expect(get(readingFault)).toMatchObject({ message: 'connection lost' })
  lost = false
  granted(await createEvent(db, { name: 'Feast', date: '2027-01-02' }))
  await watched.until((count) => count === 2)
  expect(get(readingFault)).toBeNull()
})

test('what is read after all is no fault any more', async () => {
  let lost = true
  const store = live(
    () => (lost ? Promise.reject(new Error('connection lost')) : Promise.resolve(1)),
    String,
  )
  await fault(store)
  lost = false
  readAgain()
  expect(get(readingFault)).toBeNull()
  await watch(store).until((said) => said === '1')
  expect(get(readingFault)).toBeNull()
})

test('a board that cannot be computed is told as well', async () => {
  const db = freshDb()
  const store = live(
    () => allEvents(db),
    () => {
      throw new Error('cannot be shown')
    },
  )
  expect(await fault(store)).toMatchObject({ message: 'cannot be shown' })
})

test('a store that failed once goes on with the next change', async () => {
  const db = freshDb()
  const store = live(
    () => allEvents(db),
    (rows) => {
      if (rows.length === 0) throw new Error('cannot be shown')
      return rows.length
    },
  )
  await fault(store)
  granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  await watch(store).until((count) => count === 1)
  expect(get(store)).toBe(1)
})
