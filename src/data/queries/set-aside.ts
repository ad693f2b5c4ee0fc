import type { Kind, SetAside } from '../../domain/copies'
import type { Entry, Written } from '../../domain/model'
import type { BatchboardDb } from '../db'

/** One content that does not count. */
export interface AsideRow {
  readonly kind: Kind
  /** As it was called there; '' for what has no name of its own. */
  readonly name: string
  readonly device: string
  /** When it was written, in milliseconds; null when that is not known. */
  readonly at: number | null
}

/** Everything that was set aside, the latest first. */
export async function setAsideRows(db: BatchboardDb): Promise<readonly AsideRow[]> {
  return db.transaction('r', [db.setAside, db.writers], async () => {
    const [asides, writers] = [await db.setAside.toArray(), await db.writers.toArray()]
    const devices = new Map(writers.map(({ writer, device }) => [writer, device]))
    return asides
      .flatMap(({ kind, rows }: SetAside) =>
        (rows as readonly (Written | Entry)[]).map((row) => ({
          kind,
          name: 'name' in row && typeof row.name === 'string' ? row.name : '',
          device: devices.get(row.writer) ?? '',
          at: row.stamp > 0 ? Math.floor(row.stamp / 1000) : null,
        })),
      )
      .sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
  })
}
