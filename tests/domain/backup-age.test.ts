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
  expect(isOverdue({ days, since })).toBe(overdue)
})

test('days are whole, and a clock that was put back makes none', () => {
  expect(daysSince(0, 86_399_999)).toBe(0)
  expect(daysSince(0, 86_400_000)).toBe(1)
  expect(daysSince(86_400_000, 0)).toBe(0)
})
