/** Within this time after a tap that counted, a wet finger's second tap counts no more. */
export const GHOST_MS = 300
/** An undo changes what the button means: the next one must be meant. */
export const UNDO_MS = 1000

/** Tells for each tap, by its event's time, whether it counts. */
export function tapGuard(within: number): (event: { readonly timeStamp: number }) => boolean {
  let counted = -Infinity
  return ({ timeStamp }) => {
    if (timeStamp - counted < within) return false
    counted = timeStamp
    return true
  }
}
