import { describe, expect, test } from 'vitest'
import {
  bringBackEvent,
  changeEvent,
  createEvent,
  hideEvent,
} from '../../../src/data/commands/events'
import type { BatchboardDb } from '../../../src/data/db'
import { writerOfThisPage } from '../../../src/data/writer'
import type { EventId } from '../../../src/domain/model'
import { dump, freshDb, granted } from '../kitchen'

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
  ['hidden', hideEvent],
  ['brought back', bringBackEvent],
])('an unknown event cannot be %s', async (_, command) => {
  const db = freshDb()
  await create(db)
  const before = await dump(db)
  expect(await command(db, 'nowhere' as EventId)).toEqual({ refused: 'unknown', what: 'event' })
  expect(await dump(db)).toBe(before)
})
