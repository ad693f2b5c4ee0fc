import type { Table } from 'dexie'
import { boardOf } from '../../domain/board'
import type { Basis, EventId, GoodId, RecipeId, UnitId, Written } from '../../domain/model'
import type { PlanRow } from '../../domain/needs'
import { unplanned } from '../../domain/plan-totals'
import { fractionOf } from '../../domain/quantity'
import { isRefusal, type Refusal } from '../../domain/refusal'
import { inTheirOrder } from '../../domain/situation'
import { readCount } from '../../domain/typed'
import type { BatchboardDb } from '../db'
import { eventFacts, rangeOf, readTables } from '../queries/event'
import { signature, signing } from '../writer'

type Done = null | Refusal

/** Sets how many batches of a recipe the event wants, and remembers what they were chosen for (B4). */
export async function setProductionTarget(
  db: BatchboardDb,
  eventId: EventId,
  recipeId: RecipeId,
  typed: string,
): Promise<Done> {
  const batches = readCount(typed, 'batches')
  if (isRefusal(batches)) return batches
  return db.transaction('rw', readTables(db), async (): Promise<Done> => {
    const [facts, sign] = await Promise.all([eventFacts(db, eventId), signing(db, 'plan')])
    if (!facts) return { refused: 'unknown', what: 'event' }
    if (!facts.recipes.some(({ id }) => id === recipeId))
      return { refused: 'unknown', what: 'recipe' }
    const before = facts.productionTargets.find((target) => target.recipeId === recipeId)
    const row = boardOf(facts).plan.find((one) => one.recipeId === recipeId)
    const basis = row ? basisOf(row) : null
    const order = placeOf(before, facts.productionTargets)
    const target = { eventId, recipeId, batches, order, basis }
    await sign((written) => db.productionTargets.put({ ...target, ...written }))
    return null
  })
}

/** What the number is chosen for; null where that could not be stored exactly. */
function basisOf({ splits, units }: PlanRow): Basis | null {
  const kept: Basis['units'][number][] = []
  for (const { unitId, need, itemsPerBatch } of units) {
    const exact = fractionOf(need)
    if (!exact) return null
    kept.push({ unitId, need: exact, itemsPerBatch })
  }
  return { splits, units: kept }
}

/** Plans, for every recipe that has no target yet, the batches that are needed (B2). */
export async function takeBatchesNeeded(db: BatchboardDb, eventId: EventId): Promise<Done> {
  return db.transaction('rw', readTables(db), async (): Promise<Done> => {
    const facts = await eventFacts(db, eventId)
    if (!facts) return { refused: 'unknown', what: 'event' }
    const open = unplanned(boardOf(facts).plan)
    for (const { batchesNeeded } of open) {
      // All of them or none: a recipe that needs more than can be typed refuses before any is written.
      const batches = readCount(String(batchesNeeded), 'batches')
      if (isRefusal(batches)) return batches
    }
    for (const { recipeId, batchesNeeded } of open) {
      await setProductionTarget(db, eventId, recipeId, String(batchesNeeded))
    }
    return null
  })
}

/** Sets how many of a bundle the event wants packed. */
export async function setAssemblyTarget(
  db: BatchboardDb,
  eventId: EventId,
  goodId: GoodId,
  typed: string,
): Promise<Done> {
  const quantity = readCount(typed, 'quantity')
  if (isRefusal(quantity)) return quantity
  return db.transaction(
    'rw',
    [db.events, db.goods, db.assemblyTargets, db.marks],
    async (): Promise<Done> => {
      const [event, good, siblings, sign] = await Promise.all([
        db.events.get(eventId),
        db.goods.get(goodId),
        db.assemblyTargets
          .where('[eventId+goodId]')
          .between(...rangeOf(eventId))
          .toArray(),
        signing(db, 'plan'),
      ])
      if (!event) return { refused: 'unknown', what: 'event' }
      if (!good) return { refused: 'unknown', what: 'good' }
      const before = siblings.find((row) => row.goodId === goodId)
      const order = placeOf(before, siblings)
      const target = { eventId, goodId, quantity, order }
      await sign((written) => db.assemblyTargets.put({ ...target, ...written }))
      return null
    },
  )
}

/** Sets how many pieces of a finished unit the event wants as they are. */
export async function setLooseTarget(
  db: BatchboardDb,
  eventId: EventId,
  unitId: UnitId,
  typed: string,
): Promise<Done> {
  const quantity = readCount(typed, 'pieces')
  if (isRefusal(quantity)) return quantity
  return db.transaction(
    'rw',
    [db.events, db.units, db.looseTargets, db.marks],
    async (): Promise<Done> => {
      const [event, unit, siblings, sign] = await Promise.all([
        db.events.get(eventId),
        db.units.get(unitId),
        db.looseTargets
          .where('[eventId+unitId]')
          .between(...rangeOf(eventId))
          .toArray(),
        signing(db, 'plan'),
      ])
      if (!event) return { refused: 'unknown', what: 'event' }
      if (!unit) return { refused: 'unknown', what: 'unit' }
      const before = siblings.find((row) => row.unitId === unitId)
      const order = placeOf(before, siblings)
      const target = { eventId, unitId, quantity, order }
      await sign((written) => db.looseTargets.put({ ...target, ...written }))
      return null
    },
  )
}

export type TargetRef =
  | { readonly kind: 'production'; readonly id: RecipeId }
  | { readonly kind: 'assembly'; readonly id: GoodId }
  | { readonly kind: 'loose'; readonly id: UnitId }

/** Takes a wish off the plan; what was recorded for it stays, and is listed as also made. */
export async function removeTarget(
  db: BatchboardDb,
  eventId: EventId,
  target: TargetRef,
): Promise<Done> {
  const table = tableOf(db, target)
  return db.transaction('rw', [table, db.marks], async (): Promise<Done> => {
    const [row, sign] = await Promise.all([table.get([eventId, target.id]), signing(db, 'plan')])
    if (!row || row.hidden) return { refused: 'unknown', what: 'target' }
    await sign((written) => table.put({ ...row, ...written, hidden: true }))
    return null
  })
}

/** Exchanges a wish with the one before or after it in the plan; at the end of the list it stays. */
export async function moveTarget(
  db: BatchboardDb,
  eventId: EventId,
  target: TargetRef,
  by: -1 | 1,
): Promise<Done> {
  const table = tableOf(db, target)
  return db.transaction('rw', [table, db.marks], async (): Promise<Done> => {
    const rows = await table
      .where(':id')
      .between(...rangeOf(eventId))
      .toArray()
    const shown = inTheirOrder(rows, (row) => idIn(row, target.kind))
    const at = shown.findIndex((row) => idIn(row, target.kind) === target.id)
    if (at < 0) return { refused: 'unknown', what: 'target' }
    const to = at + by
    if (to < 0 || to >= shown.length) return null
    const moved = [...shown]
    moved.splice(to, 0, ...moved.splice(at, 1))
    const written = await signature(db, 'plan')
    // Orders may be equal after a merge: every row whose place changed gets the number of its place.
    await table.bulkPut(
      moved.flatMap((row, index) =>
        row.order === index + 1 ? [] : [{ ...row, ...written, order: index + 1 }],
      ),
    )
    return null
  })
}

interface TargetRow extends Written {
  readonly order: number
  readonly recipeId?: string
  readonly goodId?: string
  readonly unitId?: string
}

function tableOf(db: BatchboardDb, target: TargetRef): Table<TargetRow, [EventId, string]> {
  const tables = {
    production: db.productionTargets,
    assembly: db.assemblyTargets,
    loose: db.looseTargets,
  }
  return tables[target.kind] as unknown as Table<TargetRow, [EventId, string]>
}

function idIn(row: TargetRow, kind: TargetRef['kind']): string {
  return { production: row.recipeId, assembly: row.goodId, loose: row.unitId }[kind] ?? ''
}

/** A wish keeps its place; a new one, or one that comes back, goes to the end. */
function placeOf(
  before: { readonly order: number; readonly hidden: boolean } | undefined,
  siblings: readonly { readonly order: number; readonly hidden: boolean }[],
): number {
  if (before && !before.hidden) return before.order
  return (
    siblings.reduce((last, { order, hidden }) => (hidden ? last : Math.max(last, order)), 0) + 1
  )
}
