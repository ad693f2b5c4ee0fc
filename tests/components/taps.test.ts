import { get } from 'svelte/store'
import { beforeEach, expect, test } from 'vitest'
import {
  countsOnOpened,
  forgetSecondTap,
  GHOST_MS,
  tapGuard,
  uncountedTap,
} from '../../src/components/taps'

const pointer = (type: string, pointerId: number, isPrimary: boolean): void => {
  window.dispatchEvent(new PointerEvent(type, { pointerId, isPrimary, pointerType: 'touch' }))
}
/** A finger goes down and up again; the click comes after that. */
const finger = (): void => {
  pointer('pointerdown', 1, true)
  pointer('pointerup', 1, true)
}
let now = 0
const tap = (some: { detail?: number; timeStamp?: number } = {}) => ({
  timeStamp: (now += 10_000),
  clientX: 10,
  clientY: 10,
  detail: 1,
  ...some,
})

beforeEach(forgetSecondTap)

test('a tap counts, and a second one right after it does not', () => {
  const counts = tapGuard(GHOST_MS)
  finger()
  const first = tap()
  expect(counts(first)).toBe(true)
  expect(counts(tap({ timeStamp: first.timeStamp + 299 }))).toBe(false)
  expect(get(uncountedTap)).toBe('second')
  expect(counts(tap({ timeStamp: first.timeStamp + 300 }))).toBe(true)
  expect(get(uncountedTap)).toBeNull()
})

test('a palm counts nothing, also when its other parts were lifted before', () => {
  const counts = tapGuard(GHOST_MS)
  pointer('pointerdown', 1, true)
  pointer('pointerdown', 2, false)
  pointer('pointerup', 2, false)
  pointer('pointerup', 1, true)
  expect(counts(tap())).toBe(false)
  expect(get(uncountedTap)).toBe('palm')
})

test('a finger after a palm counts again, though a part of the palm was never lifted', () => {
  const counts = tapGuard(GHOST_MS)
  pointer('pointerdown', 1, true)
  pointer('pointerdown', 2, false)
  pointer('pointercancel', 1, true)
  finger()
  expect(counts(tap())).toBe(true)
})

test('a key counts while a palm rests on the screen', () => {
  const counts = tapGuard(GHOST_MS)
  pointer('pointerdown', 1, true)
  pointer('pointerdown', 2, false)
  expect(counts(tap({ detail: 0 }))).toBe(true)
})

test('a fast tap counts in what a tap opened once something was typed there', () => {
  const counts = tapGuard(GHOST_MS)
  finger()
  const opening = tap()
  expect(counts(opening)).toBe(true)
  const fast = tap({ timeStamp: opening.timeStamp + 200 })
  expect(countsOnOpened(fast)).toBe(false)
  window.dispatchEvent(new Event('input'))
  expect(countsOnOpened(fast)).toBe(true)
})

test('a fast tap where the last one was counts once another was elsewhere', () => {
  finger()
  const first = tap()
  expect(tapGuard(GHOST_MS)(first)).toBe(true)
  const fast = tap({ timeStamp: first.timeStamp + 200 })
  expect(tapGuard(GHOST_MS)(fast)).toBe(false)
  window.dispatchEvent(new MouseEvent('click', { clientX: 10, clientY: 20, detail: 1 }))
  expect(tapGuard(GHOST_MS)(fast)).toBe(false)
  window.dispatchEvent(new MouseEvent('click', { clientX: 10, clientY: 400, detail: 1 }))
  expect(tapGuard(GHOST_MS)(fast)).toBe(true)
})
