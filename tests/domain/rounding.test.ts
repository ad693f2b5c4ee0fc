import { describe, expect, test } from 'vitest'
import type { RecipeId } from '../../src/domain/model'
import { roundingsOf } from '../../src/domain/rounding'
import { HOLIDAY, baked, facts, recipe, unit } from './facts'
import type { Sketch } from './facts'

const down = (sketch: Sketch, name = 'cookie') => roundingsOf(facts(sketch)).get(name as RecipeId)

describe('one batch fewer', () => {
  test('costs pieces and bundles: 6 instead of 7 are 12 cookies and 2 bags', () => {
    expect(down(HOLIDAY)).toEqual({
      batches: 6,
      short: [{ unitName: 'cookie', pieces: 12 }],
      bundlesFewer: 2,
    })
  })

  test('costs the same whatever is made already', () => {
    expect(down({ ...HOLIDAY, entries: [baked('cookie', 7, 336)] })).toEqual(down(HOLIDAY))
  })

  test('is not asked about where the need is a whole number of batches, or nothing', () => {
    expect(down({ yields: { cookie: 48 }, loose: { cookie: 96 } })).toBeUndefined()
    expect(down({ yields: { cookie: 48 }, bake: { cookie: 2 } })).toBeUndefined()
  })

  test('costs loose pieces, but no bundle, where no bundle wants them', () => {
    expect(down({ yields: { cookie: 48 }, loose: { cookie: 50 } })).toEqual({
      batches: 1,
      short: [{ unitName: 'cookie', pieces: 2 }],
      bundlesFewer: 0,
    })
  })

  test('is short of the last units of a recipe', () => {
    const sketch = {
      recipes: [recipe('dough')],
      units: [unit('cookie', 'dough', 48), unit('loaf', 'dough', 12, { order: 1 })],
      loose: { cookie: 60, loaf: 24 },
    }
    expect(down(sketch, 'dough')).toMatchObject({
      batches: 3,
      short: [{ unitName: 'loaf', pieces: 3 }],
    })
  })

  test('is asked about where batches are not split and each unit is rounded', () => {
    const sketch = {
      recipes: [recipe('dough', { splits: false })],
      units: [unit('cookie', 'dough', 96), unit('star', 'dough', 96, { order: 1 })],
      loose: { cookie: 48, star: 48 },
    }
    expect(down(sketch, 'dough')).toMatchObject({
      batches: 1,
      short: [{ unitName: 'star', pieces: 48 }],
    })
  })

  test('does not cost bundles that could not be packed anyway', () => {
    const bundles = { ...HOLIDAY.bundles, empty: {}, loop: { loop: 1 } }
    expect(down({ ...HOLIDAY, bundles, pack: { bag: 50, empty: 9, loop: 4 } })).toMatchObject({
      bundlesFewer: 2,
    })
  })

  test('counts pieces that are cut for the bundles as whole ones', () => {
    const sketch = {
      yields: { cake: 2 },
      bundles: { bag: { cake: [1, 4] } },
      pack: { bag: 9 },
    } as const
    expect(down(sketch, 'cake')).toEqual({
      batches: 1,
      short: [{ unitName: 'cake', pieces: 1 }],
      bundlesFewer: 1,
    })
  })
})
