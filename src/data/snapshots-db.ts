import Dexie, { type Table } from 'dexie'
import type { Day } from '../domain/day'
import type { BackupHeader } from '../exchange/backup-format'

/** A stretch of the ledger as lines of a backup: written once, and part of every later copy. */
export interface LedgerPart {
  readonly id: number
  readonly lines: string
  readonly counts: BackupHeader['counts']
}

/** The copy of one day. */
export interface DayCopy {
  readonly day: Day
  /** When it was taken, in milliseconds. */
  readonly at: number
  /** How many were taken before it, as far as they were counted: clocks are put back. */
  readonly turn?: number
  /** The marks of the kitchen at that moment: the same marks, the same kitchen. */
  readonly marks: string
  /** How far the ledger went, and the key of its last entry: where the next copy goes on. */
  readonly lastArrival: number
  readonly lastKey: string
  readonly parts: readonly number[]
  /** All that is not the ledger. */
  readonly lines: string
  readonly counts: BackupHeader['counts']
}

/** Copies of the last days, apart from the kitchen's own database. */
export class SnapshotsDb extends Dexie {
  declare readonly days: Table<DayCopy, Day>
  declare readonly ledger: Table<LedgerPart, number, Omit<LedgerPart, 'id'>>

  constructor(name = 'batchboard-snapshots') {
    super(name)
    this.version(1).stores({ days: 'day', ledger: '++id' })
  }
}
