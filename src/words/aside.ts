import type { Aside } from '../domain/aside'
import type { Formats } from './format'

/** What a language calls what only it can say of a content that was set aside. */
interface AsideNames {
  readonly hidden: string
  readonly offThePlan: string
  readonly archived: string
  readonly counted: (kind: Aside['kind'], count: number) => string
}

/** What was set aside said, besides its name. */
export function asideText(
  { amount, day: written }: Formats,
  names: AsideNames,
  { kind, hidden, archived, day, count, lines, texts }: Aside,
): string {
  const off = kind.endsWith('Target') ? names.offThePlan : names.hidden
  return [
    hidden ? off : '',
    archived ? names.archived : '',
    day === null ? '' : written(day),
    count === null ? '' : names.counted(kind, count),
    ...lines.map(({ quantity, measure, name }) =>
      [quantity === null ? '' : amount(quantity), measure, name]
        .filter((part) => part !== '')
        .join(' '),
    ),
    ...texts,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
