import { expect, test } from 'vitest'
import type { Kinds, RowKind } from '../../src/domain/copies'
import { isBackup } from '../../src/exchange/backup-read'
import { readBakeTrackerFiles } from '../../src/exchange/bake-tracker'
import type { FileRefusal, ImportedFacts } from '../../src/exchange/imported'
import { file as english } from '../../src/words/en-file'
import { file as spanish } from '../../src/words/es-file'
import { baked, changed, counted, facts, packed, undone } from '../domain/facts'
import { ROWS } from '../domain/histories'
import { real } from './backups'
import { backupText, readAll, withLines } from './kitchen-text'

// Thousands of files that are damaged, hostile, or something else altogether. None may crash or hang
// the reader; what is taken is right, field by field; what is refused is refused with a sentence.

const { entries } = facts({
  yields: { cookie: 48 },
  bundles: { bag: { cookie: 6 } },
  materials: ['ribbon'],
  entries: [
    ...[baked('cookie', 1, 40, 'burnt'), packed('bag', 3), counted('ribbon', [7, 2])],
    ...[changed('cookie', -3, 'eaten'), undone(1)],
  ],
})
const BACKUP = backupText(ROWS, entries, [{ writer: 'w' as never, device: 'iPad' }])
const KITCHEN = readAll(BACKUP)
const BAKE_TRACKER = real('event')

/** The same dice on every machine. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

const NAMES = [
  '<img src=x onerror=alert(1)>',
  '\u202egnirts\u202c',
  '🥨'.repeat(201),
  '=cmd|/c calc!A1',
  '__proto__',
  'constructor',
  '\ud800',
  'x'.repeat(100_000),
  '',
  ' \u0000 ',
  '../../etc',
]
const VALUES: readonly unknown[] = [
  ...[null, true, -1, 0, 0.1, 1.5, 1e16, 1e308, -1e308, 8e15 + 1, 9007199254740993],
  ...[[], {}, [[]], { n: 1, d: 0 }, { n: 0.5, d: 1 }, { n: 1e300, d: 1 }, '9'.repeat(400)],
  ...[nested(100), Array(2000).fill(0), ...NAMES],
]

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level += 1) value = level % 2 ? { a: value } : [value]
  return value
}

interface Place {
  readonly holder: Record<string, unknown>
  readonly key: string
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])])
}

/** Changes one to three places of a value: another value, no value, or another key. */
function spoilt(json: string, roll: (sides: number) => number): string {
  const value = JSON.parse(json) as unknown
  for (let times = roll(3); times >= 0; times -= 1) {
    const places = placesIn(value)
    const place = places[roll(places.length)]
    if (!place) break
    const { holder, key } = place
    const old = holder[key]
    const how = roll(4)
    if (how === 0) Reflect.deleteProperty(holder, key)
    if (how === 1)
      Object.defineProperty(holder, NAMES[roll(NAMES.length)]!, {
        value: old,
        enumerable: true,
        configurable: true,
        writable: true,
      })
    if (how > 1) holder[key] = structuredClone(VALUES[roll(VALUES.length)])
  }
  return JSON.stringify(value)
}

function flipped(text: string, roll: (sides: number) => number): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  for (let times = roll(4); times >= 0; times -= 1) {
    bytes[roll(bytes.length)]! ^= 1 << roll(8)
  }
  return bytes
}

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

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

test('2,000 backups with bits flipped or an end cut off are refused, or are what they were', () => {
  const roll = dice(1)
  for (let index = 0; index < 2000; index += 1) {
    const whole = flipped(BACKUP, roll)
    const bytes = index % 2 ? whole : whole.slice(0, roll(whole.length))
    const answer = expectSafe(bytes)
    if (!('file' in answer)) {
      const same = 'file' in KITCHEN ? null : { rows: KITCHEN.rows, entries: KITCHEN.entries }
      expect({ rows: answer.rows, entries: answer.entries }).toEqual(same)
    }
  }
})

test('2,000 backups whose lines were spoilt, with a header that fits them, are refused or right', () => {
  const roll = dice(2)
  const lines = BACKUP.trimEnd().split('\n').slice(1)
  for (let index = 0; index < 2000; index += 1) {
    const changed = roll(lines.length)
    expectSafe(
      bytesOf(withLines(lines.map((line, at) => (at === changed ? spoilt(line, roll) : line)))),
    )
  }
})

test('300 spoilt headers are refused or right', () => {
  const roll = dice(3)
  const [header, ...body] = BACKUP.split('\n')
  for (let index = 0; index < 300; index += 1) {
    expectSafe(bytesOf([spoilt(header!, roll), ...body].join('\n')))
  }
})

test('1,500 spoilt files of bake-tracker are refused or right', () => {
  const roll = dice(4)
  for (let index = 0; index < 1500; index += 1) {
    const text =
      index % 3 ? spoilt(BAKE_TRACKER, roll) : BAKE_TRACKER.slice(0, roll(BAKE_TRACKER.length))
    expectSafe(index % 2 ? bytesOf(text) : flipped(text, roll))
  }
})

const UTF16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 + 2 * text.length)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfffe)
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + 2 * at, text.charCodeAt(at), true)
  return bytes
}

test.each<[string, Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['a zip', Uint8Array.from([0x50, 0x4b, 3, 4, 0x14, 0, 8, 0, 0xff, 0xfe, 0x9c])],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
  ['UTF-16', UTF16(BACKUP)],
  ['UTF-16 of bake-tracker', UTF16(BAKE_TRACKER)],
  ['zeros', new Uint8Array(100_000)],
  ['a page', bytesOf('<!doctype html><title>Batchboard</title>')],
  ['a table', bytesOf('name,batches\r\ncookies,7\r\n')],
  ['a package', bytesOf('{"name":"batchboard","version":"1.0.0","dependencies":{}}')],
  ['a list of numbers', bytesOf(`[${'1,'.repeat(200_000)}1]`)],
  ['a deep list', bytesOf('['.repeat(1_000_000))],
  ['a deep object', bytesOf('{"a":'.repeat(300_000))],
  ['a deep line in a backup', bytesOf(withLines([`{"kind":${'['.repeat(500_000)}`]))],
  [
    'a deep and whole line in a backup',
    bytesOf(withLines([JSON.stringify({ kind: 'recipe', id: nested(3000) })])),
  ],
  [
    'a header without an end',
    bytesOf(`{"format":"batchboard-backup","version":1,"app":"${'x'.repeat(5_000_000)}`),
  ],
  ['a backup of 300,000 empty lines', bytesOf(BACKUP.replace('\n', '\n'.repeat(300_000)))],
  [
    'a database of Grocy',
    bytesOf('{"grocy_version":{"Version":"4.0.0"},"stock":[{"id":1,"name":"Flour"}]}'),
  ],
  [
    'recipes of Mealie',
    bytesOf('[{"@context":"https://schema.org","@type":"Recipe","name":"Cookies"}]'),
  ],
])('%s is refused with a sentence', (_, bytes) => {
  expect(expectSafe(bytes)).toHaveProperty('file')
})

test('at least 5,000 files were opened, most refused and some taken', () => {
  expect(outcomes.refused + outcomes.taken).toBeGreaterThanOrEqual(5000)
  expect(outcomes.taken).toBeGreaterThan(100)
})
