import Dexie from 'dexie'
import { afterEach } from 'vitest'
import { BatchboardDb } from '../../src/data/db'
import type { Recorder } from '../../src/data/writer'
import type { Day } from '../../src/domain/day'
import type {
  AssemblyTarget,
  Component,
  Entry,
  EventId,
  FinishedGood,
  FinishedUnit,
  GoodId,
  KitchenEvent,
  LooseTarget,
  Material,
  MaterialId,
  ProductionTarget,
  Recipe,
  RecipeId,
  UnitId,
  WriterId,
  Written,
} from '../../src/domain/model'
import { whole } from '../../src/domain/quantity'
import { isRefusal, type Refusal } from '../../src/domain/refusal'
import type { ImportedFacts } from '../../src/exchange/imported'

// Databases of their own for every test, and the facts to fill them with.

export const LENA: Recorder = { by: 'Lena', device: 'Tablet' }

const opened: BatchboardDb[] = []
const endings: (() => void)[] = []

/** A database that nobody else uses; it is deleted after the test. */
export function freshDb(): BatchboardDb {
  return connect(`test-${crypto.randomUUID()}`)
}

/** Another connection to the same database, as a second tab has one. */
export function secondTab(db: BatchboardDb): BatchboardDb {
  return connect(db.name)
}

/** Runs before the databases of this test are deleted. */
export function atTheEnd(end: () => void): void {
  endings.push(end)
}

function connect(name: string): BatchboardDb {
  const db = new BatchboardDb(name)
  opened.push(db)
  return db
}

afterEach(async () => {
  for (const end of endings.splice(0)) end()
  const dbs = opened.splice(0)
  for (const db of dbs) db.close()
  for (const name of new Set(dbs.map((db) => db.name))) await Dexie.delete(name)
})

/** The whole database as text: two dumps are equal when every byte of every row is. */
export async function dump(db: BatchboardDb): Promise<string> {
  const rows = await db.transaction('r', db.tables, () =>
    Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  )
  return JSON.stringify(rows, null, 1)
}

/** What a command gave; a refusal fails the test. */
export function granted<Value>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new Error(`refused: ${JSON.stringify(value)}`)
  return value
}

export const WRITTEN: Written = { stamp: 0, writer: 'elsewhere' as WriterId, hidden: false }

const NOTHING: ImportedFacts = {
  recipes: [],
  units: [],
  goods: [],
  ingredients: [],
  materials: [],
  events: [],
  productionTargets: [],
  assemblyTargets: [],
  looseTargets: [],
  entries: [],
}

/** Facts of another kitchen; what is not named there is empty. */
export function facts(some: Partial<ImportedFacts>): ImportedFacts {
  return { ...NOTHING, ...some }
}

export const event = (id: string): KitchenEvent => ({
  ...WRITTEN,
  id: id as EventId,
  name: id,
  date: '2026-12-24' as Day,
  notes: '',
  archived: false,
})

export const recipe = (id: string): Recipe => ({
  ...WRITTEN,
  id: id as RecipeId,
  name: id,
  category: '',
  notes: '',
  lines: [],
  splits: true,
})

export const unit = (id: string, recipeId: string, itemsPerBatch: number): FinishedUnit => ({
  ...WRITTEN,
  id: id as UnitId,
  recipeId: recipeId as RecipeId,
  name: id,
  itemsPerBatch,
  order: 1,
})

/** A holiday for which cookies are baked, 48 at once. */
export const HOLIDAY: Partial<ImportedFacts> = {
  events: [event('holiday')],
  recipes: [recipe('cookies')],
  units: [unit('cookie', 'cookies', 48)],
}

export const material = (id: string): Material => ({
  ...WRITTEN,
  id: id as MaterialId,
  name: id,
  measure: '',
})

export const ofUnit = (id: string): Component => ({ kind: 'unit', id: id as UnitId })
export const ofGood = (id: string): Component => ({ kind: 'good', id: id as GoodId })
export const ofMaterial = (id: string): Component => ({ kind: 'material', id: id as MaterialId })

export const good = (
  id: string,
  lines: readonly (readonly [Component, number])[],
): FinishedGood => ({
  ...WRITTEN,
  id: id as GoodId,
  name: id,
  notes: '',
  lines: lines.map(([item, count]) => ({ item, quantity: whole(count) })),
})

export const batchesWanted = (
  eventId: string,
  recipeId: string,
  batches: number,
): ProductionTarget => ({
  ...WRITTEN,
  eventId: eventId as EventId,
  recipeId: recipeId as RecipeId,
  batches,
  order: 1,
  basis: null,
})

export const bundlesWanted = (
  eventId: string,
  goodId: string,
  quantity: number,
): AssemblyTarget => ({
  ...WRITTEN,
  eventId: eventId as EventId,
  goodId: goodId as GoodId,
  quantity,
  order: 1,
})

export const piecesWanted = (eventId: string, unitId: string, quantity: number): LooseTarget => ({
  ...WRITTEN,
  eventId: eventId as EventId,
  unitId: unitId as UnitId,
  quantity,
  order: 1,
})

type Said = Entry extends infer One
  ? One extends Entry
    ? Omit<One, 'writer' | 'seq' | 'at' | 'stamp' | 'by' | 'eventId'>
    : never
  : never

/** An entry that another device recorded; its place in the order is its number. */
export function entry(eventId: string, seq: number, said: Said, stamp = seq): Entry {
  const recorded = { writer: 'elsewhere', seq, at: 0, stamp, by: '', eventId }
  return { ...recorded, ...said } as Entry
}

export const baked = (recipeId: string, unitId: string, pieces: number): Said => ({
  kind: 'production',
  recipeId: recipeId as RecipeId,
  batches: 1,
  pieces: [{ unitId: unitId as UnitId, good: pieces, expected: pieces }],
  reason: null,
})

export const packed = (
  goodId: string,
  quantity: number,
  used: readonly (readonly [Component, number])[],
): Said => ({
  kind: 'assembly',
  goodId: goodId as GoodId,
  quantity,
  used: used.map(([item, count]) => ({ item, quantity: whole(count) })),
})

export const counted = (item: Component, count: number): Said => ({
  kind: 'stock',
  item,
  measure: '',
  change: { type: 'count', amount: whole(count) },
})

export const undoing = (seq: number): Said => ({
  kind: 'void',
  target: { writer: 'elsewhere' as WriterId, seq },
})
