import { expect, test } from 'vitest'
import { loadExample } from '../../../src/data/commands/example'
import { importFacts } from '../../../src/data/commands/import'
import { recordPacking, recordProduction } from '../../../src/data/commands/record'
import { hideRecipe, saveRecipe } from '../../../src/data/commands/recipes'
import { previewRestore, restore } from '../../../src/data/commands/restore'
import type { BatchboardDb } from '../../../src/data/db'
import { eventFacts, eventFactsAfresh } from '../../../src/data/queries/event'
import type { Day } from '../../../src/domain/day'
import { recipeDraft } from '../../../src/domain/drafts'
import { keyText } from '../../../src/domain/ledger'
import type { EventId, WriterId } from '../../../src/domain/model'
import { EXAMPLE_BAG, EXAMPLE_EVENT } from '../../../src/exchange/example'
import { en } from '../../../src/words/en'
import { backupOf, factsIn, hear, textOf } from '../copies'
import {
  LENA,
  baked,
  batchesWanted,
  bundlesWanted,
  counted,
  dump,
  entry,
  event,
  facts,
  freshDb,
  good,
  granted,
  material,
  ofMaterial,
  ofUnit,
  packed,
  recipe,
  undoing,
  unit,
} from '../kitchen'

const HOLIDAY = 'holiday' as EventId
const KITCHEN = facts({
  events: [event('holiday')],
  recipes: [recipe('cookies')],
  units: [unit('cookie', 'cookies', 48)],
  goods: [
    good('bag', [
      [ofUnit('cookie'), 6],
      [ofMaterial('ribbon'), 1],
    ]),
  ],
  materials: [material('ribbon')],
  productionTargets: [batchesWanted('holiday', 'cookies', 7)],
})
const BAKED = baked('cookies', 'cookie', 48)

async function kitchen(...entries: Parameters<typeof entry>[]): Promise<BatchboardDb> {
  const db = freshDb()
  await importFacts(db, { ...KITCHEN, entries: entries.map((one) => entry(...one)) })
  return db
}

const written = (name: string, stamp: number, more: object = {}) => ({
  ...recipe('cookies'),
  ...{ name, stamp, writer: 'elsewhere' as WriterId },
  ...more,
})

test('a backup restored into an empty kitchen is that kitchen', async () => {
  const [here, there] = [freshDb(), freshDb()]
  await loadExample(here, en.example, '2026-12-24' as Day)
  const report = await hear(there, here)
  expect(await factsIn(there)).toBe(await factsIn(here))
  expect(await textOf(there)).toBe(await textOf(here))
  expect(report).toMatchObject({ changed: [], older: [], setAside: 0, known: 0, countAgain: [] })
  expect(report.added).toMatchObject({ event: 1, recipe: 2, unit: 2, good: 1 })
})

test('what is recorded after a restore comes after all that came', async () => {
  const [here, there] = [await kitchen(['holiday', 1, BAKED, 7e15]), freshDb()]
  await hear(there, here)
  const run = { eventId: HOLIDAY, recipeId: 'cookies' as never, batches: 1, lostBatches: 0 }
  granted(await recordProduction(there, { ...run, good: null, reason: null }, LENA))
  const [, latest] = await there.entries.orderBy('n').toArray()
  expect(latest!.stamp).toBeGreaterThan(7e15)
})

test('the preview says what restoring does, and does none of it', async () => {
  const here = await kitchen(['holiday', 1, BAKED])
  const there = await kitchen(['holiday', 2, BAKED], ['holiday', 3, undoing(2)])
  await there.recipes.put(written('Biscuits', 5))
  const backup = await backupOf(there)
  const before = await dump(here)
  const preview = await previewRestore(here, backup)
  expect(await dump(here)).toBe(before)
  expect(preview).toMatchObject({
    records: 2,
    changed: [{ kind: 'recipe', name: 'Biscuits' }],
    older: [],
    setAside: 1,
    known: 5,
  })
  expect(await restore(here, backup)).toEqual(preview)
})

test('the same backup again changes nothing and says so', async () => {
  const [here, there] = [await kitchen(), await kitchen(['holiday', 1, BAKED])]
  await there.recipes.put(written('Biscuits', 5))
  await hear(here, there)
  const once = await dump(here)
  expect(await hear(here, there)).toMatchObject({
    ...{ records: 0, added: {}, changed: [], older: [], setAside: 0, known: 7 },
  })
  expect(await dump(here)).toBe(once)
})

test('a row that was written later here stays, and what lost is named and kept', async () => {
  const [here, there] = [await kitchen(), await kitchen()]
  await here.recipes.put(written('Late here', 9))
  await there.recipes.put(written('Early there', 8))
  expect(await hear(here, there)).toMatchObject({
    ...{ changed: [], older: [{ kind: 'recipe', name: 'Late here' }], setAside: 1 },
  })
  expect(await here.recipes.get('cookies' as never)).toMatchObject({ name: 'Late here' })
  expect(await here.setAside.toArray()).toMatchObject([
    { kind: 'recipe', key: 'cookies', rows: [{ name: 'Early there' }] },
  ])
})

test('what was set aside travels on, and arrives once', async () => {
  const [one, two, three] = [await kitchen(), await kitchen(), freshDb()]
  await one.recipes.put(written('Late', 9))
  await two.recipes.put(written('Early', 8))
  await hear(one, two)
  await hear(three, one)
  await hear(three, two)
  expect(await factsIn(three)).toBe(await factsIn(one))
  expect(await three.setAside.count()).toBe(1)
})

test('of two records with one key one counts everywhere, and an open board shows it', async () => {
  const [here, there] = [
    await kitchen(['holiday', 1, baked('cookies', 'cookie', 48)]),
    await kitchen(['holiday', 1, baked('cookies', 'cookie', 20)]),
  ]
  const seen = async (db: BatchboardDb) => (await eventFacts(db, HOLIDAY))!.entries
  await seen(here)
  await seen(there)
  expect(await hear(here, there)).toMatchObject({ records: 0, setAside: 1 })
  expect(await hear(there, here)).toMatchObject({ records: 0, setAside: 1 })
  expect(await factsIn(there)).toBe(await factsIn(here))
  for (const db of [here, there]) {
    expect(await seen(db)).toMatchObject([{ pieces: [{ good: 20 }] }])
    expect(await db.setAside.toArray()).toMatchObject([{ kind: 'entry', key: 'elsewhere 1' }])
  }
})

test('an open board that hears of early and late entries of its materials reads the same as one opened afresh', async () => {
  const bag = packed('bag', 2, [[ofMaterial('ribbon'), 2]])
  const here = await kitchen(
    ['holiday', 10, counted(ofMaterial('ribbon'), 30)],
    ['holiday', 12, bag],
  )
  await here.assemblyTargets.put(bundlesWanted('holiday', 'bag', 9))
  const there = await kitchen(
    ['fair', 5, bag],
    ['fair', 11, bag],
    ['fair', 13, undoing(11)],
    ['holiday', 6, undoing(10)],
    ['', 7, counted(ofMaterial('ribbon'), 12)],
  )
  await eventFacts(here, HOLIDAY)
  await hear(here, there)
  const known = (await eventFacts(here, HOLIDAY))!.entries
  const afresh = (await eventFactsAfresh(here, HOLIDAY))!.entries
  const keys = (entries: typeof known) =>
    entries.map(({ writer, seq }) => `${writer} ${seq}`).sort()
  for (const key of keys(afresh)) expect(keys(known)).toContain(key)
  expect(known.length).toBe(7)
})

test('a count here that older records come to is named', async () => {
  const here = await kitchen(['holiday', 9, counted(ofUnit('cookie'), 40)])
  const early = await kitchen(['holiday', 5, BAKED])
  const late = await kitchen(['holiday', 12, BAKED])
  const elsewhere = await kitchen(['fair', 4, BAKED])
  expect(await hear(here, late)).toMatchObject({ records: 1, countAgain: [] })
  expect(await hear(here, elsewhere)).toMatchObject({ records: 1, countAgain: [] })
  expect(await hear(here, early)).toMatchObject({ records: 1, countAgain: ['cookie'] })
})

test('a restore that breaks off leaves everything as it was', async () => {
  const [here, there] = [await kitchen(), await kitchen(['holiday', 1, BAKED])]
  await there.recipes.put(written('Biscuits', 5))
  const before = await dump(here)
  const broken = restore(here, await backupOf(there), () => {
    throw new Error('the lights went out')
  })
  await expect(broken).rejects.toThrow('the lights went out')
  expect(await dump(here)).toBe(before)
})

test('a restored tablet goes on with numbers of its own', async () => {
  const tablet = freshDb()
  await loadExample(tablet, en.example, '2026-12-24' as Day)
  const backup = await backupOf(tablet)
  const packing = { eventId: EXAMPLE_EVENT, goodId: EXAMPLE_BAG, quantity: 1, anyway: true }
  granted(await recordPacking(tablet, packing, LENA))
  const restored = freshDb()
  await restore(restored, backup)
  const keys = (await restored.entries.toArray()).map(({ writer, seq }) => `${writer} ${seq}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(await hear(restored, tablet)).toMatchObject({ records: 1, setAside: 0 })
})

test('a cycle made by merging is kept', async () => {
  const [here, there] = [await kitchen(), await kitchen()]
  const [bag, box] = [good('bag', [[{ kind: 'good', id: 'box' as never }, 1]]), good('box', [])]
  const inside = good('box', [[{ kind: 'good', id: 'bag' as never }, 1]])
  await here.goods.bulkPut([{ ...bag, stamp: 3 }, box])
  await there.goods.bulkPut([{ ...inside, stamp: 4 }])
  await hear(here, there)
  expect((await here.goods.toArray()).map(({ lines }) => lines.length)).toEqual([1, 1])
})

test('a recipe that was hidden here and edited later there is baked on both again', async () => {
  const [here, there] = [freshDb(), freshDb()]
  for (const db of [here, there]) await importFacts(db, KITCHEN)
  const [cookies] = KITCHEN.recipes
  expect(await hideRecipe(here, cookies!.id)).toBeNull()
  const units = await there.units.toArray()
  granted(await saveRecipe(there, { ...recipeDraft(cookies!, units, []), notes: 'Not too hot' }))
  await hear(here, there)
  await hear(there, here)
  expect(await factsIn(here)).toBe(await factsIn(there))
  for (const db of [here, there]) {
    expect(await db.recipes.toArray()).toMatchObject([{ hidden: false, notes: 'Not too hot' }])
    const run = { eventId: HOLIDAY, recipeId: cookies!.id, batches: 1, lostBatches: 0 }
    expect(await recordProduction(db, { ...run, good: null, reason: null }, LENA)).toBeNull()
  }
})

/** Packed with one material here and with another one there, under one key; one of the two counts. */
const TWO_CONTENTS = ['ribbon', 'bow'].map((tied) =>
  entry('holiday', 1, packed('bag', 1, [[ofMaterial(tied), 1]])),
)

test.each([[TWO_CONTENTS], [[...TWO_CONTENTS].reverse()]])(
  'an undo is found with what it undoes, whichever of two contents came first',
  async ([first, second]) => {
    const [here, there] = [freshDb(), freshDb()]
    await importFacts(here, { ...KITCHEN, entries: [first!, entry('holiday', 2, undoing(1))] })
    await importFacts(there, { ...KITCHEN, entries: [second!] })
    await hear(here, there)
    const [packing, undo] = await here.entries.orderBy('[writer+seq]').toArray()
    expect(packing!.touches).toHaveLength(2)
    expect(undo!.touches).toEqual(packing!.touches)
  },
)

test('an undo of what touched nothing is found with the other content of it', async () => {
  const ofPieces = entry('holiday', 1, counted(ofUnit('cookie'), 3))
  const ofRibbon = entry('holiday', 1, counted(ofMaterial('ribbon'), 3))
  const all: string[] = []
  for (const [first, second] of [
    [ofPieces, ofRibbon],
    [ofRibbon, ofPieces],
  ]) {
    const [here, there] = [freshDb(), freshDb()]
    await importFacts(here, { ...KITCHEN, entries: [first!, entry('holiday', 2, undoing(1))] })
    await importFacts(there, { ...KITCHEN, entries: [second!] })
    await hear(here, there)
    const rows = await here.entries.orderBy('[writer+seq]').toArray()
    all.push(JSON.stringify(rows.map(({ touches }) => touches)))
  }
  expect(all[0]).toBe(all[1])
})

test('what is recorded after a file with two contents of one key comes after both', async () => {
  const [here, there] = [await kitchen(), await kitchen(['holiday', 1, BAKED, 5])]
  const backup = await backupOf(there)
  const one = { ...backup.entries[0]!, by: 'Zoe' }
  const again = new Map([[keyText(one), [{ ...one, by: 'Ana', stamp: 7e15 }]]])
  await restore(here, { ...backup, entries: [one], again })
  expect(await here.entries.toArray()).toMatchObject([{ stamp: 7e15 }])
  expect((await here.marks.get('stamp'))?.value).toBe(7e15)
})
