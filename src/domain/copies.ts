import { keyText } from './ledger'
import type {
  AssemblyTarget,
  Entry,
  FinishedGood,
  FinishedUnit,
  Ingredient,
  KitchenEvent,
  LooseTarget,
  Material,
  ProductionTarget,
  Recipe,
} from './model'

/** The rows that travel between copies of a kitchen, by their kind. */
interface RowKinds {
  readonly recipe: Recipe
  readonly unit: FinishedUnit
  readonly good: FinishedGood
  readonly ingredient: Ingredient
  readonly material: Material
  readonly event: KitchenEvent
  readonly productionTarget: ProductionTarget
  readonly assemblyTarget: AssemblyTarget
  readonly looseTarget: LooseTarget
}
export type RowKind = keyof RowKinds

/** What can be set aside: rows, and entries of the ledger. */
export interface Kinds extends RowKinds {
  readonly entry: Entry
}
export type Kind = keyof Kinds

/** What a copy once said and that does not count, kept to be seen: all that was said of one key. */
export type SetAside = {
  [K in Kind]: { readonly kind: K; readonly key: string; readonly rows: readonly Kinds[K][] }
}[Kind]

/** A row's key as one word: what two copies know it by. */
const KEYS: { readonly [K in Kind]: (row: Kinds[K]) => string } = {
  recipe: ({ id }) => id,
  unit: ({ id }) => id,
  good: ({ id }) => id,
  ingredient: ({ id }) => id,
  material: ({ id }) => id,
  event: ({ id }) => id,
  productionTarget: ({ eventId, recipeId }) => `${eventId} ${recipeId}`,
  assemblyTarget: ({ eventId, goodId }) => `${eventId} ${goodId}`,
  looseTarget: ({ eventId, unitId }) => `${eventId} ${unitId}`,
  entry: keyText,
}

/** What two copies know a row or an entry by. */
export function keyOf<K extends Kind>(kind: K, row: Kinds[K]): string {
  return KEYS[kind](row)
}
