import * as v from 'valibot'
import { MAX_COUNT } from '../domain/quantity'
import { MAX_NAME } from '../domain/typed'
import type { FileRefusal } from './imported'
import { where } from './json'

const WRONG = 'wrong type'
const RANGE = 'out of range'
/** A number and what surrounds it. */
const MAX_WRITTEN = 1000

const notes = v.nullish(v.string())
const flag = v.nullish(v.boolean())
const name = v.nullish(
  v.pipe(
    v.string(),
    v.check((text) => fits(text.trim()), RANGE),
  ),
)
/** Slugs and the like name what has no other name. */
const reference = name
const positive = v.pipe(
  v.number(),
  v.minValue(0, RANGE),
  v.maxValue(MAX_COUNT, RANGE),
  // −0 is 0.
  v.transform((value) => value + 0),
)
const amount = v.nullish(positive)
/** A quantity as a person may write it. */
const written = v.nullish(
  v.pipe(
    v.union([v.number(), v.string()]),
    v.check(
      (value) =>
        typeof value === 'number' ? value >= 0 && value <= MAX_COUNT : value.length <= MAX_WRITTEN,
      RANGE,
    ),
  ),
)
const count = v.nullish(v.pipe(positive, v.integer(WRONG)))

const isRow = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

function list<Entries extends v.ObjectEntries>(entries: Entries) {
  const row = v.pipe(v.unknown(), v.check(isRow, WRONG), v.object(entries))
  return v.nullish(v.array(row), [])
}
const ignored = v.nullish(v.array(v.unknown()), [])

/** How a row names its event; only hand-made files have more than the name. */
const ofEvent = {
  event_name: reference,
  event_slug: reference,
  event_date: reference,
  event_year: count,
  year: count,
}
const ofRecipe = { recipe_name: reference, recipe_slug: reference }
const ofGood = { finished_good_slug: reference, finished_good_name: reference }
const named = { name, display_name: name, slug: reference }
const yields = {
  yield_mode: reference,
  items_per_batch: count,
  batch_percentage: amount,
  unit_yield_quantity: amount,
  is_archived: flag,
}
const baked = {
  ...ofEvent,
  ...ofRecipe,
  finished_unit_slug: reference,
  batches: count,
  num_batches: count,
  batches_produced: count,
  actual_yield: count,
  produced_at: reference,
  notes,
}

const tables = {
  ingredients: list({ ...named, category: reference, hierarchy_level: v.nullish(v.number()) }),
  inventory_items: list({ ingredient_slug: reference, quantity: amount, package_unit: reference }),
  recipes: list({
    ...named,
    category: reference,
    notes,
    is_archived: flag,
    yield_quantity: amount,
    finished_units: list({ ...named, ...yields }),
    ingredients: list({
      ingredient_slug: reference,
      ingredient_name: reference,
      quantity: written,
      unit: reference,
    }),
    components: ignored,
  }),
  finished_units: list({ ...named, ...ofRecipe, ...yields }),
  materials: list({ ...named, base_unit_type: reference }),
  material_units: list(named),
  finished_goods: list({ ...named, notes, packaging_instructions: notes, is_archived: flag }),
  compositions: list({
    component_quantity: amount,
    sort_order: v.nullish(v.number()),
    assembly_slug: reference,
    finished_good_slug: reference,
    package_name: reference,
    finished_unit_slug: reference,
    finished_good_component_slug: reference,
    material_unit_slug: reference,
    material_slug: reference,
    packaging_product_id: v.nullish(v.union([v.number(), v.string()])),
    packaging_product_slug: reference,
    packaging_ingredient_slug: reference,
    packaging_product_brand: reference,
  }),
  packages: list({ name, notes, description: notes }),
  package_finished_goods: list({ ...ofGood, package_name: reference, quantity: amount }),
  events: list({ ...named, event_date: reference, year: count, notes }),
  event_production_targets: list({ ...ofEvent, ...ofRecipe, target_batches: count, notes }),
  event_assembly_targets: list({ ...ofEvent, ...ofGood, target_quantity: count, notes }),
  event_finished_goods: list({ ...ofEvent, ...ofGood, quantity: count }),
  batch_decisions: list({
    ...ofEvent,
    ...ofRecipe,
    finished_unit_name: reference,
    finished_unit_slug: reference,
    batches: count,
  }),
  production_runs: list(baked),
  production_records: list(baked),
  assembly_runs: list({
    ...ofEvent,
    ...ofGood,
    quantity_assembled: count,
    units_produced: count,
    quantity: count,
    assembled_at: reference,
    produced_at: reference,
    notes,
  }),
}

/** Tables that bake-tracker writes and that have no place on the board. */
export const OTHER_TABLES = [
  'suppliers',
  'products',
  'purchases',
  'recipients',
  'event_recipient_packages',
  'material_categories',
  'material_subcategories',
  'material_products',
  'recipe_categories',
  'event_recipes',
  'plan_amendments',
] as const

export const OUR_TABLES: readonly string[] = Object.keys(tables)
/** Keys of the file that hold no rows. */
export const HEAD: readonly string[] = ['version', 'exported_at', 'application']

const file = v.object({
  ...tables,
  application: reference,
  exported_at: reference,
  ...v.entriesFromList(OTHER_TABLES, ignored),
})
export type Tables = v.InferOutput<typeof file>
export type Row<Table extends keyof Tables> = Tables[Table] extends readonly (infer R)[] ? R : never

/** Takes the known tables out of a file, every field of the kind it must be, or says where it is not. */
export function readTables(input: object): { readonly tables: Tables } | FileRefusal {
  const result = v.safeParse(file, input, { abortEarly: true, abortPipeEarly: true })
  if (result.success) return { tables: result.output }
  const [issue] = result.issues
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  return { file: issue.message === RANGE ? RANGE : WRONG, where: where(path) }
}

function fits(text: string): boolean {
  return text.length <= MAX_NAME || (text.length <= 2 * MAX_NAME && [...text].length <= MAX_NAME)
}
