import { expect, test } from 'vitest'
import { hideEvent } from '../../../src/data/commands/events'
import { importFacts } from '../../../src/data/commands/import'
import { devicesOf } from '../../../src/data/queries/devices'
import { allEvents, hiddenEvents } from '../../../src/data/queries/lists'
import { catalogue } from '../../../src/data/queries/plannable'
import type { EventId, WriterId } from '../../../src/domain/model'
import { event, facts, freshDb, good, material, recipe, unit } from '../kitchen'

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort()

test('an event is on one of two lists: of those that are planned, or of those that were removed', async () => {
  const db = freshDb()
  await importFacts(db, facts({ events: [event('a'), event('b'), event('c')] }))
  await hideEvent(db, 'b' as EventId)
  expect(ids(await allEvents(db))).toEqual(['a', 'c'])
  expect(ids(await hiddenEvents(db))).toEqual(['b'])
})

test('the catalogue has no row that is hidden, and no unit of a recipe that is', async () => {
  const db = freshDb()
  const hidden = true
  await importFacts(
    db,
    facts({
      recipes: [recipe('cookies'), { ...recipe('old'), hidden }],
      units: [
        unit('cookie', 'cookies', 48),
        { ...unit('crumb', 'cookies', 48), hidden },
        unit('old-piece', 'old', 12),
      ],
      goods: [good('bag', []), { ...good('sack', []), hidden }],
      materials: [material('ribbon'), { ...material('string'), hidden }],
    }),
  )
  const { recipes, units, goods, materials } = await catalogue(db)
  expect([recipes, units, goods, materials].map(ids)).toEqual([
    ['cookies'],
    ['cookie'],
    ['bag'],
    ['ribbon'],
  ])
})

test('writers have the devices that they said they were; of others nothing is known', async () => {
  const db = freshDb()
  const [one, two, nobody] = ['one', 'two', 'nobody'] as WriterId[]
  await db.writers.bulkAdd([
    { writer: one!, device: 'Tablet' },
    { writer: two!, device: '' },
  ])
  expect(await devicesOf(db, [two!, nobody!, one!])).toEqual(
    new Map([
      [two, ''],
      [one, 'Tablet'],
    ]),
  )
})
