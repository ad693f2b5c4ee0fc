import { expect, test } from 'vitest'
import { createEvent } from '../../src/data/commands/events'
import { createRecipe } from '../../src/data/commands/catalogue'
import { recordProduction } from '../../src/data/commands/record'
import { atTheEnd, freshDb, granted, LENA } from '../data/kitchen'

const TAPS = 200

test('two tabs that record 200 batches each at the same time lose none and count none twice', async () => {
  const db = freshDb()
  const eventId = granted(await createEvent(db, { name: 'Fair', date: '2027-01-01' }))
  const { recipeId } = granted(await createRecipe(db, { name: 'Tarts', itemsPerBatch: '6' }))
  const worker = new Worker(new URL('./another-tab.ts', import.meta.url), { type: 'module' })
  atTheEnd(() => worker.terminate())
  const there = new Promise((done) => (worker.onmessage = done))
  worker.postMessage({ database: db.name, eventId, recipeId, times: TAPS })
  const run = { eventId, recipeId, batches: 1, lostBatches: 0, good: null, reason: null }
  for (let tap = 0; tap < TAPS; tap += 1) granted(await recordProduction(db, run, LENA))
  await there
  const rows = await db.entries.orderBy('n').toArray()
  const seqs = new Map<string, number[]>()
  for (const { writer, seq } of rows) seqs.set(writer, [...(seqs.get(writer) ?? []), seq])
  const all = Array.from({ length: TAPS }, (_, index) => index + 1)
  expect([...seqs.values()]).toEqual([all, all])
  const stamps = rows.map(({ stamp }) => stamp)
  expect(stamps).toEqual([...new Set(stamps)].sort((a, b) => a - b))
})
