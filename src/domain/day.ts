declare const brand: unique symbol
/** A local calendar day, `YYYY-MM-DD`. */
export type Day = string & { readonly [brand]: 'day' }

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Reads `YYYY-MM-DD`; null when that day is not in the calendar. */
export function parseDay(text: string): Day | null {
  const match = PATTERN.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1) return null
  const length = MONTH_LENGTHS[month - 1]
  if (length === undefined) return null
  const leap = month === 2 && isLeap(year) ? 1 : 0
  return day >= 1 && day <= length + leap ? (text as Day) : null
}

/** Whole days from `from` to `to`; negative when `to` lies before it. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Days since 1 March of year 0 in the Gregorian calendar: only differences mean anything. */
function dayNumber(day: Day): number {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  const year = m > 2 ? y : y - 1
  const month = m > 2 ? m - 3 : m + 9
  return (
    365 * year +
    Math.floor(year / 4) -
    Math.floor(year / 100) +
    Math.floor(year / 400) +
    Math.floor((153 * month + 2) / 5) +
    d
  )
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
