import { readable, type Readable } from 'svelte/store'
import { db as kitchen, type BatchboardDb } from '../data/db'
import { allTimers } from '../data/queries/timers'
import { inRingingOrder, type Timer } from '../domain/timers'
import { live } from './live'

/** The timers of this device, the one that rings first in front. */
export function timers(db: BatchboardDb = kitchen): Readable<readonly Timer[] | undefined> {
  return live(() => allTimers(db), inRingingOrder)
}

/** The time in milliseconds, looked at each second and when the page is looked at again: no ticks are counted. */
export const now: Readable<number> = readable(0, (set) => {
  const look = (): void => set(Date.now())
  look()
  document.addEventListener('visibilitychange', look)
  addEventListener('pageshow', look)
  const ticking = setInterval(look, 1000)
  return () => {
    document.removeEventListener('visibilitychange', look)
    removeEventListener('pageshow', look)
    clearInterval(ticking)
  }
})
