import { readLocal, writeLocal } from './local'

/** When a backup was handed over last, and how far the ledger went then. */
export interface LastBackup {
  readonly at: number
  readonly lastArrival: number
}

const KEY = 'lastBackup'

/** Null when there was none from this device. */
export function lastBackup(): LastBackup | null {
  const [at, lastArrival] = (readLocal(KEY) ?? '').split(' ').map(Number)
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(lastArrival)) return null
  return { at: at!, lastArrival: lastArrival! }
}

export function rememberBackup({ at, lastArrival }: LastBackup): void {
  writeLocal(KEY, `${at} ${lastArrival}`)
}
