import { parseDay, type Day } from '../domain/day'
import type {
  Entry,
  EventId,
  FinishedUnit,
  GoodId,
  ProductionEntry,
  Recipe,
  RecipeId,
  UnitId,
  WriterId,
  Written,
} from '../domain/model'
import { whole } from '../domain/quantity'
import type { ImportedFacts } from './imported'

/** What the example's things are called, in the language of the moment. */
export interface ExampleNames {
  readonly event: string
  readonly cookies: string
  readonly cookie: string
  readonly brownies: string
  readonly brownie: string
  readonly bag: string
}

export const EXAMPLE_EVENT = 'example-event' as EventId
const WRITER = 'example' as WriterId
export const EXAMPLE_BAG = 'example-bag' as GoodId
/** When the example's runs say they were made; fixed, so that each device writes the same entries. */
const FIRST_RUN = Date.UTC(2026, 10, 20, 9)

const RECIPES = [
  { key: 'cookies', itemsPerBatch: 48, perBag: 6 },
  { key: 'brownies', itemsPerBatch: 24, perBag: 3 },
] as const
const WANTED = { bags: 50, batches: 7 } as const
const BAKED = 6

/**
 * Fifty bags of six cookies and three brownies, 6 of 7 batches of each baked: enough for 48, and
 * two wait for baking. Ids and keys are fixed, so that two devices that merge have it once.
 */
export function exampleFacts(names: ExampleNames, today: Day): ImportedFacts {
  const units = RECIPES.map(({ key, itemsPerBatch }, index): FinishedUnit => ({
    ...written,
    id: unitId(key),
    recipeId: recipeId(key),
    name: index === 0 ? names.cookie : names.brownie,
    itemsPerBatch,
    order: 1,
  }))
  return {
    recipes: RECIPES.map(({ key }): Recipe => ({
      ...written,
      id: recipeId(key),
      name: names[key],
      category: '',
      notes: '',
      lines: [],
      splits: true,
    })),
    units,
    goods: [
      {
        ...written,
        id: EXAMPLE_BAG,
        name: names.bag,
        notes: '',
        lines: RECIPES.map(({ key, perBag }) => ({
          item: { kind: 'unit', id: unitId(key) },
          quantity: whole(perBag),
        })),
      },
    ],
    ingredients: [],
    materials: [],
    events: [
      {
        ...written,
        id: EXAMPLE_EVENT,
        name: names.event,
        date: nextChristmasEve(today),
        notes: '',
        archived: false,
      },
    ],
    productionTargets: RECIPES.map(({ key, itemsPerBatch, perBag }, index) => ({
      ...written,
      eventId: EXAMPLE_EVENT,
      recipeId: recipeId(key),
      batches: WANTED.batches,
      order: index + 1,
      basis: {
        splits: true,
        units: [{ unitId: unitId(key), need: whole(WANTED.bags * perBag), itemsPerBatch }],
      },
    })),
    assemblyTargets: [
      { ...written, eventId: EXAMPLE_EVENT, goodId: EXAMPLE_BAG, quantity: WANTED.bags, order: 1 },
    ],
    looseTargets: [],
    entries: runs(),
  }
}

export const EXAMPLE_RECIPES = RECIPES.map(({ key }) => recipeId(key))
export const EXAMPLE_UNITS = RECIPES.map(({ key }) => unitId(key))

function runs(): Entry[] {
  return Array.from({ length: BAKED * RECIPES.length }, (_, index): ProductionEntry => {
    const { key, itemsPerBatch } = RECIPES[index % RECIPES.length]!
    return {
      kind: 'production',
      writer: WRITER,
      seq: index + 1,
      stamp: index + 1,
      at: FIRST_RUN + index * 24 * 60_000,
      by: '',
      eventId: EXAMPLE_EVENT,
      recipeId: recipeId(key),
      batches: 1,
      pieces: [{ unitId: unitId(key), good: itemsPerBatch, expected: itemsPerBatch }],
      reason: null,
    }
  })
}

const written: Written = { stamp: 0, writer: WRITER, hidden: false }

function recipeId(key: string): RecipeId {
  return `example-${key}` as RecipeId
}

function unitId(key: string): UnitId {
  return `example-${key}-piece` as UnitId
}

function nextChristmasEve(today: Day): Day {
  const year = Number(today.slice(0, 4))
  const eve = parseDay(`${today.slice(0, 4)}-12-24`)
  return eve && eve >= today
    ? eve
    : (parseDay(`${String(year + 1).padStart(4, '0')}-12-24`) ?? today)
}
