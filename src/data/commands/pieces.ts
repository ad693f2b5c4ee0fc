import type { EventId } from '../../domain/model'
import { changeOf, type PieceItem, type Surprise } from '../../domain/pieces'
import { MAX_COUNT } from '../../domain/quantity'
import { isRefusal, type Refusal } from '../../domain/refusal'
import { readCount } from '../../domain/typed'
import type { BatchboardDb } from '../db'
import { append, type Recorder } from '../writer'

/** What became of pieces or packed bundles of an event, beside baking and packing (S1, P6). */
export interface PiecesSaid {
  readonly eventId: EventId
  readonly item: PieceItem
  readonly surprise: Surprise
  readonly pieces: number
}

/** Records pieces that were lost, handed over, brought or made extra, or how many are there (S1). */
export async function recordPieces(
  db: BatchboardDb,
  { eventId, item, surprise, pieces }: PiecesSaid,
  { by, device }: Recorder,
): Promise<null | Refusal> {
  const count =
    surprise === 'counted'
      ? readCount(String(pieces), 'count', 0, MAX_COUNT)
      : readCount(String(pieces), 'pieces')
  if (isRefusal(count)) return count
  const tables = [db.entries, db.writers, db.marks, db.events, db.units, db.goods]
  return db.transaction('rw', tables, async (): Promise<null | Refusal> => {
    const row = item.kind === 'unit' ? await db.units.get(item.id) : await db.goods.get(item.id)
    if (!row) return { refused: 'unknown', what: item.kind }
    if (!(await db.events.get(eventId))) return { refused: 'unknown', what: 'event' }
    const change = changeOf(surprise, count)
    await append(db, [{ kind: 'stock', by, eventId, item, measure: '', change }], { by, device })
    return null
  })
}
