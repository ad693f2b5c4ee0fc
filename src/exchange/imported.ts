import type {
  Entry, FinishedGood, FinishedUnit, Ingredient, KitchenEvent, Material, Recipe,
  AssemblyTarget, LooseTarget, ProductionTarget,
} from '../domain/model' // prettier-ignore

/** What a file of another program gives: rows and entries that are added where unknown, never overwriting. */
export interface ImportedFacts {
  readonly recipes: readonly Recipe[]
  readonly units: readonly FinishedUnit[]
  readonly goods: readonly FinishedGood[]
  readonly ingredients: readonly Ingredient[]
  readonly materials: readonly Material[]
  readonly events: readonly KitchenEvent[]
  readonly productionTargets: readonly ProductionTarget[]
  readonly assemblyTargets: readonly AssemblyTarget[]
  readonly looseTargets: readonly LooseTarget[]
  readonly entries: readonly Entry[]
}

/** Why something of the file was left out; the words folder makes the sentence. */
export type LeftOutReason =
  | 'unknown event'
  | 'unknown recipe'
  | 'unknown bundle'
  | 'unknown piece'
  | 'nothing of ours'
  | 'no name'
  | 'no yield'
  | 'twice'
  | 'ambiguous name'

export interface LeftOut {
  /** The table of the file, as it is called there. */
  readonly table: string
  readonly name: string
  readonly reason: LeftOutReason
}

/** A choice that the reader made and the person should know. */
export type Remark =
  | { readonly remark: 'portion'; readonly name: string; readonly percent: number; readonly itemsPerBatch: number }
  | { readonly remark: 'packed beyond stock'; readonly name: string; readonly missing: number }
  | { readonly remark: 'no target number'; readonly name: string }

export interface ImportReport {
  readonly leftOut: readonly LeftOut[]
  readonly remarks: readonly Remark[]
}

/** Why a file was not taken at all. `where` names table, row and field, as far as they are known. */
export type FileRefusal =
  | { readonly file: 'too large'; readonly maxMegabytes: number }
  | { readonly file: 'not text' }
  | { readonly file: 'not json' }
  | { readonly file: 'cut off' }
  | { readonly file: 'empty' }
  | { readonly file: 'other program'; readonly program: string }
  | { readonly file: 'wrong type'; readonly where: string }
  | { readonly file: 'out of range'; readonly where: string }
  | { readonly file: 'cycle'; readonly chain: readonly string[] }
  | { readonly file: 'forbidden key'; readonly where: string }
  | { readonly file: 'too many unknown'; readonly count: number }

export type ReadFile =
  | { readonly facts: ImportedFacts; readonly report: ImportReport }
  | FileRefusal
