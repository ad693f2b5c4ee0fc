import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { createRecipe } from '../../../src/data/commands/catalogue'
import { importFacts } from '../../../src/data/commands/import'
import { restore } from '../../../src/data/commands/restore'
import { restoreHere } from '../../../src/data/commands/restore-here'
import { tryBackup } from '../../../src/data/commands/try-backup'
import { newsSince, reachOf } from '../../../src/data/queries/backup-age'
import { setAsideRows } from '../../../src/data/queries/set-aside'
import { backupOf } from '../copies'
import { baked, dump, entry, event, facts, freshDb, granted, recipe, unit } from '../kitchen'

const run = (seq: number) => entry('holiday', seq, baked('cookies', 'cookie', 48))
const KITCHEN = facts({
  events: [event('holiday')],
  recipes: [recipe('cookies')],
  units: [unit('cookie', 'cookies', 48)],
  entries: [run(1), run(2)],
})

test('a backup that is tried is sound, changes nothing here, and leaves nothing behind', async () => {
  const db = freshDb()
  await importFacts(db, KITCHEN)
  const backup = await backupOf(db)
  await importFacts(db, facts({ entries: [run(3)] }))
  const before = await dump(db)
  expect(await tryBackup(db, backup)).toEqual({ sound: true, rows: 5, since: 1 })
  expect(await dump(db)).toBe(before)
  expect(await Dexie.exists('batchboard-trial')).toBe(false)
})

test('a backup with what was set aside is sound, too', async () => {
  const [db, other] = [freshDb(), freshDb()]
  await importFacts(db, KITCHEN)
  await importFacts(
    other,
    facts({ recipes: [{ ...recipe('cookies'), name: 'Biscuits', stamp: 9_000 }] }),
  )
  await restore(db, await backupOf(other))
  expect(await tryBackup(db, await backupOf(db))).toMatchObject({ sound: true, since: 0 })
  expect(await setAsideRows(db)).toMatchObject([
    { kind: 'recipe', name: 'cookies', device: '', at: null },
  ])
})

test('a restore tells whether anything was here before', async () => {
  const [db, other] = [freshDb(), freshDb()]
  await importFacts(other, KITCHEN)
  const backup = await backupOf(other)
  const reach = { lastArrival: 2, changes: 2 }
  expect(await restoreHere(db, backup)).toMatchObject({ wasEmpty: true, reach })
  expect(await restoreHere(db, backup)).toMatchObject({ wasEmpty: false, reach })
  const recipes = freshDb()
  await importFacts(recipes, facts({ recipes: [recipe('cake')] }))
  expect(await restoreHere(recipes, backup)).toMatchObject({ wasEmpty: false })
})

test('new since a backup are the records and changes that came after it, and all of another kitchen', async () => {
  const db = freshDb()
  await importFacts(db, KITCHEN)
  const then = await reachOf(db)
  expect(await newsSince(db, null)).toEqual({ records: 2, changes: 2 })
  expect(await newsSince(db, then)).toEqual({ records: 0, changes: 0 })
  const unknown = { lastArrival: 1, changes: null }
  expect(await newsSince(db, unknown)).toEqual({ records: 1, changes: 0 })
  expect(await newsSince(db, { ...then, lastArrival: 1 })).toEqual({ records: 1, changes: 0 })
  granted(await createRecipe(db, { name: 'Cake', unitName: '', itemsPerBatch: '1' }))
  expect(await newsSince(db, then)).toEqual({ records: 0, changes: 1 })
  expect(await newsSince(db, { ...then, lastArrival: 99 })).toEqual({ records: 2, changes: 3 })
  expect(await newsSince(db, { ...then, changes: 99 })).toEqual({ records: 2, changes: 3 })
})
