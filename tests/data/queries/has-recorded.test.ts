import { expect, test } from 'vitest'
import { loadExample } from '../../../src/data/commands/example'
import { recordPacking } from '../../../src/data/commands/record'
import { hasRecorded } from '../../../src/data/queries/has-recorded'
import type { Day } from '../../../src/domain/day'
import { EXAMPLE_BAG } from '../../../src/exchange/example'
import { en } from '../../../src/words/en'
import { freshDb, LENA } from '../kitchen'

test('what the example brings is no record; what a person records on it is', async () => {
  const db = freshDb()
  const eventId = await loadExample(db, en.example, '2026-12-24' as Day)
  expect(await db.entries.count()).toBeGreaterThan(0)
  expect(await hasRecorded(db)).toBe(false)
  await recordPacking(db, { eventId, goodId: EXAMPLE_BAG, quantity: 1, anyway: false }, LENA)
  expect(await hasRecorded(db)).toBe(true)
})
