/** What came since a backup. */
export interface News {
  readonly records: number
  /** Changes of recipes, other lists and plans. */
  readonly changes: number
}

/** How old the last backup is: null days when there is none. */
export interface BackupAge {
  readonly days: number | null
  readonly since: News
}

const DAYS = 7
const FEW = 20
const MANY = 50

/** Whether it is time to remind: much that is new, or some of it and a backup older than a week. */
export function isOverdue({ days, since: { records, changes } }: BackupAge): boolean {
  const since = records + changes
  return since > MANY || (since > FEW && (days === null || days > DAYS))
}

const DAY = 86_400_000

/** Days of the calendar, where this device is, between two instants; a clock that was put back makes none. */
export function daysSince(then: number, now: number): number {
  return Math.max(0, dayNumber(new Date(now)) - dayNumber(new Date(then)))
}

/** Local days are not all 24 hours long: they are counted as days of UTC, which are. */
function dayNumber(when: Date): number {
  return Date.UTC(when.getFullYear(), when.getMonth(), when.getDate()) / DAY
}
