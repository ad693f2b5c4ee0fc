import { expect, test } from 'vitest'
import { daysSince, isOverdue } from '../../src/domain/backup-age'

test.each<[number | null, number, boolean]>([
  [null, 20, false],
  [null, 21, true],
  [7, 50, false],
  [8, 20, false],
  [8, 21, true],
  [0, 51, true],
])('a backup of %s days with %d new records is overdue: %s', (days, since, overdue) => {
  expect(isOverdue({ days, since: { records: since, changes: 0 } })).toBe(overdue)
  expect(isOverdue({ days, since: { records: 9, changes: since - 9 } })).toBe(overdue)
})

test('days are those of the calendar, whatever the hours, and a clock that was put back makes none', () => {
  const at = (day: number, hour: number): number => new Date(2026, 0, day, hour).getTime()
  expect(daysSince(at(5, 0), at(5, 23))).toBe(0)
  expect(daysSince(at(4, 9), at(5, 22))).toBe(1)
  expect(daysSince(at(1, 23), at(31, 0))).toBe(30)
  expect(daysSince(at(5, 9), at(4, 22))).toBe(0)
  // A whole year of evenings: the days on which clocks are changed, too.
  const mornings = Array.from({ length: 366 }, (_, day) => daysSince(at(day, 22), at(day + 1, 9)))
  expect(new Set(mornings)).toEqual(new Set([1]))
})
