/** Waits until the browser has nothing better to do; where it does not tell, a moment. */
export function whenIdle(): Promise<void> {
  return new Promise((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 10_000 })
    else setTimeout(done, 200)
  })
}
