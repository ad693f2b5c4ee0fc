import type { BundleRow } from './bundle-rows'
import type { LooseRow } from './loose-rows'
import type { RecipeRow } from './recipe-rows'

/** From how far a wall is read, in metres. */
export const DISTANCES = [0.6, 1, 2] as const
export type Distance = (typeof DISTANCES)[number]

/** The least height of digits that are read from a metre away, in px; names are 5/8 of it: 35 px. */
const DIGIT = 56
/** The least width and height of a tile, in heights of its digits: with what stands beside them, or below. */
const SHAPES = [
  [5, 2.4],
  [3.9, 3.1],
] as const
/** Digits of this many px are seen from everywhere in a kitchen. */
const LARGEST = 280
const GAP = 16

export interface Grid {
  readonly columns: number
  readonly rows: number
  /** How often the tiles are changed until all were seen. */
  readonly pages: number
  readonly perPage: number
  /** The height of digits in px: as large as the tiles of a page allow, never below its rule. */
  readonly digit: number
}

/** The least height of digits at a distance, in px. */
export function digitAt(distance: Distance): number {
  return DIGIT * distance
}

/** How so many tiles are laid out in a room of so many px: as few pages as the rule allows, then as large as fits. */
export function wallGrid(room: {
  readonly width: number
  readonly height: number
  readonly distance: Distance
  readonly count: number
}): Grid {
  const least = digitAt(room.distance)
  const count = Math.max(1, room.count)
  const grids = [{ columns: 1, rows: 1, digit: least }]
  for (let columns = 1; columns <= count; columns++) {
    for (let rows = 1; (rows - 1) * columns < count; rows++) {
      const digit = digitIn(cell(room.width, columns), cell(room.height, rows))
      if (digit < least) break
      const whole = Math.max(least, Math.floor(digit))
      grids.push({ columns, rows, digit: Math.min(whole, LARGEST) })
    }
  }
  const most = Math.max(...grids.map(({ columns, rows }) => columns * rows))
  const pages = Math.ceil(count / most)
  const perPage = Math.ceil(count / pages)
  const [first, ...rest] = grids.filter(({ columns, rows }) => columns * rows >= perPage)
  const best = rest.reduce((one, other) => (other.digit > one.digit ? other : one), first!)
  return { ...best, pages, perPage }
}

/** The height of digits for which a tile has room. */
function digitIn(width: number, height: number): number {
  return Math.max(...SHAPES.map(([wide, high]) => Math.min(width / wide, height / high)))
}

/** The length of one of so many cells with gaps between them. */
function cell(room: number, count: number): number {
  return (room - GAP * (count - 1)) / count
}

export type WallTile =
  | { readonly kind: 'recipe'; readonly row: RecipeRow }
  | { readonly kind: 'bundle'; readonly row: BundleRow }
  | { readonly kind: 'loose'; readonly row: LooseRow }

/** What a wall shows of an event: what is still to do first, each kind in the order of the plan. */
export function wallTiles(board: {
  readonly recipes: readonly RecipeRow[]
  readonly bundles: readonly BundleRow[]
  readonly loose: readonly LooseRow[]
}): WallTile[] {
  const tiles: WallTile[] = [
    ...board.recipes.map((row) => ({ kind: 'recipe' as const, row })),
    ...board.bundles.map((row) => ({ kind: 'bundle' as const, row })),
    ...board.loose.map((row) => ({ kind: 'loose' as const, row })),
  ]
  return [...tiles.filter((tile) => !isDone(tile)), ...tiles.filter(isDone)]
}

/** Whether nothing is to do of it: batches that lack pieces are not done. */
export function isDone(tile: WallTile): boolean {
  return tile.kind === 'recipe' ? tile.row.isSettled : tile.row.isComplete
}
