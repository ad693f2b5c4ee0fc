import type { Row } from './bake-tracker-schema'
import { nameOf } from './names'

export type Part = 'unit' | 'good' | 'material' | 'packaging'

/**
 * Tells which bundle a composition row belongs to and what it puts in. In this format
 * `finished_good_slug` is the bundle that the line belongs to; in the other one, and in hand-made
 * files after it, the bundle is `assembly_slug` and `finished_good_slug` is what is inside.
 */
export function readLine(row: Row<'compositions'>): {
  readonly outer: string | null
  readonly part: Part
  readonly partName: string
} {
  const assembly = nameOf(row.assembly_slug)
  const good = nameOf(row.finished_good_slug)
  const outer = assembly ?? good
  const unit = nameOf(row.finished_unit_slug)
  if (unit !== null) return { outer, part: 'unit', partName: unit }
  const inner = nameOf(row.finished_good_component_slug) ?? (assembly === null ? null : good)
  if (inner !== null) return { outer, part: 'good', partName: inner }
  const material = nameOf(row.material_unit_slug) ?? nameOf(row.material_slug)
  if (material !== null) return { outer, part: 'material', partName: material }
  // A packaging product is known by a number that means nothing outside the program's database.
  const packaging = nameOf(
    row.packaging_ingredient_slug,
    row.packaging_product_slug,
    row.packaging_product_brand,
    String(row.packaging_product_id ?? ''),
  )
  return { outer, part: 'packaging', partName: packaging ?? '' }
}
