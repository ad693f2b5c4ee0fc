import type { RecipeId, UnitId } from '../domain/model'
import { MAX_COUNT } from '../domain/quantity'
import type { KnownRecipe } from './bake-tracker-recipes'
import type { Row } from './bake-tracker-schema'
import type { Findings } from './findings'
import { idFrom, idFromParts } from './imported-row'
import { where } from './json'
import { fold, nameOf } from './names'

type UnitRow = Row<'finished_units'> | Row<'recipes'>['finished_units'][number]

interface Yield {
  readonly itemsPerBatch: number
  readonly percent: number | null
}

/** A unit of the file before its yield is settled. */
export interface Draft {
  readonly id: UnitId
  readonly name: string
  readonly slug: string | null
  readonly hidden: boolean
  yield: Yield | null
}

/** The same unit is told of in two places: its drafts are brought together. */
export class Drafts {
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
    const own = this.#ofRecipe.get(recipe.id) ?? { list: [], names: new Map<string, Draft>() }
    this.#ofRecipe.set(recipe.id, own)
    const known =
      this.#byId.get(id) ?? (nested && slug === null ? own.names.get(fold(name)) : undefined)
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
