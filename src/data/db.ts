import type { Table } from 'dexie'
import { SteadyDb } from './connection'
import { placePackings } from './upgrades'
import type { SetAside } from '../domain/copies'
import type {
  AssemblyTarget,
  Entry,
  EventId,
  FinishedGood,
  FinishedUnit,
  GoodId,
  Ingredient,
  IngredientId,
  KitchenEvent,
  LooseTarget,
  Material,
  MaterialId,
  ProductionTarget,
  Recipe,
  RecipeId,
  UnitId,
  Writer,
  WriterId,
} from '../domain/model'
import type { Timer, TimerId } from '../domain/timers'

/** A ledger entry as it lies here. `n` is its arrival at this device, never exported. */
export type EntryRow = Entry & {
  readonly n: number
  /**
   * Materials and ingredients that it, or the entry that it undoes, concerns, and its place among
   * the runs of a recipe or the packings with a material (`runKey`), or that it is said of a
   * material's stock (`stockKey`); for a void that came before its entry the key of that.
   */
  readonly touches: readonly string[]
}

/**
 * One whole number each. `stamp`: the highest in the tables. `catalogue` and `plan`: raised with
 * every write to their rows, so that a reader knows without reading whether it has seen them.
 * `ledger`: raised when another content of an entry counts from now on, which only merging does.
 */
export interface Mark {
  readonly key: 'stamp' | 'catalogue' | 'plan' | 'ledger'
  readonly value: number
  /** Of `stamp`: what the latest commands left there to say that they were stored. */
  readonly receipts?: readonly string[]
}

export class BatchboardDb extends SteadyDb {
  declare readonly recipes: Table<Recipe, RecipeId>
  declare readonly units: Table<FinishedUnit, UnitId>
  declare readonly goods: Table<FinishedGood, GoodId>
  declare readonly ingredients: Table<Ingredient, IngredientId>
  declare readonly materials: Table<Material, MaterialId>
  declare readonly events: Table<KitchenEvent, EventId>
  declare readonly productionTargets: Table<ProductionTarget, [EventId, RecipeId]>
  declare readonly assemblyTargets: Table<AssemblyTarget, [EventId, GoodId]>
  declare readonly looseTargets: Table<LooseTarget, [EventId, UnitId]>
  declare readonly entries: Table<EntryRow, number, Omit<EntryRow, 'n'>>
  declare readonly writers: Table<Writer, WriterId>
  declare readonly marks: Table<Mark, Mark['key']>
  declare readonly setAside: Table<SetAside, [SetAside['kind'], string]>
  declare readonly timers: Table<Timer, TimerId>

  constructor(name: string) {
    super(name)
    this.version(1).stores({
      recipes: 'id',
      units: 'id, recipeId',
      goods: 'id',
      ingredients: 'id',
      materials: 'id',
      events: 'id',
      productionTargets: '[eventId+recipeId]',
      assemblyTargets: '[eventId+goodId]',
      looseTargets: '[eventId+unitId]',
      entries: '++n, &[writer+seq], [eventId+n], *touches',
      writers: 'writer',
      marks: 'key',
    })
    this.version(2).stores({ setAside: '[kind+key]', timers: 'id' }).upgrade(placePackings)
  }
}

/** The kitchen's database. Tests and comparisons open others. */
export const db = new BatchboardDb('batchboard')
