import type { Table } from 'dexie'
import type { IngredientDraft, MaterialDraft } from '../../domain/drafts'
import type { Ingredient, IngredientId, Material, MaterialId } from '../../domain/model'
import { isRefusal, type Refusal } from '../../domain/refusal'
import { findNamed, isSameName } from '../../domain/search'
import { readName, readWord } from '../../domain/typed'
import { readDensity } from '../../domain/typed-drafts'
import { idFrom } from '../../exchange/imported-row'
import type { BatchboardDb } from '../db'
import { newId } from '../writer'
import { UNSIGNED, writerOf, type Write } from './rows'

/** Creates or changes an ingredient. Refuses the name of another. */
export async function saveIngredient(
  db: BatchboardDb,
  draft: IngredientDraft,
): Promise<IngredientId | Refusal> {
  const density = readDensity(draft.density)
  if (isRefusal(density)) return density
  const category = readWord(draft.category)
  if (isRefusal(category)) return category
  return saveNamed(db, db.ingredients, draft, (id, name, measure, before) => ({
    ...(before ?? UNSIGNED),
    id,
    name,
    measure,
    category,
    density,
  }))
}

/** Creates or changes a material. Refuses the name of another. */
export async function saveMaterial(
  db: BatchboardDb,
  draft: MaterialDraft,
): Promise<MaterialId | Refusal> {
  return saveNamed(db, db.materials, draft, (id, name, measure, before) => ({
    ...(before ?? UNSIGNED),
    id,
    name,
    measure,
  }))
}

/** Takes an ingredient off the lists; recipes that use it keep it. */
export async function hideIngredient(db: BatchboardDb, id: IngredientId): Promise<null | Refusal> {
  return setHidden(db, db.ingredients, id, true)
}

/** Puts a hidden ingredient back on the lists. */
export async function bringBackIngredient(
  db: BatchboardDb,
  id: IngredientId,
): Promise<null | Refusal> {
  return setHidden(db, db.ingredients, id, false)
}

/** Takes a material off the lists; bundles that use it keep it. */
export async function hideMaterial(db: BatchboardDb, id: MaterialId): Promise<null | Refusal> {
  return setHidden(db, db.materials, id, true)
}

/** Puts a hidden material back on the lists. */
export async function bringBackMaterial(db: BatchboardDb, id: MaterialId): Promise<null | Refusal> {
  return setHidden(db, db.materials, id, false)
}

/**
 * The ingredient of a recipe's line, inside the caller's transaction: the one with this id if it is
 * called so, else the one that is called so, else a new one, which joins `known`. A hidden one that
 * is named is back on the lists.
 */
export async function ingredientOf(
  db: BatchboardDb,
  write: Write,
  known: Ingredient[],
  line: {
    readonly ingredientId: IngredientId | null
    readonly name: string
    readonly measure: string
  },
): Promise<IngredientId> {
  const { ingredientId, name, measure } = line
  const chosen = known.find((row) => row.id === ingredientId && isSameName(row.name, name))
  if (chosen) return chosen.id
  return itemOf(db.ingredients, write, known, name, (id) => ({
    ...UNSIGNED,
    id,
    name,
    measure,
    category: '',
    density: null,
  }))
}

/** The material of this name, inside the caller's transaction: the one there is, or a new one, which joins `known`. */
export async function materialOf(
  db: BatchboardDb,
  write: Write,
  known: Material[],
  name: string,
): Promise<MaterialId> {
  return itemOf(db.materials, write, known, name, (id) => ({ ...UNSIGNED, id, name, measure: '' }))
}

type Row = Ingredient | Material

async function itemOf<Item extends Row>(
  table: Table<Item, Item['id']>,
  write: Write,
  known: Item[],
  name: string,
  create: (id: Item['id']) => Item,
): Promise<Item['id']> {
  const called = findNamed(known, name)
  if (called) {
    await write(table, called, { ...called, hidden: false })
    return called.id
  }
  const created = create(freshId(table, known, name))
  await write(table, undefined, created)
  known.push(created)
  return created.id
}

async function saveNamed<Item extends Row>(
  db: BatchboardDb,
  table: Table<Item, Item['id']>,
  draft: {
    readonly id: Item['id'] | null
    readonly name: string
    readonly measure: string
  },
  rowOf: (id: Item['id'], name: string, measure: string, before: Item | undefined) => Item,
): Promise<Item['id'] | Refusal> {
  const name = readName(draft.name)
  if (isRefusal(name)) return name
  const measure = readWord(draft.measure)
  if (isRefusal(measure)) return measure
  return db.transaction('rw', [table, db.marks], async (): Promise<Item['id'] | Refusal> => {
    const rows = await table.toArray()
    const before = rows.find(({ id }) => id === draft.id)
    if (draft.id !== null && !before) return unknown(table.name)
    // Two of one name may have come together in a merge; each can be changed all the same.
    const isRenamed = !before || !isSameName(before.name, name)
    const other = findNamed(
      rows.filter((row) => row !== before),
      name,
    )
    if (isRenamed && other) return { refused: 'name taken', name: other.name }
    const id = before?.id ?? freshId(table, rows, name)
    await writerOf(db)(table, before, rowOf(id, name, measure, before))
    return id
  })
}

/** Made from the name, so that two devices that add the same thing make one row of it. */
function freshId<Item extends Row>(
  table: Table<Item, Item['id']>,
  rows: readonly Item[],
  name: string,
): Item['id'] {
  const id = idFrom<Item['id']>(table.name === 'materials' ? 'material' : 'ingredient', name)
  return rows.some((row) => row.id === id) ? newId<Item['id']>() : id
}

async function setHidden<Item extends Row>(
  db: BatchboardDb,
  table: Table<Item, Item['id']>,
  id: Item['id'],
  hidden: boolean,
): Promise<null | Refusal> {
  return db.transaction('rw', [table, db.marks], async (): Promise<null | Refusal> => {
    const row = await table.get(id)
    if (!row) return unknown(table.name)
    await writerOf(db)(table, row, { ...row, hidden })
    return null
  })
}

function unknown(table: string): Refusal {
  return { refused: 'unknown', what: table === 'materials' ? 'material' : 'ingredient' }
}
