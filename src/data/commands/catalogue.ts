import { cycleWith } from '../../domain/composition'
import type { Component, EventId, GoodId, GoodLine, RecipeId, UnitId } from '../../domain/model'
import { isRefusal, type Refusal } from '../../domain/refusal'
import { readCount, readName, readQuantity } from '../../domain/typed'
import type { BatchboardDb } from '../db'
import { newId, signature } from '../writer'
import { setAssemblyTarget } from './targets'

/** Creates a recipe with its one finished unit; the unit takes the recipe's name unless it has its own. */
export async function createRecipe(
  db: BatchboardDb,
  typed: { readonly name: string; readonly unitName?: string; readonly itemsPerBatch: string },
): Promise<{ readonly recipeId: RecipeId; readonly unitId: UnitId } | Refusal> {
  const name = readName(typed.name)
  if (isRefusal(name)) return name
  const unitName = readName(typed.unitName?.trim() ? typed.unitName : name)
  if (isRefusal(unitName)) return unitName
  const itemsPerBatch = readCount(typed.itemsPerBatch, 'itemsPerBatch')
  if (isRefusal(itemsPerBatch)) return itemsPerBatch
  const recipeId = newId<RecipeId>()
  const unitId = newId<UnitId>()
  await db.transaction('rw', [db.recipes, db.units, db.marks], async () => {
    const written = await signature(db, 'catalogue')
    await db.recipes.add({
      id: recipeId,
      name,
      category: '',
      notes: '',
      lines: [],
      splits: true,
      ...written,
    })
    await db.units.add({
      id: unitId,
      recipeId,
      name: unitName,
      itemsPerBatch,
      order: 1,
      ...written,
    })
  })
  return { recipeId, unitId }
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
  const tables = [db.events, db.goods, db.units, db.materials, db.assemblyTargets, db.marks]
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
  const name = readName(typed.name)
  if (isRefusal(name)) return name
  const lines = readLines(typed.lines)
  if (isRefusal(lines)) return lines
  const id = newId<GoodId>()
  const tables = [db.goods, db.units, db.materials, db.marks]
  return db.transaction('rw', tables, async (): Promise<GoodId | Refusal> => {
    for (const { item } of lines) {
      const unknown = await isUnknown(db, item)
      if (unknown) return { refused: 'unknown', what: item.kind === 'good' ? 'good' : 'unit' }
    }
    const goods = await db.goods.toArray()
    const chain = cycleWith(goods, { id, lines })
    if (chain) {
      const named = [...goods, { id, name }]
      const names = chain.map((one) => named.find((row) => row.id === one)?.name ?? '')
      return { refused: 'cycle', chain, names }
    }
    const written = await signature(db, 'catalogue')
    await db.goods.add({ id, name, notes: '', lines, ...written })
    return id
  })
}

function readLines(typed: readonly TypedLine[]): readonly GoodLine[] | Refusal {
  if (typed.length === 0) return { refused: 'no lines' }
  const lines: GoodLine[] = []
  for (const { item, quantity } of typed) {
    const amount = readQuantity(quantity, 'lineQuantity')
    if (isRefusal(amount)) return amount
    lines.push({ item, quantity: amount })
  }
  return lines
}

async function isUnknown(db: BatchboardDb, item: Component): Promise<boolean> {
  if (item.kind === 'unit') return !(await db.units.get(item.id))
  return item.kind === 'good' ? !(await db.goods.get(item.id)) : !(await db.materials.get(item.id))
}
