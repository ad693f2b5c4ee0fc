import { describe, expect, test } from 'vitest'
import { HOLIDAY, leftOut, only, read, remarks, type Backup } from './backups'

test('an event has its name, its day and its notes, and is not archived', () => {
  const { facts } = read({ events: [{ name: 'Xmas', event_date: '2026-12-25', notes: 'cold' }] })
  expect(only(facts.events)).toMatchObject({
    name: 'Xmas',
    date: '2026-12-25',
    notes: 'cold',
    archived: false,
    hidden: false,
  })
})

test('a day written with a time is that day', () => {
  const { facts } = read({ events: [{ name: 'Xmas', event_date: '2026-12-25T00:00:00' }] })
  expect(only(facts.events).date).toBe('2026-12-25')
})

test('events of one name are told apart by their day, and the same twice is one', () => {
  const { facts, report } = read({
    events: [
      { name: 'Xmas', event_date: '2025-12-25' },
      { name: 'Xmas', event_date: '2026-12-25' },
      { name: 'XMAS', event_date: '2026-12-25' },
    ],
  })
  expect(new Set(facts.events.map(({ id }) => id)).size).toBe(2)
  expect(leftOut(report, 'events')).toEqual([{ name: 'XMAS', reason: 'twice', rows: 1 }])
})

test('an event without a name or a day is left out', () => {
  const { facts, report } = read({
    events: [{ event_date: '2026-12-25' }, { name: 'A' }, { name: 'B', event_date: '2026-02-30' }],
  })
  expect(facts.events).toEqual([])
  expect(leftOut(report, 'events').map(({ name, reason }) => [name, reason])).toEqual([
    ['', 'no name'],
    ['A', 'no date'],
    ['B', 'no date'],
  ])
})

describe('a run of an event whose name repeats', () => {
  const events = [
    { name: 'Xmas', event_date: '2026-12-25' },
    { name: 'Xmas', event_date: '2024-12-25' },
    { name: 'Xmas', event_date: '2025-12-25' },
  ]
  const dateOf = (run: Backup): string | undefined => {
    const { facts, report } = read({
      ...HOLIDAY,
      events,
      production_runs: [{ recipe_name: 'Cookies', num_batches: 1, event_name: 'Xmas', ...run }],
    })
    const said = remarks(report, 'ambiguous name')
    expect(said.every(({ table, name }) => table === 'events' && name === 'Xmas')).toBe(true)
    const { eventId } = only(facts.entries)
    return `${facts.events.find(({ id }) => id === eventId)?.date} ${said.length}`
  }

  test.each([
    ['2024-11-01T10:00:00Z', '2024-12-25 1'],
    ['2024-12-25T22:00:00Z', '2024-12-25 1'],
    ['2024-12-26T04:00:00Z', '2024-12-25 1'],
    ['2024-12-27T04:00:00Z', '2025-12-25 1'],
    ['2026-01-01T10:00:00Z', '2026-12-25 1'],
    ['2030-01-01T10:00:00Z', '2026-12-25 1'],
    ['some day', '2026-12-25 1'],
  ])('made at %s belongs to the first that was still to come: %s', (produced_at, expected) => {
    expect(dateOf({ produced_at })).toBe(expected)
  })

  test.each<Backup>([
    { event_date: '2025-12-25' },
    { year: 2025 },
    { event_year: 2025 },
    { event_slug: 'xmas-2025' },
    { event_name: null, event_slug: 'xmas_2025' },
    { event_slug: 'xmas-2025-12-25' },
  ])('belongs to the one that %j says, without a remark', (said) => {
    expect(dateOf({ produced_at: '2024-11-01', ...said })).toBe('2025-12-25 0')
  })

  test('of a year that no event has belongs to one of the name', () => {
    expect(dateOf({ produced_at: '2024-11-01', year: 1999 })).toBe('2024-12-25 1')
  })
})

test('a slug finds the event that has it, or whose name it was made from', () => {
  const runs = ['the-party', 'summer_fair', 'summer-fair-2026'].map((event_slug) => ({
    recipe_name: 'Cookies',
    num_batches: 1,
    event_slug,
  }))
  const { facts } = read({
    ...HOLIDAY,
    events: [
      { name: 'Birthday', slug: 'the_party', event_date: '2026-05-01' },
      { name: 'Summer Fair', event_date: '2026-07-01' },
    ],
    production_runs: runs,
  })
  const [party, fair] = facts.events.map(({ id }) => id)
  expect(facts.entries.map(({ eventId }) => eventId)).toEqual([party, fair, fair])
})
