import { cycleWith } from '../../domain/contents'
import type { BundleDraft } from '../../domain/drafts'
import type { Component, FinishedGood, GoodId, GoodLine } from '../../domain/model'
import { isRefusal, type Refusal } from '../../domain/refusal'
import { unitsOf } from '../../domain/rows'
import { readName } from '../../domain/typed'
import { readBundle, type ReadBundle } from '../../domain/typed-drafts'
import type { BatchboardDb } from '../db'
import { newId } from '../writer'
import { materialOf } from './ingredients'
import { UNSIGNED, writerOf } from './rows'

/**
 * Creates or changes a bundle. Refuses one without lines, one that would contain itself, and a part
 * that is hidden, unless the bundle has it already. A hidden bundle that is saved is visible again.
 */
export async function saveBundle(db: BatchboardDb, draft: BundleDraft): Promise<GoodId | Refusal> {
  const read = readBundle(draft)
  if (isRefusal(read)) return read
  return db.transaction('rw', bundleTables(db), async (): Promise<GoodId | Refusal> => {
    const goods = await db.goods.toArray()
    const before = goods.find(({ id }) => id === draft.id)
    if (draft.id !== null && !before) return { refused: 'unknown', what: 'good' }
    const refusal = await partsRefused(db, read, before)
    if (refusal) return refusal
    const id = before?.id ?? newId<GoodId>()
    const known = read.lines.flatMap(({ item, quantity }): GoodLine[] =>
      item.kind === 'new material' ? [] : [{ item, quantity }],
    )
    const chain = cycleWith(goods, { id, lines: known })
    if (chain) {
      const named = [{ id, name: read.name }, ...goods]
      const names = chain.map((one) => named.find((row) => row.id === one)?.name ?? '')
      return { refused: 'cycle', chain, names }
    }
    const write = writerOf(db)
    const materials = await db.materials.toArray()
    const lines: GoodLine[] = []
    for (const { item, quantity } of read.lines) {
      const part: Component =
        item.kind === 'new material'
          ? { kind: 'material', id: await materialOf(db, write, materials, item.name) }
          : item
      lines.push({ item: part, quantity })
    }
    const { name, notes } = read
    await write(db.goods, before, {
      ...(before ?? UNSIGNED),
      id,
      name,
      notes,
      lines,
      hidden: false,
    })
    return id
  })
}

/** The tables that saving a bundle reads and writes. */
export function bundleTables(db: BatchboardDb) {
  return [db.goods, db.units, db.recipes, db.materials, db.marks]
}

/** Why a part cannot be in the bundle: it is unknown, or it is hidden and not in it yet. */
async function partsRefused(
  db: BatchboardDb,
  { lines }: ReadBundle,
  before: FinishedGood | undefined,
): Promise<Refusal | null> {
  for (const { item } of lines) {
    if (item.kind === 'new material') continue
    const row = await rowOf(db, item)
    if (!row) return { refused: 'unknown', what: item.kind }
    const isNew = !before?.lines.some(
      (line) => line.item.kind === item.kind && line.item.id === item.id,
    )
    if (row.hidden && isNew) return { refused: 'hidden part', name: row.name }
  }
  return null
}

/** What a part is called, and whether it can be seen: a unit only as long as its recipe can. */
async function rowOf(
  db: BatchboardDb,
  item: Component,
): Promise<{ readonly name: string; readonly hidden: boolean } | undefined> {
  if (item.kind === 'good') return db.goods.get(item.id)
  if (item.kind === 'material') return db.materials.get(item.id)
  const unit = await db.units.get(item.id)
  if (!unit) return undefined
  const recipe = await db.recipes.get(unit.recipeId)
  const made = unitsOf(unit.recipeId, await db.units.where({ recipeId: unit.recipeId }).toArray())
  const isMade = made.some(({ id }) => id === unit.id)
  return { name: unit.name, hidden: !isMade || (recipe?.hidden ?? false) }
}

/** Copies a bundle with its lines under another name. Gives the copy's id. */
export async function duplicateBundle(
  db: BatchboardDb,
  id: GoodId,
  typedName: string,
): Promise<GoodId | Refusal> {
  const name = readName(typedName)
  if (isRefusal(name)) return name
  return db.transaction('rw', [db.goods, db.marks], async (): Promise<GoodId | Refusal> => {
    const original = await db.goods.get(id)
    if (!original) return { refused: 'unknown', what: 'good' }
    const copy = newId<GoodId>()
    await writerOf(db)(db.goods, undefined, { ...original, id: copy, name, hidden: false })
    return copy
  })
}

/** Takes a bundle off the lists. Plans, history and bundles that contain it keep it. */
export async function hideBundle(db: BatchboardDb, id: GoodId): Promise<null | Refusal> {
  return setHidden(db, id, true)
}

/** Puts a hidden bundle back on the lists. */
export async function bringBackBundle(db: BatchboardDb, id: GoodId): Promise<null | Refusal> {
  return setHidden(db, id, false)
}

async function setHidden(db: BatchboardDb, id: GoodId, hidden: boolean): Promise<null | Refusal> {
  return db.transaction('rw', [db.goods, db.marks], async (): Promise<null | Refusal> => {
    const row = await db.goods.get(id)
    if (!row) return { refused: 'unknown', what: 'good' }
    await writerOf(db)(db.goods, row, { ...row, hidden })
    return null
  })
}
