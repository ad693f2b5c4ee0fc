import type { Readable } from 'svelte/store'
import { db as kitchen, type BatchboardDb } from '../data/db'
import { catalogue, type CatalogueLists } from '../data/queries/plannable'
import { live } from './live'

/** What can be planned, each list by name. */
export function catalogueLists(db: BatchboardDb = kitchen): Readable<CatalogueLists | undefined> {
  const byName = <Row extends { readonly name: string }>(rows: readonly Row[]): Row[] =>
    [...rows].sort((a, b) => a.name.localeCompare(b.name))
  return live(
    () => catalogue(db),
    (lists) => ({
      recipes: byName(lists.recipes),
      units: byName(lists.units),
      goods: byName(lists.goods),
      materials: byName(lists.materials),
    }),
  )
}
