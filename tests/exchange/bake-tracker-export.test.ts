import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { boardOf } from '../../src/domain/board'
import { readBakeTrackerFiles } from '../../src/exchange/bake-tracker'
import type { ImportedFacts, ReadFile } from '../../src/exchange/imported'
import { real, taken } from './backups'

const FOLDER = new URL('../fixtures/bake-tracker/export/', import.meta.url)
const NAMES = readdirSync(FOLDER)
const file = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')
const ALL = NAMES.map(file)

function only(reads: readonly ReadFile[]): Extract<ReadFile, { readonly facts: ImportedFacts }> {
  const [read] = reads
  if (reads.length !== 1 || !read || 'file' in read) throw new Error(JSON.stringify(reads))
  return read
}

test('the files of an export together are one kitchen, in any order', () => {
  const read = only(readBakeTrackerFiles(ALL))
  expect(only(readBakeTrackerFiles([...ALL].reverse())).facts).toEqual(read.facts)
  expect(only(readBakeTrackerFiles([...ALL, ...ALL])).facts).toEqual(read.facts)
  expect(read.facts).toMatchObject({
    events: [{ name: 'Xmas', date: '2026-12-25' }],
    recipes: [{ name: 'Cookies', lines: [{ quantity: { n: 2, d: 1 }, measure: 'cup' }] }],
    units: [{ name: 'Cookie', itemsPerBatch: 48 }],
    goods: [{ name: 'Bag', lines: [{ item: { kind: 'unit' }, quantity: { n: 6, d: 1 } }] }],
    productionTargets: [{ batches: 7 }],
    assemblyTargets: [{ quantity: 50 }],
  })
})

test('progress is what the files say by our rules, and that packing is not in them is said', () => {
  const { facts, report } = only(readBakeTrackerFiles(ALL))
  const { overall } = boardOf({ ...facts, event: facts.events[0]! })
  expect(overall).toMatchObject({
    ...{ productionPercent: 57.14, assemblyPercent: 0, overallPercent: 28.57 },
    status: 'in_progress',
  })
  expect(report.remarks).toContainEqual({ remark: 'no packings' })
})

test('a run has the same key in the export and in the backup, and so has every row', () => {
  const exported = only(readBakeTrackerFiles(ALL)).facts
  const { facts: backup } = taken(real('event'))
  const keys = ({ entries, ...rows }: ImportedFacts) => [
    ...entries.filter(({ kind }) => kind === 'production').map(({ writer }) => writer),
    ...Object.values(rows).flatMap((table: readonly object[]) =>
      table.map((row) => ('id' in row ? row.id : 'eventId' in row ? row.eventId : '')),
    ),
  ]
  const known = new Set(keys(backup))
  expect(keys(exported).filter((key) => !known.has(key as never))).toEqual([])
  expect(exported.entries.filter(({ kind }) => kind === 'production')).toHaveLength(1)
})

test('what was counted in the pantry is called by its ingredient', () => {
  const { facts } = only(readBakeTrackerFiles(ALL))
  expect(facts.entries.find(({ kind }) => kind === 'stock')).toMatchObject({
    ...{ item: { kind: 'ingredient', id: facts.ingredients[0]!.id }, measure: 'cup' },
    change: { type: 'count', amount: { n: 92, d: 1 } },
  })
})

test.each(NAMES)(
  'the file %s alone is read, and what belongs to nothing in it is named',
  (name) => {
    const reads = readBakeTrackerFiles([file(name)])
    expect(reads).toHaveLength(1)
    const [read] = reads
    if ('file' in read!) expect(read.file).toBe('empty')
    else expect(read!.report.remarks).toContainEqual({ remark: 'no packings' })
  },
)

test('a table of another program, or one that is none, is refused as ever', () => {
  for (const text of [
    '{"entity_type":"events","records":{}}',
    '{"entity_type":"<b>","records":[]}',
  ]) {
    expect(readBakeTrackerFiles([text])).toEqual([{ file: 'other program', program: '' }])
  }
})
