import type { Readable } from 'svelte/store'
import { db as kitchen, type BatchboardDb } from '../data/db'
import { allEvents, catalogue, hiddenEvents, type CatalogueLists } from '../data/queries/lists'
import type { KitchenEvent } from '../domain/model'
import { live } from './live'

/** All events that are not hidden, by date. */
export function events(db: BatchboardDb = kitchen): Readable<readonly KitchenEvent[] | undefined> {
  return live(
    () => allEvents(db),
    (rows) =>
      [...rows].sort((a, b) => (a.date === b.date ? a.stamp - b.stamp : a.date < b.date ? -1 : 1)),
  )
}

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

/** Events that were taken off the lists, to be brought back. */
export function removedEvents(
  db: BatchboardDb = kitchen,
): Readable<readonly KitchenEvent[] | undefined> {
  return live(
    () => hiddenEvents(db),
    (rows) => rows,
  )
}
