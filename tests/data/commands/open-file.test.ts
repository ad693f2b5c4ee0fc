import { expect, test } from 'vitest'
import { openFiles, type Opened, type OpenedBackup } from '../../../src/data/commands/open-file'
import type { BatchboardDb } from '../../../src/data/db'
import type { FileRefusal } from '../../../src/exchange/imported'
import eventText from '../../fixtures/bake-tracker/bake-tracker-backup-event.json?raw'
import { textOf } from '../copies'
import { dump, freshDb } from '../kitchen'

const EXPORT: readonly string[] = Object.values(
  import.meta.glob<string>('../../fixtures/bake-tracker/export/*.json', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

/** What was taken of files of another program. */
async function taken(db: BatchboardDb, ...texts: readonly string[]): Promise<Opened> {
  const answer: Opened | OpenedBackup | FileRefusal = await openFiles(db, texts)
  if (!('added' in answer)) throw new Error(JSON.stringify(answer))
  return answer
}

test('what can be taken of a file is stored, and told', async () => {
  const db = freshDb()
  const opened = await taken(db, eventText)
  expect(opened.added.events).toBe(await db.events.count())
  expect(opened.added.events).toBeGreaterThan(0)
  expect(opened.added.runs).toBe(await db.entries.count())
  expect(opened.added.known).toBe(0)
})

test('the same file again adds nothing, and tells how much was known', async () => {
  const db = freshDb()
  const first = await taken(db, eventText)
  const once = await dump(db)
  const again = await taken(db, eventText)
  expect(again.added).toMatchObject({ events: 0, recipes: 0, goods: 0, ingredients: 0, runs: 0 })
  expect(again.added.known).toBeGreaterThan(0)
  expect(again.report).toEqual(first.report)
  expect(await dump(db)).toBe(once)
})

test('all files of the other export at once are one kitchen, and count no run twice after the backup', async () => {
  const [exported, both] = [freshDb(), freshDb()]
  expect((await taken(exported, ...EXPORT)).added).toMatchObject({ events: 1, recipes: 1, runs: 2 })
  await taken(both, eventText)
  const runs = (db: BatchboardDb) => db.entries.filter(({ kind }) => kind === 'production').count()
  expect((await taken(both, ...EXPORT)).added).toMatchObject({ events: 0, recipes: 0 })
  expect(await runs(both)).toBe(1)
})

test('one refused file among several keeps all of them out', async () => {
  const db = freshDb()
  const before = await dump(db)
  expect(await openFiles(db, [...EXPORT, '{"application":"grocy"}'])).toEqual({
    file: 'other program',
    program: 'grocy',
    nth: EXPORT.length,
  })
  expect(await dump(db)).toBe(before)
})

test('a backup of ours is read and changes nothing before somebody says so', async () => {
  const [here, there] = [freshDb(), freshDb()]
  await taken(there, eventText)
  const before = await dump(here)
  const opened = await openFiles(here, [await textOf(there)])
  expect(opened).toMatchObject({
    preview: { added: { event: 1 } },
    backup: { header: { version: 1 } },
  })
  expect(await dump(here)).toBe(before)
})

test('a backup of ours among several files is named, and nothing is changed', async () => {
  const db = freshDb()
  await taken(db, eventText)
  const [before, backup] = [await dump(db), await textOf(db)]
  expect(await openFiles(db, [backup, backup])).toEqual({ file: 'not alone', nth: 0 })
  expect(await openFiles(db, [eventText, backup])).toEqual({ file: 'not alone', nth: 1 })
  expect(await dump(db)).toBe(before)
})

test.each([
  ['half a file', eventText.slice(0, eventText.length / 2)],
  ['no text at all', ''],
  ['words', 'flour, sugar, butter'],
  ['a file of another program', '{"application":"grocy","recipes":[{"name":"Bread"}]}'],
])('%s is refused whole, and nothing is stored', async (_, text) => {
  const db = freshDb()
  const before = await dump(db)
  expect(await openFiles(db, [text])).toMatchObject({ file: expect.any(String) as string })
  expect(await dump(db)).toBe(before)
})
