import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { boardOf } from '../../src/domain/board'
import { planTotals } from '../../src/domain/plan-totals'
import { roundingsOf } from '../../src/domain/rounding'
import type { RecipeId, UnitId } from '../../src/domain/model'
import { workingOf } from '../../src/domain/working'
import {
  baked,
  bundleRow,
  changed,
  counted,
  facts,
  looseRow,
  packed,
  planRow,
  recipe,
  unit,
  type Draft,
  type Sketch,
} from './facts'
import { amount, cookbook, ingredient, lineOf, shop } from './shop'

/**
 * Plans that were found in print, planned here. What the plans do not tell (what a batch gives, what is
 * in it) is made up; every total is compared with a sum made here from the plan's own numbers.
 */

interface Plan {
  readonly id: string
  readonly bundles?: readonly {
    readonly name: string
    readonly target: number
    readonly components: Readonly<Record<string, number>>
  }[]
  readonly loose?: Readonly<Record<string, number>>
}

const file = new URL('../fixtures/plans/plans.json', import.meta.url)
const plans = JSON.parse(readFileSync(file, 'utf8')) as readonly Plan[]

function planNamed<More = object>(id: string): Plan & More {
  return plans.find((plan) => plan.id === id) as Plan & More
}

/** Whole batches that are enough, found by counting up. */
function countUp(pieces: number, itemsPerBatch: number): number {
  let batches = 0
  while (batches * itemsPerBatch < pieces) batches += 1
  return batches
}

const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

describe('2,000 gift boxes for which 2,000 papers were ordered', () => {
  const [box] = planNamed('pjp-2020-corporate').bundles!
  const { tart, cookie, 'tart paper': paper } = box!.components as Record<string, number>
  const boxes = box!.target
  const ordered = 2000
  const YIELDS = { tart: 36, cookie: 42 }
  const tarts = boxes * tart!
  const cookies = boxes * cookie!
  const batches = { tart: countUp(tarts, 36), cookie: countUp(cookies, 42) }
  const papersShort = boxes * paper! - ordered
  /** Boxes that the papers are enough for, found by taking papers away. */
  const possible = Array.from({ length: boxes }, (_, index) => index + 1).filter(
    (count) => count * paper! <= ordered,
  ).length

  const sketch = {
    yields: YIELDS,
    recipes: [],
    materials: ['tart paper'],
    bundles: { box: box!.components },
    bake: batches,
    pack: { box: boxes },
    entries: [counted('tart paper', ordered)],
  } satisfies Sketch
  const everything: Draft[] = [
    baked('tart', batches.tart, batches.tart * YIELDS.tart),
    baked('cookie', batches.cookie, batches.cookie * YIELDS.cookie),
  ]
  const board = boardOf(facts(sketch))

  test('need 12,000 tarts and 24,000 cookies: 334 and 572 batches', () => {
    expect([tarts, cookies, batches]).toEqual([12_000, 24_000, { tart: 334, cookie: 572 }])
    for (const [name, need] of [
      ['tart', tarts],
      ['cookie', cookies],
    ] as const) {
      const { batchesNeeded, units } = planRow(board, name)
      expect(batchesNeeded).toBe(batches[name])
      expect(units).toMatchObject([{ need, surplus: batches[name] * YIELDS[name] - need }])
      expect(workingOf(facts(sketch)).get(name as UnitId)).toEqual([
        { bundleName: 'box', count: boxes, each: box!.components[name], pieces: need },
      ])
    }
    expect(planTotals(board.plan)).toEqual({
      batches: batches.tart + batches.cookie,
      pieces: batches.tart * YIELDS.tart + batches.cookie * YIELDS.cookie,
      surplus: batches.tart * YIELDS.tart - tarts + batches.cookie * YIELDS.cookie - cookies,
    })
  })

  test('rounded down are short of the tarts and cookies that the last batch would have given', () => {
    const down = roundingsOf(facts(sketch))
    const tartsShort = tarts - (batches.tart - 1) * YIELDS.tart
    const cookiesShort = cookies - (batches.cookie - 1) * YIELDS.cookie
    expect(down.get('tart' as RecipeId)).toEqual({
      batches: batches.tart - 1,
      short: [{ unitName: 'tart', pieces: tartsShort }],
      bundlesFewer: countUp(tartsShort, tart!),
    })
    expect(down.get('cookie' as RecipeId)).toEqual({
      batches: batches.cookie - 1,
      short: [{ unitName: 'cookie', pieces: cookiesShort }],
      bundlesFewer: countUp(cookiesShort, cookie!),
    })
  })

  test('are 333 at most, for the paper is the limit and is named before anything is baked', () => {
    expect(possible).toBe(333)
    expect(board.remake).toEqual([])
    expect(board.bundlesShort).toBe(boxes - possible)
    expect(bundleRow(board, 'box')).toMatchObject({
      status: 'awaiting_production',
      availableToAssemble: 0,
      bar: { packed: 0, now: 0, waiting: possible, short: boxes - possible },
      shortagesAfter: [{ kind: 'material', name: 'tart paper', missing: papersShort }],
    })
  })

  test('are 333 when all is baked, and 10,000 papers are what is missing', () => {
    const done = boardOf(facts({ ...sketch, entries: [...sketch.entries, ...everything] }))
    expect(bundleRow(done, 'box')).toMatchObject({
      status: 'partial',
      availableToAssemble: possible,
      bar: { packed: 0, now: possible, waiting: 0, short: boxes - possible },
      shortages: [{ kind: 'material', name: 'tart paper', missing: 10_000 }],
    })
    expect(done.overall.productionPercent).toBe(100)
  })

  test('put 10,000 papers on the shopping list', () => {
    const { need, have, buy } = lineOf(shop(sketch), 'tart paper')
    expect([need, have, buy]).toEqual([boxes * paper!, ordered, papersShort])
  })

  test('can all be packed once the papers were bought', () => {
    const entries = [...sketch.entries, ...everything, changed('tart paper', papersShort, 'bought')]
    expect(bundleRow(boardOf(facts({ ...sketch, entries })), 'box')).toMatchObject({
      status: 'can_assemble',
      availableTogether: boxes,
      bar: { now: boxes, short: 0 },
    })
    expect(lineOf(shop({ ...sketch, entries }), 'tart paper').buy).toBe(0)
  })
})

describe('84 dozen cookies by four houses', () => {
  const { need, teams, per_team, yield_per_mix, mixes_per_team } = planNamed<{
    readonly need: number
    readonly teams: number
    readonly per_team: number
    readonly yield_per_mix: number
    readonly mixes_per_team: number
  }>('school-84-dozen')
  const houses = Array.from({ length: teams }, (_, index) => `house ${index + 1}`)
  const each = (count: number): Record<string, number> =>
    Object.fromEntries(houses.map((house) => [house, count]))
  /** Every house mixes by itself; a mix has 2 ¼ cups of flour. */
  const school = (wanted: number, mixes: number) =>
    ({
      units: houses.map((house) => unit(house, house, yield_per_mix)),
      recipes: cookbook(Object.fromEntries(houses.map((h) => [h, { flour: [[9, 4], 'cup'] }]))),
      ingredients: [ingredient('flour', { measure: 'cup' })],
      loose: each(wanted),
      bake: each(mixes),
    }) satisfies Sketch & Parameters<typeof shop>[0]
  const mixed = (house: string, mixes: number): Draft =>
    baked(house, mixes, { [house]: mixes * yield_per_mix })

  test('are 6 mixes a house, as the plan says, with 24 cookies over in each', () => {
    const { plan } = boardOf(facts(school(per_team, mixes_per_team)))
    expect(plan.map(({ batchesNeeded }) => batchesNeeded)).toEqual(houses.map(() => mixes_per_team))
    const over = mixes_per_team * yield_per_mix - per_team
    expect(plan.flatMap(({ units }) => units.map(({ surplus }) => surplus))).toEqual(
      houses.map(() => over),
    )
    expect(planTotals(plan)).toEqual({
      batches: teams * mixes_per_team,
      pieces: teams * mixes_per_team * yield_per_mix,
      surplus: teams * over,
    })
    expect(teams * per_team).toBeGreaterThanOrEqual(need)
  })

  test('are 24 mixes when each house rounds up, and 21 when they share the dough', () => {
    const apart = boardOf(facts(school(need / teams, 6)))
    expect(planTotals(apart.plan)).toEqual({ batches: 24, pieces: 1152, surplus: 1152 - need })
    const shared = (splits: boolean) => {
      const { loose } = school(need / teams, 6)
      const units = houses.map((house, order) => unit(house, 'dough', yield_per_mix, { order }))
      return planRow(
        boardOf(facts({ recipes: [recipe('dough', { splits })], units, loose })),
        'dough',
      )
    }
    expect(shared(false).batchesNeeded).toBe(teams * countUp(need / teams, yield_per_mix))
    expect(shared(true).batchesNeeded).toBe(countUp(need, yield_per_mix))
    expect(countUp(need, yield_per_mix) * yield_per_mix).toBe(need)
  })

  test('need 54 cups of flour, and those of the mixes left after two houses are done', () => {
    const sketch = school(per_team, mixes_per_team)
    const quarters = teams * mixes_per_team * 9
    expect(lineOf(shop(sketch), 'flour').need).toEqual(amount([quarters, 4]))
    expect(quarters / 4).toBe(54)
    const entries = houses.slice(0, 2).map((house) => mixed(house, mixes_per_team))
    expect(lineOf(shop({ ...sketch, entries }), 'flour').need).toBe(27)
  })

  test('are short of 24 in the house that mixed one fewer, and one more mix cures it', () => {
    const sketch = school(per_team, mixes_per_team)
    const [last, ...others] = [...houses].reverse()
    const entries = others.map((house) => mixed(house, mixes_per_team))
    const fewer = mixes_per_team - 1
    const board = boardOf(
      facts({
        ...sketch,
        bake: { ...sketch.bake, [last!]: fewer },
        entries: [...entries, mixed(last!, fewer)],
      }),
    )
    const short = per_team - fewer * yield_per_mix
    expect(short).toBe(24)
    expect(looseRow(board, last!).bar).toEqual({
      given: 0,
      now: fewer * yield_per_mix,
      waiting: 0,
      short,
    })
    expect(board.remake).toEqual([{ recipeId: last, recipeName: last, batches: 1 }])
    for (const house of others) expect(looseRow(board, house).isComplete).toBe(true)
  })
})

describe('3,441 cookies of 23 kinds in 91 packages', () => {
  const party = planNamed<{
    readonly total_cookies: number
    readonly types: number
    readonly packages: number
    readonly flour_lb: number
    readonly butter_lb: number
    readonly chocolate_lb: number
  }>('cookie-party-2020')
  const kinds = Array.from({ length: party.types }, (_, index) => `kind ${index + 1}`)
  const of = (count: (index: number) => number): Record<string, number> =>
    Object.fromEntries(kinds.map((kind, index) => [kind, count(index)]))
  /** As even as 23 kinds can be: the first ones have one more. */
  const pieces = (index: number): number =>
    Math.floor(party.total_cookies / party.types) +
    (index < party.total_cookies % party.types ? 1 : 0)
  const perBatch = (index: number): number => 12 * (1 + (index % 4))
  const batches = (index: number): number => countUp(pieces(index), perBatch(index))
  const indices = kinds.map((_, index) => index)
  const allBatches = total(indices.map(batches))

  const sketch = {
    units: kinds.map((kind, index) => unit(kind, kind, perBatch(index))),
    recipes: cookbook(
      Object.fromEntries(
        kinds.map((kind, index) => [
          kind,
          {
            flour: [[party.flour_lb, party.types * batches(index)], 'lb'],
            butter: [[party.butter_lb * 16, party.types * batches(index)], 'oz'],
            chocolate: [[party.chocolate_lb * 4, 4 * party.types * batches(index)], 'lb'],
          },
        ]),
      ),
    ),
    ingredients: [
      ingredient('flour', { measure: 'lb' }),
      ingredient('butter', { measure: 'lb' }),
      ingredient('chocolate', { measure: 'lb' }),
    ],
    // A package has one of each kind; what is over lies loose on the table.
    bundles: { package: of(() => 1) },
    pack: { package: party.packages },
    loose: of((index) => pieces(index) - party.packages),
    bake: of(batches),
  } satisfies Parameters<typeof shop>[0]

  test('add up before they are rounded, package and table together', () => {
    const { plan } = boardOf(facts(sketch))
    expect(plan.map(({ units }) => units[0]!.need)).toEqual(indices.map(pieces))
    expect(total(plan.map(({ units }) => units[0]!.need as number))).toBe(party.total_cookies)
    expect(plan.map(({ batchesNeeded }) => batchesNeeded)).toEqual(indices.map(batches))
    const baking = total(indices.map((index) => batches(index) * perBatch(index)))
    expect(planTotals(plan)).toEqual({
      batches: allBatches,
      pieces: baking,
      surplus: baking - party.total_cookies,
    })
  })

  test('need the 45 pounds of flour, 22 of butter and 14 ¼ of chocolate that were bought', () => {
    const list = shop(sketch)
    expect(lineOf(list, 'flour').need).toBe(party.flour_lb)
    expect(lineOf(list, 'butter').need).toBe(party.butter_lb)
    expect(lineOf(list, 'chocolate').need).toEqual(amount([57, 4]))
    expect(party.chocolate_lb).toBe(57 / 4)
  })

  test('fill all packages when everything is baked, and every kind is enough for the table', () => {
    const entries = kinds.map((kind, index) =>
      baked(kind, batches(index), batches(index) * perBatch(index)),
    )
    const board = boardOf(facts({ ...sketch, entries }))
    expect(bundleRow(board, 'package')).toMatchObject({
      status: 'can_assemble',
      availableTogether: party.packages,
    })
    expect(board.loose.every(({ isComplete }) => isComplete)).toBe(true)
    expect(board.remake).toEqual([])
  })
})

describe('a market day of bags and loose pieces', () => {
  const market = planNamed('market-day-2012')
  const targets = Object.fromEntries(market.bundles!.map(({ name, target }) => [name, target]))
  const inBags = market.bundles!.map(({ components, target }) => ({ components, target }))
  const asked = (name: string): number =>
    total(inBags.map(({ components, target }) => target * (components[name] ?? 0))) +
    (market.loose![name] ?? 0)
  const YIELDS = {
    'chocolate ball': 40,
    pizza: 6,
    gingerbread: 24,
    'oat biscuit': 18,
    'cinnamon scroll': 12,
  }
  const baking = Object.entries(YIELDS)
  const sketch = {
    yields: YIELDS,
    materials: ['cherry tomato g', 'capsicum'],
    bundles: Object.fromEntries(market.bundles!.map(({ name, components }) => [name, components])),
    pack: targets,
    loose: market.loose!,
    bake: Object.fromEntries(baking.map(([name, each]) => [name, countUp(asked(name), each)])),
  } satisfies Sketch

  test('bakes 2, 7, 2, 2 and 4 batches', () => {
    const { plan } = boardOf(facts(sketch))
    const found = Object.fromEntries(plan.map((row) => [row.recipeId, row.batchesNeeded]))
    expect(found).toEqual(sketch.bake)
    expect(Object.values(sketch.bake)).toEqual([2, 7, 2, 2, 4])
    for (const { recipeId, units } of plan) {
      const made = sketch.bake[recipeId]! * YIELDS[recipeId as string as keyof typeof YIELDS]
      expect(units).toMatchObject([{ need: asked(recipeId), surplus: made - asked(recipeId) }])
    }
  })

  test('buys 1,800 g of tomatoes and 4 capsicums for its bags', () => {
    const list = shop(sketch)
    expect(lineOf(list, 'cherry tomato g').buy).toBe(asked('cherry tomato g'))
    expect(lineOf(list, 'capsicum').buy).toBe(asked('capsicum'))
    expect([asked('cherry tomato g'), asked('capsicum')]).toEqual([1800, 4])
  })

  test('is complete when all bags are packed and all loose pieces lie there', () => {
    const start = baking.map(([name, each]) =>
      baked(name, sketch.bake[name]!, sketch.bake[name]! * each),
    )
    const packing = market.bundles!.map(({ name, target }) => packed(name, target))
    expect(boardOf(facts({ ...sketch, entries: start })).overall.status).toBe('in_progress')
    expect(boardOf(facts({ ...sketch, entries: [...start, ...packing] })).overall).toMatchObject({
      status: 'complete',
      overallPercent: 100,
    })
  })
})
