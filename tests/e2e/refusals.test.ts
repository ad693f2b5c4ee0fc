import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright'
import {
  button,
  dump,
  exampleBoard,
  fill,
  firstVisit,
  newEvent,
  openForm,
  openTab,
  see,
  useKitchen,
} from './kitchen'

useKitchen()

const NO_COUNTS = ['', '0', '-3', '24.5', 'abc', '1e9', '1000001', '٧x']
const TOO_LONG = 'a'.repeat(201)

/** Types each text, and expects the one sentence and a database that is the same to the byte. */
async function expectRefused(
  page: Page,
  field: Locator,
  submit: () => Promise<void>,
  texts: readonly string[],
  sentence: string,
): Promise<void> {
  const before = await dump(page)
  for (const text of texts) {
    await field.fill(text)
    await submit()
    await see(page.getByRole('alert'), `typed: ${text}`).toHaveText([sentence])
    expect(await dump(page), `typed: ${text}`).toBe(before)
  }
}

const press = (page: Page, name: string) => () => button(page, name).click()

async function bakeForm(): Promise<Page> {
  const { page } = await exampleBoard()
  await openForm(page, 'Cookies')
  return page
}

test('batches baked are a whole number from 1 to 1,000,000', async () => {
  const page = await bakeForm()
  await expectRefused(
    page,
    page.getByLabel('Batches', { exact: true }),
    press(page, 'Record'),
    NO_COUNTS,
    'Batches: a whole number from 1 to 1,000,000.',
  )
})

test('good pieces are a whole number, 0 among them', async () => {
  const page = await bakeForm()
  await expectRefused(
    page,
    page.getByLabel('Good pieces: Cookie'),
    press(page, 'Record'),
    ['', '-3', '24.5', 'abc', '1e9', '1000000001'],
    'Pieces: a whole number from 0 to 1,000,000,000.',
  )
})

test('no more batches can be lost than were baked', async () => {
  const page = await bakeForm()
  await fill(page, { Batches: '4' })
  await expectRefused(
    page,
    page.getByLabel('Of these, lost completely'),
    press(page, 'Record'),
    ['', '-3', '24.5', 'abc', '1e9', '5'],
    'Batches: a whole number from 0 to 4.',
  )
})

test('who records has a name of 200 characters at most', async () => {
  const page = await bakeForm()
  await expectRefused(
    page,
    page.getByLabel('Who (if you like)'),
    press(page, 'Record'),
    [TOO_LONG],
    'The name is too long: 200 characters at most.',
  )
})

test('bundles packed are a whole number from 1 to 1,000,000', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Assemble')
  await openForm(page, 'Gift bag')
  await expectRefused(
    page,
    page.getByLabel('How many', { exact: true }),
    press(page, 'Record'),
    NO_COUNTS,
    'How many: a whole number from 1 to 1,000,000.',
  )
  await fill(page, { 'How many': '1' })
  await expectRefused(
    page,
    page.getByLabel('Who (if you like)'),
    press(page, 'Record'),
    [TOO_LONG],
    'The name is too long: 200 characters at most.',
  )
})

test('bundles wanted are a whole number from 1 to 1,000,000', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  const field = page.getByLabel('Wanted: Gift bag')
  await expectRefused(
    page,
    field,
    () => field.press('Enter'),
    NO_COUNTS,
    'How many: a whole number from 1 to 1,000,000.',
  )
  await field.fill('50')
  await field.press('Enter')
  await see(page.getByRole('alert')).toHaveCount(0)
})

test('batches planned are a whole number from 1 to 1,000,000', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  const field = page.getByLabel('Batches of Cookies')
  await expectRefused(
    page,
    field,
    () => field.press('Tab'),
    NO_COUNTS,
    'Batches: a whole number from 1 to 1,000,000.',
  )
})

test('loose pieces wanted are a whole number from 1 to 1,000,000', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  await page.getByLabel('Add loose pieces').selectOption('Cookie')
  await expectRefused(
    page,
    page.getByLabel('Wanted', { exact: true }),
    press(page, 'Add'),
    NO_COUNTS,
    'Pieces: a whole number from 1 to 1,000,000.',
  )
})

test('an event has a name of 1 to 200 characters and a date', async () => {
  const { page } = await firstVisit()
  await page.getByRole('link', { name: 'New event' }).click()
  const name = page.getByLabel('Name')
  const create = press(page, 'Create event')
  await fill(page, { Date: '2031-05-01' })
  await expectRefused(page, name, create, ['', '   '], 'Please give it a name.')
  await expectRefused(
    page,
    name,
    create,
    [TOO_LONG],
    'The name is too long: 200 characters at most.',
  )
  await name.fill('a'.repeat(200))
  await expectRefused(
    page,
    page.getByLabel('Date'),
    create,
    [''],
    'Please choose a date that is in the calendar.',
  )
})

test('a recipe has a name of 1 to 200 characters and 1 to 1,000,000 pieces per batch', async () => {
  const { page } = await firstVisit()
  await newEvent(page, 'Fair')
  await button(page, 'New recipe').click()
  const [name, pieces, piece] = [
    page.getByLabel('Name of the recipe'),
    page.getByLabel('Pieces per batch'),
    page.getByLabel('One piece is called'),
  ]
  const save = press(page, 'Save')
  const tooLong = 'The name is too long: 200 characters at most.'
  await pieces.fill('12')
  await expectRefused(page, name, save, ['', '   '], 'Please give it a name.')
  await expectRefused(page, name, save, [TOO_LONG], tooLong)
  await see(name).toHaveAccessibleDescription(tooLong)
  await name.fill('Rolls')
  await expectRefused(page, piece, save, [TOO_LONG], tooLong)
  await see(piece).toHaveAccessibleDescription(tooLong)
  await see(name).toHaveAccessibleDescription('')
  await piece.fill('')
  await expectRefused(
    page,
    pieces,
    save,
    NO_COUNTS,
    'Pieces per batch: a whole number from 1 to 1,000,000.',
  )
})

test('a bundle has a name of 1 to 200 characters, parts above 0 and a number wanted, if any', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  await button(page, 'New bundle').click()
  const [name, wanted, quantity] = [
    page.getByLabel('Name of the bundle'),
    page.getByLabel('Wanted', { exact: true }),
    page.getByLabel('How many', { exact: true }),
  ]
  const save = press(page, 'Save')
  await quantity.fill('½')
  await expectRefused(page, name, save, ['', '   '], 'Please give it a name.')
  await expectRefused(page, name, save, [TOO_LONG], 'The name is too long: 200 characters at most.')
  await name.fill('Box')
  await expectRefused(
    page,
    wanted,
    save,
    NO_COUNTS.filter((text) => text !== ''),
    'How many: a whole number from 1 to 1,000,000.',
  )
  await wanted.fill('')
  await expectRefused(
    page,
    quantity,
    save,
    ['', '0', '-3', 'abc', '1e9', '1000001', '1/0', '0.0001'],
    'How many in each one: a number above 0 and up to 1,000,000, such as 6, ½ or 1.5.',
  )
})

test('numbers are read as they are written: 007 and full-width digits are numbers', async () => {
  const { page } = await exampleBoard()
  await openTab(page, 'Plan')
  const field = page.getByLabel('Wanted: Gift bag')
  for (const [typed, read] of [
    ['007', '7'],
    ['１２', '12'],
    ['٣٤', '34'],
  ] as const) {
    await field.fill(typed)
    await field.press('Enter')
    await see(field).toHaveValue(read)
  }
  await see(page.getByRole('alert')).toHaveCount(0)
})
