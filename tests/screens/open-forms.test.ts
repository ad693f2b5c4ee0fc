import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import App from '../../src/App.svelte'
import { saveBundle } from '../../src/data/commands/bundles'
import { changeEvent } from '../../src/data/commands/events'
import { importFacts } from '../../src/data/commands/import'
import { saveIngredient, saveMaterial } from '../../src/data/commands/ingredients'
import { saveRecipe } from '../../src/data/commands/recipes'
import type { BatchboardDb } from '../../src/data/db'
import { bundleDraft, ingredientDraft, recipeDraft } from '../../src/domain/drafts'
import type { Ingredient, IngredientId } from '../../src/domain/model'
import { en } from '../../src/words/en'
import { facts, freshDb, granted, secondTab } from '../data/kitchen'
import * as the from '../data/kitchen'

// A form stays open on the tablet while somebody changes the same thing in another window: what was not
// typed here is not put back, and what was typed here stays.

const PATIENCE = { timeout: 15_000 }

const FAIR = the.event('fair')
const COOKIES = the.recipe('Cookies')
const COOKIE = the.unit('Cookie', 'Cookies', 48)
const BAG = the.good('Bag', [[the.ofUnit('Cookie'), 6]])
const SEVEN = { item: the.ofUnit('Cookie'), quantity: '7' }
const RIBBON = the.material('Ribbon')
const FLOUR: Ingredient = {
  ...the.WRITTEN,
  id: 'Flour' as IngredientId,
  name: 'Flour',
  measure: 'g',
  category: '',
  density: null,
}

/** Two fields of each form, the row as another window changes the first, and both as stored afterwards. */
interface OpenForm {
  readonly hash: string
  readonly elsewhere: (db: BatchboardDb) => Promise<unknown>
  readonly seen: readonly [label: string, value: string]
  readonly typed: readonly [label: string, value: string]
  readonly stored: (db: BatchboardDb) => Promise<readonly unknown[]>
}

const FORMS: Readonly<Record<string, OpenForm>> = {
  recipe: {
    hash: '#/catalogue/recipes/Cookies',
    elsewhere: (db) =>
      saveRecipe(db, { ...recipeDraft(COOKIES, [COOKIE], []), notes: 'Not too hot' }),
    seen: ['Notes', 'Not too hot'],
    typed: ['Name', 'Stars'],
    stored: async (db) => db.recipes.toArray(([row]) => [row?.notes, row?.name]),
  },
  bundle: {
    hash: '#/catalogue/bundles/Bag',
    elsewhere: (db) => saveBundle(db, { ...bundleDraft(BAG), lines: [SEVEN] }),
    seen: ['How many', '7'],
    typed: ['Name', 'Gift bag'],
    stored: async (db) =>
      db.goods.toArray(([row]) => [String(row?.lines[0]?.quantity.n), row?.name]),
  },
  ingredient: {
    hash: '#/catalogue/ingredients/Flour',
    elsewhere: (db) => saveIngredient(db, { ...ingredientDraft(FLOUR), category: 'Baking' }),
    seen: ['Category', 'Baking'],
    typed: ['Name', 'Wheat flour'],
    stored: async (db) => db.ingredients.toArray(([row]) => [row?.category, row?.name]),
  },
  material: {
    hash: '#/catalogue/materials/Ribbon',
    elsewhere: (db) => saveMaterial(db, { id: RIBBON.id, name: 'Ribbon', measure: 'm' }),
    seen: ['Measure', 'm'],
    typed: ['Name', 'Red ribbon'],
    stored: async (db) => db.materials.toArray(([row]) => [row?.measure, row?.name]),
  },
  event: {
    hash: '#/event/fair/edit',
    elsewhere: (db) => changeEvent(db, FAIR.id, { name: 'fair', date: '2026-12-19' }),
    seen: ['Date', '2026-12-19'],
    typed: ['Name', 'Winter fair'],
    stored: async (db) => db.events.toArray(([row]) => [row?.date, row?.name]),
  },
}

/** Saves, and waits until the form has closed: its way back would lead the next test away. */
async function save(): Promise<void> {
  const { hash } = location
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(location.hash).not.toBe(hash), PATIENCE)
}

afterEach(() => {
  location.hash = ''
  localStorage.clear()
})

test.each(Object.entries(FORMS))(
  'the form of one %s keeps what was changed elsewhere while it was open',
  async (_, { hash, elsewhere, seen, typed, stored }) => {
    const kitchen = freshDb()
    await importFacts(
      kitchen,
      facts({
        events: [FAIR],
        recipes: [COOKIES],
        units: [COOKIE],
        goods: [BAG],
        ingredients: [FLOUR],
        materials: [RIBBON],
      }),
    )
    location.hash = hash
    render(App, { props: { words: en, kitchen } })
    const field = await screen.findByLabelText(typed[0], { exact: true }, PATIENCE)
    await userEvent.clear(field)
    await userEvent.type(field, typed[1])
    granted(await elsewhere(secondTab(kitchen)))
    const other = screen.getByLabelText(seen[0], { exact: true })
    await waitFor(() => expect(other).toHaveValue(seen[1]), PATIENCE)
    expect(field).toHaveValue(typed[1])
    await save()
    expect(await stored(kitchen)).toEqual([seen[1], typed[1]])
  },
)

test('what was typed into a recipe takes along the new name of an ingredient', async () => {
  const kitchen = freshDb()
  const lines = [{ ingredientId: FLOUR.id, quantity: { n: 200, d: 1 }, measure: 'g', text: '' }]
  await importFacts(
    kitchen,
    facts({ recipes: [{ ...COOKIES, lines }], units: [COOKIE], ingredients: [FLOUR] }),
  )
  location.hash = '#/catalogue/recipes/Cookies'
  render(App, { props: { words: en, kitchen } })
  const quantity = await screen.findByLabelText('Quantity', { exact: true }, PATIENCE)
  await userEvent.clear(quantity)
  await userEvent.type(quantity, '250')
  const renamed = { ...ingredientDraft(FLOUR), name: 'Bread flour' }
  granted(await saveIngredient(secondTab(kitchen), renamed))
  const name = screen.getByLabelText('Ingredient', { exact: true })
  await waitFor(() => expect(name).toHaveValue('Bread flour'), PATIENCE)
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(
    async () => expect((await kitchen.recipes.get(COOKIES.id))?.lines[0]?.quantity?.n).toBe(250),
    PATIENCE,
  )
  expect(await kitchen.recipes.get(COOKIES.id)).toMatchObject({
    lines: [{ ingredientId: FLOUR.id }],
  })
  expect(await kitchen.ingredients.toArray()).toMatchObject([{ name: 'Bread flour' }])
})
