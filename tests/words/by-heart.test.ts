import { expect, test } from 'vitest'
import type { Day } from '../../src/domain/day'
import { en } from '../../src/words/en'
import { es } from '../../src/words/es'
import { formatsOf } from '../../src/words/format'

// What the languages write without asking Intl must be what Intl writes.

const LANGUAGES = [en, es]
const HUNDREDTHS = Array.from({ length: 120_000 }, (_, index) => index / 100)
const WHOLE = Array.from({ length: 12_000 }, (_, index) => index * 97)
const DAYS = Array.from({ length: 4001 }, (_, index) => index - 2000)

test.each(LANGUAGES)('short numbers are those of Intl in $language', ({ language }) => {
  const { amount, decimal, percent } = formatsOf(language)
  const whole = new Intl.NumberFormat(language)
  const short = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const others = HUNDREDTHS.filter((value) =>
    [value, value === 0 ? 0 : -value].some(
      (one) =>
        decimal(one) !== short.format(one) ||
        percent(one) !== `${short.format(one)}\u00a0%` ||
        (Number.isInteger(one) && amount(one) !== whole.format(one)),
    ),
  )
  expect(others).toEqual([])
  const counts = [...WHOLE, 999, 1000, 9999, 10_000, 999_999, 1_000_000, 1_000_001]
  const signed = counts.flatMap((count) => (count === 0 ? [0] : [count, -count]))
  expect(signed.filter((count) => amount(count) !== whole.format(count))).toEqual([])
  for (const value of [1 / 3, 99.999, 999.996, 1e-7, 123_456.789]) {
    expect(decimal(value)).toBe(short.format(value))
  }
})

test.each(LANGUAGES)('plurals are those of Intl in $language', ({ language }) => {
  const { plural } = formatsOf(language)
  const rules = new Intl.PluralRules(language)
  for (let count = 0; count <= 2000; count += 1) {
    const form = rules.select(count) === 'one' ? 'one' : 'other'
    expect(plural(count, { one: 'one', other: 'other' })).toBe(form)
  }
})

test.each(LANGUAGES)('days are those of Intl in $language', ({ language, events }) => {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const days of DAYS) expect(events.daysToGo(days)).toBe(relative.format(days, 'day'))
})

test.each(LANGUAGES)('times are those of Intl in $language', ({ language }) => {
  const { time } = formatsOf(language)
  const clock = { hour: 'numeric', minute: '2-digit' } as const
  const day = { day: 'numeric', month: 'short' } as const
  const plain = (text: string): string => text.replaceAll('\u202f', ' ')
  for (let hours = 0; hours < 366 * 24; hours += 5) {
    const when = new Date(2028, 0, 1, hours, hours % 60)
    const today = when.toLocaleDateString('sv') as Day
    expect(time(+when, today)).toBe(plain(when.toLocaleString(language, clock)))
    const another = (when.getMonth() < 6 ? '2028-12-31' : '2028-01-01') as Day
    expect(time(+when, another)).toBe(plain(when.toLocaleString(language, { ...day, ...clock })))
    expect(time(+when, '2000-01-01' as Day)).toBe(
      plain(when.toLocaleString(language, { ...day, ...clock, year: 'numeric' })),
    )
  }
})

test.each(LANGUAGES)('lists are those of Intl in $language', ({ language }) => {
  const { list } = formatsOf(language)
  const lists = new Intl.ListFormat(language, { type: 'conjunction' })
  for (const words of [[], ['a'], ['a', 'b'], ['a', 'b', 'c']]) {
    expect(list(words)).toBe(lists.format(words))
  }
})
