import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween, parseDay } from '../../src/domain/day'

describe('a day', () => {
  test.each([
    '0001-01-01',
    '1999-12-31',
    '2024-02-29',
    '2000-02-29',
    '2400-02-29',
    '2026-12-19',
    '9999-12-31',
  ])('%s is in the calendar', (text) => {
    expect(parseDay(text)).toBe(text)
  })

  test.each([
    '0000-01-01',
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-00-10',
    '2026-13-10',
    '2026-01-00',
    '2026-01-32',
    '2026-1-5',
    '26-01-05',
    '12026-01-05',
    '2026/01/05',
    '2026-01-05T00:00',
    ' 2026-01-05',
    '',
    '٢٠٢٦-٠١-٠٥',
  ])('%s is not', (text) => {
    expect(parseDay(text)).toBeNull()
  })

  test.each([
    ['2026-12-19', '2026-12-19', 0],
    ['2026-12-19', '2026-12-25', 6],
    ['2026-12-25', '2026-12-19', -6],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['2026-12-31', '2027-01-01', 1],
    ['2000-01-01', '2100-01-01', 36_525],
    ['0001-01-01', '9999-12-31', 3_652_058],
  ])('%s to %s are some days: %s', (from, to, days) => {
    expect(daysBetween(parseDay(from)!, parseDay(to)!)).toBe(days)
  })

  test('is so many days from another as the clock of the world says', () => {
    const days = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, days, (from, to) => {
        const between = (Date.parse(to) - Date.parse(from)) / 86_400_000
        expect(daysBetween(parseDay(from)!, parseDay(to)!)).toBe(between)
      }),
      { numRuns: 1000 },
    )
  })
})
