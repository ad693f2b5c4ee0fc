import { flushSync } from 'svelte'
import { afterEach, expect, test } from 'vitest'
import { cardsDrawn } from '../../src/components/first-frame.svelte'

async function frames(count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) await new Promise(requestAnimationFrame)
}

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** As a screen has it, where two cards are in sight. */
function screen(what?: () => unknown): { readonly count: number } {
  let drawn = { count: 0 }
  stops.push(
    $effect.root(() => {
      drawn = cardsDrawn(2, what)
    }),
  )
  flushSync()
  return drawn
}

test('a few cards are drawn at first, the others when these are painted', async () => {
  const drawn = screen()
  expect(drawn.count).toBe(2)
  await frames(3)
  expect(drawn.count).toBe(Infinity)
})

test('cards that come late are few at first too', async () => {
  let there = $state(false)
  const drawn = screen(() => there)
  await frames(3)
  there = true
  flushSync()
  expect(drawn.count).toBe(2)
  await frames(3)
  expect(drawn.count).toBe(Infinity)
})

test('each new search begins with a few', async () => {
  let typed = $state('l')
  const drawn = screen(() => typed)
  await frames(3)
  typed = 'le'
  flushSync()
  expect(drawn.count).toBe(2)
})
