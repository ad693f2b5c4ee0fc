import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Entry } from '../../src/domain/model'
import { ROWS } from '../domain/histories'
import { backupText } from '../exchange/kitchen-text'
import {
  button,
  card,
  dump,
  exampleBoard,
  firstVisit,
  newEvent,
  newRecipe,
  see,
  useKitchen,
} from './kitchen'

useKitchen()

let folder = ''
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'batchboard-copies-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const NAMES = ['<img src=x onerror=alert(1)>', '\u202egnirts\u202c', '=cmd|/c calc!A1', '__proto__']

async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash)
}

/** Saves a backup as a person does, and gives where it lies. */
async function saved(page: Page): Promise<string> {
  await show(page, '#/backup')
  const arriving = page.waitForEvent('download')
  await button(page, 'Save a backup').click()
  const file = join(folder, `${crypto.randomUUID()}.txt`)
  await (await arriving).saveAs(file)
  await see(page.getByText('Last backup: today · nothing new since')).toBeVisible()
  return file
}

async function choose(page: Page, ...files: readonly string[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([...files])
}

/** The tables of facts, without what each device counts for itself. */
async function factsOf(page: Page): Promise<unknown> {
  const [, tables] = JSON.parse(await dump(page)) as [number, [string, unknown, object[]][]]
  return tables
    .filter(([name]) => name !== 'marks')
    .map(([name, , rows]) => [
      name,
      rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort(),
    ])
}

test('a kitchen with hostile names goes by a file to another device, is shown before, and is the same there', async () => {
  const here = await exampleBoard()
  await show(here.page, '#/')
  await newEvent(here.page, NAMES[0]!)
  for (const name of NAMES) await newRecipe(here.page, name, '12', name)
  const file = await saved(here.page)

  const there = await firstVisit()
  await choose(there.page, file)
  await see(there.page.getByText('+6 recipes')).toBeVisible()
  await see(there.page.getByText('It never goes back in time')).toBeVisible()
  await button(there.page, 'Try my backup').click()
  await see(there.page.getByText('This backup is sound')).toBeVisible()
  await see(button(there.page, 'Try the example')).toBeVisible()
  await button(there.page, 'Restore').click()
  await see(there.page.getByRole('heading', { name: 'Restored' })).toBeVisible()
  await see(card(there.page, NAMES[0]!)).toBeVisible()
  expect(await factsOf(there.page)).toEqual(await factsOf(here.page))

  await choose(there.page, file)
  await see(there.page.getByText('Everything in this backup is here already.')).toBeVisible()
})

test('a file of 100 MB is refused before it is read', async () => {
  const { page } = await firstVisit()
  const file = join(folder, 'huge.txt')
  const handle = await open(file, 'w')
  await handle.truncate(100_000_000)
  await handle.close()
  await choose(page, file)
  await see(page.getByRole('alert')).toHaveText(
    'This file is larger than 64 MB. Nothing was changed.',
  )
})

test('a backup that was changed on the way is refused with a sentence', async () => {
  const { page } = await firstVisit()
  const file = join(folder, 'changed.txt')
  await writeFile(file, backupText(ROWS).replace('Holiday', 'Holidays'))
  await choose(page, file)
  await see(page.getByRole('alert')).toContainText('This backup is not as it was written')
})

test('many new records without a backup are said on the first screen, until one is saved', async () => {
  const { page } = await exampleBoard()
  await show(page, '#/')
  const entries = Array.from(
    { length: 60 },
    (_, index) =>
      ({
        ...{ kind: 'production', recipeId: 'cookie', batches: 1, pieces: [], reason: null },
        ...{ writer: 'w', seq: index + 1, at: 1, stamp: index + 1, by: '', eventId: 'here' },
      }) as unknown as Entry,
  )
  const file = join(folder, 'many.txt')
  await writeFile(file, backupText(ROWS, entries))
  await choose(page, file)
  await button(page, 'Restore').click()
  await see(page.getByRole('heading', { name: 'Restored' })).toBeVisible()
  await page.reload()
  await see(
    page.getByText('No backup yet · 72 records · 4 changes to recipes or plans'),
  ).toBeVisible()
  await saved(page)
  await show(page, '#/')
  await see(card(page, 'Holiday')).toBeVisible()
  await see(page.getByText('No backup yet')).toHaveCount(0)
})
