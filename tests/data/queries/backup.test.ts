import { expect, test } from 'vitest'
import { importFacts } from '../../../src/data/commands/import'
import { restore } from '../../../src/data/commands/restore'
import type { EventId, RecipeId } from '../../../src/domain/model'
import type { Timer, TimerId } from '../../../src/domain/timers'
import { LINE_KINDS } from '../../../src/exchange/backup-format'
import { recorderName, writeLocal } from '../../../src/platform/local'
import { backupOf, textOf } from '../copies'
import { atTheEnd, baked, entry, facts, freshDb, HOLIDAY } from '../kitchen'

const OVEN: Timer = {
  ...{ id: 'oven-timer' as TimerId, eventId: 'holiday' as EventId },
  ...{ recipeId: 'cookies' as RecipeId, eventName: 'Rings here', recipeName: 'Rings here' },
  ...{ batch: 1, target: 7, start: 0, end: 720_000 },
}

async function kitchen() {
  const db = freshDb()
  await importFacts(
    db,
    facts({
      ...HOLIDAY,
      entries: [entry('holiday', 1, baked('cookies', 'cookie', 48))],
    }),
  )
  await db.timers.add(OVEN)
  return db
}

test('a backup holds no timers and no settings of its device', async () => {
  atTheEnd(() => localStorage.clear())
  recorderName.write('Typed here last')
  for (const key of ['language', 'awake', 'route']) writeLocal(key, `set here: ${key}`)
  const text = await textOf(await kitchen())
  const [, ...lines] = text.trimEnd().split('\n')
  const kinds = lines.map((line) => (JSON.parse(line) as { kind: string }).kind)
  expect(kinds).toEqual(['recipe', 'unit', 'event', 'production'])
  expect(LINE_KINDS).not.toContain('timer')
  for (const own of ['oven-timer', 'Rings here', 'Typed here last', 'set here']) {
    expect(text).not.toContain(own)
  }
})

test('restoring leaves the timers that run here', async () => {
  const [here, there] = [await kitchen(), await kitchen()]
  await there.timers.clear()
  await restore(here, await backupOf(there))
  expect(await here.timers.toArray()).toEqual([OVEN])
})
