/**
 * How many of a screen's cards are drawn: `first` of them in the first frame, so that what is
 * needed at a glance is there at once, and all of them right after it.
 */
export function cardsDrawn(first: number): { readonly count: number } {
  let count = $state(first)
  $effect(() => {
    // The second frame begins when the first one was painted.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => (count = Infinity))
    })
    return () => cancelAnimationFrame(frame)
  })
  return {
    get count() {
      return count
    },
  }
}
