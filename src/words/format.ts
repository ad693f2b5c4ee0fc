import type { Day } from '../domain/day'
import type { Amount } from '../domain/quantity'

/** Numbers, days and times as a language writes them; every function is pure. */
export interface Formats {
  /** A count, or an exact amount as bakers write it: 1,200 · 1½ · 2 3/7. */
  readonly amount: (amount: Amount) => string
  /** 1.2: at most one decimal. */
  readonly number: (value: number) => string
  /** 1.2 MB, 10 GB: bytes, roughly. */
  readonly size: (bytes: number) => string
  /** An amount with at most two decimals: 1.25. */
  readonly decimal: (amount: Amount) => string
  /** 57.14 %: at most two decimals, for that is how percents are kept. */
  readonly percent: (percent: number) => string
  readonly day: (day: Day) => string
  /** 14:02 on `today`, with its day otherwise, and its year where that is another. */
  readonly time: (at: number, today: Day) => string
  readonly list: (words: readonly string[]) => string
  readonly plural: (
    count: Amount,
    forms: { readonly one: string; readonly other: string },
  ) => string
}

const VULGAR: Readonly<Record<string, string>> = {
  '1/2': '½',
  '1/3': '⅓',
  '2/3': '⅔',
  '1/4': '¼',
  '3/4': '¾',
  '1/5': '⅕',
  '2/5': '⅖',
  '3/5': '⅗',
  '4/5': '⅘',
  '1/6': '⅙',
  '5/6': '⅚',
  '1/8': '⅛',
  '3/8': '⅜',
  '5/8': '⅝',
  '7/8': '⅞',
}

/** How a language writes numbers, 1,234.5 or, from 10,000 on, 12.345,6, and when something was. */
interface ByHeart {
  readonly decimal: string
  readonly group: string
  readonly groupsFrom: number
  readonly months: string
  readonly clock: (hours: number, minutes: string) => string
  /** The year is empty where it is the one of today. */
  readonly moment: (month: string, day: number, year: string, clock: string) => string
}

/**
 * Languages whose numbers below a million, plurals, and times of recent days are known by heart. Intl
 * says the same, but being asked for the first time takes it a tenth of the start.
 */
const BY_HEART: Readonly<Record<string, ByHeart>> = {
  en: {
    decimal: '.',
    group: ',',
    groupsFrom: 1000,
    months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    clock: (hours, minutes) => `${hours % 12 || 12}:${minutes} ${hours < 12 ? 'AM' : 'PM'}`,
    moment: (month, day, year, clock) => `${month} ${day}${year && `, ${year}`}, ${clock}`,
  },
  es: {
    decimal: ',',
    group: '.',
    groupsFrom: 10_000,
    months: 'ene feb mar abr may jun jul ago sept oct nov dic',
    clock: (hours, minutes) => `${hours}:${minutes}`,
    moment: (month, day, year, clock) => `${day} ${month}${year && ` ${year}`}, ${clock}`,
  },
}
const MILLION = 1_000_000

export function formatsOf(language: string): Formats {
  // Each of these takes milliseconds to make, and the first screen needs few of them.
  const numbers = once(() => new Intl.NumberFormat(language))
  const percents = once(() => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }))
  const sizes = once(() => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }))
  const plurals = once(() => new Intl.PluralRules(language))
  const days = once(
    () =>
      new Intl.DateTimeFormat(language, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      }),
  )
  const lists = once(() => new Intl.ListFormat(language, { type: 'conjunction' }))

  const known = BY_HEART[language]
  const isKnown = (value: number | bigint): boolean =>
    known !== undefined && value > -MILLION && value < MILLION

  const whole = (value: number | bigint): string => {
    if (!known || !isKnown(value)) return numbers().format(value)
    const much = Math.abs(Number(value))
    if (much < known.groupsFrom) return String(value)
    const rest = String(much % 1000).padStart(3, '0')
    return `${value < 0 ? '-' : ''}${Math.floor(much / 1000)}${known.group}${rest}`
  }

  const hundredths = (value: number): string =>
    known && Math.abs(value) < 1000 && /^-?\d+(\.\d\d?)?$/.test(String(value))
      ? String(value).replace('.', known.decimal)
      : percents().format(value)

  const amount = (value: Amount): string => {
    if (typeof value === 'number') return whole(value)
    const minus = value.n < 0 ? '-' : ''
    const [n, d] = [BigInt(value.n), BigInt(value.d)]
    const size = n < 0n ? -n : n
    const [part, rest] = [size / d, size % d]
    const vulgar = VULGAR[`${rest}/${d}`]
    const fraction = vulgar ?? `${rest}/${d}`
    if (part === 0n) return minus + fraction
    return `${minus}${whole(part)}${vulgar ? '' : ' '}${fraction}`
  }
  return {
    amount,
    number: (value) => sizes().format(value),
    size: (bytes) => {
      const [unit, name] = bytes < 1e9 ? ([1e6, 'MB'] as const) : ([1e9, 'GB'] as const)
      return `${sizes().format(Math.max(0.1, bytes / unit))}\u00a0${name}`
    },
    decimal: (value) =>
      hundredths(typeof value === 'number' ? value : Number(value.n) / Number(value.d)),
    percent: (value) => `${hundredths(value)}\u00a0%`,
    day: (day) => days().format(new Date(`${day}T00:00:00Z`)),
    time: (at, today) => {
      const when = new Date(at)
      if (Number.isNaN(when.getTime())) return ''
      return known ? timeByHeart(known, when, today) : timeOf(language, when, today)
    },
    list: (words) => (words.length < 2 ? words.join('') : lists().format(words)),
    plural: (count, forms) => {
      if (typeof count !== 'number') return forms.other
      const much = Math.abs(count)
      const isOne = isKnown(much) ? much === 1 : plurals().select(much) === 'one'
      return isOne ? forms.one : forms.other
    },
  }
}

function timeByHeart({ months, clock, moment }: ByHeart, when: Date, today: Day): string {
  const time = clock(when.getHours(), String(when.getMinutes()).padStart(2, '0'))
  if (localDay(when) === today) return time
  const year = isOfYear(when, today) ? '' : String(when.getFullYear())
  return moment(months.split(' ')[when.getMonth()]!, when.getDate(), year, time)
}

function timeOf(language: string, when: Date, today: Day): string {
  const year = isOfYear(when, today) ? {} : ({ year: 'numeric' } as const)
  const day = localDay(when) === today ? {} : ({ ...year, day: 'numeric', month: 'short' } as const)
  return when.toLocaleString(language, { ...day, hour: 'numeric', minute: '2-digit' })
}

function isOfYear(when: Date, today: Day): boolean {
  return today.startsWith(`${when.getFullYear()}-`)
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}

function localDay(when: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`
}
