import { importFacts } from '../../src/data/commands/import'
import type { BatchboardDb } from '../../src/data/db'
import type { Day } from '../../src/domain/day'
import type {
  Density,
  Entry,
  EventId,
  Ingredient,
  IngredientId,
  IngredientLine,
  RecipeId,
  UnitId,
} from '../../src/domain/model'
import { whole } from '../../src/domain/quantity'
import type { TimerId } from '../../src/domain/timers'
import * as the from '../data/kitchen'

/** One word that is wider than a phone, as other languages and careless typing have them. */
export const ONE_WORD = 'Schokoladenkuchenverzierungsspezialitäten'
const WORDS = 'Brown butter cookies with hazelnuts, orange peel and sea salt'

const line = (
  ingredient: string | null,
  quantity: number | null,
  measure: string,
  text: string,
): IngredientLine => ({
  ingredientId: ingredient as IngredientId | null,
  quantity: quantity === null ? null : whole(quantity),
  measure,
  text,
})

const ingredient = (
  id: string,
  name: string,
  category: string,
  density: Density | null = null,
): Ingredient => ({
  ...the.WRITTEN,
  id: id as IngredientId,
  name,
  measure: 'cup',
  category,
  density,
})

const FLOUR: Density = {
  volume: whole(1),
  volumeMeasure: 'cup',
  mass: whole(120),
  massMeasure: 'g',
}

const entries: Entry[] = [
  ...[1, 2, 3].map((seq) => the.entry('fair', seq, the.baked('cookies', 'cookie', 48))),
  the.entry('fair', 4, {
    ...the.baked('cookies', 'cookie', 0),
    reason: 'wrong ingredients',
  } as Parameters<typeof the.entry>[2]),
  ...[5, 6].map((seq) => the.entry('fair', seq, the.baked('done', 'done piece', 24))),
  the.entry('fair', 7, the.baked('also', 'also piece', 12)),
  the.entry('fair', 8, the.packed('packed', 3, [[the.ofUnit('done piece'), 6]])),
  the.entry('fair', 9, the.packed('bag', 1, [[the.ofUnit('cookie'), 6]])),
  the.entry('fair', 10, the.undoing(9)),
  the.entry('fair', 11, {
    kind: 'stock',
    item: the.ofUnit('cookie'),
    measure: '',
    change: { type: 'change', amount: whole(-12), reason: 'given' },
  }),
  the.entry('fair', 12, the.counted(the.ofMaterial('ribbon'), 7)),
  the.entry('fair', 13, the.packed('tray', 2, [[the.ofUnit('done piece'), 100]])),
]

const outdated = {
  splits: true,
  units: [{ unitId: 'cookie' as UnitId, need: whole(1_200), itemsPerBatch: 48 }],
}

/** A kitchen with long names, in which every state that a card can have is seen at once. */
export async function fillKitchen(kitchen: BatchboardDb): Promise<void> {
  await importFacts(
    kitchen,
    the.facts({
      recipes: [
        {
          ...the.recipe('cookies'),
          name: WORDS,
          category: 'Cookies',
          notes: WORDS,
          lines: [
            line('flour', 1_250, 'g', `1250 g ${ONE_WORD}`),
            line('sugar', 2, 'cup', '2 cups sugar'),
            line('eggs', 3, '', '3 large eggs'),
            line(null, null, '', `a pinch of ${ONE_WORD}`),
            line('sugar', null, 'handful', `a handful of ${ONE_WORD}`),
          ],
        },
        { ...the.recipe('cake'), name: ONE_WORD, lines: [line('flour', 9, 'cup', '9 cups')] },
        { ...the.recipe('done'), name: 'Brownies' },
        { ...the.recipe('also'), name: ONE_WORD },
        { ...the.recipe('uncountable'), name: 'Uncountable' },
        { ...the.recipe('old'), name: ONE_WORD, hidden: true },
      ],
      units: [
        { ...the.unit('cookie', 'cookies', 48), name: ONE_WORD },
        { ...the.unit('slice', 'cake', 12), name: `${ONE_WORD}, slice` },
        { ...the.unit('whole cake', 'cake', 1), name: `${WORDS}, whole`, order: 2 },
        { ...the.unit('done piece', 'done', 24), name: 'Brownie' },
        { ...the.unit('also piece', 'also', 12), name: 'Also' },
      ],
      goods: [
        {
          ...the.good('bag', [
            [the.ofUnit('cookie'), 6],
            [the.ofUnit('slice'), 1],
            [the.ofMaterial('ribbon'), 1],
          ]),
          name: WORDS,
        },
        { ...the.good('box', [[the.ofGood('bag'), 2]]), name: ONE_WORD },
        { ...the.good('tray', [[the.ofUnit('cookie'), 12]]), name: 'Tray' },
        { ...the.good('packed', [[the.ofUnit('done piece'), 2]]), name: 'Packed' },
        { ...the.good('empty', []), name: 'Empty box' },
        { ...the.good('crate', [[the.ofUnit('also piece'), 100]]), name: 'Crate' },
        { ...the.good('one', [[the.ofGood('other'), 1]]), name: `${ONE_WORD} one` },
        { ...the.good('other', [[the.ofGood('one'), 1]]), name: `${ONE_WORD} other` },
        { ...the.good('old', [[the.ofUnit('cookie'), 1]]), name: ONE_WORD, hidden: true },
      ],
      ingredients: [
        ingredient('flour', `${ONE_WORD} flour`, 'Baking', FLOUR),
        ingredient('sugar', 'Sugar', ONE_WORD),
        ingredient('eggs', 'Eggs', ''),
        { ...ingredient('old', ONE_WORD, ''), hidden: true },
      ],
      materials: [
        { ...the.material('ribbon'), name: `${ONE_WORD} ribbon`, measure: ONE_WORD },
        { ...the.material('old'), name: ONE_WORD, hidden: true },
      ],
      events: [
        { ...the.event('fair'), name: `${ONE_WORD} ${WORDS}`, date: '2099-12-24' as Day },
        { ...the.event('past'), name: ONE_WORD, date: '2020-12-24' as Day },
        { ...the.event('apart'), name: ONE_WORD, archived: true },
        { ...the.event('removed'), name: ONE_WORD, hidden: true },
      ],
      productionTargets: [
        { ...the.batchesWanted('fair', 'cookies', 9), basis: outdated },
        the.batchesWanted('fair', 'cake', 1_000_000),
        the.batchesWanted('fair', 'done', 1),
        the.batchesWanted('fair', 'uncountable', 1),
      ],
      assemblyTargets: ['bag', 'box', 'tray', 'packed', 'empty', 'crate', 'one', 'lost'].map(
        (id, index) => ({
          ...the.bundlesWanted('fair', id, id === 'packed' ? 2 : 50),
          order: index,
        }),
      ),
      looseTargets: [
        the.piecesWanted('fair', 'cookie', 1_000_000),
        the.piecesWanted('fair', 'done piece', 1),
      ],
      entries,
    }),
  )
}

/** Two timers of long names that ring at a time. */
export async function fillOvens(kitchen: BatchboardDb, end: number): Promise<void> {
  const timer = {
    eventId: 'fair' as EventId,
    eventName: `${ONE_WORD} ${WORDS}`,
    recipeId: 'cake' as RecipeId,
    recipeName: ONE_WORD,
    batch: 1,
    target: 1_000_000,
    start: 0,
    end,
  }
  await kitchen.timers.bulkPut([
    { ...timer, id: 'one' as TimerId },
    { ...timer, id: 'other' as TimerId, recipeName: WORDS, batch: 8, target: 7, end: end + 1000 },
  ])
}
