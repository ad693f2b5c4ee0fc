import type { RecipeDraft } from '../../domain/drafts'
import type { FinishedUnit, IngredientLine, RecipeId, UnitId } from '../../domain/model'
import { isRefusal, type Refusal } from '../../domain/refusal'
import { unitsOf } from '../../domain/rows'
import { readName } from '../../domain/typed'
import { readRecipe, type ReadRecipe } from '../../domain/typed-drafts'
import type { BatchboardDb } from '../db'
import { newId } from '../writer'
import { ingredientOf } from './ingredients'
import { UNSIGNED, writerOf, type Write } from './rows'

export interface SavedRecipe {
  readonly recipeId: RecipeId
  /** In the order of the form. */
  readonly unitIds: readonly UnitId[]
}

/**
 * Creates or changes a recipe, with its finished units and the ingredients that are new. A unit
 * that was taken out is hidden: whatever refers to it keeps its name. A hidden recipe that is saved
 * is visible again.
 */
export async function saveRecipe(
  db: BatchboardDb,
  draft: RecipeDraft,
): Promise<SavedRecipe | Refusal> {
  const read = readRecipe(draft)
  if (isRefusal(read)) return read
  return db.transaction('rw', tablesOf(db), async (): Promise<SavedRecipe | Refusal> => {
    const before = draft.id === null ? undefined : await db.recipes.get(draft.id)
    if (draft.id !== null && !before) return { refused: 'unknown', what: 'recipe' }
    const stored = before ? await unitsIn(db, before.id) : []
    for (const { id } of read.units) {
      const isOwn = id === null || stored.some((unit) => unit.id === id)
      if (!isOwn) return { refused: 'unknown', what: 'unit' }
    }
    const ingredients = await db.ingredients.toArray()
    for (const { ingredientId } of read.lines) {
      const isKnown = ingredientId === null || ingredients.some(({ id }) => id === ingredientId)
      if (!isKnown) return { refused: 'unknown', what: 'ingredient' }
    }
    const write = writerOf(db)
    const recipeId = before?.id ?? newId<RecipeId>()
    const lines: IngredientLine[] = []
    for (const { name, ingredientId, quantity, measure, text } of read.lines) {
      const line = { ingredientId, name, measure }
      const id = name === '' ? null : await ingredientOf(db, write, ingredients, line)
      lines.push({ ingredientId: id, quantity, measure, text })
    }
    await write(db.recipes, before, {
      ...(before ?? UNSIGNED),
      id: recipeId,
      name: read.name,
      category: read.category,
      notes: read.notes,
      lines,
      splits: draft.splits,
      hidden: false,
    })
    const unitIds = await saveUnits(db, write, recipeId, read, stored)
    for (const unit of stored) {
      const isGone = draft.removed.includes(unit.id) && !unitIds.includes(unit.id)
      if (isGone) await write(db.units, unit, { ...unit, hidden: true })
    }
    return { recipeId, unitIds }
  })
}

async function saveUnits(
  db: BatchboardDb,
  write: Write,
  recipeId: RecipeId,
  { units }: ReadRecipe,
  stored: readonly FinishedUnit[],
): Promise<UnitId[]> {
  const kept: UnitId[] = []
  for (const [index, { id, name, itemsPerBatch }] of units.entries()) {
    const before = stored.find((unit) => unit.id === id)
    const unitId = id ?? newId<UnitId>()
    const order = index + 1
    const row = { ...(before ?? UNSIGNED), id: unitId, recipeId, name, itemsPerBatch, order }
    await write(db.units, before, { ...row, hidden: false })
    kept.push(unitId)
  }
  return kept
}

/** Copies a recipe with its lines and units under another name; two of one name are allowed. Gives the copy. */
export async function duplicateRecipe(
  db: BatchboardDb,
  id: RecipeId,
  typedName: string,
): Promise<SavedRecipe | Refusal> {
  const name = readName(typedName)
  if (isRefusal(name)) return name
  return db.transaction('rw', tablesOf(db), async (): Promise<SavedRecipe | Refusal> => {
    const original = await db.recipes.get(id)
    if (!original) return { refused: 'unknown', what: 'recipe' }
    const units = unitsOf(id, await unitsIn(db, id))
    const write = writerOf(db)
    const recipeId = newId<RecipeId>()
    await write(db.recipes, undefined, { ...original, id: recipeId, name, hidden: false })
    const copies = units.map((unit) => ({
      ...unit,
      id: newId<UnitId>(),
      recipeId,
      name: unit.name === original.name ? name : unit.name,
      hidden: false,
    }))
    for (const copy of copies) await write(db.units, undefined, copy)
    return { recipeId, unitIds: copies.map((copy) => copy.id) }
  })
}

/** Takes a recipe off the lists, and its units with it. Plans, bundles and history keep them. */
export async function hideRecipe(db: BatchboardDb, id: RecipeId): Promise<null | Refusal> {
  return setHidden(db, id, true)
}

/** Puts a hidden recipe back on the lists. */
export async function bringBackRecipe(db: BatchboardDb, id: RecipeId): Promise<null | Refusal> {
  return setHidden(db, id, false)
}

async function setHidden(db: BatchboardDb, id: RecipeId, hidden: boolean): Promise<null | Refusal> {
  return db.transaction('rw', [db.recipes, db.marks], async (): Promise<null | Refusal> => {
    const recipe = await db.recipes.get(id)
    if (!recipe) return { refused: 'unknown', what: 'recipe' }
    await writerOf(db)(db.recipes, recipe, { ...recipe, hidden })
    return null
  })
}

async function unitsIn(db: BatchboardDb, recipeId: RecipeId): Promise<FinishedUnit[]> {
  return db.units.where('recipeId').equals(recipeId).toArray()
}

function tablesOf(db: BatchboardDb) {
  return [db.recipes, db.units, db.ingredients, db.marks]
}
