/** Waits until the first frame of what was just put on the screen is painted. */
export function whenPainted(): Promise<void> {
  return new Promise((done) => {
    // The second frame begins when the first one was painted; a page that nobody sees paints none.
    requestAnimationFrame(() => requestAnimationFrame(() => done()))
    setTimeout(done, 2_000)
  })
}

/** So long after a touch the next one may follow, and so long somebody who works can hold us up. */
const [QUIET, PATIENCE] = [1_000, 10_000]

let touched = -Infinity
for (const kind of ['pointerdown', 'click', 'keydown'])
  addEventListener(kind, () => (touched = performance.now()), { capture: true, passive: true })

/**
 * Waits until nobody has touched the screen for a moment and the browser has nothing better to do:
 * between a tap and its number it idles too, while the database works.
 */
export async function whenIdle(): Promise<void> {
  const start = performance.now()
  for (;;) {
    await nothingToDo()
    const wait = Math.min(touched + QUIET, start + PATIENCE) - performance.now()
    if (wait <= 0) return
    await new Promise((done) => setTimeout(done, wait))
  }
}

/** Where the browser does not tell, a moment. */
function nothingToDo(): Promise<void> {
  return new Promise((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: PATIENCE })
    else setTimeout(done, 200)
  })
}
