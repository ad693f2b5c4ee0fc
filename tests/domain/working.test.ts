import { expect, test } from 'vitest'
import type { UnitId } from '../../src/domain/model'
import { workingOf } from '../../src/domain/working'
import { HOLIDAY, baked, facts } from './facts'
import type { Sketch } from './facts'

const steps = (sketch: Sketch, name = 'cookie') => workingOf(facts(sketch)).get(name as UnitId)

test('a need is shown wish by wish, loose pieces last', () => {
  const sketch = {
    ...HOLIDAY,
    bundles: { ...HOLIDAY.bundles, box: { bag: 2, cookie: 1 } },
    pack: { box: 5, bag: 50 },
    loose: { cookie: 20 },
    entries: [baked('cookie', 7, 336)],
  }
  expect(steps(sketch)).toEqual([
    { bundleName: 'box', count: 5, each: 13, pieces: 65 },
    { bundleName: 'bag', count: 50, each: 6, pieces: 300 },
    { bundleName: null, count: 20, each: 1, pieces: 20 },
  ])
  expect(steps(sketch, 'brownie')).toEqual([
    { bundleName: 'box', count: 5, each: 6, pieces: 30 },
    { bundleName: 'bag', count: 50, each: 3, pieces: 150 },
  ])
})

test('a need is exact in its steps', () => {
  expect(steps({ bundles: { bag: { cookie: [3, 2] } }, pack: { bag: 5 } })).toEqual([
    { bundleName: 'bag', count: 5, each: { n: 3, d: 2 }, pieces: { n: 15, d: 2 } },
  ])
})

test('wishes of 0 and less, materials, and bundles that contain themselves have no steps', () => {
  expect(steps({ ...HOLIDAY, pack: { bag: 0 }, loose: { cookie: -1 } })).toBeUndefined()
  expect(steps({ bundles: { bag: { bag: 1, cookie: 2 } }, pack: { bag: 5 } })).toBeUndefined()
  const ribbons = workingOf(
    facts({ bundles: { bag: { ribbon: 1 } }, materials: ['ribbon'], pack: { bag: 5 } }),
  )
  expect(ribbons.size).toBe(0)
})
