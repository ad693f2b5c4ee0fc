import { whole } from '../../../src/domain/quantity'
import { describe, expect, test } from 'vitest'
import { createBundle, createRecipe } from '../../../src/data/commands/catalogue'
import { createEvent } from '../../../src/data/commands/events'
import {
  moveTarget,
  removeTarget,
  setAssemblyTarget,
  setLooseTarget,
  setProductionTarget,
  takeBatchesNeeded,
  type TargetRef,
} from '../../../src/data/commands/targets'
import type { BatchboardDb } from '../../../src/data/db'
import type { EventId, GoodId, RecipeId, UnitId } from '../../../src/domain/model'
import type { Refusal } from '../../../src/domain/refusal'
import { dump, freshDb, granted, ofUnit } from '../kitchen'

interface Kitchen {
  readonly db: BatchboardDb
  readonly eventId: EventId
  readonly recipes: readonly RecipeId[]
  readonly units: readonly UnitId[]
  readonly goods: readonly GoodId[]
}

/** Three recipes with 48 pieces a batch, and three bundles with 6 pieces of one of them each. */
async function kitchen(): Promise<Kitchen> {
  const db = freshDb()
  const eventId = granted(await createEvent(db, { name: 'Christmas', date: '2026-12-24' }))
  const [recipes, units, goods]: [RecipeId[], UnitId[], GoodId[]] = [[], [], []]
  for (const name of ['one', 'two', 'three']) {
    const { recipeId, unitId } = granted(await createRecipe(db, { name, itemsPerBatch: '48' }))
    const lines = [{ item: ofUnit(unitId), quantity: '6' }]
    recipes.push(recipeId)
    units.push(unitId)
    goods.push(granted(await createBundle(db, { name, lines })))
  }
  return { db, eventId, recipes, units, goods }
}

interface Row {
  readonly order: number
  readonly hidden: boolean
}

type SetTarget = (here: Kitchen, which: number, typed: string) => Promise<null | Refusal>

const KINDS: {
  readonly kind: TargetRef['kind']
  readonly field: string
  readonly set: SetTarget
  readonly ref: (here: Kitchen, which: number) => TargetRef
  readonly rows: (here: Kitchen) => PromiseLike<readonly (Row | undefined)[]>
}[] = [
  {
    kind: 'production',
    field: 'batches',
    set: ({ db, eventId, recipes }, which, typed) =>
      setProductionTarget(db, eventId, recipes[which]!, typed),
    ref: ({ recipes }, which) => ({ kind: 'production', id: recipes[which]! }),
    rows: ({ db, eventId, recipes }) =>
      db.productionTargets.bulkGet(recipes.map((id) => [eventId, id])),
  },
  {
    kind: 'assembly',
    field: 'quantity',
    set: ({ db, eventId, goods }, which, typed) =>
      setAssemblyTarget(db, eventId, goods[which]!, typed),
    ref: ({ goods }, which) => ({ kind: 'assembly', id: goods[which]! }),
    rows: ({ db, eventId, goods }) => db.assemblyTargets.bulkGet(goods.map((id) => [eventId, id])),
  },
  {
    kind: 'loose',
    field: 'pieces',
    set: ({ db, eventId, units }, which, typed) =>
      setLooseTarget(db, eventId, units[which]!, typed),
    ref: ({ units }, which) => ({ kind: 'loose', id: units[which]! }),
    rows: ({ db, eventId, units }) => db.looseTargets.bulkGet(units.map((id) => [eventId, id])),
  },
]

describe.each(KINDS)('a $kind target', ({ kind, field, set, ref, rows }) => {
  const orders = async (here: Kitchen) =>
    (await rows(here)).map((row) => (!row || row.hidden ? 0 : row.order))

  test('is one row an event and thing, with the last number that was typed', async () => {
    const here = await kitchen()
    expect(await set(here, 0, '50')).toBeNull()
    expect(await set(here, 0, ' 007 ')).toBeNull()
    const stored = (await rows(here)).filter((row) => row !== undefined)
    expect(stored).toMatchObject([{ eventId: here.eventId, hidden: false, order: 1 }])
    expect(Object.values(stored[0]!)).toContain(7)
  })

  test('goes to the end of the order, and keeps its place when it is changed', async () => {
    const here = await kitchen()
    for (const which of [2, 0, 1, 2]) await set(here, which, '5')
    expect(await orders(here)).toEqual([2, 3, 1])
  })

  test('that was removed comes back at the end of the order', async () => {
    const here = await kitchen()
    for (const which of [0, 1, 2]) await set(here, which, '5')
    expect(await removeTarget(here.db, here.eventId, ref(here, 0))).toBeNull()
    expect(await orders(here)).toEqual([0, 2, 3])
    await set(here, 0, '6')
    expect(await orders(here)).toEqual([4, 2, 3])
  })

  test('that is moved exchanges its place with its neighbour, and stays at the ends', async () => {
    const here = await kitchen()
    const move = (which: number, by: -1 | 1) =>
      moveTarget(here.db, here.eventId, ref(here, which), by)
    for (const which of [0, 1, 2]) await set(here, which, '5')
    expect(await move(0, 1)).toBeNull()
    expect(await orders(here)).toEqual([2, 1, 3])
    await move(2, -1)
    expect(await orders(here)).toEqual([3, 1, 2])
    const before = await dump(here.db)
    expect(await move(0, 1)).toBeNull()
    expect(await move(1, -1)).toBeNull()
    expect(await dump(here.db)).toBe(before)
  })

  test('that is moved passes over what was removed', async () => {
    const here = await kitchen()
    for (const which of [0, 1, 2]) await set(here, which, '5')
    await removeTarget(here.db, here.eventId, ref(here, 1))
    await moveTarget(here.db, here.eventId, ref(here, 2), -1)
    const [first, , last] = await orders(here)
    expect(last).toBeLessThan(first!)
    expect(await moveTarget(here.db, here.eventId, ref(here, 1), 1)).toEqual({
      refused: 'unknown',
      what: 'target',
    })
  })

  test('that is not there cannot be moved, and nothing is written', async () => {
    const here = await kitchen()
    await set(here, 0, '5')
    const before = await dump(here.db)
    expect(await moveTarget(here.db, here.eventId, ref(here, 1), 1)).toEqual({
      refused: 'unknown',
      what: 'target',
    })
    expect(await dump(here.db)).toBe(before)
  })

  test('that was removed leaves its row hidden, with what it said', async () => {
    const here = await kitchen()
    await set(here, 1, '5')
    const before = (await rows(here))[1]
    expect(await removeTarget(here.db, here.eventId, ref(here, 1))).toBeNull()
    expect((await rows(here))[1]).toEqual({
      ...before,
      hidden: true,
      stamp: expect.any(Number) as number,
    })
  })

  test.each(['', '0', '-3', '24.5', 'abc', '1e9', '1000001'])(
    'of "%s" is refused with the range, and nothing is written',
    async (typed) => {
      const here = await kitchen()
      await set(here, 0, '50')
      const before = await dump(here.db)
      expect(await set(here, 0, typed)).toEqual({
        refused: 'not a count',
        field,
        min: 1,
        max: 1_000_000,
      })
      expect(await dump(here.db)).toBe(before)
    },
  )

  test('of an unknown event or thing is refused, and nothing is written', async () => {
    const here = await kitchen()
    const before = await dump(here.db)
    const nowhere = { ...here, eventId: 'nowhere' as EventId }
    expect(await set(nowhere, 0, '5')).toEqual({ refused: 'unknown', what: 'event' })
    const id = 'nothing'
    const nothing = {
      ...here,
      recipes: [id as RecipeId],
      goods: [id as GoodId],
      units: [id as UnitId],
    }
    const what = { production: 'recipe', assembly: 'good', loose: 'unit' }[kind]
    expect(await set(nothing, 0, '5')).toEqual({ refused: 'unknown', what })
    expect(await dump(here.db)).toBe(before)
  })

  test('that is not there, or not any more, cannot be removed', async () => {
    const here = await kitchen()
    const refusal = { refused: 'unknown', what: 'target' }
    expect(await removeTarget(here.db, here.eventId, ref(here, 0))).toEqual(refusal)
    await set(here, 0, '5')
    await removeTarget(here.db, here.eventId, ref(here, 0))
    const before = await dump(here.db)
    expect(await removeTarget(here.db, here.eventId, ref(here, 0))).toEqual(refusal)
    expect(await dump(here.db)).toBe(before)
  })
})

test('batches remember the need, the yield and the split that they were chosen for', async () => {
  const { db, eventId, recipes, units, goods } = await kitchen()
  await setAssemblyTarget(db, eventId, goods[0]!, '50')
  await setLooseTarget(db, eventId, units[0]!, '11')
  await setProductionTarget(db, eventId, recipes[0]!, '7')
  await setProductionTarget(db, eventId, recipes[1]!, '2')
  const basis = async (which: number) =>
    (await db.productionTargets.get([eventId, recipes[which]!]))?.basis
  expect(await basis(0)).toEqual({
    splits: true,
    units: [{ unitId: units[0], need: whole(311), itemsPerBatch: 48 }],
  })
  expect((await basis(1))?.units.filter(({ need }) => need.n > 0) ?? []).toEqual([])
})

test('batches that are chosen again remember the need of now', async () => {
  const { db, eventId, recipes, units, goods } = await kitchen()
  await setAssemblyTarget(db, eventId, goods[0]!, '50')
  await setProductionTarget(db, eventId, recipes[0]!, '7')
  await setAssemblyTarget(db, eventId, goods[0]!, '60')
  const need = async () => (await db.productionTargets.get([eventId, recipes[0]!]))?.basis?.units[0]
  expect(await need()).toEqual({ unitId: units[0], need: whole(300), itemsPerBatch: 48 })
  await setProductionTarget(db, eventId, recipes[0]!, '8')
  expect(await need()).toEqual({ unitId: units[0], need: whole(360), itemsPerBatch: 48 })
})

test('targets of different events know nothing of each other', async () => {
  const { db, eventId, recipes, goods } = await kitchen()
  const other = granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  await setAssemblyTarget(db, other, goods[0]!, '1000')
  await setProductionTarget(db, other, recipes[1]!, '9')
  await setAssemblyTarget(db, eventId, goods[0]!, '50')
  await setProductionTarget(db, eventId, recipes[0]!, '7')
  const target = await db.productionTargets.get([eventId, recipes[0]!])
  expect(target).toMatchObject({ order: 1, basis: { units: [{ need: whole(300) }] } })
})

describe('taking the batches that are needed', () => {
  const batches = async ({ db, eventId, recipes }: Kitchen) => {
    const rows = await db.productionTargets.bulkGet(recipes.map((id) => [eventId, id]))
    return rows.map((row) => (row && !row.hidden ? row.batches : null))
  }

  test('plans each recipe that is needed and has no target yet', async () => {
    const here = await kitchen()
    const { db, eventId, recipes, goods } = here
    await setAssemblyTarget(db, eventId, goods[0]!, '50')
    await setAssemblyTarget(db, eventId, goods[1]!, '9')
    await setProductionTarget(db, eventId, recipes[0]!, '6')
    expect(await takeBatchesNeeded(db, eventId)).toBeNull()
    expect(await batches(here)).toEqual([6, 2, null])
    expect(await db.productionTargets.get([eventId, recipes[1]!])).toMatchObject({
      order: 2,
      basis: { units: [{ need: whole(54), itemsPerBatch: 48 }] },
    })
  })

  test('twice is the same as once', async () => {
    const here = await kitchen()
    await setAssemblyTarget(here.db, here.eventId, here.goods[0]!, '50')
    await takeBatchesNeeded(here.db, here.eventId)
    const before = await dump(here.db)
    expect(await takeBatchesNeeded(here.db, here.eventId)).toBeNull()
    expect(await dump(here.db)).toBe(before)
  })

  test('plans all or nothing', async () => {
    const here = await kitchen()
    const { db, eventId, units, goods } = here
    await setAssemblyTarget(db, eventId, goods[0]!, '50')
    await db.units.update(units[1]!, { itemsPerBatch: 1 })
    await setAssemblyTarget(db, eventId, goods[1]!, '1000000')
    const before = await dump(db)
    expect(await takeBatchesNeeded(db, eventId)).toMatchObject({ refused: 'not a count' })
    expect(await dump(db)).toBe(before)
  })

  test('of an unknown event is refused', async () => {
    const { db } = await kitchen()
    const before = await dump(db)
    expect(await takeBatchesNeeded(db, 'nowhere' as EventId)).toEqual({
      refused: 'unknown',
      what: 'event',
    })
    expect(await dump(db)).toBe(before)
  })
})

test('wishes whose places are the same after a merge can be told apart by moving one', async () => {
  const { db, eventId, goods } = await kitchen()
  for (const goodId of goods) await setAssemblyTarget(db, eventId, goodId, '5')
  await db.assemblyTargets.toCollection().modify({ order: 1 })
  const [first, second, third] = [...goods].sort()
  await moveTarget(db, eventId, { kind: 'assembly', id: third! }, -1)
  const rows = await db.assemblyTargets.orderBy(':id').toArray()
  const places = new Map(rows.map(({ goodId, order }) => [goodId, order]))
  expect([first, third, second].map((goodId) => places.get(goodId!))).toEqual([1, 2, 3])
})
