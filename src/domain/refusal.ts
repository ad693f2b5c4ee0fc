import type { GoodId } from './model'

/** What the person was filling in when something was refused. */
export type Field =
  | 'name'
  | 'date'
  | 'batches'
  | 'quantity'
  | 'pieces'
  | 'itemsPerBatch'
  | 'lineQuantity'
  | 'count'
  | 'by'
  | 'minutes'

/** A typed reason why a command did nothing. Faults throw; refusals are returned. */
export type Refusal =
  | {
      readonly refused: 'not a count'
      readonly field: Field
      readonly min: number
      readonly max: number
    }
  | { readonly refused: 'not a quantity'; readonly field: Field }
  | { readonly refused: 'empty name' }
  | { readonly refused: 'name too long'; readonly max: number }
  /** A category or a measure. */
  | { readonly refused: 'word too long'; readonly max: number }
  | { readonly refused: 'no such day' }
  | {
      readonly refused: 'unknown'
      readonly what:
        'event' | 'recipe' | 'unit' | 'good' | 'ingredient' | 'material' | 'entry' | 'target'
    }
  | { readonly refused: 'no lines' }
  | { readonly refused: 'no units' }
  /** What was typed in one of several rows of a form; the first row is 1. */
  | {
      readonly refused: 'in a row'
      readonly list: 'ingredients' | 'units' | 'parts'
      readonly row: number
      readonly why: Refusal
    }
  /** A bundle takes nothing new that is hidden; what it has of it already, it keeps. */
  | { readonly refused: 'hidden part'; readonly name: string }
  | { readonly refused: 'not a density' }
  | { readonly refused: 'name taken'; readonly name: string }
  | {
      readonly refused: 'cycle'
      readonly chain: readonly GoodId[]
      readonly names: readonly string[]
    }
  | { readonly refused: 'out of range' }
  | { readonly refused: 'void of a void' }
  /** R1: asked once, then recorded. */
  | { readonly refused: 'more than stock'; readonly possible: number; readonly wanted: number }

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}
