import { derived, type Readable } from 'svelte/store'
import { db as kitchen, type BatchboardDb } from '../data/db'
import { shoppingFacts } from '../data/queries/shopping'
import type { EventId } from '../domain/model'
import { shoppingOf, type ShoppingList } from '../domain/shopping'
import { live } from './live'
import { today } from './today'

/** What to buy for an event; null when there is no such event. Events that are over need nothing any more. */
export function shoppingList(
  eventId: EventId,
  db: BatchboardDb = kitchen,
): Readable<ShoppingList | null | undefined> {
  return derived<typeof today, ShoppingList | null | undefined>(today, (day, set) =>
    live(
      () => shoppingFacts(db, eventId, day),
      (facts) => facts && shoppingOf(facts),
    ).subscribe((list) => {
      if (list !== undefined) set(list)
    }),
  )
}
