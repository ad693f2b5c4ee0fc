import { render, screen } from '@testing-library/svelte'
import { afterEach, expect, test } from 'vitest'
import App from '../../src/App.svelte'
import { importFacts } from '../../src/data/commands/import'
import type { Ingredient, IngredientId } from '../../src/domain/model'
import { en } from '../../src/words/en'
import { facts, freshDb } from '../data/kitchen'
import * as the from '../data/kitchen'

// Kitchens that were merged, and files of others, bring two things of one name.

const PATIENCE = { timeout: 15_000 }

afterEach(() => {
  location.hash = ''
  localStorage.clear()
})

async function open(hash: string, sketch: Parameters<typeof facts>[0]): Promise<void> {
  const kitchen = freshDb()
  await importFacts(kitchen, facts(sketch))
  location.hash = hash
  render(App, { props: { words: en, kitchen } })
}

const TWO_COOKIES = {
  events: [the.event('fair')],
  recipes: [the.recipe('Vanilla'), the.recipe('Chocolate')],
  units: ['Vanilla', 'Chocolate'].map((recipe) => ({
    ...the.unit(`${recipe} cookie`, recipe, 48),
    name: 'Cookie',
  })),
}

test('two pieces of one name of which too many were packed are named on a line each', async () => {
  const entries = TWO_COOKIES.units.map(({ id }, index) =>
    the.entry('fair', index + 1, {
      kind: 'stock',
      item: { kind: 'unit', id },
      measure: '',
      change: { type: 'change', amount: { n: -2 - index, d: 1 }, reason: 'eaten' },
    }),
  )
  await open('#/event/fair/produce', { ...TWO_COOKIES, entries })
  await screen.findByText(/Cookie.*3/, { selector: '.remake' }, PATIENCE)
  expect(document.querySelectorAll('.remake')).toHaveLength(2)
})

test('a recipe opens where two ingredients have one name, which is offered once', async () => {
  const flour = (id: string): Ingredient => ({
    ...the.WRITTEN,
    id: id as IngredientId,
    name: 'Flour',
    measure: 'g',
    category: '',
    density: null,
  })
  await open('#/catalogue/recipes/Vanilla', {
    ...TWO_COOKIES,
    ingredients: [flour('flour'), flour('flour 2')],
  })
  const add = await screen.findByRole('button', { name: 'Add an ingredient' }, PATIENCE)
  add.click()
  const name = await screen.findByLabelText('Ingredient', { exact: true }, PATIENCE)
  const offered = [...(name as HTMLInputElement).list!.options].map(({ value }) => value)
  expect(offered).toEqual(['Flour'])
})
