import type { GoodId, RecipeId, UnitId } from './model'
import type { Amount } from './quantity'

export type OverallStatus = 'not_started' | 'in_progress' | 'complete'

export interface PieceCount {
  readonly unitId: UnitId
  readonly unitName: string
  readonly good: number
  readonly expected: number
  /** What bundles and loose pieces of the event ask for (B1). */
  readonly needed: Amount
}

/** One recipe that has a production target. */
export interface ProductionProgress {
  readonly recipeId: RecipeId
  readonly recipeName: string
  readonly targetBatches: number
  readonly completedBatches: number
  readonly remainingBatches: number
  readonly overageBatches: number
  readonly progressPercent: number
  readonly isComplete: boolean
  readonly lostBatches: number
  readonly pieces: readonly PieceCount[]
}

export type BundleStatus =
  | 'complete'
  | 'no_components'
  | 'can_assemble'
  | 'partial'
  | 'awaiting_production'
  | 'cannot_assemble'

/** A part that is missing for the bundles that are still to pack. */
export interface Shortage {
  readonly kind: 'unit' | 'good' | 'material'
  readonly id: UnitId | GoodId | string
  readonly name: string
  readonly missing: Amount
}

/** One bundle that has an assembly target. */
export interface AssemblyProgress {
  readonly finishedGoodId: GoodId
  readonly finishedGoodName: string
  readonly targetQuantity: number
  readonly assembledQuantity: number
  readonly remainingQuantity: number
  readonly overageQuantity: number
  /** A1: how many more could be packed now if this bundle came first. */
  readonly availableToAssemble: number
  /** A3: how many more can be packed now without taking what was promised to bundles before it. */
  readonly availableTogether: number
  readonly progressPercent: number
  readonly isComplete: boolean
  readonly status: BundleStatus
  readonly shortages: readonly Shortage[]
}

export interface OverallProgress {
  readonly productionPercent: number
  readonly assemblyPercent: number
  readonly overallPercent: number
  readonly status: OverallStatus
  readonly productionTargets: number
  readonly productionComplete: number
  readonly assemblyTargets: number
  readonly assemblyComplete: number
}

/**
 * P3: done ÷ target × 100, rounded half up to two decimals, not capped. 100 only when complete and
 * 0 only when nothing is done; a target of 0 or less reads 0.
 */
export function percent(done: number, target: number): number {
  if (target <= 0 || done <= 0) return 0
  const hundredths = halfUp(done, target, 10_000)
  if (hundredths >= 10_000 && done < target) return 99.99
  return Math.max(hundredths, 1) / 100
}

/** done × scale ÷ target, rounded half up; by big integers where the product would not be exact. */
function halfUp(done: number, target: number, scale: number): number {
  const doubled = 2 * done * scale + target
  if (Number.isSafeInteger(doubled)) return (doubled - (doubled % (2 * target))) / (2 * target)
  return Number((2n * BigInt(done) * BigInt(scale) + BigInt(target)) / (2n * BigInt(target)))
}

/** P4. */
export const isComplete = (done: number, target: number): boolean => done >= target

export const remaining = (done: number, target: number): number => Math.max(0, target - done)
export const overage = (done: number, target: number): number => Math.max(0, done - target)

interface Row {
  readonly percent: number
  readonly complete: boolean
  readonly target: number
}

/**
 * P5: the mean of rows' percents as shown, each capped at 100, rounded half up. 100 only when every
 * row is complete, 0 only when every row is 0. Rows with a target of 0 or less stay out; null when none is left.
 */
export function meanPercent(rows: readonly Row[]): number | null {
  const counted = rows.filter((row) => row.target > 0)
  if (counted.length === 0) return null
  const sum = counted.reduce((all, row) => all + Math.min(10_000, Math.round(row.percent * 100)), 0)
  return guarded(
    halfUp(sum, counted.length, 1),
    counted.every((row) => row.complete),
    sum === 0,
  )
}

/** P5: both sides' mean, the one side that has rows, or 0. */
export function overallPercent(production: number | null, assembly: number | null): number {
  if (production === null || assembly === null) return production ?? assembly ?? 0
  const sum = Math.round(production * 100) + Math.round(assembly * 100)
  return guarded(halfUp(sum, 2, 1), production === 100 && assembly === 100, sum === 0)
}

function guarded(hundredths: number, complete: boolean, nothing: boolean): number {
  if (complete) return 100
  if (nothing) return 0
  return Math.min(Math.max(hundredths, 1), 9_999) / 100
}

export interface Sides {
  readonly production: readonly ProductionProgress[]
  readonly assembly: readonly AssemblyProgress[]
  /** Whether each loose-piece target is met (P6). */
  readonly looseMet: readonly boolean[]
  /** Whether any run, even a lost one, is recorded for a targeted recipe or bundle. */
  readonly started: boolean
}

/** P5: the event's summary. Status comes from counts, never from percents. */
export function overallProgress({
  production,
  assembly,
  looseMet,
  started,
}: Sides): OverallProgress {
  const productionPercent = meanPercent(
    production.map((row) => ({
      percent: row.progressPercent,
      complete: row.isComplete,
      target: row.targetBatches,
    })),
  )
  const assemblyPercent = meanPercent(
    assembly.map((row) => ({
      percent: row.progressPercent,
      complete: row.isComplete,
      target: row.targetQuantity,
    })),
  )
  const met = [...[...production, ...assembly].map((row) => row.isComplete), ...looseMet]
  const status = !started
    ? 'not_started'
    : met.length > 0 && met.every(Boolean)
      ? 'complete'
      : 'in_progress'
  return {
    productionPercent: productionPercent ?? 0,
    assemblyPercent: assemblyPercent ?? 0,
    overallPercent: overallPercent(productionPercent, assemblyPercent),
    status,
    productionTargets: production.length,
    productionComplete: production.filter((row) => row.isComplete).length,
    assemblyTargets: assembly.length,
    assemblyComplete: assembly.filter((row) => row.isComplete).length,
  }
}
