import { expect, test } from 'vitest'
import { createRecipe } from '../../src/data/commands/catalogue'
import { bringBackEvent, createEvent, hideEvent } from '../../src/data/commands/events'
import { events, removedEvents } from '../../src/live/lists'
import { catalogueLists } from '../../src/live/plannable'
import { freshDb, granted } from '../data/kitchen'
import { watch } from './watch'

const names = (rows: readonly { readonly name: string }[] | undefined) =>
  rows?.map(({ name }) => name)

test('events are listed by date, and of one day in the order they were written', async () => {
  const db = freshDb()
  const watched = watch(events(db))
  for (const [name, date] of [
    ['Fair', '2027-01-01'],
    ['Christmas', '2026-12-24'],
    ['Advent', '2026-12-01'],
    ['Birthday', '2026-12-24'],
  ] as const) {
    granted(await createEvent(db, { name, date }))
  }
  const rows = await watched.until((said) => said?.length === 4)
  expect(names(rows)).toEqual(['Advent', 'Christmas', 'Birthday', 'Fair'])
  expect(watched.said[0]).toBeUndefined()
})

test('an event that is hidden changes its list, and comes back', async () => {
  const db = freshDb()
  const [planned, removed] = [watch(events(db)), watch(removedEvents(db))]
  const id = granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  await planned.until((rows) => rows?.length === 1)
  await hideEvent(db, id)
  expect(names(await removed.until((rows) => rows?.length === 1))).toEqual(['Fair'])
  await bringBackEvent(db, id)
  await expect
    .poll(() => [names(planned.said.at(-1)), names(removed.said.at(-1))])
    .toEqual([['Fair'], []])
})

test('the catalogue is listed by name, and follows what is created', async () => {
  const db = freshDb()
  const watched = watch(catalogueLists(db))
  await watched.until((lists) => lists?.recipes.length === 0)
  for (const name of ['Tarts', 'Äpfel', 'brownies', 'Cookies'])
    granted(await createRecipe(db, { name, itemsPerBatch: '1' }))
  const lists = await watched.until((said) => said?.units.length === 4)
  expect(names(lists?.recipes)).toEqual(['Äpfel', 'brownies', 'Cookies', 'Tarts'])
  expect(names(lists?.units)).toEqual(['Äpfel', 'brownies', 'Cookies', 'Tarts'])
})
