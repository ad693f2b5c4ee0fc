import { hasRung, minutesSince, secondsLeft, type Timer } from '../../domain/timers'
import type { TimersWords } from '../../words/en-timers'

/** What a timer says now: how long it still runs, or since when it rings. */
export function timeLeft(told: TimersWords, timer: Timer, now: number): string {
  return hasRung(timer, now)
    ? told.rang(minutesSince(timer, now))
    : told.countdown(secondsLeft(timer, now))
}

/** Of which recipe a timer is, and which batch of how many. */
export function timerName(told: TimersWords, timer: Timer): string {
  return told.label(timer.recipeName, timer.batch, timer.target)
}
