import type { Day } from './day'
import type { Fraction } from './quantity'

/**
 * The facts that the tables hold: what somebody entered, and nothing that can be derived.
 * Every type is immutable; ids are strings, each with a brand of its own.
 */

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type EventId = Branded<'event'>
export type RecipeId = Branded<'recipe'>
export type UnitId = Branded<'finished unit'>
export type GoodId = Branded<'finished good'>
export type MaterialId = Branded<'material'>
export type IngredientId = Branded<'ingredient'>
/** A page that records: each loaded tab has one of its own. */
export type WriterId = Branded<'writer'>

/** Entries of the kitchen, and runs without an event, belong to this: IndexedDB has no key for null. */
export const NO_EVENT = '' as const
export type EventRef = EventId | typeof NO_EVENT

/** Who wrote a row last, and when in the one order that all devices share. Deleting hides. */
export interface Written {
  readonly stamp: number
  readonly writer: WriterId
  readonly hidden: boolean
}

/** How to make a batch. */
export interface Recipe extends Written {
  readonly id: RecipeId
  readonly name: string
  readonly category: string
  readonly notes: string
  readonly lines: readonly IngredientLine[]
  /** Whether one batch may be divided between the recipe's finished units (B2). */
  readonly splits: boolean
}

/** `quantity` is null where the text could not be read as a number; `text` is never lost. */
export interface IngredientLine {
  readonly ingredientId: IngredientId | null
  readonly quantity: Fraction | null
  readonly measure: string
  readonly text: string
}

/** One countable thing that a recipe makes. `order` decides who is served first of one batch (A4). */
export interface FinishedUnit extends Written {
  readonly id: UnitId
  readonly recipeId: RecipeId
  readonly name: string
  /** Pieces of this unit when a whole batch becomes it: whole, at least 1. */
  readonly itemsPerBatch: number
  readonly order: number
}

/** What is packed. On screen: bundle. */
export interface FinishedGood extends Written {
  readonly id: GoodId
  readonly name: string
  readonly notes: string
  readonly lines: readonly GoodLine[]
}

export interface GoodLine {
  readonly item: Component
  readonly quantity: Fraction
}

/** What a line of a bundle can ask for. */
export type Component =
  | { readonly kind: 'unit'; readonly id: UnitId }
  | { readonly kind: 'good'; readonly id: GoodId }
  | { readonly kind: 'material'; readonly id: MaterialId }

/** Whatever can be on hand. */
export type Item = Component | { readonly kind: 'ingredient'; readonly id: IngredientId }

export interface Ingredient extends Written {
  readonly id: IngredientId
  readonly name: string
  /** What it is bought and counted in; a measure of `measure.ts`, or any word. */
  readonly measure: string
  /** Where it stands in a shop, in the baker's words. */
  readonly category: string
  /** What converts its volumes and masses into each other; null where nobody entered it. */
  readonly density: Density | null
}

/** So much of a volume weighs so much: 1 cup is 120 g. */
export interface Density {
  readonly volume: Fraction
  readonly volumeMeasure: string
  readonly mass: Fraction
  readonly massMeasure: string
}

export interface Material extends Written {
  readonly id: MaterialId
  readonly name: string
  readonly measure: string
}

/** An occasion with a date. `Event` is the browser's. */
export interface KitchenEvent extends Written {
  readonly id: EventId
  readonly name: string
  readonly date: Day
  readonly notes: string
  readonly archived: boolean
}

/** What a number of batches was chosen for (B4). Null: chosen by hand or imported, never outdated. */
export interface Basis {
  readonly splits: boolean
  readonly units: readonly {
    readonly unitId: UnitId
    readonly need: Fraction
    readonly itemsPerBatch: number
  }[]
}

export interface ProductionTarget extends Written {
  readonly eventId: EventId
  readonly recipeId: RecipeId
  readonly batches: number
  readonly order: number
  readonly basis: Basis | null
}

export interface AssemblyTarget extends Written {
  readonly eventId: EventId
  readonly goodId: GoodId
  readonly quantity: number
  readonly order: number
}

/** Pieces that are wanted as they are, outside any bundle. */
export interface LooseTarget extends Written {
  readonly eventId: EventId
  readonly unitId: UnitId
  readonly quantity: number
  readonly order: number
}

/** The key of a ledger entry. `seq` is 1, 2, 3 … without gaps, for each writer. */
export interface EntryKey {
  readonly writer: WriterId
  readonly seq: number
}

interface Recorded extends EntryKey {
  /** Wall clock of the device that recorded, milliseconds. For people only: order is (stamp, writer, seq). */
  readonly at: number
  readonly stamp: number
  /** Who, as typed; may be empty. */
  readonly by: string
  readonly eventId: EventRef
}

export const LOSS_REASONS = [
  'burnt',
  'broken',
  'dropped',
  'wrong ingredients',
  'contaminated',
  'other',
] as const
export type LossReason = (typeof LOSS_REASONS)[number]

export const CHANGE_REASONS = [
  'brought',
  'made',
  'bought',
  'eaten',
  'given',
  'burnt',
  'broken',
  'dropped',
  'other',
] as const
export type ChangeReason = (typeof CHANGE_REASONS)[number]

/** Good and expected pieces of one finished unit in a production run, as they were at that moment. */
export interface Pieces {
  readonly unitId: UnitId
  readonly good: number
  readonly expected: number
}

/** Batches baked. Batches that were lost completely are an entry of their own. */
export interface ProductionEntry extends Recorded {
  readonly kind: 'production'
  readonly recipeId: RecipeId
  readonly batches: number
  readonly pieces: readonly Pieces[]
  readonly reason: LossReason | null
}

/** How much of a component a packing took. */
export interface Used {
  readonly item: Component
  readonly quantity: Fraction
}

/** Bundles packed, with what they took copied at that moment. */
export interface AssemblyEntry extends Recorded {
  readonly kind: 'assembly'
  readonly goodId: GoodId
  readonly quantity: number
  readonly used: readonly Used[]
}

/** A change (signed), or a count: there are so many. */
export type StockChange =
  | { readonly type: 'change'; readonly amount: Fraction; readonly reason: ChangeReason }
  | { readonly type: 'count'; readonly amount: Fraction }

export interface StockEntry extends Recorded {
  readonly kind: 'stock'
  readonly item: Item
  /** What the amount is counted in; '' for pieces. */
  readonly measure: string
  readonly change: StockChange
}

/** Undoes the entry that it names. */
export interface VoidEntry extends Recorded {
  readonly kind: 'void'
  readonly target: EntryKey
}

export type Entry = ProductionEntry | AssemblyEntry | StockEntry | VoidEntry

/** Whose device a writer was. */
export interface Writer {
  readonly writer: WriterId
  readonly device: string
}

/** All the facts that one event's screens are computed from. Rows that are hidden keep their names here. */
export interface EventFacts {
  readonly event: KitchenEvent
  readonly recipes: readonly Recipe[]
  readonly units: readonly FinishedUnit[]
  readonly goods: readonly FinishedGood[]
  readonly materials: readonly Material[]
  readonly productionTargets: readonly ProductionTarget[]
  readonly assemblyTargets: readonly AssemblyTarget[]
  readonly looseTargets: readonly LooseTarget[]
  /**
   * The event's own entries; of others' all that the stock of its bundles' materials depends on,
   * and perhaps more of what concerns these.
   */
  readonly entries: readonly Entry[]
}
