import type { Table } from 'dexie'
import type { WriterId, Written } from '../../domain/model'
import type { BatchboardDb } from '../db'
import { signature } from '../writer'

/** What a new row carries until it is written. */
export const UNSIGNED: Written = { stamp: 0, writer: '' as WriterId, hidden: false }

/** Writes a catalogue row, if it is not what is stored. */
export type Write = <Row extends Written, Key>(
  table: Table<Row, Key>,
  before: Row | undefined,
  row: Row,
) => Promise<void>

/**
 * Writes rows inside the caller's transaction, all with one signature. A row that says what is
 * stored already is not signed again: of two copies the later one wins whole, and saving a form
 * without a change must not win over what somebody else changed.
 */
export function writerOf(db: BatchboardDb): Write {
  let written: Written | null = null
  return async (table, before, row) => {
    if (before && contentOf(before) === contentOf(row)) return
    written ??= await signature(db, 'catalogue')
    await table.put({ ...row, stamp: written.stamp, writer: written.writer })
  }
}

function contentOf(row: Written): string {
  return JSON.stringify({ ...row, ...UNSIGNED, hidden: row.hidden })
}
