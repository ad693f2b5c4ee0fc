import type { Transaction } from 'dexie'
import { keyText } from '../domain/ledger'
import type { EntryRow } from './db'
import { touchesOf } from './writer'

// What each version of the tables makes of the rows of the one before. Only ever added to.

const SLICE = 2000

/**
 * To version 2: packings are found by their place among those with a material, and what is said of
 * a material's stock by that. What touched nothing because its void came first stays so.
 */
export async function placePackings(transaction: Transaction): Promise<void> {
  const entries = transaction.table<EntryRow, number>('entries')
  const placed = new Map<string, readonly string[]>()
  await inSlices((row) => {
    if (row.kind === 'void' || row.touches.length === 0) return row
    const touches = touchesOf(row)
    placed.set(keyText(row), touches)
    return { ...row, touches }
  })
  await inSlices((row) => {
    if (row.kind !== 'void' || row.touches[0] === keyText(row.target)) return row
    return { ...row, touches: placed.get(keyText(row.target)) ?? row.touches }
  })

  async function inSlices(change: (row: EntryRow) => EntryRow): Promise<void> {
    let after = 0
    for (;;) {
      const rows = await entries.where(':id').above(after).limit(SLICE).toArray()
      const last = rows.at(-1)
      if (!last) return
      await entries.bulkPut(rows.map(change).filter((row, index) => row !== rows[index]))
      after = last.n
    }
  }
}
