import { asidesOf, type Aside } from '../../domain/aside'
import type { BatchboardDb } from '../db'

/** One content that does not count, and the device that wrote it; '' when that is not known. */
export interface AsideRow extends Aside {
  readonly device: string
}

/** Everything that was set aside, the latest first. */
export async function setAsideRows(db: BatchboardDb): Promise<readonly AsideRow[]> {
  const catalogue = [db.recipes, db.units, db.goods, db.materials, db.ingredients, db.events]
  return db.transaction('r', [db.setAside, db.writers, ...catalogue], async () => {
    const asides = await db.setAside.toArray()
    if (asides.length === 0) return []
    const named = {
      recipes: await db.recipes.toArray(),
      units: await db.units.toArray(),
      goods: await db.goods.toArray(),
      materials: await db.materials.toArray(),
      ingredients: await db.ingredients.toArray(),
      events: await db.events.toArray(),
    }
    const devices = new Map(
      (await db.writers.toArray()).map(({ writer, device }) => [writer, device]),
    )
    return asidesOf(asides, named).map((aside) => ({
      ...aside,
      device: devices.get(aside.writer) ?? '',
    }))
  })
}
