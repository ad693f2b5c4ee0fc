import type { IngredientLine, Recipe, RecipeId } from '../domain/model'
import type { Ingredients } from './bake-tracker-ingredients'
import type { Row } from './bake-tracker-schema'
import type { Findings } from './findings'
import { IMPORTED, idFrom, idFromParts } from './imported-row'
import { Directory, fold, nameOf } from './names'

/** A recipe of the file, with the row it came from. */
export interface KnownRecipe {
  readonly id: RecipeId
  readonly name: string
  readonly row: Row<'recipes'>
  /** The row's place in the table, for messages. */
  readonly index: number
  readonly lines: readonly IngredientLine[]
}

export class Recipes {
  readonly all: KnownRecipe[] = []
  readonly #directory = new Directory<KnownRecipe>()
  readonly #findings: Findings

  constructor(rows: readonly Row<'recipes'>[], ingredients: Ingredients, findings: Findings) {
    this.#findings = findings
    const sameName = new Map<string, number>()
    const seen = new Set<string>()
    rows.forEach((row, index) => {
      const name = nameOf(row.name, row.display_name, row.slug)
      if (name === null) {
        findings.leaveOut('recipes', '', 'no name')
        return
      }
      const folded = fold(name)
      // Recipes may share a name. Those that share the slug too, or everything, are one.
      const slug = nameOf(row.slug)
      const identity = JSON.stringify([folded, slug === null ? row : fold(slug)])
      if (seen.has(identity)) {
        findings.leaveOut('recipes', name, 'twice')
        return
      }
      seen.add(identity)
      const ordinal = (sameName.get(folded) ?? 0) + 1
      sameName.set(folded, ordinal)
      const id =
        ordinal === 1
          ? idFrom<RecipeId>('recipe', name)
          : idFromParts<RecipeId>('recipe', [folded, ordinal])
      const lines = row.ingredients.map((line) => ingredients.line(name, line))
      // A recipe made of other recipes: its own ingredients are taken, theirs are not.
      const components = row.components.length
      findings.leaveOut('recipes, components', name, 'nothing of ours', components)
      const known: KnownRecipe = { id, name, row, index, lines }
      this.all.push(known)
      this.#directory.add(known, row.slug, name)
    })
  }

  /** The recipe that a row of `table` refers to. Of several with that name the first, which is remarked. */
  find(
    table: string,
    row: {
      readonly recipe_slug?: string | null | undefined
      readonly recipe_name?: string | null | undefined
    },
  ): KnownRecipe | undefined {
    const found = this.#directory.find(row.recipe_slug, row.recipe_name)
    const name = nameOf(row.recipe_name, row.recipe_slug) ?? ''
    if (found.length === 0) this.#findings.leaveOut(table, name, 'unknown recipe')
    if (found.length > 1)
      this.#findings.remark({ remark: 'ambiguous name', table: 'recipes', name })
    return found[0]
  }

  rows(): Recipe[] {
    return this.all.map(({ id, name, row, lines }) => ({
      ...IMPORTED,
      hidden: row.is_archived ?? false,
      id,
      name,
      category: nameOf(row.category) ?? '',
      notes: row.notes ?? '',
      lines,
      splits: true,
    }))
  }
}
