import type { Writer, WriterId } from '../../domain/model'
import type { BatchboardDb } from '../db'

/** The device names of writers, '' where none was given. */
export async function devicesOf(
  db: BatchboardDb,
  writers: readonly WriterId[],
): Promise<ReadonlyMap<WriterId, string>> {
  const rows = await db.writers.bulkGet([...writers])
  return new Map(
    rows
      .filter((row): row is Writer => row !== undefined)
      .map(({ writer, device }) => [writer, device]),
  )
}
