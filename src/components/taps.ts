import { readonly, writable, type Readable } from 'svelte/store'

/** Within this time after a tap that counted, a wet finger's second tap counts no more. */
export const GHOST_MS = 300
/** An undo changes what the button means: the next one must be meant. */
export const UNDO_MS = 1000
/** A finger that taps twice hits the same place, give or take so many pixels. */
const SAME_PLACE = 48

type Tap = Pick<MouseEvent, 'timeStamp' | 'clientX' | 'clientY' | 'detail'>

/** Why the newest tap did not count: it was a second one, or part of a palm. */
type Uncounted = 'second' | 'palm'

const newest = writable<Uncounted | null>(null)
/** Why the newest tap did not count, if it did not: the board says so. */
export const uncountedTap: Readable<Uncounted | null> = readonly(newest)

/** What touches the screen now, and whether more than one did since the first of it came down. */
const touching = new Set<number>()
let isPalm = false
addEventListener('pointerdown', touch, true)
addEventListener('pointerup', release, true)
addEventListener('pointercancel', release, true)
// What is typed or chosen after a tap shows that the next one is meant.
addEventListener('input', forgetTap, true)
// So does a tap elsewhere, on a tab for one, for what then lies where the finger was.
addEventListener('click', noteElsewhere, true)

let last: Omit<Tap, 'detail'> | null = null
let wasElsewhere = false

/** Tells for each tap whether it counts. */
export function tapGuard(within: number): (tap: Tap) => boolean {
  let counted = -Infinity
  return (tap) => {
    const isSecond = tap.timeStamp - counted < within || isUnderTheFinger(tap)
    if (isPalmTap(tap)) return false
    newest.set(isSecond ? 'second' : null)
    if (isSecond) return false
    counted = tap.timeStamp
    rememberTap(tap)
    return true
  }
}

/** Whether a tap came with others at once: a palm records nothing. */
export function isPalmTap(tap: Tap): boolean {
  const isOne = isPalm && !isKey(tap)
  if (isOne) newest.set('palm')
  return isOne
}

/**
 * Whether a tap on what a tap opened counts: a fast second one was meant for what was there before,
 * wherever it hits.
 */
export function countsOnOpened(tap: Tap): boolean {
  const isSecond = last !== null && !isKey(tap) && tap.timeStamp - last.timeStamp < GHOST_MS
  newest.set(isSecond ? 'second' : null)
  return !isSecond
}

/** To be called with the tap that closed a form: a second one may hit what comes up in its place. */
export function rememberTap({ timeStamp, clientX, clientY }: Tap): void {
  last = { timeStamp, clientX, clientY }
  wasElsewhere = false
}

function forgetTap(): void {
  last = null
}

/** To be called where what was said about a second tap is out of date. */
export function forgetSecondTap(): void {
  newest.set(null)
}

/** What the first tap changed may have moved another button to where the finger still is. */
function isUnderTheFinger(tap: Tap): boolean {
  if (!last || wasElsewhere || isKey(tap)) return false
  return tap.timeStamp - last.timeStamp < GHOST_MS && isAt(last, tap)
}

function isAt(one: Omit<Tap, 'detail'>, other: Tap): boolean {
  return Math.hypot(other.clientX - one.clientX, other.clientY - one.clientY) < SAME_PLACE
}

function noteElsewhere(tap: MouseEvent): void {
  if (last && !isKey(tap) && !isAt(last, tap)) wasElsewhere = true
}

/** Keys press buttons too; they have no place, and no palm. */
function isKey({ detail }: Tap): boolean {
  return detail === 0
}

function touch({ pointerId, isPrimary }: PointerEvent): void {
  if (isPrimary) {
    touching.clear()
    isPalm = false
  }
  touching.add(pointerId)
  if (touching.size > 1) isPalm = true
}

function release({ pointerId }: PointerEvent): void {
  touching.delete(pointerId)
}
