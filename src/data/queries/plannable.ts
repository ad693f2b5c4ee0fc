import type { FinishedGood, FinishedUnit, Material, Recipe } from '../../domain/model'
import { unitsOf } from '../../domain/rows'
import type { BatchboardDb } from '../db'

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
      units: [...recipeIds].flatMap((id) => unitsOf(id, units)),
      goods: goods.filter(({ hidden }) => !hidden),
      materials: materials.filter(({ hidden }) => !hidden),
    }
  })
}
