import { describe, expect, test } from 'vitest'
import { parseDay } from '../../src/domain/day'
import type { EventFacts, EventId, KitchenEvent } from '../../src/domain/model'
import { shoppingOf, type OtherPlan, type ShoppingLine } from '../../src/domain/shopping'
import {
  ELSEWHERE,
  baked,
  changed,
  counted as countedOf,
  facts,
  inEvent,
  keyed,
  packed,
  recipe,
  undone,
  unit,
  type Draft,
  type Sketch,
} from './facts'
import {
  amount,
  bought,
  cookbook,
  counted,
  eaten,
  gramsOfCup,
  ingredient,
  line,
  lineOf,
  shop,
  shopFacts,
  type ShopSketch,
} from './shop'

/** Cookies of 2 cups of flour and a half cup of butter a batch; 7 batches are wanted. */
const COOKIES = {
  units: [unit('cookie', 'cookies', 48)],
  recipes: cookbook({ cookies: { flour: [2, 'cup'], butter: [[1, 2], 'cup'] } }),
  ingredients: [
    ingredient('flour', { measure: 'cup', category: 'Flours' }),
    ingredient('butter', { measure: 'cup', category: 'Dairy' }),
  ],
  bake: { cookies: 7 },
} satisfies ShopSketch

const batch = (batches = 1, good = 48): Draft => baked('cookies', batches, { cookie: good })

const sums = ({ need, have, buy }: ShoppingLine) => [need, have, buy]

describe('need, have and buy', () => {
  test.each([
    ['need 14 and have 10 is buy 4', 10, [14, 10, 4]],
    ['need 14 and have 14 is buy nothing', 14, [14, 14, 0]],
    ['more than enough is buy nothing', 99, [14, 99, 0]],
    ['counted and none there is buy all', 0, [14, 0, 14]],
    ['half cups are exact', [21, 2], [14, amount([21, 2]), amount([7, 2])]],
  ] as const)('%s', (_, have, expected) => {
    const list = shop({ ...COOKIES, entries: [counted('flour', have, 'cup')] })
    expect(sums(lineOf(list, 'flour'))).toEqual(expected)
  })

  test('what was never counted is bought in full', () => {
    const flour = lineOf(shop(COOKIES), 'flour')
    expect(sums(flour)).toEqual([14, null, 14])
    expect(flour).toMatchObject({ isBelowZero: false, lastBought: null, lastCount: null })
  })

  test.each([
    ['4 good batches leave 3', [batch(4)], 6],
    ['a batch of which one cookie came out is done', [batch(1, 1)], 12],
    ['a batch that burnt completely is still to bake', [batch(1, 0)], 14],
    ['batches of another event are not this one', [inEvent(ELSEWHERE, batch(4))], 14],
    ['batches without an event are not this one', [inEvent('', batch(4))], 14],
    ['a batch that was undone is still to bake', [batch(4), undone(1)], 14],
  ] as const)('only what is left to bake is needed: %s', (_, entries, need) => {
    expect(lineOf(shop({ ...COOKIES, entries }), 'flour').need).toBe(need)
  })

  test.each([
    ['everything is baked', { entries: [batch(7)] }],
    ['more than everything is baked', { entries: [batch(9)] }],
    ['the target is 0', { bake: { cookies: 0 } }],
    ['the target is below 0', { bake: { cookies: -3 } }],
    ['there is no target', { bake: {} }],
    ['the recipe is unknown here', { recipes: [] }],
    ['the recipe has no lines', { recipes: cookbook({ cookies: {} }) }],
    ['its line asks for nothing', { recipes: cookbook({ cookies: { flour: [0, 'cup'] } }) }],
    ['its line asks for less', { recipes: cookbook({ cookies: { flour: [-2, 'cup'] } }) }],
  ] as const)('nothing is on the list when %s', (_, sketch) => {
    expect(shop({ ...COOKIES, ...sketch })).toMatchObject({ lines: [], unread: [] })
  })

  test('a target that was taken off needs nothing', () => {
    const made = shopFacts(COOKIES)
    const productionTargets = made.event.productionTargets.map((row) => ({ ...row, hidden: true }))
    expect(shoppingOf({ ...made, event: { ...made.event, productionTargets } }).lines).toEqual([])
  })

  test('a batch of a recipe with several units takes the whole recipe', () => {
    const list = shop({
      ...COOKIES,
      units: [unit('plain', 'cookies', 48), unit('iced', 'cookies', 24)],
      loose: { plain: 10, iced: 10 },
      bake: { cookies: 3 },
    })
    expect(lineOf(list, 'flour').need).toBe(6)
  })

  test('the same ingredient of several recipes is added up', () => {
    const list = shop({
      recipes: cookbook({
        cookies: { flour: [2, 'cup'] },
        brownies: { flour: [[3, 4], 'cup'] },
        tarts: { butter: [1, 'cup'] },
      }),
      ingredients: [ingredient('flour', { measure: 'cup' }), ingredient('butter')],
      bake: { cookies: 7, brownies: 7, tarts: 1 },
    })
    expect(lineOf(list, 'flour').need).toEqual(amount([77, 4]))
    expect(list.lines).toHaveLength(2)
  })

  test('lines of one ingredient within a recipe are added up', () => {
    const lines = [line('flour', [2, 'cup']), line('flour', [1, 'cup']), line('flour', [4, 'Cups'])]
    const list = shop({ ...COOKIES, recipes: [recipe('cookies', { lines })], bake: { cookies: 2 } })
    expect(lineOf(list, 'flour').need).toBe(14)
  })

  test.each([
    ['recipe', { recipes: COOKIES.recipes.map((row) => ({ ...row, hidden: true })) }],
    ['ingredient', { ingredients: COOKIES.ingredients.map((row) => ({ ...row, hidden: true })) }],
  ])('a hidden %s is needed all the same', (_, sketch) => {
    expect(lineOf(shop({ ...COOKIES, ...sketch }), 'flour')).toMatchObject({
      name: 'flour',
      need: 14,
    })
  })

  test('an ingredient that is unknown here is listed without a name, at the end', () => {
    const list = shop({ ...COOKIES, ingredients: [ingredient('butter')] })
    expect(list.lines.map(({ name, need }) => [name, need])).toEqual([
      ['butter', amount([7, 2])],
      ['', 14],
    ])
  })

  test('a million batches of a thousand lines are counted exactly', () => {
    const lines = Array.from({ length: 1000 }, () => line('salt', [[1_000_000_000, 999], 'cup']))
    const list = shop({
      recipes: [recipe('sea', { lines })],
      ingredients: [ingredient('salt', { measure: 'cup' })],
      bake: { sea: 1_000_000 },
    })
    expect(lineOf(list, 'salt').buy).toEqual({ n: 10n ** 18n, d: 999n })
  })
})

describe('measures', () => {
  const spiced = (name: string, more = {}) => ({
    recipes: cookbook({ chai: { [name]: [2, 'tsp'] }, bread: { [name]: [1, 'Tbsp'] } }),
    ingredients: [ingredient(name, more)],
    bake: { chai: 3, bread: 2 },
  })

  test('teaspoons and tablespoons are added in the measure of the ingredient', () => {
    expect(lineOf(shop(spiced('cinnamon', { measure: 'tbsp' })), 'cinnamon')).toMatchObject({
      measure: 'tbsp',
      need: 4,
    })
  })

  test('where the ingredient has none that fits, in the measure of most lines', () => {
    const sketch = spiced('cinnamon', { measure: 'jar' })
    const recipes = [...sketch.recipes, ...cookbook({ tea: { cinnamon: [3, 'tsp'] } })]
    const list = shop({ ...sketch, recipes, bake: { ...sketch.bake, tea: 1 } })
    expect(lineOf(list, 'cinnamon')).toMatchObject({ measure: 'tsp', need: 15 })
  })

  test('a volume and a mass are added by the density', () => {
    const list = shop({
      recipes: cookbook({ cookies: { flour: [2, 'cup'] }, bread: { flour: [500, 'g'] } }),
      ingredients: [ingredient('flour', { measure: 'kg', density: gramsOfCup(120) })],
      bake: { cookies: 1, bread: 1 },
      entries: [counted('flour', 1, 'cup')],
    })
    expect(sums(lineOf(list, 'flour'))).toEqual([[37, 50], [3, 25], [31, 50]].map(([n, d]) => amount([n!, d!])))
  }) // prettier-ignore

  test('without a density they are two lines, each with its own', () => {
    const list = shop({
      recipes: cookbook({ cookies: { flour: [2, 'cup'] }, bread: { flour: [500, 'g'] } }),
      ingredients: [ingredient('flour', { measure: 'kg' })],
      bake: { cookies: 1, bread: 1 },
      entries: [counted('flour', 1, 'cup')],
    })
    expect(sums(lineOf(list, 'flour', 'cup'))).toEqual([2, 1, 1])
    expect(sums(lineOf(list, 'flour', 'kg'))).toEqual([amount([1, 2]), null, amount([1, 2])])
    expect(new Set(list.lines.map(({ key }) => key)).size).toBe(2)
  })

  test('pieces are never added to cups', () => {
    const list = shop({
      recipes: cookbook({ cake: { lemon: [1, 'cup'] }, tart: { lemon: [3] } }),
      ingredients: [ingredient('lemon', { measure: 'each', density: gramsOfCup(240) })],
      bake: { cake: 1, tart: 2 },
    })
    expect(list.lines.map(({ measure, need }) => [measure, need])).toEqual([
      ['each', 6],
      ['cup', 1],
    ])
  })

  test('what is counted in another measure is shown, and not taken off', () => {
    const list = shop({
      recipes: cookbook({ cake: { cinnamon: [3, 'tsp'] } }),
      ingredients: [ingredient('cinnamon', { measure: 'oz' })],
      bake: { cake: 2 },
      entries: [counted('cinnamon', [12, 5], 'oz')],
    })
    expect(sums(lineOf(list, 'cinnamon', 'tsp'))).toEqual([6, null, 6])
    expect(sums(lineOf(list, 'cinnamon', 'oz'))).toEqual([0, amount([12, 5]), 0])
  })

  test('a word that is no measure adds up with itself alone', () => {
    const list = shop({
      recipes: cookbook({
        cake: { salt: [1, 'pinch'] },
        tart: { salt: [2, 'Pinch '] },
        pie: { salt: [1, 'tsp'] },
      }),
      ingredients: [ingredient('salt')],
      bake: { cake: 3, tart: 1, pie: 1 },
    })
    expect(lineOf(list, 'salt', 'Pinch ').need).toBe(5)
    expect(lineOf(list, 'salt', 'tsp').need).toBe(1)
  })

  test('dozens are pieces', () => {
    const list = shop({
      recipes: cookbook({ cake: { egg: [3, 'large'] }, tart: { egg: [6] }, pie: { egg: [1, 'dozen'] } }),
      ingredients: [ingredient('egg', { measure: 'each' })],
      bake: { tart: 1, pie: 2 },
      entries: [counted('egg', [3, 2], 'docenas')],
    })
    expect(sums(lineOf(list, 'egg'))).toEqual([30, 18, 12])
  }) // prettier-ignore
})

describe('what is on hand', () => {
  const after = (entries: readonly Draft[], sketch: Partial<ShopSketch> = {}) =>
    lineOf(shop({ ...COOKIES, bake: { cookies: 100 }, ...sketch, entries }), 'flour', 'cup').have

  test.each<[string, readonly Draft[], number | null]>([
    ['last count + bought since − used since', [counted('flour', 10, 'cup'), bought('flour', 5, 'cup'), batch(3)], 9],
    ['runs before the count are in it', [batch(3), counted('flour', 10, 'cup'), batch(1)], 8],
    ['the last count replaces the one before', [counted('flour', 10, 'cup'), counted('flour', 4, 'cup')], 4],
    ['batches that were lost used theirs too', [counted('flour', 10, 'cup'), batch(2, 0)], 6],
    ['other events and runs without one bake from it', [counted('flour', 10, 'cup'), inEvent(ELSEWHERE, batch(1)), inEvent('', batch(1))], 6],
    ['what was eaten is gone', [counted('flour', 10, 'cup'), eaten('flour', 3, 'cup')], 7],
    ['the first purchase acts as a count of what was bought', [batch(3), bought('flour', 5, 'cup')], 5],
    ['later purchases add to it, and runs take from it', [bought('flour', 5, 'cup'), batch(1), bought('flour', 4, 'cup')], 7],
    ['a count is worth more than a purchase before it', [bought('flour', 5, 'cup'), counted('flour', 1, 'cup')], 1],
    ['a change before anything was counted says nothing', [eaten('flour', 3, 'cup'), batch(1)], null],
    ['a count that was undone gives way to the one before', [counted('flour', 10, 'cup'), batch(1), counted('flour', 4, 'cup'), undone(3)], 8],
    ['the only count undone leaves it uncounted', [counted('flour', 10, 'cup'), undone(1), batch(1)], null],
    ['a purchase that was undone never was', [counted('flour', 1, 'cup'), bought('flour', 5, 'cup'), undone(2)], 1],
    ['a run that was undone gives back what it used', [counted('flour', 10, 'cup'), batch(2), undone(2)], 10],
    ['undoing a run from before the count changes nothing', [batch(2), counted('flour', 10, 'cup'), undone(1)], 10],
    ['other measures of its family are converted', [counted('flour', 2, 'cup'), bought('flour', 16, 'tbsp')], 3],
    ['a measure that does not convert is left out', [counted('flour', 2, 'cup'), bought('flour', 1, 'kg'), counted('flour', 3, 'bag')], 2],
    ['what has nothing to do with it changes nothing', [counted('flour', 2, 'cup'), counted('butter', 9, 'cup'), baked('tarts', 5, 10)], 2],
  ])('%s', (_, entries, have) => {
    expect(after(entries)).toBe(have)
  }) // prettier-ignore

  test('a count that arrives late stands at its own place in the order', () => {
    const entries = [
      keyed({ stamp: 10 }, batch(1)),
      keyed({ stamp: 30 }, batch(2)),
      keyed({ stamp: 20 }, counted('flour', 10, 'cup')),
      keyed({ stamp: 5 }, bought('flour', 7, 'cup')),
    ]
    expect(after(entries)).toBe(6)
  })

  test('recipes used what their lines say now', () => {
    const recipes = cookbook({ cookies: { flour: [3, 'cup'] } })
    expect(after([counted('flour', 10, 'cup'), batch(2)], { recipes })).toBe(4)
  })

  test('a recipe that is not of this event uses it too', () => {
    const recipes = [...COOKIES.recipes, ...cookbook({ bread: { flour: [[1, 2], 'cup'] } })]
    const entries = [counted('flour', 10, 'cup'), inEvent(ELSEWHERE, baked('bread', 3, 6))]
    expect(after(entries, { recipes })).toEqual(amount([17, 2]))
  })

  test('below zero it says "count again", and what is owed is bought as well', () => {
    const list = shop({
      ...COOKIES,
      entries: [counted('flour', 1, 'cup'), inEvent(ELSEWHERE, batch(2))],
    })
    expect(lineOf(list, 'flour')).toMatchObject({ need: 14, have: -3, buy: 17, isBelowZero: true })
  })

  test('a line whose quantity could not be read used nothing that is known', () => {
    const recipes = cookbook({ cookies: { flour: [null, 'cup', 'some'] } })
    expect(after([counted('flour', 10, 'cup'), batch(2)], { recipes })).toBe(10)
  })

  test('the latest purchase that counts can be undone, and the last count is told', () => {
    const flour = (...entries: Draft[]) => lineOf(shop({ ...COOKIES, entries }), 'flour')
    const [first, second] = [bought('flour', 5, 'cup'), bought('flour', 9, 'cup')]
    expect(flour(first, second)).toMatchObject({
      buy: 0,
      lastBought: { writer: 'w', seq: 2, at: 1, amount: 9, measure: 'cup' },
      lastCount: null,
    })
    expect(flour(first, second, undone(2)).lastBought).toMatchObject({ seq: 1, amount: 5 })
    expect(flour(first, counted('flour', 2, 'tbsp'))).toMatchObject({
      lastBought: null,
      lastCount: { seq: 2, amount: 2, measure: 'tbsp' },
    })
    expect(flour(counted('flour', 2, 'tbsp'), first)).toMatchObject({
      lastBought: { seq: 2 },
      lastCount: { seq: 1 },
    })
  })
})

describe('materials', () => {
  /** 50 bags with a ribbon and a half card each; 5 boxes of 2 bags and a ribbon. */
  const BAGS = {
    yields: { cookie: 48 },
    bundles: {
      bag: { cookie: 6, ribbon: 1, card: [1, 2] },
      box: { bag: 2, ribbon: 1 },
    },
    materials: ['ribbon', 'card'],
    pack: { bag: 50, box: 5 },
  } satisfies ShopSketch

  test.each<[string, readonly Draft[], readonly [number, number | null, number]]>([
    ['for bundles and the bundles in them', [], [65, null, 65]],
    ['less what is there', [countedOf('ribbon', 10)], [65, 10, 55]],
    ['with what was bought', [changed('ribbon', 10, 'bought'), changed('ribbon', 5, 'bought')], [65, 15, 50]],
    ['only for what is still to pack', [countedOf('ribbon', 100), packed('bag', 20)], [45, 80, 0]],
    ['with what other events took', [countedOf('ribbon', 9), inEvent(ELSEWHERE, packed('bag', 4))], [65, 5, 60]],
    ['below zero', [countedOf('ribbon', 9), packed('bag', 50)], [15, -41, 56]],
    ['not for inner bundles that are spare', [packed('bag', 58, { cookie: 6 })], [7, null, 7]],
  ])('are needed %s', (_, entries, expected) => {
    const ribbon = lineOf(shop({ ...BAGS, entries }), 'ribbon')
    expect(sums(ribbon)).toEqual(expected)
    expect(ribbon.isBelowZero).toBe((expected[1] ?? 0) < 0)
  }) // prettier-ignore

  test('in exact parts', () => {
    expect(lineOf(shop(BAGS), 'card').need).toBe(30)
    expect(lineOf(shop({ ...BAGS, pack: { bag: 3 } }), 'card').need).toEqual(amount([3, 2]))
  })

  test('are off the list when everything is packed', () => {
    const entries = [packed('bag', 60), packed('box', 5, { bag: 10, ribbon: 5 })]
    expect(shop({ ...BAGS, entries }).lines).toEqual([])
  })

  test('are not needed for a bundle that contains itself', () => {
    const bundles = { bag: { bag: 1, ribbon: 1 } }
    expect(shop({ ...BAGS, bundles, pack: { bag: 5 } }).lines).toEqual([])
  })

  test('say their last purchase and count', () => {
    const entries = [countedOf('ribbon', 10), changed('ribbon', 55, 'bought')]
    expect(lineOf(shop({ ...BAGS, entries }), 'ribbon')).toMatchObject({
      buy: 0,
      lastBought: { seq: 2, amount: 55 },
      lastCount: { seq: 1, amount: 10 },
    })
  })

  test('are listed by name, in their measure, after all ingredients', () => {
    const made = shopFacts({ ...BAGS, ...COOKIES, bake: { cookies: 1 } })
    const materials = made.event.materials.map((row) => ({
      ...row,
      name: row.id === 'card' ? 'Ribbon 10 mm' : 'Ribbon 9 mm',
      measure: 'm',
    }))
    const units = [unit('cookie', 'cookies', 48)]
    const list = shoppingOf({ ...made, event: { ...made.event, materials, units } })
    expect(list.lines.map(({ item, name, measure }) => [item.kind, name, measure])).toEqual([
      ['ingredient', 'butter', 'cup'],
      ['ingredient', 'flour', 'cup'],
      ['material', 'Ribbon 9 mm', 'm'],
      ['material', 'Ribbon 10 mm', 'm'],
    ])
  })

  test('that are unknown here are listed without a name', () => {
    const made = shopFacts(BAGS)
    const list = shoppingOf({ ...made, event: { ...made.event, materials: [] } })
    expect(lineOf(list, 'ribbon')).toMatchObject({ name: '', need: 65 })
  })
})

describe('another event that needs the item too', () => {
  const FAIR = 'fair' as EventId

  function plan(sketch: Sketch, more: Partial<KitchenEvent> = {}): OtherPlan {
    const made = facts(sketch)
    const inFair = <Row extends { readonly eventId: EventFacts['event']['id'] | '' }>(
      row: Row,
    ) => ({
      ...row,
      eventId: row.eventId === made.event.id ? FAIR : row.eventId,
    })
    return {
      event: { ...made.event, id: FAIR, name: 'Fair', ...more },
      productionTargets: made.productionTargets.map(inFair),
      assemblyTargets: made.assemblyTargets.map(inFair),
      looseTargets: made.looseTargets.map(inFair),
      entries: made.entries.map(inFair),
    }
  }

  const alsoFor = (other: OtherPlan, sketch: ShopSketch = COOKIES, item = 'flour') =>
    lineOf(shop({ ...sketch, others: [other] }), item).alsoFor

  test('is named while it has batches to bake', () => {
    expect(alsoFor(plan({ bake: { cookies: 2 } }))).toEqual([{ eventId: FAIR, name: 'Fair' }])
    expect(alsoFor(plan({ bake: { cookies: 2 }, entries: [batch(1)] }))).toHaveLength(1)
  })

  test.each([
    ['has baked them', plan({ bake: { cookies: 2 }, entries: [batch(2)] })],
    ['bakes something else', plan({ bake: { tarts: 2 } })],
    ['bakes nothing', plan({})],
    ['is over', plan({ bake: { cookies: 2 } }, { date: parseDay('2026-11-30')! })],
    ['is archived', plan({ bake: { cookies: 2 } }, { archived: true })],
    ['is hidden', plan({ bake: { cookies: 2 } }, { hidden: true })],
    ['is this event', plan({ bake: { cookies: 2 } }, { id: 'here' as EventId })],
  ])('is not named when it %s', (_, other) => {
    expect(alsoFor(other)).toEqual([])
  })

  test('is named on its day', () => {
    const other = plan({ bake: { cookies: 2 } }, { date: parseDay('2026-12-01')! })
    expect(alsoFor(other)).toHaveLength(1)
  })

  test('comes by date', () => {
    const later = plan({ bake: { cookies: 2 } }, { date: parseDay('2027-01-06')!, name: 'Kings' })
    const list = shop({ ...COOKIES, others: [later, plan({ bake: { cookies: 2 } })] })
    expect(lineOf(list, 'flour').alsoFor.map(({ name }) => name)).toEqual(['Fair', 'Kings'])
  })

  test('is named for the materials of bundles that it has to pack', () => {
    const sketch = {
      yields: { cookie: 48 },
      bundles: { bag: { cookie: 6, ribbon: 1 }, box: { bag: 2 }, tray: { cookie: 1 } },
      materials: ['ribbon'],
      pack: { bag: 50 },
    }
    const of = (more: Sketch) => alsoFor(plan({ ...sketch, pack: {}, ...more }), sketch, 'ribbon')
    expect(of({ pack: { box: 1 } })).toHaveLength(1)
    expect(of({ pack: { tray: 1 } })).toEqual([])
    expect(of({ pack: { bag: 2 }, entries: [packed('bag', 2)] })).toEqual([])
    expect(of({ pack: { bag: 2 }, entries: [packed('bag', 1)] })).toHaveLength(1)
  })

  test('takes nothing from what is needed and there', () => {
    const entries = [counted('flour', 10, 'cup')]
    const alone = lineOf(shop({ ...COOKIES, entries }), 'flour')
    const shared = shop({ ...COOKIES, entries, others: [plan({ bake: { cookies: 2 } })] })
    expect(sums(lineOf(shared, 'flour'))).toEqual(sums(alone))
  })
})

describe('what could not be read', () => {
  test('stays as text at its ingredient, which is listed even when nothing else is known of it', () => {
    const recipes = cookbook({ cookies: { salt: [null, 'pinch', 'a pinch of salt'] } })
    const list = shop({ ...COOKIES, recipes, ingredients: [ingredient('salt')] })
    expect(lineOf(list, 'salt')).toMatchObject({
      need: 0,
      have: null,
      buy: 0,
      unread: [{ recipeName: 'cookies', measure: 'pinch', text: 'a pinch of salt' }],
    })
  })

  test('stands at the first line of an ingredient only', () => {
    const list = shop({
      recipes: cookbook({
        tart: { lemon: [null, '', 'some'] },
        cake: { lemon: [1, 'cup'] },
        pie: { lemon: [2] },
      }),
      ingredients: [ingredient('lemon')],
      bake: { tart: 1, cake: 1, pie: 1 },
    })
    expect(list.lines.map(({ unread }) => unread.length)).toEqual([1, 0])
  })

  test('stands on the list itself where it names no ingredient, recipe by recipe', () => {
    const lines = (text: string) => [line(null, [1, '', text]), line(null, [null, '', 'love'])]
    const list = shop({
      recipes: [recipe('tarts', { lines: lines('x') }), recipe('cake', { lines: lines('y') })],
      bake: { tarts: 1, cake: 9 },
    })
    expect(list.lines).toEqual([])
    expect(list.unread.map(({ recipeName, text }) => `${recipeName}: ${text}`)).toEqual([
      'cake: love',
      'cake: y',
      'tarts: love',
      'tarts: x',
    ])
  })

  test('is what a damaged file brings as a number', () => {
    const broken = (n: number, d: number) => ({ ...line('flour', [1, 'cup', '?']), quantity: { n, d } })
    const lines = [broken(NaN, 1), broken(1, 0), broken(0.5, 2), broken(1, -2), broken(2, 1)]
    const list = shop({ ...COOKIES, recipes: [recipe('cookies', { lines })], bake: { cookies: 1 } })
    expect(lineOf(list, 'flour').need).toBe(2)
    expect(lineOf(list, 'flour').unread).toHaveLength(4)
  }) // prettier-ignore
})

test('the list goes by category and name as people sort them, what has no category last', () => {
  const names = ['Zucker', 'äpfel', 'Apfelmus', 'egg 10', 'egg 9', 'water']
  const categories = ['Backen', 'Obst', 'Obst', 'Eier', 'Eier', '']
  const list = shop({
    recipes: cookbook({ cake: Object.fromEntries(names.map((name) => [name, [1]])) }),
    ingredients: names.map((name, index) => ingredient(name, { category: categories[index]! })),
    bake: { cake: 1 },
  })
  expect(list.lines.map(({ name }) => name)).toEqual([
    'Zucker',
    'egg 9',
    'egg 10',
    'äpfel',
    'Apfelmus',
    'water',
  ])
})

test('the list names its event', () => {
  expect(shop(COOKIES).event.name).toBe('Holiday')
  expect(lineOf(shop(COOKIES), 'flour').item).toEqual({ kind: 'ingredient', id: 'flour' })
})
