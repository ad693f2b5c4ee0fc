import { describe, expect, test } from 'vitest'
import { boardOf } from '../../src/domain/board'
import { HOLIDAY, baked, changed, counted, facts, packed, planRow, recipe, unit } from './facts'
import type { Draft, Sketch } from './facts'

/** Cookies that are short after baking, where boxes of two bags are to be packed. */
function short(pack: Sketch['pack'], entries: readonly Draft[]) {
  const sketch = { yields: { cookie: 48 }, bundles: { bag: { cookie: 6 }, box: { bag: 2 } } }
  const board = boardOf(facts({ ...sketch, pack: pack ?? {}, entries }))
  return planRow(board, 'cookie').units[0]!.shortAfter
}

describe('what is lacking for bundles in bundles', () => {
  test('is nothing for inner bundles that lie there', () => {
    expect(short({ box: 5 }, [counted('bag', 4)])).toBe(36)
    expect(short({ box: 5 }, [counted('bag', 99)])).toBe(0)
  })

  test('is a new inner bundle for one that is wanted itself', () => {
    const bags = [baked('cookie', 3, 120), packed('bag', 20)]
    expect(short({ bag: 20, box: 5 }, bags)).toBe(60)
    expect(short({ bag: 15, box: 5 }, bags)).toBe(30)
  })

  test('counts what is wanted, packed and left of a bundle that is wanted itself', () => {
    expect(short({ bag: 20, box: 5 }, [baked('cookie', 2, 60), packed('bag', 10)])).toBe(120)
  })

  test('is one bundle more for each that is owed', () => {
    expect(short({ box: 5 }, [packed('box', 1, { bag: 2 })])).toBe(60)
  })
})

describe('what is short after baking', () => {
  const shortOf = (sketch: Sketch, name: string) =>
    planRow(boardOf(facts(sketch)), name).units.map(({ shortAfter }) => shortAfter)

  test('is the need that is left, less what lies there and what will be baked', () => {
    const entries = [baked('cookie', 3, 130), packed('bag', 10), changed('cookie', -5, 'eaten')]
    expect(shortOf({ ...HOLIDAY, bake: { cookie: 5 }, entries }, 'cookie')).toEqual([
      40 * 6 - (130 - 60 - 5) - 2 * 48,
    ])
  })

  test('counts loose pieces that were not handed over yet', () => {
    const entries = [counted('cookie', 30), changed('cookie', -10, 'given')]
    expect(shortOf({ yields: { cookie: 48 }, loose: { cookie: 40 }, entries }, 'cookie')).toEqual([
      10,
    ])
  })

  test('counts pieces that are owed, though nothing else is wanted', () => {
    const entries = [packed('bag', 50, { cookie: 12 })]
    expect(shortOf({ ...HOLIDAY, bake: { cookie: 0, brownie: 0 }, entries }, 'cookie')).toEqual([
      12,
    ])
  })

  test('falls on the last units of a recipe whose batches are not enough', () => {
    const sketch = {
      recipes: [recipe('dough')],
      units: [unit('cookie', 'dough', 48), unit('star', 'dough', 48, { order: 1 })],
      bake: { dough: 1 },
      loose: { cookie: 40, star: 20 },
    }
    expect(shortOf(sketch, 'dough')).toEqual([0, 12])
  })
})
