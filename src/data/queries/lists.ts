import type {
  FinishedGood,
  FinishedUnit,
  KitchenEvent,
  Material,
  Recipe,
  Writer,
  WriterId,
} from '../../domain/model'
import type { BatchboardDb } from '../db'

/** All events that are not hidden; the screen decides their order. */
export async function allEvents(db: BatchboardDb): Promise<readonly KitchenEvent[]> {
  const events = await db.events.toArray()
  return events.filter(({ hidden }) => !hidden)
}

/** Events that were taken off the lists. */
export async function hiddenEvents(db: BatchboardDb): Promise<readonly KitchenEvent[]> {
  const events = await db.events.toArray()
  return events.filter(({ hidden }) => hidden)
}

export interface CatalogueLists {
  readonly recipes: readonly Recipe[]
  readonly units: readonly FinishedUnit[]
  readonly goods: readonly FinishedGood[]
  readonly materials: readonly Material[]
}

/** What can be planned: the catalogue without its hidden rows. */
export async function catalogue(db: BatchboardDb): Promise<CatalogueLists> {
  return db.transaction('r', [db.recipes, db.units, db.goods, db.materials], async () => {
    const [recipes, units, goods, materials] = await Promise.all([
      db.recipes.toArray(),
      db.units.toArray(),
      db.goods.toArray(),
      db.materials.toArray(),
    ])
    const recipeIds = new Set(recipes.filter(({ hidden }) => !hidden).map(({ id }) => id))
    return {
      recipes: recipes.filter(({ hidden }) => !hidden),
      units: units.filter(({ hidden, recipeId }) => !hidden && recipeIds.has(recipeId)),
      goods: goods.filter(({ hidden }) => !hidden),
      materials: materials.filter(({ hidden }) => !hidden),
    }
  })
}

/** The device names of writers, '' where none was given. */
export async function devicesOf(
  db: BatchboardDb,
  writers: readonly WriterId[],
): Promise<ReadonlyMap<WriterId, string>> {
  const rows = await db.writers.bulkGet([...writers])
  return new Map(
    rows
      .filter((row): row is Writer => row !== undefined)
      .map(({ writer, device }) => [writer, device]),
  )
}
