import type { Ingredient, IngredientId, IngredientLine } from '../domain/model'
import type { Fraction } from '../domain/quantity'
import { isRefusal } from '../domain/refusal'
import { readQuantity } from '../domain/typed'
import type { Row } from './bake-tracker-schema'
import { exactly } from './decimal'
import type { Findings } from './findings'
import { IMPORTED, idFrom } from './imported-row'
import { Directory, nameOf } from './names'

/** A row of the ingredient table while the file is read: recipes and the pantry decide its measure. */
export interface KnownIngredient {
  readonly id: IngredientId
  readonly name: string
  readonly category: string
  readonly leaf: boolean
  /** Measure → recipe lines that use it. */
  readonly measures: Map<string, number>
  used: boolean
  /** The one measure that the pantry counts it in; null when it is not counted. */
  pantry: string | null
}

/** The table is a tree: groups, groups of groups and, at level 2, what is bought and weighed. */
const LEAF = 2

export class Ingredients {
  readonly #rows: KnownIngredient[] = []
  readonly #directory = new Directory<KnownIngredient>()
  readonly #ids = new Set<IngredientId>()
  readonly #findings: Findings

  constructor(rows: readonly Row<'ingredients'>[], findings: Findings) {
    this.#findings = findings
    for (const row of rows) {
      const name = nameOf(row.display_name, row.name, row.slug)
      if (name === null) findings.leaveOut('ingredients', '', 'no name')
      else if (this.#ids.has(idFrom('ingredient', nameOf(row.slug) ?? name))) {
        findings.leaveOut('ingredients', name, 'twice')
      } else {
        const leaf = (row.hierarchy_level ?? LEAF) === LEAF
        this.#add(row.slug, name, nameOf(row.category) ?? '', leaf)
      }
    }
  }

  find(slug: string | null | undefined, name?: string | null): KnownIngredient | undefined {
    const found = this.#directory.find(slug, name)[0]
    if (found) found.used = true
    return found
  }

  /**
   * A recipe's line. A file of recipes alone has no table of ingredients: its lines name them. A
   * quantity that cannot be read stays as text.
   */
  line(recipe: string, row: Row<'recipes'>['ingredients'][number]): IngredientLine {
    const called = nameOf(row.ingredient_name, row.ingredient_slug?.replace(/[_-]+/g, ' '))
    const measure = nameOf(row.unit) ?? ''
    const quantity = readAmount(row.quantity)
    const text = quantity === null ? String(row.quantity ?? '') : ''
    if (called === null) {
      this.#findings.leaveOut('recipes, ingredients', recipe, 'no name')
      return { ingredientId: null, quantity, measure, text }
    }
    const ingredient =
      this.find(row.ingredient_slug, row.ingredient_name) ??
      this.#add(row.ingredient_slug, called, '', true)
    ingredient.measures.set(measure, (ingredient.measures.get(measure) ?? 0) + 1)
    return { ingredientId: ingredient.id, quantity, measure, text }
  }

  /** Leaves of the tree, and whatever recipes and pantry refer to; the rest are headings. */
  rows(): Ingredient[] {
    const ours = this.#rows.filter(({ leaf, used }) => leaf || used)
    this.#findings.leaveOut('ingredients', '', 'nothing of ours', this.#rows.length - ours.length)
    return ours.map(({ id, name, category, measures, pantry }) => ({
      ...IMPORTED,
      id,
      name,
      category,
      // A count is worth nothing in another measure than its own.
      measure: pantry ?? commonest(measures),
      density: null,
    }))
  }

  #add(
    slug: string | null | undefined,
    name: string,
    category: string,
    leaf: boolean,
  ): KnownIngredient {
    const id = idFrom<IngredientId>('ingredient', nameOf(slug) ?? name)
    const measures = new Map<string, number>()
    const known = { id, name, category, leaf, measures, used: false, pantry: null }
    this.#ids.add(id)
    this.#rows.push(known)
    this.#directory.add(known, slug, name)
    return known
  }
}

function readAmount(quantity: number | string | null | undefined): Fraction | null {
  if (typeof quantity === 'number') return exactly(quantity)
  if (typeof quantity !== 'string') return null
  const read = readQuantity(quantity, 'quantity')
  return isRefusal(read) ? null : read
}

function commonest(measures: ReadonlyMap<string, number>): string {
  let [best, most] = ['', 0]
  for (const [measure, lines] of measures) if (lines > most) [best, most] = [measure, lines]
  return best
}
