import { daysBetween, parseDay, type Day } from '../domain/day'

const DAY = 86_400_000
const EPOCH = '1970-01-01' as Day
/** A stamp is milliseconds × 1,000 and stays below 8e15. */
const LAST = 8e12

const PATTERN =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s?(?:Z|([+-])(\d{2}):?(\d{2})?Z?)?)?$/i

/** Days from 1 January 1970 to that day. */
export const dayNumber = (day: Day): number => daysBetween(EPOCH, day)

/** The day of an instant in UTC, as days from 1 January 1970. */
export const dayNumberAt = (at: number): number => Math.floor(at / DAY)

/**
 * Milliseconds of an ISO instant. Without a zone it is UTC, `+00:00Z` too; a day alone is its noon.
 * Null when it cannot be read or lies outside 1970 to 2223.
 */
export function readInstant(text: string): number | null {
  const match = text.length <= 64 ? PATTERN.exec(text.trim()) : null
  if (!match) return null
  const [, date = '', hour, minute, second = '0', part = '', sign, offsetHours, offsetMinutes] =
    match
  const day = parseDay(date)
  if (!day) return null
  if (hour === undefined) return noonOf(day)
  const [h, m, s] = [Number(hour), Number(minute), Number(second)]
  const [oh, om] = [Number(offsetHours ?? 0), Number(offsetMinutes ?? 0)]
  if (h > 23 || m > 59 || s > 59 || oh > 23 || om > 59) return null
  const offset = (oh * 60 + om) * 60_000 * (sign === '-' ? -1 : 1)
  const milliseconds = Number(part.slice(0, 3).padEnd(3, '0'))
  return within(dayNumber(day) * DAY + ((h * 60 + m) * 60 + s) * 1000 + milliseconds - offset)
}

/** 12:00 UTC of a day, in milliseconds; null outside 1970 to 2223. */
export function noonOf(day: Day): number | null {
  return within(dayNumber(day) * DAY + DAY / 2)
}

function within(at: number): number | null {
  return at >= 0 && at <= LAST ? at : null
}
