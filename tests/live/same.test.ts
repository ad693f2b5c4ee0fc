import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keeper, keepSame } from '../../src/live/same'

test('an answer that says the same is the one before', () => {
  const before = { rows: [{ name: 'bag', parts: [1, null] }], total: 3 }
  expect(keepSame(before, structuredClone(before))).toBe(before)
})

test('what did not change stays the same object beside what did', () => {
  const before = { rows: [{ name: 'bag' }, { name: 'box' }], event: { name: 'Fair' } }
  const now = { rows: [{ name: 'bag' }, { name: 'crate' }], event: { name: 'Fair' } }
  const kept = keepSame(before, now)
  expect(kept).toEqual(now)
  expect(kept.rows[0]).toBe(before.rows[0])
  expect(kept.rows[1]).toBe(now.rows[1])
  expect(kept.event).toBe(before.event)
})

test('a row more or fewer, another kind of value and a missing part are changes', () => {
  expect(keepSame({ rows: [1] }, { rows: [1, 2] })).toEqual({ rows: [1, 2] })
  expect(keepSame({ rows: [1, 2] }, { rows: [1] })).toEqual({ rows: [1] })
  expect(keepSame({ rows: [] }, { rows: {} })).toEqual({ rows: {} })
  expect(keepSame({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
  expect(keepSame({ a: undefined }, { b: undefined })).toEqual({ b: undefined })
  expect(keepSame({ a: 1 }, { b: undefined })).toStrictEqual({ b: undefined })
  const [before, now] = [new Map([['a', 1]]), new Map([['b', undefined]])]
  expect([...keepSame(before, now)]).toEqual([['b', undefined]])
  expect(keepSame(null, { a: 1 })).toEqual({ a: 1 })
  expect(keepSame({ a: 1 }, null)).toBeNull()
})

test('what is kept by key stays the same object, too', () => {
  const before = new Map([
    ['bag', { six: 6 }],
    ['box', { six: 6 }],
  ])
  expect(keepSame(before, structuredClone(before))).toBe(before)
  const now = new Map([
    ['box', { six: 6 }],
    ['bag', { six: 7 }],
  ])
  const kept = keepSame(before, now)
  expect([...kept]).toEqual([...now])
  expect(kept.get('box')).toBe(before.get('box'))
  expect(keepSame(before, new Map([['bag', { six: 6 }]])).size).toBe(1)
})

test('each answer is made of the one before it', () => {
  const keep = keeper<{ readonly row: { readonly six: number } }>()
  const first = keep({ row: { six: 6 } })
  const second = keep({ row: { six: 7 } })
  expect(keep({ row: { six: 7 } })).toBe(second)
  expect(second).not.toBe(first)
})

test('the kept answer says what the newer says, and changes neither', () => {
  const tree = fc.object({ maxDepth: 3, withNullPrototype: false })
  fc.assert(
    fc.property(tree, tree, (before, now) => {
      const copies = structuredClone([before, now])
      expect(keepSame(before, now)).toEqual(now)
      expect([before, now]).toEqual(copies)
    }),
  )
})
