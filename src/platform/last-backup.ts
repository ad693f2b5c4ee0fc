import { readLocal, writeLocal } from './local'

/** When a backup was handed over last, and how far the kitchen had come then. */
export interface LastBackup {
  readonly at: number
  readonly lastArrival: number
  /** Null: not noted yet by the version that saved it. */
  readonly changes: number | null
}

const KEY = 'lastBackup'

/** Null when there was none from this device. */
export function lastBackup(): LastBackup | null {
  const [at, lastArrival, changes = null] = (readLocal(KEY) ?? '').split(' ').map(Number)
  if (![at, lastArrival, changes ?? 0].every(Number.isSafeInteger)) return null
  return { at: at!, lastArrival: lastArrival!, changes }
}

export function rememberBackup({
  at,
  lastArrival,
  changes,
}: LastBackup & { readonly changes: number }): void {
  writeLocal(KEY, `${at} ${lastArrival} ${changes}`)
}
