import { expect, test } from 'vitest'
import {
  bringBackBundle,
  duplicateBundle,
  hideBundle,
  saveBundle,
} from '../../../src/data/commands/bundles'
import { importFacts } from '../../../src/data/commands/import'
import {
  bringBackIngredient,
  hideMaterial,
  saveIngredient,
  saveMaterial,
} from '../../../src/data/commands/ingredients'
import {
  bringBackRecipe,
  duplicateRecipe,
  hideRecipe,
  saveRecipe,
} from '../../../src/data/commands/recipes'
import type { BatchboardDb } from '../../../src/data/db'
import { NEW_BUNDLE, NEW_INGREDIENT, NEW_RECIPE } from '../../../src/domain/drafts'
import type { GoodId, IngredientId, MaterialId, RecipeId, UnitId } from '../../../src/domain/model'
import { isRefusal } from '../../../src/domain/refusal'
import { dump, facts, freshDb, good, material, ofUnit, recipe, unit, WRITTEN } from '../kitchen'
import { failingDisk } from '../middleware'

const hidden = true
const cake = 'cake' as RecipeId
const old = 'old' as RecipeId
const bag = 'bag' as GoodId
const sack = 'sack' as GoodId

const prepare = (db: BatchboardDb) =>
  importFacts(
    db,
    facts({
      recipes: [recipe('cake'), { ...recipe('old'), hidden }],
      units: [
        unit('slice', 'cake', 12),
        unit('loaf', 'cake', 1),
        { ...unit('log', 'old', 1), hidden },
      ],
      goods: [good('bag', [[ofUnit('slice'), 1]]), { ...good('sack', []), hidden }],
      ingredients: [
        {
          ...WRITTEN,
          id: 'lard' as IngredientId,
          name: 'lard',
          measure: '',
          category: '',
          density: null,
          hidden,
        },
      ],
      materials: [material('ribbon')],
    }),
  )

const line = (name: string) => ({ ingredientId: null, name, quantity: '1', measure: '', text: '' })
const part = (kind: 'new material', name: string) => ({ item: { kind, name }, quantity: '1' })

/** A command, and how many writes it is made of; each of them may be the one that fails. */
const COMMANDS: readonly [string, number, (db: BatchboardDb) => Promise<unknown>][] = [
  [
    'saving a recipe whose ingredients and units are new, old and gone',
    7,
    (db) =>
      saveRecipe(db, {
        ...NEW_RECIPE,
        id: cake,
        name: 'Cake',
        lines: [line('lard'), line('flour')],
        units: [{ id: 'slice' as UnitId, name: 'Slice', itemsPerBatch: '10' }],
        removed: ['loaf' as UnitId],
      }),
  ],
  ['copying a recipe', 5, (db) => duplicateRecipe(db, cake, 'Cake')],
  ['hiding a recipe', 3, (db) => hideRecipe(db, cake)],
  ['bringing a recipe back', 3, (db) => bringBackRecipe(db, old)],
  [
    'saving a bundle with a material that is new',
    4,
    (db) =>
      saveBundle(db, {
        ...NEW_BUNDLE,
        name: 'Box',
        lines: [part('new material', 'Ribbon'), part('new material', 'Card')],
      }),
  ],
  ['copying a bundle', 3, (db) => duplicateBundle(db, bag, 'Box')],
  ['hiding a bundle', 3, (db) => hideBundle(db, bag)],
  ['bringing a bundle back', 3, (db) => bringBackBundle(db, sack)],
  ['saving an ingredient', 3, (db) => saveIngredient(db, { ...NEW_INGREDIENT, name: 'Flour' })],
  ['bringing an ingredient back', 3, (db) => bringBackIngredient(db, 'lard' as IngredientId)],
  ['saving a material', 3, (db) => saveMaterial(db, { id: null, name: 'Card', measure: '' })],
  ['hiding a material', 3, (db) => hideMaterial(db, 'ribbon' as MaterialId)],
]

test.each(COMMANDS)(
  '%s is %i writes, and a full disk at any of them leaves every byte as it was',
  async (_, writes, command) => {
    const db = freshDb()
    const disk = failingDisk(db)
    await prepare(db)
    const before = await dump(db)
    for (let room = 0; room < writes; room += 1) {
      disk.room = room
      await expect(command(db)).rejects.toThrow('disk full')
      disk.room = Infinity
      expect(await dump(db)).toBe(before)
    }
    disk.room = writes
    expect(isRefusal(await command(db))).toBe(false)
    disk.room = Infinity
    expect(await dump(db)).not.toBe(before)
  },
)
