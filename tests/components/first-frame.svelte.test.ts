import { flushSync } from 'svelte'
import { expect, test } from 'vitest'
import { cardsDrawn } from '../../src/components/first-frame.svelte'

async function frames(count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) await new Promise(requestAnimationFrame)
}

test('a few cards are drawn at first, the others when these are painted', async () => {
  let drawn = { count: 0 }
  const stop = $effect.root(() => {
    drawn = cardsDrawn(2)
  })
  flushSync()
  expect(drawn.count).toBe(2)
  await frames(3)
  expect(drawn.count).toBe(Infinity)
  stop()
})

test('cards that come late are few at first too', async () => {
  let there = $state(false)
  let drawn = { count: 0 }
  const stop = $effect.root(() => {
    drawn = cardsDrawn(2, () => there)
  })
  flushSync()
  await frames(3)
  there = true
  flushSync()
  expect(drawn.count).toBe(2)
  await frames(3)
  expect(drawn.count).toBe(Infinity)
  stop()
})

test('each new search begins with a few', async () => {
  let typed = $state('l')
  let drawn = { count: 0 }
  const stop = $effect.root(() => {
    drawn = cardsDrawn(2, () => typed)
  })
  flushSync()
  await frames(3)
  typed = 'le'
  flushSync()
  expect(drawn.count).toBe(2)
  stop()
})
