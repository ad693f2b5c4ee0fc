import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BundleRow } from '../../src/domain/bundle-rows'
import type { LooseRow } from '../../src/domain/loose-rows'
import type { RecipeRow } from '../../src/domain/recipe-rows'
import { DISTANCES, digitAt, wallGrid, wallTiles } from '../../src/domain/wall'

const someRoom = fc.record({
  width: fc.integer({ min: 0, max: 3000 }),
  height: fc.integer({ min: 0, max: 3000 }),
  distance: fc.constantFrom(...DISTANCES),
  count: fc.integer({ min: 0, max: 60 }),
})

test.each([
  [0.6, 34],
  [1, 56],
  [2, 112],
] as const)('digits that are read from %d m are at least %d px high', (distance, digit) => {
  expect(Math.round(digitAt(distance))).toBe(digit)
})

describe('the tiles of a wall', () => {
  test.each([
    // A tablet, a phone, a screen that hangs upright.
    [
      { width: 1162, height: 560, distance: 2, count: 3 },
      { columns: 2, rows: 2, pages: 1 },
    ],
    [
      { width: 1162, height: 560, distance: 2, count: 1 },
      { columns: 1, rows: 1, pages: 1 },
    ],
    [
      { width: 1162, height: 560, distance: 2, count: 9 },
      { pages: 3, perPage: 3 },
    ],
    [
      { width: 358, height: 650, distance: 1, count: 3 },
      { columns: 1, rows: 3, pages: 1 },
    ],
    [
      { width: 802, height: 900, distance: 2, count: 3 },
      { columns: 1, rows: 3, pages: 1 },
    ],
  ] as const)('%o are laid out as %o', (room, grid) => {
    expect(wallGrid(room)).toMatchObject(grid)
  })

  test('have digits as high as the distance asks for, in any room', () => {
    fc.assert(
      fc.property(someRoom, (room) => {
        expect(wallGrid(room).digit).toBeGreaterThanOrEqual(digitAt(room.distance))
      }),
    )
  })

  test('are all seen on its pages, and no page is for nothing', () => {
    fc.assert(
      fc.property(someRoom, (room) => {
        const { columns, rows, pages, perPage } = wallGrid(room)
        expect(columns * rows).toBeGreaterThanOrEqual(perPage)
        expect(pages * perPage).toBeGreaterThanOrEqual(room.count)
        expect((pages - 1) * perPage).toBeLessThan(Math.max(1, room.count))
      }),
    )
  })

  test('need no more pages where there is more room', () => {
    fc.assert(
      fc.property(someRoom, fc.nat(800), fc.nat(800), (room, wider, higher) => {
        const larger = { ...room, width: room.width + wider, height: room.height + higher }
        expect(wallGrid(larger).pages).toBeLessThanOrEqual(wallGrid(room).pages)
      }),
    )
  })

  test('are larger where they are fewer', () => {
    fc.assert(
      fc.property(someRoom, (room) => {
        const [fewer, more] = [wallGrid(room), wallGrid({ ...room, count: room.count + 1 })]
        if (more.pages === fewer.pages) expect(fewer.digit).toBeGreaterThanOrEqual(more.digit)
      }),
    )
  })
})

test('what is still to do is shown first, and what is done last', () => {
  const row = (isComplete: boolean) => ({ isComplete, isSettled: isComplete })
  const board = {
    recipes: [
      row(true),
      row(false),
      { isComplete: true, isSettled: false },
    ] as unknown as RecipeRow[],
    bundles: [row(true), row(false)] as unknown as BundleRow[],
    loose: [row(false)] as unknown as LooseRow[],
  }
  expect(wallTiles(board).map((tile) => [tile.kind, tile.row.isComplete])).toEqual([
    ['recipe', false],
    // All batches are baked, and yet pieces are short.
    ['recipe', true],
    ['bundle', false],
    ['loose', false],
    ['recipe', true],
    ['bundle', true],
  ])
})
