import { render } from '@testing-library/svelte'
import { afterEach, expect, test, vi } from 'vitest'
import RunningTimers from '../../src/screens/timers/RunningTimers.svelte'
import { timers as told } from '../../src/words/en-timers'

afterEach(() => vi.unstubAllGlobals())

test('after a reload the end of a touch gives the sound back: of a finger only that is a person’s act', () => {
  let asked = 0
  class Silent {
    readonly state = 'suspended'
    resume(): Promise<void> {
      asked += 1
      return Promise.resolve()
    }
  }
  vi.stubGlobal('AudioContext', Silent)
  render(RunningTimers, { props: { timers: [], told, onlyRings: true } })
  const acts = ['pointerup', 'click', 'keydown']
  const counts = acts.map((act) => {
    dispatchEvent(new Event(act))
    return asked
  })
  expect(counts).toEqual([1, 2, 3])
})
