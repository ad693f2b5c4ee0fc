import { expect, test } from 'vitest'
import { createEvent } from '../../src/data/commands/events'
import { BatchboardDb } from '../../src/data/db'
import { allEvents } from '../../src/data/queries/lists'
import { runKey } from '../../src/data/writer'
import type { MaterialId } from '../../src/domain/model'
import { counted, dump, entry, freshDb, granted, ofMaterial, secondTab } from './kitchen'
import { makeVersion1 } from './version-1'

test('a database of version 1 opens with all that lies in it', async () => {
  const db = freshDb()
  await makeVersion1(db.name)
  expect((await allEvents(db)).map(({ id }) => id)).toEqual(['holiday'])
  expect(db.backendDB().version).toBe(20)
  expect(await db.entries.where('touches').equals('bag').count()).toBe(3)
  expect(await db.entries.where('[eventId+n]').equals(['holiday', 1]).count()).toBe(1)
  granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  expect(await db.events.count()).toBe(2)
  expect(await db.setAside.count()).toBe(0)
})

test('packings of version 1 are found by their place, and their voids with them', async () => {
  const db = freshDb()
  await makeVersion1(db.name)
  const rows = await db.entries.orderBy('n').toArray()
  const packing = ['bag', runKey('bag' as MaterialId, 2)]
  expect(rows.map(({ touches }) => touches)).toEqual([
    ['bag', 'bag ='],
    packing,
    packing,
    ['elsewhere 9'],
    [],
  ])
})

test('two entries of one key cannot both be stored', async () => {
  const db = freshDb()
  const row = { ...entry('holiday', 1, counted(ofMaterial('bag'), 9)), touches: [] }
  await db.entries.add(row)
  await expect(db.entries.add(row)).rejects.toMatchObject({ name: 'ConstraintError' })
})

test('what one connection wrote another one reads', async () => {
  const db = freshDb()
  granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  expect(await dump(secondTab(db))).toBe(await dump(db))
})

test('a database of another name is another kitchen', async () => {
  const [here, there] = [freshDb(), freshDb()]
  expect(there).toBeInstanceOf(BatchboardDb)
  granted(await createEvent(here, { name: 'Fair', date: '2027-01-01' }))
  expect(await allEvents(there)).toEqual([])
})
