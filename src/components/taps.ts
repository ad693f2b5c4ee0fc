import { readonly, writable, type Readable } from 'svelte/store'

/** Within this time after a tap that counted, a wet finger's second tap counts no more. */
export const GHOST_MS = 300
/** An undo changes what the button means: the next one must be meant. */
export const UNDO_MS = 1000
/** A finger that taps twice hits the same place, give or take so many pixels. */
const SAME_PLACE = 48

type Tap = Pick<MouseEvent, 'timeStamp' | 'clientX' | 'clientY' | 'detail'>

const second = writable(false)
/** Whether the newest tap was a second one, which does not count: the board says so. */
export const secondTap: Readable<boolean> = readonly(second)

let last: Omit<Tap, 'detail'> | null = null

/** Tells for each tap whether it counts. */
export function tapGuard(within: number): (tap: Tap) => boolean {
  let counted = -Infinity
  return (tap) => {
    const isSecond = tap.timeStamp - counted < within || isUnderTheFinger(tap)
    second.set(isSecond)
    if (isSecond) return false
    counted = tap.timeStamp
    rememberTap(tap)
    return true
  }
}

/** To be called with the tap that closed a form: a second one may hit what comes up in its place. */
export function rememberTap({ timeStamp, clientX, clientY }: Tap): void {
  last = { timeStamp, clientX, clientY }
}

/** To be called where what was said about a second tap is out of date. */
export function forgetSecondTap(): void {
  second.set(false)
}

/** What the first tap changed may have moved another button to where the finger still is. */
function isUnderTheFinger({ timeStamp, clientX, clientY, detail }: Tap): boolean {
  // Keys have no place.
  if (!last || detail === 0) return false
  const away = Math.hypot(clientX - last.clientX, clientY - last.clientY)
  return timeStamp - last.timeStamp < GHOST_MS && away < SAME_PLACE
}
