import { afterAll, expect, inject, test } from 'vitest'
import { createEvent } from '../../src/data/commands/events'
import { openFiles } from '../../src/data/commands/open-file'
import { recordProduction } from '../../src/data/commands/record'
import { restore } from '../../src/data/commands/restore'
import { restoreHere } from '../../src/data/commands/restore-here'
import type { BatchboardDb } from '../../src/data/db'
import { catalogueFacts } from '../../src/data/queries/catalogue'
import { eventFacts, eventFactsAfresh } from '../../src/data/queries/event'
import { shoppingFacts } from '../../src/data/queries/shopping'
import { setAsideRows } from '../../src/data/queries/set-aside'
import { raise } from '../../src/data/writer'
import { packingSteps } from '../../src/domain/behind'
import { boardOf } from '../../src/domain/board'
import { bundleForm, recipeForm } from '../../src/domain/catalogue-forms'
import {
  bundleList,
  ingredientList,
  materialList,
  recipeList,
} from '../../src/domain/catalogue-lists'
import type { Day } from '../../src/domain/day'
import { foresee } from '../../src/domain/foresight'
import { historyOf } from '../../src/domain/history'
import type { Entry, RecipeId } from '../../src/domain/model'
import { isRefusal } from '../../src/domain/refusal'
import { shoppingOf } from '../../src/domain/shopping'
import { workingOf } from '../../src/domain/working'
import type { FileRefusal } from '../../src/exchange/imported'
import { readTextFiles } from '../../src/platform/file'
import { sentencesOf } from '../../src/screens/backup/sentences'
import { backup as english } from '../../src/words/en-backup'
import { file as englishFile } from '../../src/words/en-file'
import { backup as spanish } from '../../src/words/es-backup'
import { file as spanishFile } from '../../src/words/es-file'
import { HERE } from '../domain/facts'
import { ROWS } from '../domain/histories'
import {
  BACKUP,
  flippedBackups,
  heavyFiles,
  mixedUpBackups,
  mixedUpFiles,
  spoiltBackups,
  spoiltExports,
  spoiltFiles,
  spoiltHeaders,
  strangeFiles,
  type Chosen,
} from '../exchange/bad-files'
import { backupText, readAll } from '../exchange/kitchen-text'
import BAKE_TRACKER from '../fixtures/bake-tracker/bake-tracker-backup-event.json?raw'
import { textOf } from './copies'
import { LENA, freshDb, granted } from './kitchen'
import {
  tablesOf,
  unsound,
  wronglyImported,
  wronglyMerged,
  type Row,
  type Tables,
} from './soundness'

// Thousands of bad files, each all the way that a chosen file goes: read, doubted, shown, stored. The
// tables are as before, or they are what the file and the rules of merging say; there is a sentence in
// both languages; and the kitchen goes on: its screens compute, it records, and its own backup opens.

const EXPORT: readonly string[] = Object.values(
  import.meta.glob<string>('../fixtures/bake-tracker/export/*.json', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

/** All of them in Chromium; each tenth where another engine stores them. */
const STEP = [undefined, 'Chromium'].includes(inject('engine')) ? 1 : 10

const TODAY = '2026-12-01' as Day

/** A kitchen with something of everything: imported, restored, set aside, and recorded in this page. */
async function filledKitchen(db: BatchboardDb): Promise<void> {
  await openFiles(db, [BAKE_TRACKER])
  await restore(db, read(BACKUP))
  const [event] = ROWS.event
  const later = { ...event!, name: 'Our holiday', stamp: 1_000_000, writer: 'tablet' as never }
  const entry = {
    ...{ kind: 'void', writer: 'w', seq: 2, at: 0, stamp: 7, by: '', eventId: HERE },
    target: { writer: 'w', seq: 1 },
  } as Entry
  await restore(db, read(backupText({ event: [later] }, [entry])))
  await recordHere(db)
  await db.timers.add({
    ...{ id: 'oven' as never, eventId: HERE, recipeId: 'cookie' as never, eventName: 'Holiday' },
    ...{ recipeName: 'Cookies', batch: 1, target: 7, start: 0, end: 720_000 },
  })
}

function read(text: string) {
  const backup = readAll(text)
  if ('file' in backup) throw new Error(JSON.stringify(backup))
  return backup
}

function recordHere(db: BatchboardDb) {
  const run = { eventId: HERE, recipeId: 'cookie' as RecipeId, batches: 1, lostBatches: 0 }
  return recordProduction(db, { ...run, good: null, reason: null }, LENA)
}

type Outcome = FileRefusal['file'] | 'imported' | 'merged' | 'known'
const TAKEN: readonly Outcome[] = ['imported', 'merged', 'known']

const SENTENCE = /^\P{Lu}*[\p{Lu}¿¡].*[.!?]$|^\d.*\.$/su
const NO_WORD = /undefined|NaN|Infinity|\[object/

function expectSentences(sentences: readonly string[], pattern = /./): void {
  for (const sentence of sentences) {
    expect(sentence).toMatch(pattern)
    expect(sentence).not.toMatch(NO_WORD)
  }
}

/** What the screen does with files that were chosen, and says of them. */
async function choose(db: BatchboardDb, files: readonly File[]): Promise<Outcome> {
  const read = await readTextFiles(files)
  if ('file' in read) return refused(read)
  const answer = await openFiles(db, read.texts)
  if ('file' in answer) return refused(answer)
  if ('backup' in answer) {
    const { report } = await restoreHere(db, answer.backup)
    expect(report).toEqual(answer.preview)
    for (const words of [english, spanish]) {
      const named = [...report.changed, ...report.older].map(words.named)
      expectSentences([...sentencesOf(report, words), ...named, words.known(report.known)])
      expectSentences([words.countAgain(report.countAgain)], SENTENCE)
    }
    return sentencesOf({ ...report, older: [] }, english).length > 0 ? 'merged' : 'known'
  }
  const { added, report } = answer
  for (const words of [englishFile, spanishFile]) {
    expectSentences(report.remarks.map(words.remark), SENTENCE)
    expectSentences(report.leftOut.map(words.leftOutRow))
  }
  const { known, differing, ...fresh } = added
  expect(known).toBeGreaterThanOrEqual(differing)
  return Object.values(fresh).some((count) => count > 0) ? 'imported' : 'known'
}

function refused(refusal: FileRefusal): Outcome {
  for (const words of [englishFile, spanishFile]) {
    expectSentences([words.refusal(refusal)], SENTENCE)
  }
  return refusal.file
}

/** Every number that a screen would show is one. */
function expectFinite(value: unknown): void {
  const open = [value]
  while (open.length > 0) {
    const one = open.pop()
    if (typeof one === 'number' && !Number.isFinite(one)) throw new Error(`shows ${one}`)
    if (typeof one !== 'object' || one === null) continue
    for (const inner of one instanceof Map ? one.values() : Object.values(one)) open.push(inner)
  }
}

/** Of thousands of bundles some forms will do. */
const SOME = 50

/** What all screens compute from these tables. */
async function expectScreens(db: BatchboardDb): Promise<void> {
  const catalogue = await catalogueFacts(db)
  expectFinite([recipeList(catalogue), bundleList(catalogue)])
  expectFinite([ingredientList(catalogue), materialList(catalogue)])
  expectFinite(catalogue.recipes.slice(-SOME).map(({ id }) => recipeForm(catalogue, id)))
  expectFinite(catalogue.goods.slice(-SOME).map(({ id }) => bundleForm(catalogue, id)))
  for (const { id } of catalogue.events) {
    const facts = (await eventFacts(db, id))!
    const board = boardOf(facts)
    expect(boardOf((await eventFactsAfresh(db, id))!)).toEqual(board)
    const units = board.plan.flatMap((row) => row.units.map(({ unitId }) => unitId)).slice(0, 3)
    const ahead = units.map((unit) => foresee(facts, { kind: 'unit', id: unit }, null))
    const steps = board.bundles.map((row) => packingSteps(facts, row.finishedGoodId))
    expectFinite([board, historyOf(facts), workingOf(facts), ahead, steps])
  }
  const [first] = catalogue.events
  const shopping = first && (await shoppingFacts(db, first.id, TODAY))
  expectFinite(shopping && shoppingOf(shopping))
  await setAsideRows(db)
}

/** The next record, or row where nothing can be baked any more, comes after all others; the backup opens. */
async function expectToGoOn(db: BatchboardDb): Promise<void> {
  const before = await tablesOf(db)
  if (isRefusal(await recordHere(db))) {
    granted(await createEvent(db, { name: 'Fair', date: '2026-12-20' }))
  }
  const after = await tablesOf(db)
  expect(unsound(after)).toEqual([])
  const known = new Set(before['entries']!.concat(before['events']!).map((row) => row['stamp']))
  const stamps = after['entries']!.concat(after['events']!).map((row) => row['stamp'] as number)
  expect(known).not.toContain(Math.max(...stamps))
  expect(readAll(await textOf(db))).not.toHaveProperty('file')
}

/** Puts the tables back as they were; readers are told that they changed. */
async function reset(db: BatchboardDb, tables: Tables): Promise<Tables> {
  await db.transaction('rw', db.tables, async () => {
    const marks = await db.marks.toArray()
    for (const table of db.tables) {
      await table.clear()
      await table.bulkAdd(tables[table.name] as Row[])
    }
    await db.marks.bulkPut(marks.filter(({ key }) => key !== 'stamp'))
    for (const mark of ['catalogue', 'plan', 'ledger'] as const) await raise(db, mark)
  })
  return tablesOf(db)
}

/** The lines of a backup, as anybody's JSON reader reads them. */
async function linesOf(files: readonly File[]): Promise<Row[]> {
  const text = (await files[0]!.text()).replace(/^\ufeff/, '')
  const [, ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  return lines.map((line) => JSON.parse(line) as Row)
}

const counts = new Map<string, Map<Outcome, number>>()
let longest = 0

/** Counts how long the page draws nothing, as when it hangs; gives the longest such time when it is stopped. */
function listen(): () => number {
  let [last, silence, frame] = [performance.now(), 0, 0]
  const look = (): void => {
    const now = performance.now()
    silence = Math.max(silence, now - last)
    last = now
    frame = requestAnimationFrame(look)
  }
  frame = requestAnimationFrame(look)
  return () => {
    cancelAnimationFrame(frame)
    return Math.max(silence, performance.now() - last)
  }
}

/** Looks at refused files' kitchens this often: what one of them wrote would be there still. */
const LOOK = 10

/** A kitchen, and what lies in its tables between two files. */
interface Watched {
  readonly db: BatchboardDb
  readonly beginning: Tables
  before: Tables
}

async function watched(fill: (db: BatchboardDb) => Promise<void>): Promise<Watched> {
  const db = freshDb()
  await fill(db)
  const beginning = await tablesOf(db)
  return { db, beginning, before: beginning }
}

/** Chooses a file; when it was taken, looks at everything that became of it, and begins afresh. */
async function expectTaken(kitchen: Watched, chosen: readonly File[]): Promise<Outcome> {
  const { db, beginning } = kitchen
  let choice = await timedChoice(db, chosen)
  // A file that makes the page hang does so each time; a machine that stood still meanwhile does not.
  for (let tries = 1; choice.silence >= 5000 && tries < 3; tries += 1) {
    kitchen.before = await reset(db, beginning)
    choice = await timedChoice(db, chosen)
  }
  longest = Math.max(longest, choice.silence)
  expect(choice.silence).toBeLessThan(5000)
  return checked(kitchen, chosen, choice.became)
}

async function timedChoice(
  db: BatchboardDb,
  chosen: readonly File[],
): Promise<{ readonly became: Outcome; readonly silence: number }> {
  const stop = listen()
  const became = await choose(db, chosen)
  return { became, silence: stop() }
}

async function checked(
  kitchen: Watched,
  chosen: readonly File[],
  outcome: Outcome,
): Promise<Outcome> {
  const { db, before, beginning } = kitchen
  if (!TAKEN.includes(outcome)) return outcome
  const after = await tablesOf(db)
  expect(unsound(after)).toEqual([])
  const isOurs = (await chosen[0]!.slice(0, 200).text()).includes('batchboard-backup')
  if (isOurs) expect(wronglyMerged(before, await linesOf(chosen), after)).toEqual([])
  else expect(wronglyImported(before, after)).toEqual([])
  expect(await choose(db, chosen)).toBe('known')
  expect(await tablesOf(db)).toEqual(after)
  await expectScreens(db)
  await expectToGoOn(db)
  kitchen.before = await reset(db, beginning)
  return outcome
}

/** Chooses all of these, one after the other, three of four in a kitchen that is not empty. */
async function expectSafe(of: string, files: Iterable<readonly File[]>): Promise<void> {
  const filled = await watched(filledKitchen)
  const kitchens = [filled, filled, filled, await watched(() => Promise.resolve())]
  const outcomes = new Map<Outcome, number>()
  counts.set(of, outcomes)
  let index = -1
  for (const chosen of files) {
    index += 1
    if (index % STEP !== 0) continue
    const kitchen = kitchens[(index / STEP) % kitchens.length]!
    try {
      const outcome = await expectTaken(kitchen, chosen)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (index % LOOK === 0) expect(await tablesOf(kitchen.db)).toEqual(kitchen.before)
    } catch (fault) {
      throw new Error(`${of}, number ${index}: ${String(fault)}`, { cause: fault })
    }
  }
  for (const { db, before } of kitchens) expect(await tablesOf(db)).toEqual(before)
}

function* asFiles(all: Iterable<Chosen>): Generator<readonly File[]> {
  for (const chosen of all) yield chosen.map((bytes) => new File([bytes], 'kitchen.json'))
}

/** What this kitchen itself would save: with what it set aside, and records of this page. */
async function ownBackup(): Promise<string> {
  const db = freshDb()
  await filledKitchen(db)
  return textOf(db)
}

const MINUTES = { timeout: 900_000 }

test('5,000 bad files leave the tables as they were, or as they must be', MINUTES, async () => {
  const own = await ownBackup()
  const series: readonly (readonly [of: string, files: Iterable<Chosen>])[] = [
    ['backups, flipped or cut', flippedBackups(BACKUP, 1600)],
    ['backups, a line spoilt', spoiltBackups(BACKUP, 1500)],
    ['backups, the header spoilt', spoiltHeaders(BACKUP, 300)],
    ['backups, mixed up', mixedUpBackups(BACKUP, 120)],
    ['own backups, a line spoilt', spoiltBackups(own, 900)],
    ['own backups, mixed up', mixedUpBackups(own, 120)],
    ['bake-tracker, spoilt, cut or flipped', spoiltFiles(BAKE_TRACKER, 600)],
    ['bake-tracker, mixed up', mixedUpFiles(BAKE_TRACKER, 80)],
    ['its other export, spoilt, cut or mixed up', spoiltExports(EXPORT, 120)],
  ]
  // Side by side: they wait for the tables more than they compute.
  await Promise.all(series.map(([of, files]) => expectSafe(of, asFiles(files))))
  const sum = (some: readonly Outcome[] | null): number =>
    [...counts.values()]
      .flatMap((outcomes) => [...outcomes])
      .reduce((all, [outcome, count]) => (!some || some.includes(outcome) ? all + count : all), 0)
  expect(sum(null)).toBeGreaterThanOrEqual(5000 / STEP)
  expect(sum(['imported'])).toBeGreaterThan(50 / STEP)
  expect(sum(['merged'])).toBeGreaterThan(50 / STEP)
})

test('strange files, and one of 100 MB', MINUTES, async () => {
  const megabyte = new Uint8Array(1_000_000).fill(0x5b)
  const large = new File(Array(100).fill(megabyte) as BlobPart[], 'large.json')
  const strange = strangeFiles(BAKE_TRACKER).map(([, bytes]) => [new File([bytes], 'strange')])
  await expectSafe('strange files', [...strange, [large]])
})

test.each(heavyFiles())('%s', MINUTES, async (what, make) => {
  await expectSafe(what, [[new File([make()], 'heavy.txt')]])
})

type Place = readonly [table: string, at: number, change: Row | null]

/** The same tables with some rows changed, or taken away. */
function changedAt(tables: Tables, ...places: readonly Place[]): Tables {
  const changed = structuredClone(tables) as Record<string, Row[]>
  for (const [table, at, change] of places) {
    const rows = changed[table]!
    if (change) rows.splice(at, 1, { ...rows.at(at)!, ...change })
    else rows.splice(at, 1)
  }
  return changed
}

test.each<[string, Place]>([
  ['half a batch', ['productionTargets', 0, { batches: 0.5 }]],
  ['a field too many', ['events', 0, { __proto__x: 1 }]],
  ['a name too long', ['recipes', 0, { name: 'x'.repeat(201) }]],
  [
    'a fraction that is not reduced',
    ['goods', 0, { lines: [{ item: { kind: 'unit', id: 'cookie' }, quantity: { n: 2, d: 4 } }] }],
  ],
  ['a day that is none', ['events', 0, { date: '2026-02-30' }]],
  ['a key twice', ['entries', 1, { writer: 'w', seq: 1 }]],
  ['a stamp above the mark', ['units', 0, { stamp: 7e15 }]],
  ['something set aside for another key', ['setAside', 0, { key: 'w 9' }]],
])('tables with %s are not sound', async (_, place) => {
  const { before } = await watched(filledKitchen)
  expect(unsound(before)).toEqual([])
  expect(unsound(changedAt(before, place))).not.toEqual([])
})

test.each<[string, Place]>([
  ['changes a row', ['recipes', 0, { notes: 'x' }]],
  ['takes one away', ['entries', 0, null]],
  ['stops a timer', ['timers', 0, null]],
  ['brings what nobody knows', ['units', 0, { id: 'other', recipeId: 'unknown', stamp: 0 }]],
])('an import that %s is wrong', async (_, place) => {
  const { before } = await watched(filledKitchen)
  expect(wronglyImported(before, before)).toEqual([])
  expect(wronglyImported(before, changedAt(before, place))).not.toEqual([])
})

test.each<[string, Place]>([
  ['forgets a record', ['entries', 0, null]],
  ['changes one', ['entries', 0, { at: 77 }]],
  ['goes back in time', ['events', -1, { stamp: 0 }]],
  ['says what nobody said', ['materials', 0, { name: 'x' }]],
  ['forgets what was set aside', ['setAside', -1, null]],
  ['calls a device otherwise', ['writers', 0, { device: 'x' }]],
])('a merge that %s is wrong', async (_, place) => {
  const { before } = await watched(filledKitchen)
  const lines = await linesOf([new File([BACKUP], 'kitchen.txt')])
  expect(wronglyMerged(before, lines, before)).toEqual([])
  expect(wronglyMerged(before, lines, changedAt(before, place))).not.toEqual([])
})

afterAll(() => {
  const lines = [...counts].map(([of, outcomes]) => {
    const told = [...outcomes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([outcome, count]) => `${outcome} ${count}`)
    return `  ${of}: ${told.join(', ')}`
  })
  const files = [...counts.values()].flatMap((outcomes) => [...outcomes.values()])
  const all = files.reduce((sum, count) => sum + count, 0)
  console.warn(
    [`bad files: ${all}, the page was silent for ${Math.round(longest)} ms at most`, ...lines].join(
      '\n',
    ),
  )
})
