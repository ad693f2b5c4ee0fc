import type {
  Component,
  FinishedGood,
  FinishedUnit,
  GoodId,
  Ingredient,
  IngredientId,
  MaterialId,
  Recipe,
  RecipeId,
  UnitId,
} from './model'
import type { Fraction } from './quantity'
import { unitsOf } from './rows'

/** What the forms of the catalogue hold while somebody types. */

/** `id` is null for what is new. */
export interface RecipeDraft {
  readonly id: RecipeId | null
  readonly name: string
  readonly category: string
  readonly notes: string
  readonly splits: boolean
  readonly lines: readonly LineDraft[]
  readonly units: readonly UnitDraft[]
  /** Units that were taken out in the form: others may have come to the recipe since it was opened. */
  readonly removed: readonly UnitId[]
}

/**
 * An ingredient is what its name says; the id only tells two of one name apart. Without a name the
 * line is its text alone.
 */
export interface LineDraft {
  readonly ingredientId: IngredientId | null
  readonly name: string
  readonly quantity: string
  readonly measure: string
  readonly text: string
}

/** The first unit without a name is called like its recipe. */
export interface UnitDraft {
  readonly id: UnitId | null
  readonly name: string
  readonly itemsPerBatch: string
}

/** An ingredient that was chosen is called as it is by now; a name that is typed chooses none. */
export function namedNow(
  lines: readonly LineDraft[],
  ingredients: readonly Pick<Ingredient, 'id' | 'name'>[],
): LineDraft[] {
  const names = new Map(ingredients.map(({ id, name }) => [id, name]))
  return lines.map((line) => {
    const name = line.ingredientId === null ? undefined : names.get(line.ingredientId)
    return name === undefined ? line : { ...line, name }
  })
}

export interface BundleDraft {
  readonly id: GoodId | null
  readonly name: string
  readonly notes: string
  readonly lines: readonly PartDraft[]
}

export interface PartDraft {
  readonly item: Component | NewMaterial
  readonly quantity: string
}

/** A material by its name: the one that is called so, or else a new one. */
export interface NewMaterial {
  readonly kind: 'new material'
  readonly name: string
}

export interface IngredientDraft {
  readonly id: IngredientId | null
  readonly name: string
  readonly measure: string
  readonly category: string
  /** "1 cup = 120 g", or nothing in any of the four. */
  readonly density: DensityDraft
}

export interface DensityDraft {
  readonly volume: string
  readonly volumeMeasure: string
  readonly mass: string
  readonly massMeasure: string
}

export interface MaterialDraft {
  readonly id: MaterialId | null
  readonly name: string
  readonly measure: string
}

export const NEW_RECIPE: RecipeDraft = {
  id: null,
  name: '',
  category: '',
  notes: '',
  splits: true,
  lines: [],
  units: [{ id: null, name: '', itemsPerBatch: '' }],
  removed: [],
}

export const NEW_BUNDLE: BundleDraft = { id: null, name: '', notes: '', lines: [] }

const NO_DENSITY: DensityDraft = { volume: '', volumeMeasure: '', mass: '', massMeasure: '' }

export const NEW_INGREDIENT: IngredientDraft = {
  id: null,
  name: '',
  measure: '',
  category: '',
  density: NO_DENSITY,
}

/** A stored recipe as its form shows it. */
export function recipeDraft(
  recipe: Recipe,
  units: readonly FinishedUnit[],
  ingredients: readonly Ingredient[],
): RecipeDraft {
  const { id, name, category, notes, splits } = recipe
  const names = new Map(ingredients.map((ingredient) => [ingredient.id, ingredient.name]))
  const own = unitsOf(id, units)
  return {
    id,
    name,
    category,
    notes,
    splits,
    lines: recipe.lines.map(({ ingredientId, quantity, measure, text }) => ({
      ingredientId,
      name: ingredientId === null ? '' : (names.get(ingredientId) ?? ''),
      quantity: quantity === null ? '' : typedQuantity(quantity),
      measure,
      text,
    })),
    units: own.map((unit) => ({
      id: unit.id,
      name: own.length === 1 && unit.name === name ? '' : unit.name,
      itemsPerBatch: String(unit.itemsPerBatch),
    })),
    removed: [],
  }
}

export function bundleDraft({ id, name, notes, lines }: FinishedGood): BundleDraft {
  return {
    id,
    name,
    notes,
    lines: lines.map(({ item, quantity }) => ({ item, quantity: typedQuantity(quantity) })),
  }
}

export function ingredientDraft(
  ingredient: Pick<Ingredient, 'id' | 'name' | 'measure' | 'category' | 'density'>,
): IngredientDraft {
  const { id, name, measure, category, density } = ingredient
  return {
    id,
    name,
    measure,
    category,
    density: density
      ? {
          volume: typedQuantity(density.volume),
          volumeMeasure: density.volumeMeasure,
          mass: typedQuantity(density.mass),
          massMeasure: density.massMeasure,
        }
      : NO_DENSITY,
  }
}

/** A quantity as somebody would type it: 6 · 1/2 · 2 1/4 · 0.333. Reading it gives the same again. */
export function typedQuantity({ n, d }: Fraction): string {
  if (d === 1) return String(n)
  if (d > 16 && 1000 % d === 0) return String(n / d)
  const whole = Math.floor(n / d)
  const part = `${n - whole * d}/${d}`
  return whole === 0 ? part : `${whole} ${part}`
}
