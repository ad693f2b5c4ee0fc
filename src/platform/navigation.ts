/** How many steps were taken inside the app: with none, going back would leave it. */
let steps = 0
addEventListener('hashchange', () => steps++)

export function goTo(hash: string): void {
  location.hash = hash
}

/** Changes the address without a step of its own, as for an address that only leads on. */
export function replaceWith(hash: string): void {
  location.replace(hash)
}

/** Closes a form: back to where it was opened from, or to `fallback` where it was opened directly. */
export function leaveTo(fallback: string): void {
  if (steps > 0) history.back()
  else location.replace(fallback)
}
