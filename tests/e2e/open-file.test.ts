import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { useBrowser, type WatchedPage } from './browser'
import { backup, HOLIDAY } from './backup'
import { button, card, dump, exampleBoard, firstVisit, openTab, see, useKitchen } from './kitchen'

const fixture = (name: string): string =>
  new URL(`../fixtures/bake-tracker/bake-tracker-backup-${name}.json`, import.meta.url).pathname

interface ChosenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}
type Chosen = string | ChosenFile

async function openFile(page: Page, file: Chosen): Promise<void> {
  await page.getByLabel('Open a file').setInputFiles(file)
}

const report = (page: Page) => page.getByRole('region', { name: 'Opened file' })

describe('a backup of bake-tracker', () => {
  useKitchen()

  test('with an event gives the figures that bake-tracker shows', async () => {
    const { page } = await firstVisit()
    await openFile(page, fixture('event'))
    await see(report(page)).toContainText('Taken')
    await see(report(page)).toContainText('1 event')
    await see(report(page)).toContainText('Left out')
    await button(page, 'Close').click()
    await see(report(page)).toHaveCount(0)
    await card(page, 'Xmas').getByRole('link').click()
    await see(page.getByRole('banner')).toContainText('In progress')
    await see(page.getByRole('banner')).toContainText('48.57 %')
    await see(page.getByRole('region', { name: 'Baking' })).toContainText('57.14 %')
    await see(page.getByRole('region', { name: 'Packing' })).toContainText('40 %')
    await see(card(page, 'Cookies')).toContainText('4 of 7 batches · 3 to go · 57.14 %')
    await openTab(page, 'Assemble')
    await see(card(page, 'Bag')).toContainText('20 of 50 packed · 40 %')
  })

  test('counts nothing twice when it is opened twice', async () => {
    const { page } = await firstVisit()
    await openFile(page, fixture('event'))
    await see(report(page)).toContainText('Taken')
    const before = await dump(page)
    await openFile(page, fixture('event'))
    await see(report(page)).toContainText(
      'Everything in this file was here already. Nothing was counted twice.',
    )
    expect(await dump(page)).toBe(before)
    await card(page, 'Xmas').getByRole('link').click()
    await see(page.getByRole('banner')).toContainText('48.57 %')
  })

  test('that says more than the last time says so, and what stays as it is here', async () => {
    const { page } = await firstVisit()
    await openFile(page, fixture('event'))
    await see(report(page)).toContainText('Taken')
    const changed = JSON.parse(await readFile(fixture('event'), 'utf8')) as {
      event_production_targets: { target_batches: number }[]
    }
    for (const target of changed.event_production_targets) target.target_batches += 3
    await openFile(page, named('later.json', JSON.stringify(changed)))
    await see(report(page)).toContainText(
      '1 of them says something else here, and stays as it is here.',
    )
  })

  test('beside a file that is refused is refused too, and the other one is named', async () => {
    const { page } = await firstVisit()
    const before = await dump(page)
    const notes = named('notes.txt', 'flour, sugar, butter')
    const whole = named('whole.json', await readFile(fixture('event')))
    await page.getByLabel('Open a file').setInputFiles([whole, notes])
    await see(page.getByRole('alert')).toHaveText(/notes\.txt.*: Batchboard cannot read this file/)
    expect(await dump(page)).toBe(before)
  })

  test('with a large catalogue brings its recipes, and says by name what it left out', async () => {
    const { page } = await firstVisit()
    await openFile(page, fixture('catalogue'))
    await see(report(page)).toContainText('20 recipes')
    await see(report(page)).toContainText('Left out')
    await see(report(page)).toContainText('products: Batchboard has no place for it, 156 rows')
    await page.getByRole('link', { name: 'New event' }).click()
    await page.getByLabel('Name').fill('Fair')
    await page.getByLabel('Date').fill('2031-05-01')
    await button(page, 'Create event').click()
    const pieces = page.getByLabel('Add loose pieces').getByRole('option')
    await see.poll(() => pieces.count()).toBeGreaterThan(15)
  })
})

/** A file from memory. */
const named = (name: string, content: string | Buffer): ChosenFile => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(content),
})
const json = (content: unknown): Chosen => named('backup.json', JSON.stringify(content))

const WHOLE = JSON.stringify(backup(HOLIDAY))

const ONE_OF_ANOTHER = Array.from({ length: 10_000 }, (_, index) => ({
  event_name: 'Holiday',
  recipe_name: `Nobody’s recipe ${index}`,
  num_batches: 1,
}))

const CYCLE = backup({
  ...HOLIDAY,
  finished_goods: [
    { slug: 'bag', display_name: 'Bag' },
    { slug: 'box', display_name: 'Box' },
  ],
  compositions: [
    { finished_good_slug: 'bag', finished_good_component_slug: 'box', component_quantity: 1 },
    { finished_good_slug: 'box', finished_good_component_slug: 'bag', component_quantity: 1 },
  ],
})

describe('a file that cannot be taken', () => {
  useBrowser()
  let visit: WatchedPage
  let before: string
  let folder: string

  beforeAll(async () => {
    visit = await exampleBoard()
    await visit.page.getByRole('link', { name: 'Back' }).click()
    await card(visit.page, 'Christmas gift bags').waitFor()
    before = await dump(visit.page)
    folder = await mkdtemp(join(tmpdir(), 'batchboard-'))
  })
  afterAll(async () => {
    await visit.context.close()
    await rm(folder, { recursive: true })
  })

  async function expectRefused(file: Chosen, sentence: string | RegExp): Promise<void> {
    await openFile(visit.page, file)
    await see(visit.page.getByRole('alert')).toHaveText([sentence])
    await see(report(visit.page)).toHaveCount(0)
    expect(await dump(visit.page)).toBe(before)
    visit.expectNoFaults()
  }

  test('because it is no JSON says so, and changes nothing', () =>
    expectRefused(
      named('recipes.json', 'Cookies: 48, Brownies: 24'),
      'Batchboard cannot read this file: it is no backup of Batchboard or bake-tracker. Nothing was changed.',
    ))

  test('because it was cut off says so, and changes nothing', () =>
    expectRefused(
      named('half.json', WHOLE.slice(0, WHOLE.length / 2)),
      'This file ends in the middle: copy it again, whole. Nothing was changed.',
    ))

  test('because it is larger than 64 MB says so, and changes nothing', async () => {
    const path = join(folder, 'large.json')
    const large = await open(path, 'w')
    // Empty space at its end takes no room on the disk.
    await large.truncate(64_000_001)
    await large.close()
    await expectRefused(path, 'This file is larger than 64 MB. Nothing was changed.')
  })

  test('because it is of another program names it, and changes nothing', () =>
    expectRefused(
      json({ application: 'Cookie Planner', events: [] }),
      'This file is from Cookie Planner, which Batchboard does not know. Nothing was changed.',
    ))

  test('because it is of an unknown program says so, and changes nothing', () =>
    expectRefused(
      json({ shopping: ['flour', 'sugar'] }),
      'This file is from a program that Batchboard does not know. Nothing was changed.',
    ))

  test('because a number is a word says where, and changes nothing', () =>
    expectRefused(
      json(
        backup({
          ...HOLIDAY,
          event_production_targets: [
            { event_name: 'Holiday', recipe_name: 'Cookies', target_batches: 'seven' },
          ],
        }),
      ),
      'This file is damaged at event_production_targets, row 1, target_batches. Nothing was changed.',
    ))

  test('because a table is no table says where, and changes nothing', () =>
    expectRefused(
      json(backup({ ...HOLIDAY, recipes: { name: 'Cookies' } })),
      'This file is damaged at recipes. Nothing was changed.',
    ))

  test('because a number is negative says where, and changes nothing', () =>
    expectRefused(
      json(
        backup({
          ...HOLIDAY,
          production_runs: [{ event_name: 'Holiday', recipe_name: 'Cookies', num_batches: -4 }],
        }),
      ),
      'A number or name in this file is out of range, at production_runs, row 1, num_batches. Nothing was changed.',
    ))

  test('because a bundle contains itself names the chain, and changes nothing', () =>
    expectRefused(
      json(CYCLE),
      /^In this file a bundle contains itself: (Bag › Box › Bag|Box › Bag › Box)\. Nothing was changed\.$/,
    ))

  test('because of a key that reaches into the machinery says where, and changes nothing', () =>
    expectRefused(
      named('proto.json', WHOLE.replace('"events":[{', '"events":[{"__proto__":{"name":"x"},')),
      'This file has a key that no backup has, at events, row 1, __proto__. Nothing was changed.',
    ))

  test('because 10,000 of its rows belong to nothing says so, and changes nothing', () =>
    expectRefused(
      json(backup({ ...HOLIDAY, production_runs: ONE_OF_ANOTHER })),
      '10,000 rows of this file belong to nothing in it. Nothing was changed.',
    ))

  test('because it is a picture says so, and changes nothing', async () =>
    expectRefused(
      named('icon.png', await readFile(new URL('../../public/icon-192.png', import.meta.url))),
      'This file is not text that can be read. Nothing was changed.',
    ))

  test('because it is empty says so, and changes nothing', () =>
    expectRefused(named('empty.json', ''), 'This file is empty. Nothing was changed.'))

  test('because it is UTF-16 says that it cannot be read, and changes nothing', () =>
    expectRefused(
      named('utf16.json', Buffer.from(`\uFEFF${WHOLE}`, 'utf16le')),
      'This file is not text that can be read. Nothing was changed.',
    ))

  test('because it is UTF-16 without a mark says that it cannot be read, and changes nothing', () =>
    expectRefused(
      named('utf16.json', Buffer.from(WHOLE, 'utf16le')),
      'Batchboard cannot read this file: it is no backup of Batchboard or bake-tracker. Nothing was changed.',
    ))

  test('because it nests without end says so, and changes nothing', () =>
    expectRefused(
      named('deep.json', '['.repeat(100_000)),
      'Batchboard cannot read this file: it is no backup of Batchboard or bake-tracker. Nothing was changed.',
    ))

  test('leaves room for the next one: a good file is taken at once', async () => {
    const { page } = visit
    await openFile(page, named('holiday.json', WHOLE))
    await see(report(page)).toContainText('1 event')
    await see(page.getByRole('alert')).toHaveCount(0)
    await see(card(page, 'Holiday')).toBeVisible()
    visit.expectNoFaults()
  })
})
