// A kitchen with a large catalogue, and one event of it.

export const RECIPES = 500
const BUNDLES_WANTED = 45
const BUNDLES = 500
const INGREDIENTS = 200
const DEEP = 5
const LOOSE = 15

/** What people call what they bake: a search finds some of it with each word. */
const WORDS = [
  ['Chocolate', 'Lemon', 'Almond', 'Ginger', 'Crème', 'Walnut', 'Spelt', 'Cherry', 'Plum', 'Oat'],
  ['cookies', 'brownies', 'tarts', 'rolls', 'stollen', 'muffins', 'biscotti', 'squares', 'stars'],
  ['with sugar', 'with butter', 'without nuts', 'of grandmother', 'for children'],
]

export const EVENT = 'large'
/** It has the ingredient that comes first in the shop. */
export const FIRST_RECIPE = 'Chocolate cookies with sugar 0'

/** Which of the baked recipes the lines of a bundle name. */
const some = (
  /** @type {number} */ baked,
  /** @type {number} */ bundle,
  /** @type {number} */ line,
) => (bundle * 7 + line * 61) % baked

/** The name of the piece on the first line of a bundle. */
export const pieceOf = (/** @type {number} */ bundle, /** @type {number} */ baked) =>
  `Piece ${some(baked, bundle, 1)}`

/**
 * 500 recipes of 8 lines, 500 bundles in chains of 5, each in the next, and an event with 60 wishes:
 * 45 bundles, 15 units as loose pieces, and as many batches as these need. The rows, by table.
 * @param {number} baked how many of the recipes are in the bundles
 * @returns {Record<string, object[]>}
 */
export function catalogue(baked) {
  const written = { stamp: 1, writer: 'bench', hidden: false }
  const upTo = (/** @type {number} */ count) => Array.from({ length: count }, (_, index) => index)
  const unit = (/** @type {number} */ index) => ({ kind: 'unit', id: `unit ${index}` })
  const line = (/** @type {object} */ item, /** @type {number} */ n) => ({
    item,
    quantity: { n, d: 1 },
  })
  const goods = upTo(BUNDLES).map((index) => ({
    ...written,
    id: `bundle ${index}`,
    name: `Bundle ${index}`,
    notes: '',
    lines: [
      line(unit(some(baked, index, 1)), 6),
      line(unit(some(baked, index, 2)), 3),
      line({ kind: 'material', id: 'bag' }, 1),
      ...(index % DEEP === 0 ? [] : [line({ kind: 'good', id: `bundle ${index - 1}` }, 2)]),
    ],
  }))
  const wished = upTo(BUNDLES_WANTED).map((index) => index * DEEP + DEEP - 1)
  const needed = new Set(upTo(LOOSE))
  for (const outer of wished) {
    for (let index = outer; index > outer - DEEP; index -= 1) {
      needed.add(some(baked, index, 1)).add(some(baked, index, 2))
    }
  }
  const target = (/** @type {number} */ order) => ({ ...written, eventId: EVENT, order })
  return {
    events: [
      { ...written, id: EVENT, name: 'Fair', date: '2031-12-24', notes: '', archived: false },
    ],
    ingredients: upTo(INGREDIENTS).map((index) => ({
      ...written,
      id: `ingredient ${index}`,
      name: `Ingredient ${index}`,
      measure: 'g',
      category: `Aisle ${index % 12}`,
      density: null,
    })),
    recipes: upTo(RECIPES).map((index) => ({
      ...written,
      id: `recipe ${index}`,
      name: `${WORDS.map((words) => words[(index * 3 + Math.floor(index / 10)) % words.length]).join(' ')} ${index}`,
      category: '',
      notes: '',
      lines: upTo(8).map((at) => ({
        ingredientId: `ingredient ${(index * 13 + at * 29) % INGREDIENTS}`,
        quantity: { n: 100 + at, d: 1 },
        measure: 'g',
        text: '',
      })),
      splits: true,
    })),
    units: upTo(RECIPES).map((index) => ({
      ...written,
      id: `unit ${index}`,
      recipeId: `recipe ${index}`,
      name: `Piece ${index}`,
      itemsPerBatch: 24,
      order: 1,
    })),
    goods,
    materials: [{ ...written, id: 'bag', name: 'Bag', measure: '' }],
    productionTargets: [...needed].map((index, order) => ({
      ...target(order + 1),
      recipeId: `recipe ${index}`,
      batches: 40,
      basis: null,
    })),
    assemblyTargets: wished.map((index, order) => ({
      ...target(order + 1),
      goodId: `bundle ${index}`,
      quantity: 20,
    })),
    looseTargets: upTo(LOOSE).map((index) => ({
      ...target(index + 1),
      unitId: `unit ${index}`,
      quantity: 50,
    })),
    marks: [
      { key: 'stamp', value: 1_000_000 },
      { key: 'plan', value: 1 },
      { key: 'catalogue', value: 1 },
    ],
  }
}
