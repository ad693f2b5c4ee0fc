import { describe, expect, test } from 'vitest'
import { importFacts } from '../../../src/data/commands/import'
import {
  bringBackIngredient,
  bringBackMaterial,
  hideIngredient,
  hideMaterial,
  saveIngredient,
  saveMaterial,
} from '../../../src/data/commands/ingredients'
import { writerOfThisPage } from '../../../src/data/writer'
import { NEW_INGREDIENT, ingredientDraft } from '../../../src/domain/drafts'
import type { IngredientId, MaterialId } from '../../../src/domain/model'
import { dump, facts, freshDb, granted, material } from '../kitchen'

const FLOUR = { ...NEW_INGREDIENT, name: 'Flour', measure: 'g', category: 'Baking' }
const RIBBON = { id: null, name: 'Ribbon', measure: 'm' }
const CUP = { volume: '1', volumeMeasure: 'cup', mass: '120', massMeasure: 'g' }
const signed = { stamp: expect.any(Number) as number, writer: writerOfThisPage(), hidden: false }

test('an ingredient is stored with what a cup of it weighs', async () => {
  const db = freshDb()
  const draft = { ...FLOUR, name: ' Flour ', measure: ' g ', category: ' Baking ', density: CUP }
  const id = granted(await saveIngredient(db, draft))
  const density = {
    volume: { n: 1, d: 1 },
    volumeMeasure: 'cup',
    mass: { n: 120, d: 1 },
    massMeasure: 'g',
  }
  expect(await db.ingredients.toArray()).toEqual([
    { id, name: 'Flour', measure: 'g', category: 'Baking', density, ...signed },
  ])
  expect(await db.marks.get('catalogue')).toMatchObject({ value: 1 })
})

test('a material is stored, in any measure that somebody thinks of', async () => {
  const db = freshDb()
  const id = granted(await saveMaterial(db, { ...RIBBON, measure: 'arm lengths' }))
  expect(await db.materials.toArray()).toEqual([
    { id, name: 'Ribbon', measure: 'arm lengths', ...signed },
  ])
})

test('what is changed keeps its id, and what is not is not written', async () => {
  const db = freshDb()
  const id = granted(await saveIngredient(db, { ...FLOUR, density: CUP }))
  const stored = (await db.ingredients.get(id))!
  const before = await dump(db)
  expect(await saveIngredient(db, ingredientDraft(stored))).toBe(id)
  expect(await dump(db)).toBe(before)
  const draft = { ...FLOUR, id, name: 'flour', category: 'Dry' }
  expect(await saveIngredient(db, draft)).toBe(id)
  const after = (await db.ingredients.get(id))!
  expect(after).toEqual({
    ...stored,
    name: 'flour',
    category: 'Dry',
    density: null,
    stamp: after.stamp,
  })
  expect(after.stamp).toBeGreaterThan(stored.stamp)
})

test('a name that is free again makes another row, not the old one', async () => {
  const db = freshDb()
  const rye = granted(await saveIngredient(db, FLOUR))
  granted(await saveIngredient(db, { ...FLOUR, id: rye, name: 'Rye flour' }))
  const flour = granted(await saveIngredient(db, FLOUR))
  expect(flour).not.toBe(rye)
  expect(await db.ingredients.get(rye)).toMatchObject({ name: 'Rye flour' })
})

test('each of two that a merge gave one name can be changed', async () => {
  const db = freshDb()
  const twins = ['a', 'b'].map((id) => ({ ...material(id), name: 'Ribbon' }))
  await importFacts(db, facts({ materials: twins }))
  const id = 'b' as MaterialId
  expect(await saveMaterial(db, { ...RIBBON, id, measure: 'cm' })).toBe(id)
  expect(await db.materials.get(id)).toMatchObject({ measure: 'cm' })
})

describe('nothing is stored', () => {
  const notADensity = { refused: 'not a density' }
  test.each<[string, object, object]>([
    ['without a name', { name: ' ' }, { refused: 'empty name' }],
    ['with a long name', { name: 'a'.repeat(201) }, { refused: 'name too long', max: 200 }],
    ['with a long measure', { measure: 'a'.repeat(201) }, { refused: 'word too long', max: 200 }],
    ['with a long category', { category: 'a'.repeat(201) }, { refused: 'word too long', max: 200 }],
    ['under the name of another', { name: ' SALT ' }, { refused: 'name taken', name: 'Salt' }],
    ['when it is not there', { id: 'x' }, { refused: 'unknown', what: 'ingredient' }],
    ['with half a weight', { density: { ...CUP, mass: '' } }, notADensity],
    ['with a weight in cups', { density: { ...CUP, massMeasure: 'cup' } }, notADensity],
  ])('of an ingredient %s', async (_, wrong, refusal) => {
    const db = freshDb()
    const salt = granted(await saveIngredient(db, { ...FLOUR, name: 'Salt' }))
    await hideIngredient(db, salt)
    const before = await dump(db)
    expect(await saveIngredient(db, { ...FLOUR, ...wrong })).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })

  test.each<[string, object, object]>([
    ['without a name', { name: '' }, { refused: 'empty name' }],
    ['under the name of another', { name: 'box' }, { refused: 'name taken', name: 'Box' }],
    ['when it is not there', { id: 'x' }, { refused: 'unknown', what: 'material' }],
  ])('of a material %s', async (_, wrong, refusal) => {
    const db = freshDb()
    granted(await saveMaterial(db, { ...RIBBON, name: 'Box' }))
    const before = await dump(db)
    expect(await saveMaterial(db, { ...RIBBON, ...wrong })).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })
})

test('an ingredient and a material are hidden and brought back, and a second time writes nothing', async () => {
  const db = freshDb()
  const flour = granted(await saveIngredient(db, FLOUR))
  const ribbon = granted(await saveMaterial(db, RIBBON))
  const steps = [
    [() => hideIngredient(db, flour), () => db.ingredients.get(flour), true],
    [() => hideMaterial(db, ribbon), () => db.materials.get(ribbon), true],
    [() => bringBackIngredient(db, flour), () => db.ingredients.get(flour), false],
    [() => bringBackMaterial(db, ribbon), () => db.materials.get(ribbon), false],
  ] as const
  for (const [change, look, hidden] of steps) {
    expect(await change()).toBeNull()
    expect(await look()).toMatchObject({ hidden })
    const before = await dump(db)
    expect(await change()).toBeNull()
    expect(await dump(db)).toBe(before)
  }
})

test('what is unknown is neither hidden nor brought back', async () => {
  const db = freshDb()
  const before = await dump(db)
  const ingredient = { refused: 'unknown', what: 'ingredient' }
  const missing = { refused: 'unknown', what: 'material' }
  expect(await hideIngredient(db, 'x' as IngredientId)).toEqual(ingredient)
  expect(await bringBackIngredient(db, 'x' as IngredientId)).toEqual(ingredient)
  expect(await hideMaterial(db, 'x' as MaterialId)).toEqual(missing)
  expect(await bringBackMaterial(db, 'x' as MaterialId)).toEqual(missing)
  expect(await dump(db)).toBe(before)
})
