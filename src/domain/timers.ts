import type { EventId, RecipeId } from './model'
import type { Refusal } from './refusal'
import { readCount } from './typed'

/**
 * A batch in the oven. No fact: it is of this device, ends with its answer, and is in no backup. What
 * it is called is copied, so that it says so still when the event or the recipe is gone.
 */
export interface Timer {
  readonly id: TimerId
  readonly eventId: EventId
  readonly recipeId: RecipeId
  readonly eventName: string
  readonly recipeName: string
  /** Which batch it is, of how many that the event wants. */
  readonly batch: number
  readonly target: number
  /** When it was started and when it rings, by the wall clock, in milliseconds. */
  readonly start: number
  readonly end: number
}

declare const brand: unique symbol
export type TimerId = string & { readonly [brand]: 'timer' }

const MINUTE = 60_000
/** A day: what bakes longer than that is no batch. */
const MAX_MINUTES = 1440
const MORE_MINUTES = 2

/** Reads for how many minutes a timer is to run. */
export function readMinutes(text: string): number | Refusal {
  return readCount(text, 'minutes', 1, MAX_MINUTES)
}

/** When a timer of so many minutes rings. */
export function endOf(start: number, minutes: number): number {
  return start + minutes * MINUTE
}

/** When it rings if it gets 2 minutes more: after its end, or from now on where it has rung. */
export function extended({ end }: Pick<Timer, 'end'>, now: number): number {
  return Math.max(end, now) + MORE_MINUTES * MINUTE
}

/** Whole seconds that are left: 0 only when it rings, and never more than it was set for. */
export function secondsLeft({ start, end }: Pick<Timer, 'start' | 'end'>, now: number): number {
  return Math.max(0, Math.ceil(Math.min(end - start, end - now) / 1000))
}

export function hasRung({ end }: Pick<Timer, 'end'>, now: number): boolean {
  return now >= end
}

/** Whole minutes since it rang; 0 while it has not. */
export function minutesSince({ end }: Pick<Timer, 'end'>, now: number): number {
  return Math.max(0, Math.floor((now - end) / MINUTE))
}

/** The one that rings first is first: what has rung longest, then what rings next. */
export function inRingingOrder(timers: readonly Timer[]): Timer[] {
  return [...timers].sort((a, b) => a.end - b.end || (a.id < b.id ? -1 : 1))
}

/** Which batch is put into the oven now: after those that are done and those that are still in. */
export function batchToTime(
  { eventId, recipeId, done }: Pick<Timer, 'eventId' | 'recipeId'> & { readonly done: number },
  running: readonly Timer[],
): number {
  const ovens = running.filter((one) => one.eventId === eventId && one.recipeId === recipeId)
  return done + ovens.length + 1
}
