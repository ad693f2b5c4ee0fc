import { readable, type Readable } from 'svelte/store'
import type { Day } from '../domain/day'

/** The calendar day where this device is; changes at midnight and when the app is looked at again. */
export const today: Readable<Day> = readable(localToday(), (set) => {
  const look = (): void => set(localToday())
  look()
  document.addEventListener('visibilitychange', look)
  const timer = setInterval(look, 60_000)
  return () => {
    document.removeEventListener('visibilitychange', look)
    clearInterval(timer)
  }
})

function localToday(): Day {
  return localDay(new Date())
}

/** The calendar day of an instant where this device is. */
export function localDay(now: Date): Day {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as Day
}
