/**
 * How many steps inside the app led to this address: with none, going back would leave it. Each entry
 * of the browser's history says so itself, so that ways back and reloads do not confuse the count.
 */
let depth = 0
/** Addresses that are still to come in the place of another. */
let replacing = 0
/** On the way out of a form: a second tap on the way must not go further back. */
let isLeaving = false

arrive()
addEventListener('hashchange', arrive)

function arrive(event?: Event): void {
  isLeaving = false
  const { state } = history as { readonly state: { readonly depth?: number } | null }
  const isNew = event !== undefined && state?.depth === undefined
  depth = state?.depth ?? (isNew && replacing === 0 ? depth + 1 : depth)
  if (isNew) replacing = Math.max(0, replacing - 1)
  history.replaceState({ depth }, '')
}

export function goTo(hash: string): void {
  location.hash = hash
}

/** Changes the address without a step of its own, as for an address that only leads on. */
export function replaceWith(hash: string): void {
  if (hash !== location.hash) replacing += 1
  location.replace(hash)
}

/** Closes a form: back to where it was opened from, or to `fallback` where it was opened directly. */
export function leaveTo(fallback: string): void {
  if (isLeaving) return
  isLeaving = true
  if (depth > 0) history.back()
  else replaceWith(fallback)
}
