import { lostPiecesOf, piecesOf } from '../../domain/baked'
import type { EntryKey, EventId, GoodId, LossReason, RecipeId } from '../../domain/model'
import { packing } from '../../domain/packing'
import { MAX_COUNT } from '../../domain/quantity'
import { isRefusal, type Refusal } from '../../domain/refusal'
import { unitsOf } from '../../domain/rows'
import { readCount } from '../../domain/typed'
import type { BatchboardDb } from '../db'
import { eventFacts, readTables } from '../queries/event'
import { append, type Draft, type Recorder } from '../writer'

export interface BakedRun {
  readonly eventId: EventId
  readonly recipeId: RecipeId
  /** All batches of the run, those that were lost completely among them. */
  readonly batches: number
  readonly lostBatches: number
  /** Good pieces of each of the recipe's units, in their order; null: all that the batches should give. */
  readonly good: readonly number[] | null
  readonly reason: LossReason | null
}

/**
 * Records batches that were baked (R1: over target and over the expected yield too). Batches that
 * were lost completely become an entry of their own, in the same transaction.
 */
export async function recordProduction(
  db: BatchboardDb,
  run: BakedRun,
  recorder: Recorder,
): Promise<null | Refusal> {
  const batches = readCount(String(run.batches), 'batches')
  if (isRefusal(batches)) return batches
  const lost = readCount(String(run.lostBatches), 'batches', 0, batches)
  if (isRefusal(lost)) return lost
  for (const count of run.good ?? []) {
    const pieces = readCount(String(count), 'pieces', 0, MAX_COUNT)
    if (isRefusal(pieces)) return pieces
  }
  return db.transaction('rw', [...ledgerTables(db), db.events, db.recipes, db.units], async () => {
    const [recipe, event, rows] = await Promise.all([
      db.recipes.get(run.recipeId),
      db.events.get(run.eventId),
      db.units.where('recipeId').equals(run.recipeId).toArray(),
    ])
    if (!recipe) return { refused: 'unknown', what: 'recipe' } satisfies Refusal
    if (!event) return { refused: 'unknown', what: 'event' } satisfies Refusal
    const { eventId, recipeId, reason } = run
    const units = unitsOf(recipeId, rows)
    const drafts: Draft[] = []
    if (batches > lost) {
      const good =
        run.good ??
        units.map(({ itemsPerBatch }, index) =>
          index === 0 ? (batches - lost) * itemsPerBatch : 0,
        )
      const pieces = piecesOf(units, batches - lost, good, recipe.splits)
      if (isRefusal(pieces)) return pieces
      const loss = pieces.some((piece) => piece.good < piece.expected)
      drafts.push({
        kind: 'production',
        by: recorder.by,
        eventId,
        recipeId,
        batches: batches - lost,
        pieces,
        reason: loss ? (reason ?? 'other') : null,
      })
    }
    if (lost > 0) {
      const pieces = lostPiecesOf(units, lost)
      if (isRefusal(pieces)) return pieces
      drafts.push({
        kind: 'production',
        by: recorder.by,
        eventId,
        recipeId,
        batches: lost,
        pieces,
        reason: reason ?? 'other',
      })
    }
    await append(db, drafts, recorder)
    return null
  })
}

/** Records bundles that were packed, with what they used. More than the stock gives is refused once, unless `anyway`. */
export async function recordPacking(
  db: BatchboardDb,
  run: {
    readonly eventId: EventId
    readonly goodId: GoodId
    readonly quantity: number
    readonly anyway: boolean
  },
  recorder: Recorder,
): Promise<null | Refusal> {
  const quantity = readCount(String(run.quantity), 'quantity')
  if (isRefusal(quantity)) return quantity
  return db.transaction('rw', [...readTables(db), db.writers], async () => {
    const facts = await eventFacts(db, run.eventId, run.goodId)
    if (!facts) return { refused: 'unknown', what: 'event' } satisfies Refusal
    const used = packing(facts, run.goodId, quantity, run.anyway)
    if (isRefusal(used)) return used
    const { eventId, goodId } = run
    await append(
      db,
      [{ kind: 'assembly', by: recorder.by, eventId, goodId, quantity, used }],
      recorder,
    )
    return null
  })
}

/** Undoes an entry by a void of it (R2). What is undone already stays so; a void cannot be undone. */
export async function voidEntry(
  db: BatchboardDb,
  key: EntryKey,
  recorder: Recorder,
): Promise<null | Refusal> {
  return db.transaction('rw', ledgerTables(db), async () => {
    const entry = await db.entries.where('[writer+seq]').equals([key.writer, key.seq]).first()
    if (!entry) return { refused: 'unknown', what: 'entry' } satisfies Refusal
    if (entry.kind === 'void') return { refused: 'void of a void' } satisfies Refusal
    const { eventId, touches } = entry
    const target = { writer: key.writer, seq: key.seq }
    await append(db, [{ kind: 'void', by: recorder.by, eventId, target, touches }], recorder)
    return null
  })
}

function ledgerTables(db: BatchboardDb) {
  return [db.entries, db.writers, db.marks]
}
