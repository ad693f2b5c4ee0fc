import { readdirSync, readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { newPage } from './browser'
import { scriptAboveFloor, styleAboveFloor } from './floor'
import { see, useKitchen } from './kitchen'

useKitchen()

const DIST = new URL('../../dist/', import.meta.url)

/** What the built files with this ending use above the floor, each name once. */
function above(ending: RegExp, read: (text: string) => string[]): string[] {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) =>
    ending.test(file),
  )
  expect(files.length).toBeGreaterThan(10)
  const found = files.flatMap((file) => read(readFileSync(new URL(file, DIST), 'utf8')))
  return [...new Set(found)].sort()
}

/** The features that the first column of the first table of docs/platform.md names. */
function documented(): string[] {
  const text = readFileSync(new URL('../../docs/platform.md', import.meta.url), 'utf8')
  const [table = ''] = text.split('Not on the list of MDN')
  const cells = table.split('\n').flatMap((line) => /^\| (`.*?)\s*\|/.exec(line)?.[1] ?? [])
  return cells
    .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    .sort()
}

test('nothing above the oldest browsers of the promise is used but what the documents list', () => {
  const used = [...above(/\.js$/, scriptAboveFloor), ...above(/\.css$/, styleAboveFloor)]
  expect(used.sort()).toEqual(documented())
})

test.each([
  ['Promise.withResolvers()', ['.withResolvers()', 'Promise.withResolvers']],
  ['window.requestIdleCallback(go)', ['window.requestIdleCallback']],
  ['requestIdleCallback(go)', ['requestIdleCallback']],
  ['if ("vibrate" in navigator) go()', ['navigator.vibrate']],
  ['dialog.requestClose()', ['.requestClose()']],
  ['row.showPopover()', ['.showPopover()']],
  ['new Intl.Segmenter("en")', ['Intl.Segmenter']],
  ['new EyeDropper()', ['EyeDropper']],
  ['addEventListener("scrollend", go)', ['scrollend']],
  ['rows.toSorted(); rows.at(-1); structuredClone(row); dialog.showModal()', []],
])('in a script, %s is above the floor by %j', (code, names) => {
  expect(scriptAboveFloor(code)).toEqual(names)
})

test.each([
  '/[\\p{L}--a]/v',
  'using file = open()',
  'import data from "./a.json" with { type: "json" }',
])('a script that says %s cannot be read at the floor', (code) => {
  expect(() => scriptAboveFloor(code)).toThrow()
})

test.each([
  ['a { &:hover { color: red } }', ['nesting']],
  ['details:open { color: red }', [':open']],
  ['a { color: light-dark(red, blue) }', ['light-dark()']],
  ['@starting-style { a { color: red } }', ['@starting-style']],
  ['a { field-sizing: content }', ['field-sizing']],
  ['a:focus-visible:has(b) { inset: 0; block-size: 100dvh; aspect-ratio: 1 }', []],
])('in a style sheet, %s is above the floor by %j', (code, names) => {
  expect(styleAboveFloor(code)).toEqual(names)
})

test('a browser that cannot read the app says which ones can, in both languages', async () => {
  const { page, context } = await newPage({ viewport: { width: 320, height: 640 } })
  await page.route('**/*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'syntax of tomorrow' }),
  )
  await page.goto(inject('appUrl'))
  await see(page.getByText('Batchboard has not started. It needs a browser of 2023')).toBeVisible()
  await see(
    page.getByText('Batchboard no ha arrancado. Necesita un navegador de 2023'),
  ).toBeVisible()
  expect(await page.evaluate(() => document.body.scrollWidth)).toBeLessThanOrEqual(320)
  await context.close()
})

test('a browser that can read the app never shows that sentence', async () => {
  const visit = await newPage()
  await visit.page.goto(inject('appUrl'))
  await see(visit.page.getByRole('main')).toBeVisible()
  expect(await visit.page.getByText('Batchboard has not started').count()).toBe(0)
  visit.expectNoFaults()
  await visit.context.close()
})
