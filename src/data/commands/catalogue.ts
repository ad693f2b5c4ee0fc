import { NEW_BUNDLE, NEW_RECIPE } from '../../domain/drafts'
import type { Component, EventId, GoodId, RecipeId, UnitId } from '../../domain/model'
import { isRefusal, type Refusal } from '../../domain/refusal'
import { readCount } from '../../domain/typed'
import type { BatchboardDb } from '../db'
import { bundleTables, saveBundle } from './bundles'
import { saveRecipe } from './recipes'
import { setAssemblyTarget } from './targets'

/** Creates a recipe with its one finished unit; the unit takes the recipe's name unless it has its own. */
export async function createRecipe(
  db: BatchboardDb,
  typed: { readonly name: string; readonly unitName?: string; readonly itemsPerBatch: string },
): Promise<{ readonly recipeId: RecipeId; readonly unitId: UnitId } | Refusal> {
  const { name, unitName = '', itemsPerBatch } = typed
  const units = [{ id: null, name: unitName, itemsPerBatch }]
  const saved = await saveRecipe(db, { ...NEW_RECIPE, name, units })
  return isRefusal(saved) ? saved : { recipeId: saved.recipeId, unitId: saved.unitIds[0]! }
}

export interface TypedLine {
  readonly item: Component
  readonly quantity: string
}

/**
 * Creates a bundle from what was typed and, where a number is wanted, plans it for the event.
 * Refuses one without lines, and one that would contain itself: then neither is written.
 */
export async function createPlannedBundle(
  db: BatchboardDb,
  typed: {
    readonly name: string
    readonly lines: readonly TypedLine[]
    readonly eventId: EventId
    readonly wanted: string
  },
): Promise<GoodId | Refusal> {
  const wanted = typed.wanted.trim() === '' ? null : readCount(typed.wanted, 'quantity')
  if (isRefusal(wanted)) return wanted
  const tables = [...bundleTables(db), db.events, db.assemblyTargets]
  return db.transaction('rw', tables, async (): Promise<GoodId | Refusal> => {
    if (!(await db.events.get(typed.eventId))) return { refused: 'unknown', what: 'event' }
    const id = await createBundle(db, typed)
    if (isRefusal(id) || wanted === null) return id
    return (await setAssemblyTarget(db, typed.eventId, id, String(wanted))) ?? id
  })
}

/** Creates a bundle from what was typed. Refuses one without lines, and one that would contain itself. */
export async function createBundle(
  db: BatchboardDb,
  typed: { readonly name: string; readonly lines: readonly TypedLine[] },
): Promise<GoodId | Refusal> {
  return saveBundle(db, { ...NEW_BUNDLE, name: typed.name, lines: typed.lines })
}
