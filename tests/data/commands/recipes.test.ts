import { describe, expect, test } from 'vitest'
import { createBundle } from '../../../src/data/commands/catalogue'
import { createEvent } from '../../../src/data/commands/events'
import { loadExample } from '../../../src/data/commands/example'
import { importFacts } from '../../../src/data/commands/import'
import {
  bringBackRecipe,
  duplicateRecipe,
  hideRecipe,
  saveRecipe,
} from '../../../src/data/commands/recipes'
import { recordProduction } from '../../../src/data/commands/record'
import type { BatchboardDb } from '../../../src/data/db'
import { eventFacts } from '../../../src/data/queries/event'
import { writerOfThisPage } from '../../../src/data/writer'
import { boardOf } from '../../../src/domain/board'
import type { Day } from '../../../src/domain/day'
import {
  NEW_RECIPE,
  recipeDraft,
  type LineDraft,
  type RecipeDraft,
} from '../../../src/domain/drafts'
import type { Ingredient, IngredientId, RecipeId, UnitId } from '../../../src/domain/model'
import { EXAMPLE_EVENT, EXAMPLE_RECIPES } from '../../../src/exchange/example'
import { en } from '../../../src/words/en'
import { LENA, WRITTEN, dump, facts, freshDb, granted, ofUnit, recipe, unit } from '../kitchen'

const line = (name: string, quantity = '', more: Partial<LineDraft> = {}): LineDraft => ({
  ingredientId: null,
  name,
  quantity,
  measure: '',
  text: '',
  ...more,
})
const COOKIES: RecipeDraft = {
  ...NEW_RECIPE,
  name: 'Cookies',
  units: [{ id: null, name: '', itemsPerBatch: '48' }],
}
const ingredient = (name: string, more: Partial<Ingredient> = {}): Ingredient => ({
  ...WRITTEN,
  id: name as IngredientId,
  name,
  measure: 'g',
  category: '',
  density: null,
  ...more,
})

/** A recipe's form as it is now. */
async function formOf(db: BatchboardDb, id: RecipeId): Promise<RecipeDraft> {
  const row = (await db.recipes.get(id))!
  return recipeDraft(row, await db.units.toArray(), await db.ingredients.toArray())
}

const catalogueMark = async (db: BatchboardDb) => (await db.marks.get('catalogue'))?.value ?? 0
const signed = { stamp: expect.any(Number) as number, writer: writerOfThisPage(), hidden: false }

test('a recipe is stored with its unit, its lines and the ingredients that are new', async () => {
  const db = freshDb()
  const lines = [
    line('Flour', '2 1/4', { measure: 'cup', text: '2 1/4 cups flour' }),
    line('', '', { text: 'For the icing:' }),
  ]
  const draft = { ...COOKIES, category: 'Christmas', notes: 'Chill.', splits: false, lines }
  const { recipeId, unitIds } = granted(await saveRecipe(db, draft))
  const [flour] = await db.ingredients.toArray()
  expect(flour).toEqual({
    ...{ id: flour!.id, name: 'Flour', measure: 'cup', category: '', density: null, ...signed },
  })
  expect(await db.recipes.toArray()).toEqual([
    {
      id: recipeId,
      name: 'Cookies',
      category: 'Christmas',
      notes: 'Chill.',
      splits: false,
      lines: [
        {
          ingredientId: flour!.id,
          quantity: { n: 9, d: 4 },
          measure: 'cup',
          text: '2 1/4 cups flour',
        },
        { ingredientId: null, quantity: null, measure: '', text: 'For the icing:' },
      ],
      ...signed,
    },
  ])
  expect(await db.units.toArray()).toEqual([
    { id: unitIds[0], recipeId, name: 'Cookies', itemsPerBatch: 48, order: 1, ...signed },
  ])
  expect(await catalogueMark(db)).toBe(1)
})

describe('an ingredient that is named', () => {
  const nameIn = async (db: BatchboardDb, ...names: string[]) => {
    const saved = await saveRecipe(db, { ...COOKIES, lines: names.map((name) => line(name, '1')) })
    const { lines } = (await db.recipes.get(granted(saved).recipeId))!
    return lines.map(({ ingredientId }) => ingredientId)
  }

  test('is never made twice, in one recipe or in another', async () => {
    const db = freshDb()
    const first = await nameIn(db, 'Azúcar', ' azúcar ', 'AZUCAR')
    const second = await nameIn(db, 'azucar')
    expect(new Set([...first, ...second]).size).toBe(1)
    expect(await db.ingredients.toArray()).toMatchObject([{ name: 'Azúcar' }])
  })

  test('is the same row on two devices that never met', async () => {
    const [here, there] = [freshDb(), freshDb()]
    expect(await nameIn(here, 'Brown sugar')).toEqual(await nameIn(there, 'brown  Sugar'))
  })

  test('is another when its name and one on the list differ in an accent that both have', async () => {
    const db = freshDb()
    expect(new Set(await nameIn(db, 'bơ', 'bò')).size).toBe(2)
  })

  test('is new when the one that was called so has another name now', async () => {
    const db = freshDb()
    const [flour] = await nameIn(db, 'Flour')
    await db.ingredients.update(flour!, { name: 'Rye flour' })
    const [another] = await nameIn(db, 'Flour')
    expect(another).not.toBe(flour)
    expect(await db.ingredients.count()).toBe(2)
  })

  test('is back on the lists when it was hidden', async () => {
    const db = freshDb()
    await importFacts(db, facts({ ingredients: [ingredient('Lard', { hidden: true })] }))
    expect(await nameIn(db, 'lard')).toEqual(['Lard'])
    expect(await db.ingredients.toArray()).toMatchObject([{ name: 'Lard', hidden: false }])
  })

  test('is the one that was chosen, where two are called so', async () => {
    const db = freshDb()
    const twins = ['a', 'b'].map((id) => ({ ...ingredient(id), name: 'Flour' }))
    await importFacts(db, facts({ ingredients: twins }))
    const chosen = { ingredientId: 'b' as IngredientId }
    const lines = [line('Flour', '1', chosen), line('Flour', '1'), line('Salt', '1', chosen)]
    const { recipeId } = granted(await saveRecipe(db, { ...COOKIES, lines }))
    const stored = (await db.recipes.get(recipeId))!.lines.map(({ ingredientId }) => ingredientId)
    expect(stored.slice(0, 2)).toEqual(['b', 'a'])
    expect(['a', 'b']).not.toContain(stored[2])
  })
})

test('two recipes of one name are two recipes', async () => {
  const db = freshDb()
  granted(await saveRecipe(db, COOKIES))
  granted(await saveRecipe(db, COOKIES))
  expect(await db.recipes.count()).toBe(2)
  expect(await db.units.count()).toBe(2)
})

describe('a recipe that is changed', () => {
  test('keeps its id and its units, and the one unit follows its name', async () => {
    const db = freshDb()
    const saved = granted(await saveRecipe(db, { ...COOKIES, lines: [line('Flour', '1')] }))
    const before = (await db.recipes.get(saved.recipeId))!
    const form = await formOf(db, saved.recipeId)
    const again = await saveRecipe(db, {
      ...form,
      name: 'Butter cookies',
      units: [{ ...form.units[0]!, itemsPerBatch: '36' }],
    })
    expect(granted(again)).toEqual(saved)
    const after = (await db.recipes.get(saved.recipeId))!
    expect(after).toEqual({ ...before, name: 'Butter cookies', stamp: after.stamp })
    expect(after.stamp).toBeGreaterThan(before.stamp)
    expect(await db.units.toArray()).toMatchObject([
      { id: saved.unitIds[0], name: 'Butter cookies', itemsPerBatch: 36 },
    ])
    expect(await catalogueMark(db)).toBe(2)
  })

  test('is not written when nothing was changed, and only the rows that were', async () => {
    const db = freshDb()
    const lines = [line('Flour', '2/3', { measure: 'cup', text: '⅔ cup' }), line('Salt')]
    const { recipeId } = granted(await saveRecipe(db, { ...COOKIES, lines }))
    const before = await dump(db)
    granted(await saveRecipe(db, await formOf(db, recipeId)))
    expect(await dump(db)).toBe(before)
    const [unitBefore] = await db.units.toArray()
    granted(await saveRecipe(db, { ...(await formOf(db, recipeId)), notes: 'Chill.' }))
    expect(await db.units.toArray()).toEqual([unitBefore])
  })

  test('has its units in the order of the form, and hides the one that was taken out', async () => {
    const db = freshDb()
    const units = ['Large', 'Small', 'Crumb'].map((name) => ({
      ...{ id: null, name, itemsPerBatch: '10' },
    }))
    const { recipeId, unitIds } = granted(await saveRecipe(db, { ...COOKIES, units }))
    const form = await formOf(db, recipeId)
    const [large, small] = form.units
    const mini = { id: null, name: 'Mini', itemsPerBatch: '100' }
    const taken = { units: [small!, mini, large!], removed: [unitIds[2]!] }
    const saved = granted(await saveRecipe(db, { ...form, ...taken }))
    expect(saved.unitIds).toEqual([unitIds[1], expect.any(String), unitIds[0]])
    const stored = (await db.units.toArray()).sort(
      (a, b) => a.order - b.order || Number(a.hidden) - Number(b.hidden),
    )
    expect(stored.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Small', false],
      ['Mini', false],
      ['Large', false],
      ['Crumb', true],
    ])
    expect((await formOf(db, recipeId)).units.map(({ name }) => name)).toEqual([
      'Small',
      'Mini',
      'Large',
    ])
  })

  test('keeps the one that came to the recipe while its form was open', async () => {
    const db = freshDb()
    const { recipeId } = granted(await saveRecipe(db, COOKIES))
    const form = await formOf(db, recipeId)
    const more = { id: null, name: 'Mini', itemsPerBatch: '100' }
    granted(await saveRecipe(db, { ...form, units: [...form.units, more] }))
    granted(await saveRecipe(db, { ...form, units: [{ ...form.units[0]!, itemsPerBatch: '40' }] }))
    const units = (await db.units.toArray()).map((row) => [row.name, row.itemsPerBatch, row.hidden])
    expect(units.sort()).toEqual([
      ['Cookies', 40, false],
      ['Mini', 100, false],
    ])
  })

  test('rewrites nothing that was recorded, and no bundle that has its pieces', async () => {
    const db = freshDb()
    const { recipeId, unitIds } = granted(await saveRecipe(db, COOKIES))
    const bag = { name: 'Bag', lines: [{ item: ofUnit(unitIds[0]!), quantity: '6' }] }
    granted(await createBundle(db, bag))
    const eventId = granted(await createEvent(db, { name: 'Fair', date: '2026-12-24' }))
    const run = { eventId, recipeId, batches: 2, lostBatches: 0, good: null, reason: null }
    expect(await recordProduction(db, run, LENA)).toBeNull()
    const [entries, goods] = [await db.entries.toArray(), await db.goods.toArray()]
    const form = await formOf(db, recipeId)
    const mini = { id: null, name: 'Mini', itemsPerBatch: '100' }
    const taken = { units: [mini], removed: [unitIds[0]!] }
    granted(await saveRecipe(db, { ...form, name: 'Renamed', ...taken }))
    expect(await db.entries.toArray()).toEqual(entries)
    expect(await db.goods.toArray()).toEqual(goods)
    expect(await db.units.get(unitIds[0]!)).toMatchObject({ name: 'Cookies', hidden: true })
  })
})

describe('nothing is stored', () => {
  const elsewhere = { id: 'slice' as UnitId, name: 'Slice', itemsPerBatch: '12' }
  test.each<[string, Partial<RecipeDraft>, object]>([
    ['without a name', { name: '' }, { refused: 'empty name' }],
    ['without a unit', { units: [] }, { refused: 'no units' }],
    [
      'with a yield of 0',
      { units: [{ id: null, name: '', itemsPerBatch: '0' }] },
      { refused: 'not a count', field: 'itemsPerBatch', min: 1, max: 1_000_000 },
    ],
    [
      'with a quantity that is none, behind an ingredient that is new',
      { lines: [line('Flour', '1'), line('Salt', 'some')] },
      {
        refused: 'in a row',
        list: 'ingredients',
        row: 2,
        why: { refused: 'not a quantity', field: 'quantity' },
      },
    ],
    [
      'with an ingredient that is not there, behind one that is new',
      { lines: [line('Flour', '1'), line('Salt', '1', { ingredientId: 'x' as IngredientId })] },
      { refused: 'unknown', what: 'ingredient' },
    ],
    [
      'of a recipe that is not there',
      { id: 'x' as RecipeId },
      { refused: 'unknown', what: 'recipe' },
    ],
    ['with a unit of another recipe', { units: [elsewhere] }, { refused: 'unknown', what: 'unit' }],
  ])('%s', async (_, wrong, refusal) => {
    const db = freshDb()
    await importFacts(db, facts({ recipes: [recipe('cake')], units: [unit('slice', 'cake', 12)] }))
    const before = await dump(db)
    expect(await saveRecipe(db, { ...COOKIES, ...wrong })).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })
})

describe('a copy of a recipe', () => {
  test('has its lines and units under its own name and ids', async () => {
    const db = freshDb()
    const units = [
      { id: null, name: '', itemsPerBatch: '48' },
      { id: null, name: 'Crumb', itemsPerBatch: '96' },
    ]
    const draft = { ...COOKIES, notes: 'Chill.', units, lines: [line('Flour', '1')] }
    const original = granted(await saveRecipe(db, draft))
    const rows = [await db.recipes.get(original.recipeId), await db.ingredients.toArray()]
    const copy = granted(await duplicateRecipe(db, original.recipeId, ' Vegan cookies '))
    expect(await formOf(db, copy.recipeId)).toEqual({
      ...(await formOf(db, original.recipeId)),
      id: copy.recipeId,
      name: 'Vegan cookies',
      units: [
        { id: copy.unitIds[0], name: 'Vegan cookies', itemsPerBatch: '48' },
        { id: copy.unitIds[1], name: 'Crumb', itemsPerBatch: '96' },
      ],
    })
    expect([await db.recipes.get(original.recipeId), await db.ingredients.toArray()]).toEqual(rows)
    expect(await db.units.count()).toBe(4)
  })

  test('of a hidden recipe is visible, and the recipe stays hidden', async () => {
    const db = freshDb()
    const { recipeId } = granted(await saveRecipe(db, COOKIES))
    expect(await hideRecipe(db, recipeId)).toBeNull()
    const copy = granted(await duplicateRecipe(db, recipeId, 'Cookies'))
    expect(await db.recipes.get(copy.recipeId)).toMatchObject({ hidden: false })
    expect(await db.units.get(copy.unitIds[0]!)).toMatchObject({ hidden: false })
    expect(await db.recipes.get(recipeId)).toMatchObject({ hidden: true })
  })

  test.each([
    ['x', 'Cookies', { refused: 'unknown', what: 'recipe' }],
    ['cake', ' ', { refused: 'empty name' }],
  ])('of %j under the name %j is refused', async (id, name, refusal) => {
    const db = freshDb()
    await importFacts(db, facts({ recipes: [recipe('cake')] }))
    const before = await dump(db)
    expect(await duplicateRecipe(db, id as RecipeId, name)).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })
})

describe('hiding a recipe', () => {
  async function withOldUnit() {
    const db = freshDb()
    const units = ['Large', 'Small'].map((name) => ({ id: null, name, itemsPerBatch: '10' }))
    const { recipeId, unitIds } = granted(await saveRecipe(db, { ...COOKIES, units }))
    const form = await formOf(db, recipeId)
    const taken = { units: [form.units[0]!], removed: [unitIds[1]!] }
    granted(await saveRecipe(db, { ...form, ...taken }))
    const hidden = async () => (await db.units.bulkGet([...unitIds])).map((row) => row?.hidden)
    return { db, recipeId, hidden }
  }

  test('leaves its units as they are, and so does bringing it back', async () => {
    const { db, recipeId, hidden } = await withOldUnit()
    const before = await catalogueMark(db)
    expect(await hideRecipe(db, recipeId)).toBeNull()
    expect((await db.recipes.get(recipeId))?.hidden).toBe(true)
    expect(await hidden()).toEqual([false, true])
    expect(await bringBackRecipe(db, recipeId)).toBeNull()
    expect((await db.recipes.get(recipeId))?.hidden).toBe(false)
    expect(await hidden()).toEqual([false, true])
    expect(await catalogueMark(db)).toBe(before + 2)
  })

  test('leaves a plan that wants it as it was, and its batches are still recorded', async () => {
    const db = freshDb()
    await loadExample(db, en.example, '2026-11-22' as Day)
    const before = boardOf((await eventFacts(db, EXAMPLE_EVENT))!)
    const [recipeId] = EXAMPLE_RECIPES
    expect(await hideRecipe(db, recipeId!)).toBeNull()
    expect(boardOf((await eventFacts(db, EXAMPLE_EVENT))!)).toEqual(before)
    const run = { eventId: EXAMPLE_EVENT, recipeId: recipeId!, batches: 1, lostBatches: 0 }
    expect(await recordProduction(db, { ...run, good: null, reason: null }, LENA)).toBeNull()
  })

  test('twice, or bringing back what is there, writes nothing', async () => {
    const { db, recipeId } = await withOldUnit()
    const visible = await dump(db)
    expect(await bringBackRecipe(db, recipeId)).toBeNull()
    expect(await dump(db)).toBe(visible)
    await hideRecipe(db, recipeId)
    const gone = await dump(db)
    expect(await hideRecipe(db, recipeId)).toBeNull()
    expect(await dump(db)).toBe(gone)
  })

  test('is over when its form is saved', async () => {
    const { db, recipeId, hidden } = await withOldUnit()
    await hideRecipe(db, recipeId)
    granted(await saveRecipe(db, await formOf(db, recipeId)))
    expect((await db.recipes.get(recipeId))?.hidden).toBe(false)
    expect(await hidden()).toEqual([false, true])
  })

  test('that is unknown is refused', async () => {
    const db = freshDb()
    const refusal = { refused: 'unknown', what: 'recipe' }
    expect(await hideRecipe(db, 'x' as RecipeId)).toEqual(refusal)
    expect(await bringBackRecipe(db, 'x' as RecipeId)).toEqual(refusal)
  })
})
