import { describe, expect, test } from 'vitest'
import { boardOf } from '../../src/domain/board'
import { add } from '../../src/domain/quantity'
import { baked, changed, counted, facts, looseRow, packed } from './facts'
import type { Draft, Sketch } from './facts'

const KITCHEN = {
  yields: { cookie: 48, brownie: 24 },
  bundles: { bag: { cookie: 6, brownie: 3 } },
} satisfies Sketch

function cookies(loose: number, entries: readonly Draft[], more: Sketch = {}) {
  return looseRow(
    boardOf(facts({ ...KITCHEN, loose: { cookie: loose }, entries, ...more })),
    'cookie',
  )
}

describe('a wish for loose pieces', () => {
  test('is met by pieces that lie there', () => {
    expect(cookies(20, [baked('cookie', 1, 48)])).toMatchObject({
      spare: 48,
      done: 20,
      remaining: 0,
      isComplete: true,
      bar: { given: 0, now: 20, waiting: 0, short: 0 },
    })
  })

  test('is met by pieces that were handed over', () => {
    expect(cookies(20, [baked('cookie', 1, 48), changed('cookie', -48, 'given')])).toMatchObject({
      given: 48,
      spare: 0,
      isComplete: true,
      bar: { given: 20, now: 0, waiting: 0, short: 0 },
    })
  })

  test('is not met by pieces that bundles still to pack need', () => {
    const row = cookies(20, [baked('cookie', 1, 48)], { pack: { bag: 6 } })
    expect(row).toMatchObject({ spare: 12, done: 12, remaining: 8, isComplete: false })
  })

  test('is met by what packing left', () => {
    const row = cookies(20, [baked('cookie', 2, 96), packed('bag', 6)], { pack: { bag: 6 } })
    expect(row).toMatchObject({ spare: 60, isComplete: true })
  })

  test('comes after all bundles, but may have what a blocked bundle leaves', () => {
    const row = cookies(20, [counted('cookie', 48), counted('brownie', 9)], { pack: { bag: 6 } })
    expect(row.bar).toEqual({ given: 0, now: 20, waiting: 0, short: 0 })
    expect(row.isComplete).toBe(false)
  })

  test('waits for planned batches', () => {
    const row = cookies(60, [baked('cookie', 1, 48)], { bake: { cookie: 2 } })
    expect(row.bar).toEqual({ given: 0, now: 48, waiting: 12, short: 0 })
  })

  test('is not met by pieces that were eaten', () => {
    expect(cookies(48, [baked('cookie', 1, 48), changed('cookie', -8, 'eaten')])).toMatchObject({
      given: 0,
      done: 40,
      bar: { given: 0, now: 40, waiting: 0, short: 8 },
    })
  })

  test('has a bar that adds up where half a piece was handed over', () => {
    const { bar } = cookies(10, [counted('cookie', 4), changed('cookie', [-5, 2], 'given')])
    expect([bar.given, bar.now, bar.waiting, bar.short].reduce(add, 0)).toBe(10)
  })

  test.each([0, -3])('for %i pieces is complete', (wanted) => {
    expect(cookies(wanted, [])).toMatchObject({ wanted, done: 0, remaining: 0, isComplete: true })
  })
})
