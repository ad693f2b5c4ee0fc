import { expect, test } from 'vitest'
import type { Kinds, RowKind } from '../../src/domain/copies'
import { isBackup } from '../../src/exchange/backup-read'
import { readBakeTrackerFiles } from '../../src/exchange/bake-tracker'
import type { FileRefusal, ImportedFacts } from '../../src/exchange/imported'
import { file as english } from '../../src/words/en-file'
import { file as spanish } from '../../src/words/es-file'
import { real } from './backups'
import {
  BACKUP,
  flippedBackups,
  spoiltBackups,
  spoiltFiles,
  spoiltHeaders,
  strangeFiles,
} from './bad-files'
import { backupText, readAll } from './kitchen-text'

// Thousands of files that are damaged, hostile, or something else altogether. None may crash or hang
// the reader; what is taken is right, field by field; what is refused is refused with a sentence.

const KITCHEN = readAll(BACKUP)
const BAKE_TRACKER = real('event')

interface Taken {
  readonly rows: Partial<{ [K in RowKind]: readonly Kinds[K][] }>
  readonly entries: ImportedFacts['entries']
}

/** What the app does with the bytes of a file, up to the tables. */
function opened(bytes: Uint8Array): FileRefusal | Taken {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { file: 'not text' }
  }
  if (isBackup(text)) return readAll(text)
  const [read] = readBakeTrackerFiles([text])
  if ('file' in read!) return read
  const { facts: all } = read!
  const rows = {
    ...{ recipe: all.recipes, unit: all.units, good: all.goods, ingredient: all.ingredients },
    ...{ material: all.materials, event: all.events, productionTarget: all.productionTargets },
    ...{ assemblyTarget: all.assemblyTargets, looseTarget: all.looseTargets },
  }
  return { rows, entries: all.entries }
}

const outcomes = { refused: 0, taken: 0 }

/** Opens a file: a sentence in both languages, or rows that are what rows must be. */
function expectSafe(bytes: Uint8Array): FileRefusal | Taken {
  const start = performance.now()
  const answer = opened(bytes)
  expect(performance.now() - start).toBeLessThan(5000)
  if ('file' in answer) {
    outcomes.refused += 1
    for (const words of [english, spanish]) {
      expect(words.refusal(answer)).toMatch(/^\P{Lu}*\p{Lu}.*\.$|^\d.*\.$/su)
    }
    return answer
  }
  outcomes.taken += 1
  // What was taken is a backup that the strictest reader takes.
  const again = readAll(backupText(answer.rows, answer.entries))
  expect('file' in again ? again : 'read').toBe('read')
  expect(Object.keys(Object.prototype)).toEqual([])
  return answer
}

test('2,000 backups with bits flipped or an end cut off are refused, or are what they were', () => {
  for (const [bytes] of flippedBackups(BACKUP, 2000)) {
    const answer = expectSafe(bytes!)
    if (!('file' in answer)) {
      const same = 'file' in KITCHEN ? null : { rows: KITCHEN.rows, entries: KITCHEN.entries }
      expect({ rows: answer.rows, entries: answer.entries }).toEqual(same)
    }
  }
})

test.each([
  ['2,000 backups of which a line was spoilt', spoiltBackups(BACKUP, 2000)],
  ['300 backups whose header was spoilt', spoiltHeaders(BACKUP, 300)],
  ['1,500 spoilt files of bake-tracker', spoiltFiles(BAKE_TRACKER, 1500)],
])('%s are refused or right', (_, files) => {
  for (const [bytes] of files) expectSafe(bytes!)
})

test.each(strangeFiles(BAKE_TRACKER))('%s is refused with a sentence', (_, bytes) => {
  expect(expectSafe(bytes)).toHaveProperty('file')
})

test('at least 5,000 files were opened, most refused and some taken', () => {
  expect(outcomes.refused + outcomes.taken).toBeGreaterThanOrEqual(5000)
  expect(outcomes.taken).toBeGreaterThan(100)
})
