import { expect, test } from 'vitest'
import type { Entry, WriterId } from '../../src/domain/model'
import { isBackup } from '../../src/exchange/backup-read'
import type { Backup } from '../../src/exchange/backup-format'
import { baked, changed, counted, facts, packed, recipe, undone } from '../domain/facts'
import { BEGINNING, ROWS } from '../domain/histories'
import { asideOf, backupText, readAll, withLines } from './kitchen-text'

const { entries } = facts({
  ...{ yields: { cookie: 48 }, bundles: { bag: { cookie: [1, 2], ribbon: 1 } } },
  materials: ['ribbon'],
  entries: [
    baked('cookie', 1, 40, 'burnt'),
    packed('bag', 3),
    counted('ribbon', [7, 2]),
    changed('cookie', -3, 'eaten'),
    undone(1),
  ],
})
const FLOUR = {
  ...{ id: 'flour' as never, name: 'Flour', measure: 'g', category: 'Baking' },
  ...{ stamp: 3, writer: 'w' as WriterId, hidden: true },
  density: {
    ...{ volume: { n: 1, d: 1 }, volumeMeasure: 'cup', mass: { n: 120, d: 1 }, massMeasure: 'g' },
  },
}
const LINE = {
  ...{ ingredientId: 'flour' as never, quantity: { n: 5, d: 2 }, measure: 'cup', text: '' },
}
const COOKIES = recipe('cookie', { lines: [LINE, { ...LINE, ingredientId: null, quantity: null }] })
const TARGET = {
  ...BEGINNING.productionTargets[0]!,
  basis: {
    ...{ splits: true },
    units: [{ unitId: 'cookie' as never, need: { n: 601, d: 2 }, itemsPerBatch: 48 }],
  },
}
const ALL = { ...ROWS, ingredient: [FLOUR], recipe: [COOKIES], productionTarget: [TARGET] }
const WRITERS = [{ writer: 'w' as WriterId, device: 'iPad' }]
const TEXT = backupText(ALL, entries, WRITERS, [
  asideOf('recipe', { ...COOKIES, name: 'Older', stamp: 0 }),
  { kind: 'entry', key: 'w 1', rows: [{ ...entries[0]!, by: 'Somebody else' }] },
])

function read(text: string): Backup {
  const answer = readAll(text)
  if ('file' in answer) throw new Error(JSON.stringify(answer))
  return answer
}

test('what is written is read again, every field of it', () => {
  const backup = read(TEXT)
  expect(backup.rows).toEqual({
    ...ALL,
    recipe: [COOKIES, { ...COOKIES, name: 'Older', stamp: 0 }],
  })
  expect(backup.entries).toEqual(entries)
  expect([...backup.again]).toEqual([['w 1', [{ ...entries[0]!, by: 'Somebody else' }]]])
  expect(backup.writers).toEqual(WRITERS)
  expect(backup.header).toMatchObject({
    ...{ version: 1, app: '1.0.0', device: 'Tablet', created: '2026-11-26T00:00:00.000Z' },
    counts: { recipe: 1, production: 1, void: 1, setAside: 2, writer: 1 },
  })
})

test('a kitchen without anything has a backup, too', () => {
  expect(read(backupText({})).entries).toEqual([])
})

test('an arrival number and an index are never written', () => {
  const row = { ...entries[0]!, n: 12, touches: ['cookie'] }
  expect(backupText({}, [row as Entry])).toBe(backupText({}, [entries[0]!]))
})

test('a backup is told by its first line, and nothing else is one', () => {
  expect(isBackup(TEXT)).toBe(true)
  expect(isBackup(`\ufeff${TEXT.replaceAll('\n', '\r\n')}`)).toBe(true)
  for (const other of ['', '{}', '[]', 'null', '{"format":1}', '{"application":"bake-tracker"}']) {
    expect(isBackup(other), other).toBe(false)
  }
})

test('line ends and marks that mail programs change do no harm', () => {
  const mailed = `\ufeff${TEXT.replaceAll('\n', '\r\n')}\r\n\r\n`
  expect(read(mailed)).toEqual(read(TEXT))
  expect(read(TEXT.trimEnd())).toEqual(read(TEXT))
})

test('a file that ends too early is said to be cut off, wherever it ends', () => {
  const start = TEXT.indexOf('\n') + 1
  for (let end = start; end < TEXT.trimEnd().length; end += 7) {
    expect(readAll(TEXT.slice(0, end))).toEqual({ file: 'cut off' })
  }
})

test('one other sign in a name is found out', () => {
  expect(readAll(TEXT.replace('"Flour"', '"Floor"'))).toEqual({ file: 'altered' })
})

test('one line more than the header says is found out', () => {
  const last = TEXT.trimEnd().split('\n').at(-1)!
  expect(readAll(`${TEXT}${last}\n`)).toEqual({ file: 'altered' })
})

test('a line that is no JSON is named', () => {
  const lines = TEXT.split('\n')
  lines[2] = 'What is this?'
  expect(readAll(lines.join('\n'))).toEqual({ file: 'damaged', line: 3 })
})

test('a backup of a newer version is refused as such', () => {
  expect(readAll(TEXT.replace('"version":1', '"version":2,"more":[]'))).toEqual({
    file: 'newer backup',
  })
})

test.each<[string, string, object]>([
  ['a header without a hash', TEXT.replace(/,"sha256":"\w+"/, ''), { where: 'line 1, sha256' }],
  [
    'a header of an impossible day',
    TEXT.replace('2026-11-26', '2026-13-26'),
    { file: 'out of range' },
  ],
])('%s is refused', (_, text, refusal) => {
  expect(readAll(text)).toMatchObject(refusal)
})

const line = (kind: string) => TEXT.split('\n').find((one) => one.startsWith(`{"kind":"${kind}"`))!

test.each<[string, string, string, string | RegExp, string]>([
  ['a stamp above 8e15', 'out of range', 'stamp', /"stamp":\d+/, '"stamp":8000000000000001'],
  ['a stamp below 0', 'out of range', 'stamp', /"stamp":\d+/, '"stamp":-1'],
  ['a stamp that is no whole number', 'wrong type', 'stamp', /"stamp":\d+/, '"stamp":1.5'],
  ['an id with a space', 'out of range', 'recipeId', '"recipeId":"cookie"', '"recipeId":"c =1"'],
  ['an id that is a number', 'wrong type', 'recipeId', '"recipeId":"cookie"', '"recipeId":7'],
  ['no batches', 'out of range', 'batches', '"batches":1', '"batches":0'],
  ['half a batch', 'wrong type', 'batches', '"batches":1', '"batches":0.5'],
  ['more pieces than can be', 'out of range', 'pieces, row 1, good', '"good":40', '"good":1e10'],
  ['an unknown reason', 'wrong type', 'reason', '"burnt"', '"eaten"'],
  ['a field too many', 'wrong type', 'n', '{"kind"', '{"n":1,"kind"'],
  ['a field too few', 'wrong type', 'by', '"by":"",', ''],
  ['a place before the first', 'out of range', 'seq', '"seq":1', '"seq":0'],
])('an entry with %s is refused, and where is said', (_, file, field, from, to) => {
  const [before, after] = [line('production'), line('production').replace(from, to)]
  expect(after).not.toBe(before)
  expect(readAll(withLines([after]))).toEqual({ file, where: `line 2, ${field}` })
})

test.each<[string, string, string, string, string, string]>([
  ['a day that is none', 'event', 'out of range', 'date', '2026-12-19', '2026-02-30'],
  [
    'a fraction not in lowest terms',
    'stock',
    'out of range',
    'change, amount',
    '{"n":7,"d":2}',
    '{"n":14,"d":4}',
  ],
  ['a fraction of nothing', 'stock', 'out of range', 'change, amount, d', '"d":2', '"d":0'],
  [
    'a unit without pieces',
    'unit',
    'out of range',
    'itemsPerBatch',
    '"itemsPerBatch":48',
    '"itemsPerBatch":0',
  ],
  ['a line of an unknown kind', 'void', 'wrong type', 'kind', '"kind":"void"', '"kind":"timer"'],
  ['a name that is a list', 'recipe', 'wrong type', 'name', '"name":"cookie"', '"name":["cookie"]'],
  [
    'a name that is too long',
    'recipe',
    'out of range',
    'name',
    '"name":"cookie"',
    `"name":"${'x'.repeat(201)}"`,
  ],
])('%s is refused', (_, kind, file, field, from, to) => {
  const [before, after] = [line(kind), line(kind).replace(from, to)]
  expect(after).not.toBe(before)
  expect(readAll(withLines([after]))).toEqual({ file, where: `line 2, ${field}` })
})

test('a name of 200 emoji is a name', () => {
  const name = '🥨'.repeat(200)
  expect(read(backupText({ recipe: [{ ...COOKIES, name }] })).rows.recipe[0]!.name).toBe(name)
})

test.each(['__proto__', 'constructor', 'prototype', 'toString'])(
  'the key %s is refused and reaches nothing',
  (key) => {
    const hostile = line('recipe').replace('{"kind"', `{"${key}":{"hidden":true},"kind"`)
    expect(readAll(withLines([hostile]))).toEqual({ file: 'wrong type', where: `line 2, ${key}` })
    expect('hidden' in {}).toBe(false)
  },
)
