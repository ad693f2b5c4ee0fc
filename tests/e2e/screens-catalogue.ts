import type { Page } from 'playwright'
import { button, see } from './kitchen'
import type { Screen } from './screens'

const LINES = '2 1/4 cups flour\n½ tsp salt\nLove and patience'

/** Gives a recipe of the kitchen ingredients, so that there is something to shop for and to count. */
export async function addIngredients(page: Page, recipe: string): Promise<void> {
  await goTo(page, '#/catalogue/recipes')
  await page.getByRole('link', { name: new RegExp(`^${recipe}`) }).click()
  await button(page, 'Paste a list').click()
  await page.getByRole('textbox', { name: 'Paste a list' }).fill(LINES)
  await button(page, 'Read the lines').click()
  await see(page.getByText('lines were read')).toBeVisible()
  await button(page, 'Save').click()
  await see(page.getByRole('link', { name: 'New recipe' })).toBeVisible()
}

/** Lists and forms of the catalogue, the shop and the pantry. */
export const CATALOGUE_SCREENS: readonly Screen[] = [
  ...(['recipes', 'bundles', 'ingredients', 'materials'] as const).map((part): Screen => ({
    name: `the list of ${part}`,
    async open(page) {
      await goTo(page, `#/catalogue/${part}`)
      await see(page.getByRole('link', { name: /^New / })).toBeVisible()
    },
  })),
  {
    name: 'a search that finds nothing',
    async open(page) {
      await goTo(page, '#/catalogue/recipes')
      await page.getByRole('textbox', { name: 'Search' }).fill('qqq')
      await see(page.getByText('Nothing is called that.')).toBeVisible()
    },
  },
  {
    name: 'the form of a recipe with ingredients, refused',
    async open(page) {
      await goTo(page, '#/catalogue/recipes')
      await page.getByRole('link', { name: /^Cookies/ }).click()
      await button(page, 'It makes another kind too').click()
      await button(page, 'Add an ingredient').click()
      await button(page, 'Paste a list').click()
      await button(page, 'Save').click()
      await see(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'the form of a bundle with a new material, refused',
    async open(page) {
      await goTo(page, '#/catalogue/bundles')
      await page.getByRole('link', { name: /^Gift bag/ }).click()
      await page.getByLabel('Add a part').selectOption('New material…')
      await button(page, 'Save').click()
      await see(page.getByRole('alert')).toBeVisible()
    },
  },
  ...(['ingredients', 'materials'] as const).map((part): Screen => ({
    name: `the form of new ${part}, refused`,
    async open(page) {
      await goTo(page, `#/catalogue/${part}/new`)
      await button(page, 'Save').click()
      await see(page.getByRole('alert')).toBeVisible()
    },
  })),
  {
    name: 'the shop',
    async open(page) {
      await goToEvent(page)
      await page.getByRole('link', { name: 'Shop', exact: true }).click()
      await see(page.getByRole('button', { name: /^Bought: .* flour/ })).toBeVisible()
    },
  },
  {
    name: 'the count of the pantry',
    async open(page) {
      await goToEvent(page)
      await page.getByRole('link', { name: 'Shop', exact: true }).click()
      await page.getByRole('link', { name: 'Count the pantry' }).click()
      await see(button(page, 'Save and next')).toBeVisible()
    },
  },
]

async function goTo(page: Page, hash: string): Promise<void> {
  await page.goto(page.url().replace(/#.*/, '') + hash)
}

async function goToEvent(page: Page): Promise<void> {
  await goTo(page, '#/')
  await page.getByRole('link', { name: /Christmas market/ }).click()
}
