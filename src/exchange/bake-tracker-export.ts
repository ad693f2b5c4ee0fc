// bake-tracker's other export: a manifest, and one file a table. It is brought into the shape of the
// backup, so that one reader reads both and the same run has the same key.

interface Piece {
  readonly entity_type: string
  readonly records: readonly unknown[]
}

/** Targets lie inside their event there. */
const INSIDE = [
  ['production_targets', 'event_production_targets'],
  ['assembly_targets', 'event_assembly_targets'],
] as const

/** Whether a file is a part of such an export: a table, or the list of its files. */
export function isExportPart(value: unknown): boolean {
  return isManifest(value) || isPiece(value)
}

/** The tables of these files, as a backup has them. */
export function joined(values: readonly unknown[]): Record<string, unknown> {
  const tables = new Map<string, unknown[]>()
  const put = (table: string, rows: readonly unknown[]): void => {
    const before = tables.get(table)
    if (before) before.push(...rows)
    else tables.set(table, [...rows])
  }
  for (const piece of values.filter(isPiece)) {
    put(
      piece.entity_type,
      piece.records.map((row) => asInBackup(piece.entity_type, row)),
    )
    if (piece.entity_type !== 'events') continue
    for (const [inside, table] of INSIDE)
      put(
        table,
        piece.records.flatMap((row) => targets(row, inside)),
      )
  }
  return { application: 'bake-tracker', ...Object.fromEntries(tables) }
}

function asInBackup(table: string, row: unknown): unknown {
  if (table !== 'inventory_items' || !isRow(row) || typeof row['product_slug'] !== 'string')
    return row
  // A product is called after its ingredient, brand, size and measure.
  const parts = row['product_slug'].split(':')
  if (parts.length < 2) return row
  return { ...row, ingredient_slug: parts[0], package_unit: parts.at(-1) }
}

function targets(row: unknown, inside: string): unknown[] {
  if (!isRow(row) || !Array.isArray(row[inside])) return []
  const { name, event_date } = row
  return row[inside].map((target: unknown) =>
    isRow(target) ? { ...target, event_name: name, event_date } : target,
  )
}

function isPiece(value: unknown): value is Piece {
  if (!isRow(value)) return false
  const { entity_type: table, records } = value
  return typeof table === 'string' && /^[a-z_]{1,60}$/.test(table) && Array.isArray(records)
}

function isManifest(value: unknown): boolean {
  return isRow(value) && Array.isArray(value['files']) && typeof value['export_date'] === 'string'
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
