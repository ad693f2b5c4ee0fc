import type { Table } from 'dexie'
import type { Kinds, RowKind } from '../domain/copies'
import type { BatchboardDb } from './db'

/** What is asked of a table of rows, whatever its key is. */
export interface RowTable<Row> {
  toArray(): PromiseLike<Row[]>
  count(): PromiseLike<number>
  bulkAdd(rows: readonly Row[]): PromiseLike<unknown>
  bulkPut(rows: readonly Row[]): PromiseLike<unknown>
}

/** The table of each kind of row. Names come before what is called by them. */
export function rowTables(db: BatchboardDb): { readonly [K in RowKind]: RowTable<Kinds[K]> } {
  return {
    recipe: db.recipes,
    unit: db.units,
    good: db.goods,
    ingredient: db.ingredients,
    material: db.materials,
    event: db.events,
    productionTarget: db.productionTargets,
    assemblyTarget: db.assemblyTargets,
    looseTarget: db.looseTargets,
  }
}

/** All tables that a backup is of. Timers are this device's own. */
export function factTables(db: BatchboardDb): Table[] {
  return [
    ...[db.recipes, db.units, db.goods, db.ingredients, db.materials, db.events],
    ...[db.productionTargets, db.assemblyTargets, db.looseTargets],
    ...[db.entries, db.writers, db.setAside, db.marks],
  ]
}
