import type { Readable } from 'svelte/store'
import { atTheEnd } from '../data/kitchen'

export interface Watched<Value> {
  /** Everything that the store has said, in order. */
  readonly said: readonly Value[]
  /** Waits until the store says such a thing; gives it. What it said before counts too. */
  until(wanted: (value: Value) => boolean): Promise<Value>
  stop(): void
}

/** Subscribes to a store until the end of the test. */
export function watch<Value>(store: Readable<Value>): Watched<Value> {
  const said: Value[] = []
  const waiting = new Set<(value: Value) => void>()
  const stop = store.subscribe((value) => {
    said.push(value)
    for (const look of waiting) look(value)
  })
  atTheEnd(stop)
  return {
    said,
    stop,
    until: (wanted) =>
      new Promise((done) => {
        const found = said.filter(wanted)
        if (found.length > 0) {
          done(found[0]!)
          return
        }
        const look = (value: Value): void => {
          if (!wanted(value)) return
          waiting.delete(look)
          done(value)
        }
        waiting.add(look)
      }),
  }
}
