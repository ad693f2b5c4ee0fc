import type { Kitchen, RecipeFacts } from '../../domain/catalogue-forms'
import type { CatalogueFacts } from '../../domain/catalogue-lists'
import type { BatchboardDb } from '../db'

/** All of the catalogue, hidden rows too, and who wants it: what its lists are made from. */
export async function catalogueFacts(db: BatchboardDb): Promise<CatalogueFacts> {
  const { recipes, units, goods, ingredients, materials, events } = db
  const { productionTargets, assemblyTargets, looseTargets } = db
  const tables = [recipes, units, goods, ingredients, materials, events]
  const targets = [productionTargets, assemblyTargets, looseTargets]
  return db.transaction('r', [...tables, ...targets], async () => ({
    recipes: await recipes.toArray(),
    units: await units.toArray(),
    goods: await goods.toArray(),
    ingredients: await ingredients.toArray(),
    materials: await materials.toArray(),
    events: await events.toArray(),
    productionTargets: await productionTargets.toArray(),
    assemblyTargets: await assemblyTargets.toArray(),
    looseTargets: await looseTargets.toArray(),
  }))
}

/** What the form of a recipe is made from. */
export async function recipeFacts(db: BatchboardDb): Promise<RecipeFacts> {
  return db.transaction('r', [db.recipes, db.units, db.ingredients], async () => ({
    recipes: await db.recipes.toArray(),
    units: await db.units.toArray(),
    ingredients: await db.ingredients.toArray(),
  }))
}

/** What the form of a bundle is made from. */
export async function bundleFacts(db: BatchboardDb): Promise<Kitchen> {
  return db.transaction('r', [db.recipes, db.units, db.goods, db.materials], async () => ({
    recipes: await db.recipes.toArray(),
    units: await db.units.toArray(),
    goods: await db.goods.toArray(),
    materials: await db.materials.toArray(),
  }))
}
