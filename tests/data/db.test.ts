import { expect, test } from 'vitest'
import { createEvent } from '../../src/data/commands/events'
import { BatchboardDb } from '../../src/data/db'
import { allEvents } from '../../src/data/queries/lists'
import { runKey } from '../../src/data/writer'
import type { MaterialId } from '../../src/domain/model'
import {
  counted,
  dump,
  entry,
  event,
  freshDb,
  granted,
  ofMaterial,
  packed,
  secondTab,
  undoing,
} from './kitchen'

const IN_A_BAG = packed('loaf', 1, [[ofMaterial('bag'), 1]])

/** The tables of version 1, as they lie on the devices that have it. Never to be changed. */
const VERSION_1: Readonly<
  Record<string, { readonly key: string | string[]; readonly auto?: true }>
> = {
  recipes: { key: 'id' },
  units: { key: 'id' },
  goods: { key: 'id' },
  ingredients: { key: 'id' },
  materials: { key: 'id' },
  events: { key: 'id' },
  productionTargets: { key: ['eventId', 'recipeId'] },
  assemblyTargets: { key: ['eventId', 'goodId'] },
  looseTargets: { key: ['eventId', 'unitId'] },
  entries: { key: 'n', auto: true },
  writers: { key: 'writer' },
  marks: { key: 'key' },
}

/** Makes a database of version 1 as a browser keeps it, without any code of ours. */
function makeVersion1(name: string): Promise<void> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(name, 10)
    request.onupgradeneeded = () => {
      for (const [table, { key, auto }] of Object.entries(VERSION_1)) {
        request.result.createObjectStore(table, { keyPath: key, autoIncrement: auto ?? false })
      }
      const { transaction } = request
      const entries = transaction!.objectStore('entries')
      entries.createIndex('[writer+seq]', ['writer', 'seq'], { unique: true })
      entries.createIndex('[eventId+n]', ['eventId', 'n'])
      entries.createIndex('touches', 'touches', { multiEntry: true })
      transaction!.objectStore('units').createIndex('recipeId', 'recipeId')
      transaction!.objectStore('events').add(event('holiday'))
      entries.add({ ...entry('holiday', 1, counted(ofMaterial('bag'), 9)), touches: ['bag'] })
      entries.add({ ...entry('holiday', 2, IN_A_BAG), touches: ['bag'] })
      entries.add({ ...entry('holiday', 3, undoing(2)), touches: ['bag'] })
      // A void that came before what it undoes, and that.
      entries.add({ ...entry('holiday', 4, undoing(9)), touches: ['elsewhere 9'] })
      entries.add({ ...entry('holiday', 9, IN_A_BAG), touches: [] })
    }
    request.onsuccess = () => {
      request.result.close()
      done()
    }
    request.onerror = () => failed(new Error('not made'))
  })
}

test('a database of version 1 opens with all that lies in it', async () => {
  const db = freshDb()
  await makeVersion1(db.name)
  expect((await allEvents(db)).map(({ id }) => id)).toEqual(['holiday'])
  expect(db.backendDB().version).toBe(20)
  expect(await db.entries.where('touches').equals('bag').count()).toBe(3)
  expect(await db.entries.where('[eventId+n]').equals(['holiday', 1]).count()).toBe(1)
  granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  expect(await db.events.count()).toBe(2)
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
