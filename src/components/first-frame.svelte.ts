/** Before anything was drawn. */
const NOTHING = Symbol()

/**
 * How many of a screen's cards are drawn: `first` of them in the first frame, so that what is needed
 * at a glance is there at once, and all of them right after it. The same again for each new `what`.
 */
export function cardsDrawn(
  first: number,
  what: () => unknown = () => null,
): { readonly count: number } {
  let drawn: unknown = $state.raw(NOTHING)
  $effect(() => {
    const now = what()
    // The second frame begins when the first one was painted.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => (drawn = now))
    })
    return () => cancelAnimationFrame(frame)
  })
  return {
    get count() {
      return drawn === what() ? Infinity : first
    },
  }
}
