/**
 * How many steps inside the app led to this address: with none, going back would leave it. Each entry
 * of the browser's history says so itself, so that ways back and reloads do not confuse the count.
 */
let depth = told() ?? 0
/** On the way out of a form: a second tap on the way must not go further back. */
let isLeaving = false

tell(depth)
addEventListener('hashchange', arrive)

function told(): number | undefined {
  return (history.state as { readonly depth?: number } | null)?.depth
}

function tell(now: number): void {
  depth = now
  history.replaceState({ depth }, '')
}

function arrive(): void {
  isLeaving = false
  tell(told() ?? depth + 1)
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
