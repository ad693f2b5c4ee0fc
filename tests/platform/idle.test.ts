import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whenIdle } from '../../src/platform/idle'

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'performance', 'requestIdleCallback'],
    now: 1_000_000,
  })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Whether it is idle by now. */
function watch(): () => boolean {
  let idle = false
  void whenIdle().then(() => (idle = true))
  return () => idle
}

const touch = () => document.body.click()

test('nobody waits where nobody works', async () => {
  await vi.advanceTimersByTimeAsync(5_000)
  const isIdle = watch()
  await vi.advanceTimersByTimeAsync(100)
  expect(isIdle()).toBe(true)
})

test('a touch has a second to itself', async () => {
  touch()
  const isIdle = watch()
  await vi.advanceTimersByTimeAsync(900)
  expect(isIdle()).toBe(false)
  await vi.advanceTimersByTimeAsync(200)
  expect(isIdle()).toBe(true)
})

test('hands that never rest hold nothing up for longer than ten seconds', async () => {
  const isIdle = watch()
  touch()
  for (let tenths = 0; tenths < 95; tenths += 1) {
    await vi.advanceTimersByTimeAsync(100)
    touch()
    expect(isIdle()).toBe(false)
  }
  await vi.advanceTimersByTimeAsync(1_000)
  expect(isIdle()).toBe(true)
})
