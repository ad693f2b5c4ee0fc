import { liveQuery } from 'dexie'
import { readable, writable, type Readable } from 'svelte/store'

/** The last reading that failed; the frame of the app shows it, for a board that stands still must say so. */
export const readingFault = writable<unknown>(null)

const shown = new Set<() => void>()

let answered = (): void => undefined
/** Fulfilled when the first reading was shown: what the first screen does without waits for it. */
export const firstAnswer = new Promise<void>((done) => (answered = done))

/** Reads all that is shown once more, as after a connection that was lost: nobody tells what it missed. */
export function readAgain(): void {
  readingFault.set(null)
  for (const start of shown) start()
}

/**
 * Turns a query into a store that all its readers share: undefined until the first answer.
 * `show` computes what is shown from what was read, once an emission.
 */
export function live<Rows, Shown>(
  query: () => Promise<Rows>,
  show: (rows: Rows) => Shown,
): Readable<Shown | undefined> {
  return readable<Shown | undefined>(undefined, (set) => {
    let stop = (): void => undefined
    let fault: unknown = null
    const failed = (now: unknown): void => readingFault.set((fault = now))
    const start = (): void => {
      stop()
      // Dexie follows an async function through its awaits; of any other it may miss what was read.
      const subscription = liveQuery(async () => query()).subscribe({
        next: (rows) => {
          try {
            set(show(rows))
            // What another one told is not over with ours.
            if (fault !== null) readingFault.update((told) => (told === fault ? null : told))
            fault = null
            answered()
          } catch (now) {
            failed(now)
          }
        },
        error: failed,
      })
      stop = () => subscription.unsubscribe()
    }
    start()
    shown.add(start)
    return () => {
      shown.delete(start)
      stop()
    }
  })
}
