import { get } from 'svelte/store'
import { afterEach, expect, test } from 'vitest'
import { keepAwake, wakeLock } from '../../src/platform/wake-lock'

const becomes = (state: string) => expect.poll(() => get(wakeLock)).toBe(state)

/** What a browser does to a page that is put behind another one. */
function setVisibility(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

afterEach(async () => {
  Reflect.deleteProperty(document, 'visibilityState')
  keepAwake(false)
  await becomes('off')
})

test('the screen is held awake while that is wished, and no longer', async () => {
  expect(get(wakeLock)).toBe('off')
  keepAwake(true)
  await becomes('on')
  keepAwake(false)
  await becomes('off')
})

test('a wish that ends before the browser answered leaves nothing held', async () => {
  const states: string[] = []
  const stop = wakeLock.subscribe((state) => states.push(state))
  keepAwake(true)
  keepAwake(false)
  await expect.poll(() => states.at(-1)).toBe('off')
  await expect.poll(() => states).toEqual(['off', 'on', 'off'])
  stop()
})

test('a wish that comes back at once holds the screen', async () => {
  keepAwake(true)
  await becomes('on')
  keepAwake(false)
  keepAwake(true)
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
  keepAwake(true)
  expect(get(wakeLock)).toBe('off')
  setVisibility('visible')
  await becomes('on')
})
