import { get } from 'svelte/store'
import { afterEach, expect, test, vi } from 'vitest'
import { today } from '../../src/live/today'
import { watch } from './watch'

afterEach(() => {
  vi.useRealTimers()
})

test('today is the calendar day of this place', () => {
  vi.useFakeTimers({ now: new Date(2026, 0, 5, 0, 0, 1) })
  expect(watch(today).said.at(-1)).toBe('2026-01-05')
})

test('the day changes at midnight while somebody looks', () => {
  vi.useFakeTimers({ now: new Date(2026, 11, 31, 23, 59, 30) })
  const watched = watch(today)
  expect(watched.said.at(-1)).toBe('2026-12-31')
  vi.advanceTimersByTime(60_000)
  expect(watched.said.at(-1)).toBe('2027-01-01')
})

test('the day is right as soon as the app is looked at again', () => {
  vi.useFakeTimers({ now: new Date(2026, 11, 24, 12) })
  const watched = watch(today)
  vi.setSystemTime(new Date(2026, 11, 26, 7))
  document.dispatchEvent(new Event('visibilitychange'))
  expect(watched.said.at(-1)).toBe('2026-12-26')
})

test('nobody who looks leaves no timer behind', () => {
  vi.useFakeTimers({ now: new Date(2026, 11, 24, 12) })
  const watched = watch(today)
  expect(vi.getTimerCount()).toBe(1)
  watched.stop()
  expect(vi.getTimerCount()).toBe(0)
  expect(get(today)).toBe('2026-12-24')
})
