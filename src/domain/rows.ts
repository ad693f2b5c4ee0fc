import type { FinishedUnit, RecipeId } from './model'

/** Lists of rows are never changed, and a catalogue's are asked with every tap: what was made of one is kept. */
const indexes = new WeakMap<object, ReadonlyMap<string, unknown>>()
const groupings = new WeakMap<object, ReadonlyMap<RecipeId, readonly FinishedUnit[]>>()

/** Rows by their ids. */
export function byId<Row extends { readonly id: string }>(
  rows: readonly Row[],
): ReadonlyMap<Row['id'], Row> {
  return kept(indexes, rows, () => new Map(rows.map((row) => [row.id, row]))) as never
}

/**
 * The units that each recipe makes, in the order in which it serves them (A4): those that are not hidden.
 * Where all are, as a merge may leave them, those that were hidden last.
 */
export function unitsByRecipe(
  units: readonly FinishedUnit[],
): ReadonlyMap<RecipeId, readonly FinishedUnit[]> {
  return kept(groupings, units, () => {
    const groups = new Map<RecipeId, FinishedUnit[]>()
    for (const unit of units) {
      const group = groups.get(unit.recipeId)
      const rank = group ? rankOf(unit, group[0]!) : 0
      if (!group || rank > 0) groups.set(unit.recipeId, [unit])
      else if (rank === 0) group.push(unit)
    }
    for (const group of groups.values()) {
      group.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    }
    return groups
  })
}

/** The units that one recipe makes, in their order. */
export function unitsOf(
  recipeId: RecipeId,
  units: readonly FinishedUnit[],
): readonly FinishedUnit[] {
  return unitsByRecipe(units).get(recipeId) ?? []
}

/** Above 0 when this unit counts before that one, 0 when both do. */
function rankOf(unit: FinishedUnit, other: FinishedUnit): number {
  if (unit.hidden !== other.hidden) return unit.hidden ? -1 : 1
  if (!unit.hidden) return 0
  return (
    unit.stamp - other.stamp ||
    Number(unit.writer > other.writer) - Number(unit.writer < other.writer)
  )
}

function kept<Made>(made: WeakMap<object, Made>, rows: object, make: () => Made): Made {
  let found = made.get(rows)
  if (!found) {
    found = make()
    made.set(rows, found)
  }
  return found
}
