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

/** The units that each recipe may make, in the order in which it serves them (A4). */
export function unitsByRecipe(
  units: readonly FinishedUnit[],
): ReadonlyMap<RecipeId, readonly FinishedUnit[]> {
  return kept(groupings, units, () => {
    const groups = new Map<RecipeId, FinishedUnit[]>()
    for (const unit of units) {
      if (unit.hidden) continue
      const group = groups.get(unit.recipeId)
      if (group) group.push(unit)
      else groups.set(unit.recipeId, [unit])
    }
    for (const group of groups.values()) {
      group.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    }
    return groups
  })
}

function kept<Made>(made: WeakMap<object, Made>, rows: object, make: () => Made): Made {
  let found = made.get(rows)
  if (!found) {
    found = make()
    made.set(rows, found)
  }
  return found
}
