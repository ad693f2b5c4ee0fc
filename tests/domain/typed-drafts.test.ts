import { describe, expect, test } from 'vitest'
import { NEW_BUNDLE, NEW_RECIPE, type LineDraft, type UnitDraft } from '../../src/domain/drafts'
import type { IngredientId } from '../../src/domain/model'
import { readBundle, readDensity, readRecipe } from '../../src/domain/typed-drafts'
import { unitItem } from './facts'

const unit = (name: string, itemsPerBatch: string): UnitDraft => ({ id: null, name, itemsPerBatch })
const line = (more: Partial<LineDraft>): LineDraft => ({
  ingredientId: null,
  name: '',
  quantity: '',
  measure: '',
  text: '',
  ...more,
})
const COOKIES = { ...NEW_RECIPE, name: 'Cookies', units: [unit('', '48')] }

test('a recipe is read without the spaces around what was typed', () => {
  const draft = {
    ...COOKIES,
    name: ' Cookies ',
    category: ' Christmas ',
    notes: ' Chill. ',
    units: [unit(' Cookie ', ' 048 '), unit('Crumb', '٤٨')],
    lines: [line({ name: ' Flour ', quantity: '2 ¼', measure: ' cup ', text: ' 2¼ cups ' })],
  }
  expect(readRecipe(draft)).toEqual({
    name: 'Cookies',
    category: 'Christmas',
    notes: 'Chill.',
    units: [
      { id: null, name: 'Cookie', itemsPerBatch: 48 },
      { id: null, name: 'Crumb', itemsPerBatch: 48 },
    ],
    lines: [
      {
        ingredientId: null,
        name: 'Flour',
        quantity: { n: 9, d: 4 },
        measure: 'cup',
        text: '2¼ cups',
      },
    ],
  })
})

test('the first unit takes the name of its recipe', () => {
  const draft = { ...COOKIES, units: [unit(' ', '48'), unit('Crumb', '1')] }
  expect(readRecipe(draft)).toMatchObject({ units: [{ name: 'Cookies' }, { name: 'Crumb' }] })
})

test('a line is an ingredient with or without a number, or text alone, and an empty one is none', () => {
  const lines = [
    line({ name: 'Salt' }),
    line({ text: 'For the icing:' }),
    line({ quantity: '3', text: '3 of those' }),
    line({ measure: 'cup' }),
    line({}),
  ]
  expect(readRecipe({ ...COOKIES, lines })).toMatchObject({
    lines: [
      { name: 'Salt', quantity: null, text: '' },
      { name: '', quantity: null, text: 'For the icing:' },
      { name: '', quantity: { n: 3, d: 1 }, text: '3 of those' },
    ],
  })
})

test('an ingredient whose name was deleted is none, whichever it was', () => {
  const lines = [line({ ingredientId: 'salt' as IngredientId, text: 'Salt to taste' })]
  expect(readRecipe({ ...COOKIES, lines })).toMatchObject({ lines: [{ ingredientId: null }] })
})

const NOT_A_COUNT = { refused: 'not a count', field: 'itemsPerBatch', min: 1, max: 1_000_000 }
const NOT_A_QUANTITY = { refused: 'not a quantity', field: 'quantity' }
const FLOUR = line({ name: 'Flour', quantity: '1' })

describe('a recipe is refused with', () => {
  test.each<[string, object, object]>([
    ['no name', { name: ' ' }, { refused: 'empty name' }],
    ['a long name', { name: 'a'.repeat(201) }, { refused: 'name too long', max: 200 }],
    ['a long category', { category: 'a'.repeat(201) }, { refused: 'word too long', max: 200 }],
    [
      'a long measure',
      { lines: [line({ name: 'Flour', quantity: '1', measure: 'a'.repeat(201) })] },
      { refused: 'word too long', max: 200 },
    ],
    ['no unit', { units: [] }, { refused: 'no units' }],
    ...['', '0', '-1', '24.5', 'abc', '1e9', '1000001'].map((yields): [string, object, object] => [
      `a yield of ${JSON.stringify(yields)}`,
      { units: [unit('', yields)] },
      NOT_A_COUNT,
    ]),
    [
      'a second unit without a name',
      { units: [unit('', '1'), unit('', '1')] },
      { refused: 'in a row', list: 'units', row: 2, why: { refused: 'empty name' } },
    ],
    [
      'a second unit without a yield',
      { units: [unit('', '1'), unit('Crumb', '')] },
      { refused: 'in a row', list: 'units', row: 2, why: NOT_A_COUNT },
    ],
    [
      'a quantity that is none',
      { lines: [line({ name: 'Flour', quantity: 'some' })] },
      NOT_A_QUANTITY,
    ],
    [
      'one among several',
      { lines: [FLOUR, line({}), line({ name: 'Salt', quantity: '0' })] },
      { refused: 'in a row', list: 'ingredients', row: 3, why: NOT_A_QUANTITY },
    ],
    ['a number of nothing', { lines: [line({ quantity: '3' })] }, { refused: 'empty name' }],
    [
      'an ingredient with a long name',
      { lines: [FLOUR, line({ name: 'a'.repeat(201) })] },
      {
        refused: 'in a row',
        list: 'ingredients',
        row: 2,
        why: { refused: 'name too long', max: 200 },
      },
    ],
  ])('%s', (_, wrong, refusal) => {
    expect(readRecipe({ ...COOKIES, ...wrong })).toEqual(refusal)
  })
})

const cookies = (quantity: string) => ({ item: unitItem('cookie'), quantity })
const BAG = { ...NEW_BUNDLE, name: 'Bag', lines: [cookies('6')] }

test('a bundle is read with exact fractions, and a material by its name', () => {
  const ribbon = { kind: 'new material', name: ' Ribbon ' } as const
  const lines = [cookies('½'), { item: ribbon, quantity: '0,5' }]
  expect(readBundle({ ...BAG, name: ' Bag ', notes: ' For Anna ', lines })).toEqual({
    name: 'Bag',
    notes: 'For Anna',
    lines: [
      { item: unitItem('cookie'), quantity: { n: 1, d: 2 } },
      { item: { kind: 'new material', name: 'Ribbon' }, quantity: { n: 1, d: 2 } },
    ],
  })
})

const NO_PART = { refused: 'not a quantity', field: 'lineQuantity' }

describe('a bundle is refused with', () => {
  test.each<[string, object, object]>([
    ['no name', { name: '' }, { refused: 'empty name' }],
    ['no lines', { lines: [] }, { refused: 'no lines' }],
    ...['', '0', '-1', 'abc', '1e9', '1/0', '0.0001'].map((typed): [string, object, object] => [
      `${JSON.stringify(typed)} of a part`,
      { lines: [cookies(typed)] },
      NO_PART,
    ]),
    [
      'nothing of its second part',
      { lines: [cookies('1'), cookies('')] },
      { refused: 'in a row', list: 'parts', row: 2, why: NO_PART },
    ],
    [
      'a material without a name',
      { lines: [{ item: { kind: 'new material', name: ' ' }, quantity: '1' }] },
      { refused: 'empty name' },
    ],
  ])('%s', (_, wrong, refusal) => {
    expect(readBundle({ ...BAG, ...wrong })).toEqual(refusal)
  })
})

describe('a weight', () => {
  const density = (volume: string, volumeMeasure: string, mass: string, massMeasure: string) =>
    readDensity({ volume, volumeMeasure, mass, massMeasure })

  test('is a volume and a mass, in whatever language its measures are', () => {
    expect(density('1', ' taza ', '120', 'gramos')).toEqual({
      volume: { n: 1, d: 1 },
      volumeMeasure: 'taza',
      mass: { n: 120, d: 1 },
      massMeasure: 'gramos',
    })
    expect(density('½', 'cup', '2 1/8', 'oz')).toMatchObject({ mass: { n: 17, d: 8 } })
  })

  test('is none when nothing is typed', () => {
    expect(density('', ' ', '', '')).toBeNull()
  })

  test.each([
    ['1', 'cup', '', ''],
    ['1', 'cup', '120', ''],
    ['', 'cup', '120', 'g'],
    ['0', 'cup', '120', 'g'],
    ['1', 'g', '120', 'g'],
    ['1', 'cup', '120', 'cup'],
    ['120', 'g', '1', 'cup'],
    ['1', 'volume', '120', 'mass'],
    ['1', 'pinch', '1', 'g'],
    ['one', 'cup', '120', 'g'],
  ])('%j %j = %j %j is refused', (...typed) => {
    expect(density(...typed)).toEqual({ refused: 'not a density' })
  })
})
