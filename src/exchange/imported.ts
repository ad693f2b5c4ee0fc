import type {
  AssemblyTarget,
  Entry,
  FinishedGood,
  FinishedUnit,
  Ingredient,
  KitchenEvent,
  LooseTarget,
  Material,
  ProductionTarget,
  Recipe,
} from '../domain/model'
import type { Fraction } from '../domain/quantity'

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
  | 'unknown material'
  | 'unknown ingredient'
  | 'nothing of ours'
  | 'no name'
  | 'no yield'
  /** A run without batches, a packing or a line without a quantity. */
  | 'no number'
  | 'no date'
  /** The pantry has it in several measures, which are not added. */
  | 'mixed measures'
  | 'twice'
  /** More targets than events of that name. */
  | 'ambiguous name'

export interface LeftOut {
  /** The table of the file, as it is called there. */
  readonly table: string
  /** Empty when it is the whole table; `bundle › part` for a line of a bundle. */
  readonly name: string
  readonly reason: LeftOutReason
  /** How many rows of the file this stands for. */
  readonly rows: number
}

/** A choice that the reader made and the person should know. */
export type Remark =
  | {
      readonly remark: 'portion'
      readonly name: string
      readonly percent: number
      readonly itemsPerBatch: number
    }
  /** More went into bundles than the event's own runs gave; `missing` is rounded up. */
  | {
      readonly remark: 'packed beyond stock'
      readonly event: string
      readonly name: string
      readonly missing: number
    }
  /** A target without a number, left out. */
  | { readonly remark: 'no target number'; readonly name: string }
  /** The export holds no records of packing, whatever was packed. */
  | { readonly remark: 'no packings' }
  /** A run without a readable time: it stands at noon of its event's day. */
  | { readonly remark: 'no time'; readonly name: string }
  /** Runs of a recipe that makes nothing countable: one piece a batch, of the recipe's name, was made up. */
  | { readonly remark: 'no yield'; readonly name: string }
  /** The file does not say which of the recipe's pieces its runs made: the first one. */
  | { readonly remark: 'piece not named'; readonly recipe: string; readonly piece: string }
  /** Several rows of `table` have this name and the file links by name: one was chosen. */
  | { readonly remark: 'ambiguous name'; readonly table: string; readonly name: string }
  /** A bundle's quantity that no fraction up to thousandths says exactly. */
  | {
      readonly remark: 'rounded'
      readonly name: string
      readonly from: number
      readonly to: Fraction
    }

export interface ImportReport {
  readonly leftOut: readonly LeftOut[]
  readonly remarks: readonly Remark[]
}

/** Why a file was not taken at all. `where` names table, row and field, as far as they are known. */
export type FileRefusal =
  | { readonly file: 'too large' | 'too large together'; readonly maxMegabytes: number }
  | { readonly file: 'not text' }
  /** The device could not hand it over: it lies elsewhere, or went away. */
  | { readonly file: 'not readable' }
  | { readonly file: 'not json' }
  | { readonly file: 'cut off' }
  | { readonly file: 'too deep' }
  | { readonly file: 'empty' }
  /** `program` is what the file calls itself; empty when it does not say. */
  | { readonly file: 'other program'; readonly program: string }
  | { readonly file: 'wrong type'; readonly where: string }
  | { readonly file: 'out of range'; readonly where: string }
  | { readonly file: 'cycle'; readonly chain: readonly string[] }
  | { readonly file: 'forbidden key'; readonly where: string }
  | { readonly file: 'too many unknown'; readonly count: number }
  /** A backup of ours with a line that is no JSON. */
  | { readonly file: 'damaged'; readonly line: number }
  /** A backup of ours that is not as it was written: its hash, or how many rows it has, says so. */
  | { readonly file: 'altered' }
  /** A backup of ours from a version that writes more than this one knows. */
  | { readonly file: 'newer backup' }
  | { readonly file: 'too many rows'; readonly most: number }
  /** A backup of ours among several files: each has a preview of its own. */
  | { readonly file: 'not alone' }

/** Of several files, which one was refused, where it was one: the first is 0. */
export type RefusedFile = FileRefusal & { readonly nth?: number }

export type ReadFile =
  { readonly facts: ImportedFacts; readonly report: ImportReport } | RefusedFile
