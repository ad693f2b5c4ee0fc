import type { FinishedUnit, RecipeId, UnitId } from '../domain/model'
import { MAX_COUNT } from '../domain/quantity'
import type { KnownRecipe, Recipes } from './bake-tracker-recipes'
import type { Row, Tables } from './bake-tracker-schema'
import type { Findings } from './findings'
import { IMPORTED, idFrom, idFromParts } from './imported-row'
import { where } from './json'
import { Directory, fold, nameOf } from './names'

type UnitRow = Row<'finished_units'> | Row<'recipes'>['finished_units'][number]

interface Yield {
  readonly itemsPerBatch: number
  readonly percent: number | null
}

interface Draft {
  readonly id: UnitId
  readonly name: string
  readonly slug: string | null
  readonly hidden: boolean
  yield: Yield | null
}

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
    if (named && named.recipeId === recipe.id) return named
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

/** The same unit is told of in two places: its drafts are brought together. */
class Drafts {
  readonly #byId = new Map<UnitId, Draft>()
  readonly #ofRecipe = new Map<RecipeId, { list: Draft[]; names: Map<string, Draft> }>()
  readonly #findings: Findings

  constructor(findings: Findings) {
    this.#findings = findings
  }

  of(recipe: KnownRecipe): readonly Draft[] {
    return this.#ofRecipe.get(recipe.id)?.list ?? []
  }

  add(recipe: KnownRecipe, row: UnitRow, path: (string | number)[], nested: boolean): void {
    const table = nested ? 'recipes, finished_units' : 'finished_units'
    const name = nameOf(row.display_name, row.name, row.slug)
    if (name === null) {
      this.#findings.leaveOut(table, recipe.name, 'no name')
      return
    }
    const slug = nameOf(row.slug)
    const id =
      slug === null
        ? idFromParts<UnitId>('unit', [recipe.id, fold(name)])
        : idFrom<UnitId>('unit', slug)
    const own = this.#ofRecipe.get(recipe.id) ?? { list: [], names: new Map() }
    this.#ofRecipe.set(recipe.id, own)
    const known = this.#byId.get(id) ?? (nested && slug === null ? own.names.get(fold(name)) : undefined)
    const made = readYield(row, path, this.#findings)
    if (known) {
      if (nested) known.yield ??= made
      else this.#findings.leaveOut(table, name, 'twice')
      return
    }
    const draft = { id, name, slug, hidden: row.is_archived ?? false, yield: made }
    this.#byId.set(id, draft)
    own.list.push(draft)
    own.names.set(fold(name), draft)
  }
}

function ownUnit({ id, name }: KnownRecipe): Omit<Draft, 'yield'> {
  return { id: idFromParts('unit', [id]), name, slug: null, hidden: false }
}

/** Pieces a batch, as they are counted or as portions of so many percent; null when it says neither. */
function readYield(row: UnitRow, path: (string | number)[], findings: Findings): Yield | null {
  const portions = row.yield_mode === 'batch_portion'
  const percent = row.batch_percentage ?? (portions ? row.unit_yield_quantity : null)
  const count = row.items_per_batch ?? (portions ? null : row.unit_yield_quantity)
  if (percent && (portions || !count)) {
    // The tolerance lets a third, 33.333333333333336, be three portions.
    const portionsInBatch = Math.floor(100 / percent + 1e-9)
    return { percent, itemsPerBatch: Math.min(Math.max(1, portionsInBatch), MAX_COUNT) }
  }
  if (!count) return null
  if (!Number.isInteger(count)) {
    findings.refuse({ file: 'wrong type', where: where([...path, 'unit_yield_quantity']) })
  }
  return { percent: null, itemsPerBatch: count }
}
