import type { FinishedUnit, RecipeId } from '../domain/model'
import type { KnownRecipe, Recipes } from './bake-tracker-recipes'
import type { Tables } from './bake-tracker-schema'
import { Drafts, type Draft } from './bake-tracker-yields'
import type { Findings } from './findings'
import { IMPORTED, idFromParts } from './imported-row'
import { Directory } from './names'

/** What recipes make: the table of its own first, then what only the recipes' rows tell. */
export class Units {
  readonly all: FinishedUnit[] = []
  readonly #ofRecipe = new Map<RecipeId, { first: FinishedUnit; count: number }>()
  readonly #directory = new Directory<FinishedUnit>()
  readonly #findings: Findings

  constructor(tables: Tables, recipes: Recipes, findings: Findings) {
    this.#findings = findings
    const drafts = new Drafts(findings)
    for (const [index, row] of tables.finished_units.entries()) {
      const recipe = recipes.find('finished_units', row)
      if (recipe) drafts.add(recipe, row, ['finished_units', index], false)
    }
    for (const recipe of recipes.all) {
      for (const [index, row] of recipe.row.finished_units.entries()) {
        drafts.add(recipe, row, ['recipes', recipe.index, 'finished_units', index], true)
      }
      this.#build(recipe, drafts.of(recipe))
    }
  }

  find(slug: string | null | undefined): FinishedUnit | undefined {
    return this.#directory.find(slug)[0]
  }

  /**
   * The unit that a run made: the named one, else the recipe's first that is not hidden. A recipe
   * with runs and no unit gets one of its own name, one a batch: what was baked was not lost.
   */
  madeBy(recipe: KnownRecipe, slug: string | null | undefined): FinishedUnit {
    const named = this.find(slug)
    if (named?.recipeId === recipe.id) return named
    const units = this.#ofRecipe.get(recipe.id)
    if (!units) {
      this.#findings.remark({ remark: 'no yield', name: recipe.name })
      return this.#make(recipe, ownUnit(recipe), 1)
    }
    const { first, count } = units
    if (count > 1) {
      const { name: piece } = first
      this.#findings.remark({ remark: 'piece not named', recipe: recipe.name, piece })
    }
    return first
  }

  #build(recipe: KnownRecipe, drafts: readonly Draft[]): void {
    // Older files have one yield in the recipe's row.
    const older = Math.floor(recipe.row.yield_quantity ?? 0)
    for (const draft of drafts) {
      const { itemsPerBatch, percent } = draft.yield ?? {
        itemsPerBatch: drafts.length === 1 ? older : 0,
        percent: null,
      }
      if (itemsPerBatch < 1) {
        this.#findings.leaveOut('finished_units', draft.name, 'no yield')
        continue
      }
      if (percent !== null) {
        this.#findings.remark({ remark: 'portion', name: draft.name, percent, itemsPerBatch })
      }
      this.#make(recipe, draft, itemsPerBatch)
    }
    if (drafts.length === 0 && older >= 1) this.#make(recipe, ownUnit(recipe), older)
  }

  #make(
    recipe: KnownRecipe,
    { id, name, slug, hidden }: Omit<Draft, 'yield'>,
    itemsPerBatch: number,
  ): FinishedUnit {
    const units = this.#ofRecipe.get(recipe.id)
    const order = units?.count ?? 0
    const unit = { ...IMPORTED, hidden, id, recipeId: recipe.id, name, itemsPerBatch, order }
    this.all.push(unit)
    const first = units && (!units.first.hidden || hidden) ? units.first : unit
    this.#ofRecipe.set(recipe.id, { first, count: order + 1 })
    this.#directory.add(unit, slug, name)
    return unit
  }
}

function ownUnit({ id, name }: KnownRecipe): Omit<Draft, 'yield'> {
  return { id: idFromParts('unit', [id]), name, slug: null, hidden: false }
}
