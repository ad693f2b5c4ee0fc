/** As long as a step may keep the screen waiting, on a device four times as slow. */
const STEP = 12

/** Runs steps to their end and lets the screen move in between; tells how much is done. */
export async function inSlices<Answer>(
  steps: Generator<number, Answer>,
  onProgress: (part: number) => void = () => undefined,
): Promise<Answer> {
  let pause = performance.now() + STEP
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < pause) continue
    onProgress(step.value)
    await breath()
    pause = performance.now() + STEP
  }
}

/** A moment for the browser. Timers would wait longer, and much longer where nobody looks. */
function breath(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      done()
    }
    port2.postMessage(null)
  })
}
