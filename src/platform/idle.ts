/** Waits until the first frame of what was just put on the screen is painted. */
export function whenPainted(): Promise<void> {
  return new Promise((done) => {
    // The second frame begins when the first one was painted; a page that nobody sees paints none.
    requestAnimationFrame(() => requestAnimationFrame(() => done()))
    setTimeout(done, 2_000)
  })
}

/** Waits until the browser has nothing better to do; where it does not tell, a moment. */
export function whenIdle(): Promise<void> {
  return new Promise((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 10_000 })
    else setTimeout(done, 200)
  })
}
