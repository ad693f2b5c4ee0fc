/**
 * How many steps inside the app led to this address: with none, going back would leave it. Each entry
 * of the browser's history says so itself, so that ways back and reloads do not confuse the count.
 */
let depth = told() ?? 0
/** How far down the address of each depth was looked at. */
const places: number[] = []
/** Longer than a long list takes to be there again. */
const RETURN = 1_000
/** On the way out of a form: a second tap on the way must not go further back. */
let isLeaving = false

tell(depth)
addEventListener('hashchange', arrive)
addEventListener('scroll', () => (places[depth] = scrollY), { passive: true })

function told(): number | undefined {
  return (history.state as { readonly depth?: number } | null)?.depth
}

function tell(now: number): void {
  depth = now
  history.replaceState({ depth }, '')
}

function arrive(): void {
  isLeaving = false
  const from = depth
  tell(told() ?? depth + 1)
  if (depth > from) places[depth] = 0
}

/** Shows a new address from its top, and one that was come back to where it was left. */
export function takePlace(): void {
  const [at, top, end] = [depth, places[depth] ?? 0, performance.now() + RETURN]
  const go = (): void => {
    scrollTo(0, top)
    if (at === depth && scrollY < top - 1 && performance.now() < end) requestAnimationFrame(go)
  }
  scrollTo(0, 0)
  // What is there again is only so long once it is drawn.
  if (top > 0) requestAnimationFrame(go)
}

export function goTo(hash: string): void {
  location.hash = hash
}

/** Changes the address without a step of its own, as for an address that only leads on. */
export function replaceWith(hash: string): void {
  // A step that was just taken was not counted yet.
  const here = told() ?? depth + 1
  location.replace(hash)
  tell(here)
  places[here] = 0
}

/** Closes a form: back to where it was opened from, or to `fallback` where it was opened directly. */
export function leaveTo(fallback: string): void {
  if (isLeaving) return
  if (depth === 0) {
    replaceWith(fallback)
    return
  }
  isLeaving = true
  const from = location.hash
  const isStillHere = (): void => {
    arrive()
    if (location.hash === from) leaveTo(fallback)
  }
  addEventListener('popstate', isStillHere, { once: true })
  history.back()
}
