import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { importFacts } from '../../src/data/commands/import'
import { recordBought, recordCount } from '../../src/data/commands/pantry'
import { recordProduction, voidEntry } from '../../src/data/commands/record'
import { setProductionTarget } from '../../src/data/commands/targets'
import type { BatchboardDb } from '../../src/data/db'
import type { EventId, Ingredient, IngredientId, RecipeId } from '../../src/domain/model'
import type { PantryItem } from '../../src/domain/pantry'
import { whole } from '../../src/domain/quantity'
import type { ShoppingLine, ShoppingList } from '../../src/domain/shopping'
import { eventBoard } from '../../src/live/event'
import { shoppingList } from '../../src/live/shopping'
import {
  LENA,
  WRITTEN,
  baked,
  batchesWanted,
  entry,
  event,
  facts,
  freshDb,
  recipe,
  secondTab,
  unit,
} from '../data/kitchen'
import { watch } from './watch'

const EVENT = 'christmas' as EventId
const FAIR = 'fair' as EventId
const COOKIES = 'cookies' as RecipeId
const FLOUR = { kind: 'ingredient', id: 'flour' as IngredientId } satisfies PantryItem

const flour: Ingredient = {
  ...WRITTEN,
  id: FLOUR.id,
  name: 'Flour',
  measure: 'cup',
  category: '',
  density: null,
}

let db: BatchboardDb

/** Christmas bakes 7 batches of 2 cups of flour, on the 24th of December. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 11, 1, 12) })
  db = freshDb()
  const lines = [{ ingredientId: FLOUR.id, quantity: whole(2), measure: 'cup', text: '' }]
  await importFacts(
    db,
    facts({
      events: [event(EVENT), event(FAIR)],
      recipes: [{ ...recipe(COOKIES), lines }],
      units: [unit('cookie', COOKIES, 48)],
      ingredients: [flour],
      productionTargets: [batchesWanted(EVENT, COOKIES, 7), batchesWanted(FAIR, COOKIES, 1)],
    }),
  )
})

afterEach(() => {
  vi.useRealTimers()
})

type Said = ShoppingList | null | undefined

const sums = (list: Said) => list?.lines.map(({ need, have, buy }) => [need, have, buy]).flat()
const says =
  (...expected: readonly (number | null)[]) =>
  (list: Said): boolean =>
    JSON.stringify(sums(list)) === JSON.stringify(expected)

const count = (amount: string) => recordCount(db, { item: FLOUR, amount, measure: 'cup' }, LENA)
const bake = (eventId = EVENT, on = db) =>
  recordProduction(
    on,
    { eventId, recipeId: COOKIES, batches: 1, lostBatches: 0, good: null, reason: null },
    LENA,
  )

test('the list knows nothing at first, and then every line', async () => {
  const watched = watch(shoppingList(EVENT, db))
  expect(watched.said).toEqual([undefined])
  const list = await watched.until((said) => said !== undefined)
  expect(list).toMatchObject({ event: { id: EVENT }, lines: [{ name: 'Flour', need: 14 }] })
  expect(watched.said).toHaveLength(2)
})

test('the list is null where there is no such event, until there is', async () => {
  const later = 'later' as EventId
  const watched = watch(shoppingList(later, db))
  await watched.until((said) => said === null)
  await importFacts(db, facts({ events: [event(later)] }))
  expect(await watched.until((said) => !!said)).toMatchObject({ event: { id: later }, lines: [] })
})

test('counting, baking, a changed wish, a tick and its undoing are each shown once', async () => {
  const watched = watch(shoppingList(EVENT, db))
  await watched.until(says(14, null, 14))
  await count('10')
  await watched.until(says(14, 10, 4))
  await bake()
  await watched.until(says(12, 8, 4))
  await bake(FAIR)
  await watched.until(says(12, 6, 6))
  await setProductionTarget(db, EVENT, COOKIES, '8')
  const { lines } = (await watched.until(says(14, 6, 8)))!
  const { item, buy, measure } = lines[0]!
  await recordBought(db, { item, amount: buy, measure }, LENA)
  const ticked: ShoppingLine = (await watched.until(says(14, 14, 0)))!.lines[0]!
  await voidEntry(db, ticked.lastBought!, LENA)
  await expect.poll(() => sums(watched.said.at(-1))).toEqual([14, 6, 8])
  expect(watched.said.map(sums)).toEqual([
    undefined,
    [14, null, 14],
    [14, 10, 4],
    [12, 8, 4],
    [12, 6, 6],
    [14, 6, 8],
    [14, 14, 0],
    [14, 6, 8],
  ])
})

test('what another tab and another device record is shown', async () => {
  const watched = watch(shoppingList(EVENT, db))
  await watched.until(says(14, null, 14))
  const other = secondTab(db)
  await recordCount(other, { item: FLOUR, amount: '10', measure: 'cup' }, LENA)
  await watched.until(says(14, 10, 4))
  await bake(EVENT, other)
  await watched.until(says(12, 8, 4))
  await importFacts(other, facts({ entries: [entry('', 1, baked(COOKIES, 'cookie', 48), 8e15)] }))
  await watched.until(says(12, 6, 6))
})

test('a list and a board of one event say the same, side by side', async () => {
  const [list, board] = [watch(shoppingList(EVENT, db)), watch(eventBoard(EVENT, db))]
  await list.until(says(14, null, 14))
  await bake()
  await list.until(says(12, null, 12))
  const rows = (await board.until((said) => said?.recipes[0]?.completedBatches === 1))!.recipes
  expect(rows[0]!.remainingBatches).toBe(6)
})

test('other events are named until they are over', async () => {
  const also = async () => {
    const watched = watch(shoppingList(EVENT, db))
    const list = await watched.until((said) => !!said)
    watched.stop()
    return list!.lines[0]!.alsoFor.map(({ name }) => name)
  }
  expect(await also()).toEqual([FAIR])
  vi.setSystemTime(new Date(2026, 11, 25, 12))
  expect(await also()).toEqual([])
})

test('the list follows the day while somebody looks', async () => {
  const watched = watch(shoppingList(EVENT, db))
  await watched.until((said) => said?.lines[0]?.alsoFor.length === 1)
  vi.setSystemTime(new Date(2026, 11, 25, 12))
  document.dispatchEvent(new Event('visibilitychange'))
  await watched.until((said) => said?.lines[0]?.alsoFor.length === 0)
  await bake()
  await watched.until(says(12, null, 12))
})
