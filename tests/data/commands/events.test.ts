import { describe, expect, test } from 'vitest'
import {
  archiveEvent,
  bringBackEvent,
  changeEvent,
  copyEvent,
  createEvent,
  hideEvent,
} from '../../../src/data/commands/events'
import { importFacts } from '../../../src/data/commands/import'
import type { BatchboardDb } from '../../../src/data/db'
import { writerOfThisPage } from '../../../src/data/writer'
import type { EventId } from '../../../src/domain/model'
import {
  baked,
  batchesWanted,
  bundlesWanted,
  dump,
  entry,
  facts,
  freshDb,
  granted,
  piecesWanted,
} from '../kitchen'

const CHRISTMAS = { name: 'Christmas', date: '2026-12-24' }

const create = async (db: BatchboardDb): Promise<EventId> =>
  granted(await createEvent(db, CHRISTMAS))

test('an event is stored as typed, without the spaces around it', async () => {
  const db = freshDb()
  const id = granted(await createEvent(db, { name: '  عيد 🎄 <b>  ', date: ' 2026-12-24 ' }))
  expect(await db.events.toArray()).toEqual([
    {
      id,
      name: 'عيد 🎄 <b>',
      date: '2026-12-24',
      notes: '',
      archived: false,
      stamp: expect.any(Number) as number,
      writer: writerOfThisPage(),
      hidden: false,
    },
  ])
})

test('two events may have the same name and day', async () => {
  const db = freshDb()
  expect(await create(db)).not.toBe(await create(db))
  expect(await db.events.count()).toBe(2)
})

const REFUSED = [
  ['an empty name', { name: '   ' }, { refused: 'empty name' }],
  ['a name of 201 characters', { name: '🎄'.repeat(201) }, { refused: 'name too long', max: 200 }],
  ['no day', { date: '' }, { refused: 'no such day' }],
  ['a day that no calendar has', { date: '2027-02-29' }, { refused: 'no such day' }],
  ['a day in words', { date: 'tomorrow' }, { refused: 'no such day' }],
] as const

describe.each(REFUSED)('%s', (_, wrong, refusal) => {
  test('makes no event', async () => {
    const db = freshDb()
    const before = await dump(db)
    expect(await createEvent(db, { ...CHRISTMAS, ...wrong })).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })

  test('copies no event', async () => {
    const db = freshDb()
    const id = await create(db)
    const before = await dump(db)
    expect(await copyEvent(db, id, { ...CHRISTMAS, ...wrong })).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })

  test('changes no event', async () => {
    const db = freshDb()
    const id = await create(db)
    const before = await dump(db)
    expect(await changeEvent(db, id, { ...CHRISTMAS, ...wrong })).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })
})

test('a name of 200 characters is taken, whatever their script', async () => {
  const db = freshDb()
  const id = granted(await createEvent(db, { ...CHRISTMAS, name: '🎄'.repeat(200) }))
  expect((await db.events.get(id))?.name).toBe('🎄'.repeat(200))
})

test('a change keeps what was not changed, and is the later writing', async () => {
  const db = freshDb()
  const id = await create(db)
  const before = (await db.events.get(id))!
  await db.events.put({ ...before, notes: 'ring twice', archived: true })
  expect(await changeEvent(db, id, { name: 'Advent', date: '2026-12-01' })).toBeNull()
  const after = (await db.events.get(id))!
  expect(after).toMatchObject({
    name: 'Advent',
    date: '2026-12-01',
    notes: 'ring twice',
    archived: true,
    hidden: false,
  })
  expect(after.stamp).toBeGreaterThan(before.stamp)
})

test('a hidden event stays hidden when it is changed, and comes back as it was left', async () => {
  const db = freshDb()
  const id = await create(db)
  expect(await hideEvent(db, id)).toBeNull()
  expect(await db.events.get(id)).toMatchObject({ ...CHRISTMAS, hidden: true })
  expect(await changeEvent(db, id, { name: 'Advent', date: '2026-12-01' })).toBeNull()
  expect(await db.events.get(id)).toMatchObject({ name: 'Advent', hidden: true })
  expect(await bringBackEvent(db, id)).toBeNull()
  expect(await db.events.get(id)).toMatchObject({ name: 'Advent', hidden: false })
})

test.each([
  ['changed', (db: BatchboardDb, id: EventId) => changeEvent(db, id, CHRISTMAS)],
  ['copied', (db: BatchboardDb, id: EventId) => copyEvent(db, id, CHRISTMAS)],
  ['archived', (db: BatchboardDb, id: EventId) => archiveEvent(db, id, true)],
  ['hidden', hideEvent],
  ['brought back', bringBackEvent],
])('an unknown event cannot be %s', async (_, command) => {
  const db = freshDb()
  await create(db)
  const before = await dump(db)
  expect(await command(db, 'nowhere' as EventId)).toEqual({ refused: 'unknown', what: 'event' })
  expect(await dump(db)).toBe(before)
})

test('an archived event keeps everything else, and comes out of the archive', async () => {
  const db = freshDb()
  const id = await create(db)
  expect(await archiveEvent(db, id, true)).toBeNull()
  expect(await db.events.get(id)).toMatchObject({ ...CHRISTMAS, archived: true, hidden: false })
  await archiveEvent(db, id, false)
  expect(await db.events.get(id)).toMatchObject({ ...CHRISTMAS, archived: false })
})

test('a copy wants what the original wants, in the same order, and has nothing of its past', async () => {
  const db = freshDb()
  const [original, other] = [await create(db), await create(db)]
  await db.events.update(original, { notes: 'ring twice' })
  const basis = { splits: true, units: [] }
  await importFacts(
    db,
    facts({
      productionTargets: [
        { ...batchesWanted(original, 'cookies', 7), order: 2, basis },
        { ...batchesWanted(original, 'brownies', 6), order: 1 },
        { ...batchesWanted(original, 'tarts', 5), hidden: true },
        batchesWanted(other, 'scones', 4),
      ],
      assemblyTargets: [bundlesWanted(original, 'bag', 50)],
      looseTargets: [piecesWanted(original, 'cookie', 12)],
      entries: [entry(original, 1, baked('cookies', 'cookie', 48))],
    }),
  )
  const copy = granted(await copyEvent(db, original, { name: 'Again', date: '2027-12-24' }))
  const own = (rows: readonly { readonly eventId: string }[]) =>
    rows.filter(({ eventId }) => eventId === copy)
  expect(await db.events.get(copy)).toMatchObject({
    name: 'Again',
    date: '2027-12-24',
    notes: 'ring twice',
    archived: false,
    hidden: false,
  })
  expect(own(await db.productionTargets.toArray())).toMatchObject([
    { recipeId: 'brownies', batches: 6, order: 1, basis: null, hidden: false },
    { recipeId: 'cookies', batches: 7, order: 2, basis, hidden: false },
  ])
  expect(own(await db.assemblyTargets.toArray())).toMatchObject([{ goodId: 'bag', quantity: 50 }])
  expect(own(await db.looseTargets.toArray())).toMatchObject([{ unitId: 'cookie', quantity: 12 }])
  expect(own((await db.entries.toArray()) as never)).toEqual([])
  expect(await db.productionTargets.count()).toBe(6)
  expect(await db.entries.count()).toBe(1)
})

test('what is changed in the copy leaves the original as it was', async () => {
  const db = freshDb()
  const original = await create(db)
  await importFacts(db, facts({ assemblyTargets: [bundlesWanted(original, 'bag', 50)] }))
  const copy = granted(await copyEvent(db, original, { name: 'Again', date: '2027-12-24' }))
  await hideEvent(db, copy)
  await db.assemblyTargets.where({ eventId: copy }).modify({ quantity: 9 })
  expect(await db.events.get(original)).toMatchObject({ ...CHRISTMAS, hidden: false })
  expect(await db.assemblyTargets.get([original, 'bag' as never])).toMatchObject({ quantity: 50 })
})
