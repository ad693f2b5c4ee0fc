/** How old the last backup is: null days when there is none. */
export interface BackupAge {
  readonly days: number | null
  /** Records that came since. */
  readonly since: number
}

const DAYS = 7
const FEW = 20
const MANY = 50

/** Whether it is time to remind: many new records, or some and a backup older than a week. */
export function isOverdue({ days, since }: BackupAge): boolean {
  return since > MANY || (since > FEW && (days === null || days > DAYS))
}

const DAY = 86_400_000

/** Whole days from one instant to another; a clock that was put back makes none. */
export function daysSince(then: number, now: number): number {
  return Math.max(0, Math.floor((now - then) / DAY))
}
