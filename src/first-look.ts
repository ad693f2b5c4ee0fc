import { firstAnswer } from './live/live'
import { whenPainted } from './platform/idle'

/** Longer than a first screen takes, and no wait for one that reads nothing. */
const PATIENCE = 1_000

/**
 * Fulfilled when the first screen is seen with what it has to show. Until then nothing is fetched that
 * it does without: on a weak line each file more would hold it up.
 */
export const firstLook = Promise.race([
  firstAnswer,
  new Promise((done) => setTimeout(done, PATIENCE)),
]).then(whenPainted)
