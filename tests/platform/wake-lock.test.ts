import { get } from 'svelte/store'
import { afterEach, expect, test, vi } from 'vitest'
import { keepAwake, wakeLock } from '../../src/platform/wake-lock'

const becomes = (state: string) => expect.poll(() => get(wakeLock)).toBe(state)

/** What a browser does to a page that is put behind another one. */
function setVisibility(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

const wishes: (() => void)[] = []
const wish = (): (() => void) => {
  const end = keepAwake()
  wishes.push(end)
  return end
}

afterEach(async () => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(document, 'visibilityState')
  for (const end of wishes.splice(0)) end()
  await becomes('off')
})

test('the screen is held awake while that is wished, and no longer', async () => {
  expect(get(wakeLock)).toBe('off')
  const end = wish()
  await becomes('on')
  end()
  await becomes('off')
})

test('the screen is held until the last one who wishes it awake has gone', async () => {
  const ends = [wish(), wish()]
  await becomes('on')
  const states: string[] = []
  const stop = wakeLock.subscribe((state) => states.push(state))
  // To end one wish twice ends nobody else's.
  ends[0]!()
  ends[0]!()
  expect(states).toEqual(['on'])
  ends[1]!()
  expect(states.at(-1)).toBe('off')
  stop()
})

test('a device that refuses is told apart from one that holds, and is asked again', async () => {
  const ask = vi
    .spyOn(navigator.wakeLock, 'request')
    .mockRejectedValueOnce(new Error('low battery'))
  wish()
  await becomes('refused')
  setVisibility('visible')
  await becomes('on')
  expect(ask).toHaveBeenCalledTimes(2)
})

test('a wish that ends before the browser answered leaves nothing held', async () => {
  const states: string[] = []
  const stop = wakeLock.subscribe((state) => states.push(state))
  wish()()
  await expect.poll(() => states.at(-1)).toBe('off')
  await expect.poll(() => states).toEqual(['off', 'on', 'off'])
  stop()
})

test('a wish that comes back at once holds the screen', async () => {
  const end = wish()
  await becomes('on')
  end()
  wish()
  await becomes('on')
  const states: string[] = []
  const stop = wakeLock.subscribe((state) => states.push(state))
  // Were the first lock's release taken for the second's, it would show by the next answer.
  await (await navigator.wakeLock.request('screen')).release()
  expect(states).toEqual(['on'])
  stop()
})

test('a page that comes back to the front holds the screen again', async () => {
  setVisibility('hidden')
  wish()
  expect(get(wakeLock)).toBe('off')
  setVisibility('visible')
  await becomes('on')
})
