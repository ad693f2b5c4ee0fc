import { afterEach, expect, test } from 'vitest'
import { askPersistence, persistence, storedSpace } from '../../src/platform/storage'

/** Hides `navigator.storage`, as in a browser that has none. */
function withoutStorage(): void {
  Object.defineProperty(navigator, 'storage', { value: {}, configurable: true })
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'storage')
})

test('what was asked for and what is told afterwards agree', async () => {
  const asked = await askPersistence()
  expect(['kept', 'not kept']).toContain(asked)
  expect(await persistence()).toBe(asked)
})

test('the size that is told grows with what is stored', async () => {
  const before = await storedSpace()
  const cache = await caches.open('storage.test')
  await cache.put('/large', new Response(new Uint8Array(20_000_000)))
  const after = await storedSpace()
  await caches.delete('storage.test')
  expect((after.used ?? 0) - (before.used ?? 0)).toBeGreaterThan(10_000_000)
  expect(after.of).toBeGreaterThan(after.used ?? Infinity)
})

test('a browser without a storage manager leaves it unknown', async () => {
  withoutStorage()
  expect(await askPersistence()).toBe('unknown')
  expect(await persistence()).toBe('unknown')
  expect(await storedSpace()).toEqual({ used: null, of: null })
})
