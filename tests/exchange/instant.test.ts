import { expect, test } from 'vitest'
import type { Day } from '../../src/domain/day'
import { noonOf, readInstant } from '../../src/exchange/instant'

const AT = Date.UTC(2026, 10, 22, 16, 32, 28, 349)

test.each([
  '2026-11-22T16:32:28.349158Z',
  '2026-11-22T16:32:28.349158',
  '2026-11-22T16:32:28.349158+00:00Z',
  '2026-11-22T16:32:28.349+00:00',
  '2026-11-22 16:32:28.349999',
  '2026-11-22T18:32:28.349+02:00',
  '2026-11-22T11:02:28,349-0530',
  ' 2026-11-22T08:32:28.349-08 ',
])('%s is one instant, to the millisecond', (text) => {
  expect(readInstant(text)).toBe(AT)
})

test('an instant without seconds is read', () => {
  expect(readInstant('2026-11-22T16:32Z')).toBe(Date.UTC(2026, 10, 22, 16, 32))
})

test('a day alone is its noon in UTC', () => {
  expect(readInstant('2026-11-22')).toBe(Date.UTC(2026, 10, 22, 12))
  expect(noonOf('2028-02-29' as Day)).toBe(Date.UTC(2028, 1, 29, 12))
})

test.each([
  ...['', 'soon', '22.11.2026', '2026-02-30T10:00:00', '2026-11-22T25:00', '2026-11-22T10:61'],
  ...[
    '2026-11-22T10:00:00 nonsense',
    '1969-12-31T23:59:59',
    '9999-12-31',
    '2026-11-22T10:00+99:00',
  ],
  `2026-11-22${' '.repeat(100)}`,
])('%j is no instant', (text) => {
  expect(readInstant(text)).toBeNull()
})

test('the last instant that has a stamp is in 2223', () => {
  expect(readInstant('2223-07-06T14:13:20Z')).toBe(8e12)
  expect(readInstant('2223-07-06T14:13:21Z')).toBeNull()
})
