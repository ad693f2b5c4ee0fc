import { expect, test } from 'vitest'
import { openFile } from '../../../src/data/commands/open-file'
import eventText from '../../fixtures/bake-tracker/bake-tracker-backup-event.json?raw'
import { dump, freshDb } from '../kitchen'

test('what can be taken of a file is stored, and told', async () => {
  const db = freshDb()
  const opened = await openFile(db, eventText)
  if ('file' in opened) throw new Error(opened.file)
  expect(opened.added.events).toBe(await db.events.count())
  expect(opened.added.events).toBeGreaterThan(0)
  expect(opened.added.runs).toBe(await db.entries.count())
  expect(opened.added.known).toBe(0)
})

test('the same file again adds nothing, and tells how much was known', async () => {
  const db = freshDb()
  const first = await openFile(db, eventText)
  const once = await dump(db)
  const again = await openFile(db, eventText)
  if ('file' in first || 'file' in again) throw new Error('refused')
  expect(again.added).toMatchObject({ events: 0, recipes: 0, goods: 0, ingredients: 0, runs: 0 })
  expect(again.added.known).toBeGreaterThan(0)
  expect(again.report).toEqual(first.report)
  expect(await dump(db)).toBe(once)
})

test.each([
  ['half a file', eventText.slice(0, eventText.length / 2)],
  ['no text at all', ''],
  ['words', 'flour, sugar, butter'],
  ['a file of another program', '{"application":"grocy","recipes":[{"name":"Bread"}]}'],
])('%s is refused whole, and nothing is stored', async (_, text) => {
  const db = freshDb()
  const before = await dump(db)
  expect(await openFile(db, text)).toMatchObject({ file: expect.any(String) as string })
  expect(await dump(db)).toBe(before)
})
