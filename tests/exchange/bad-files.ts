import type { Ingredient } from '../../src/domain/model'
import { whole } from '../../src/domain/quantity'
import { HERE, baked, changed, counted, facts, packed, recipe, undone } from '../domain/facts'
import { ROWS } from '../domain/histories'
import { backupText, withLines } from './kitchen-text'

// Files that are damaged, hostile, or something else altogether: the same ones on every machine.

const FLOUR = {
  ...{ id: 'flour', name: 'Flour', measure: 'g', category: 'Dry', stamp: 1, writer: 'w' },
  density: { volume: whole(1), volumeMeasure: 'cup', mass: whole(120), massMeasure: 'g' },
  hidden: false,
} as unknown as Ingredient

/** An entry of every kind. */
export const { entries: ENTRIES } = facts({
  yields: { cookie: 48 },
  bundles: { bag: { cookie: 6 } },
  materials: ['ribbon'],
  entries: [
    ...[baked('cookie', 1, 40, 'burnt'), packed('bag', 3), counted('ribbon', [7, 2])],
    ...[changed('cookie', -3, 'eaten'), undone(1)],
    () => ({
      kind: 'stock',
      item: { kind: 'ingredient', id: FLOUR.id },
      measure: 'g',
      change: { type: 'count', amount: whole(2000) },
    }),
  ],
})

/** A backup with a row of every kind but what was set aside. */
export const BACKUP = backupText(
  {
    ...ROWS,
    recipe: ROWS.recipe.map(({ name }) =>
      recipe(name, {
        lines: [
          {
            ...{ ingredientId: FLOUR.id, quantity: { n: 5, d: 2 } },
            ...{ measure: 'cup', text: '2 ½ cups flour' },
          },
        ],
      }),
    ),
    ingredient: [FLOUR],
    productionTarget: ROWS.productionTarget.map((row) => ({
      ...row,
      basis: {
        splits: true,
        units: [{ unitId: 'cookie' as never, need: whole(300), itemsPerBatch: 48 }],
      },
    })),
  },
  ENTRIES,
  [{ writer: 'w' as never, device: 'iPad' }],
)

type Dice = (sides: number) => number

/** The same dice on every machine. */
function dice(seed: number): Dice {
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
  '🥨'.repeat(200),
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
  ...[null, true, -1, 0, 0.1, 1.5, 1e9, 1e16, 1e308, -1e308, Number.MAX_SAFE_INTEGER],
  ...[8e15, 8e15 + 1, 9e15, 9007199254740993],
  ...[[], {}, [[]], { n: 0, d: 1 }, { n: 1, d: 0 }, { n: 0.5, d: 1 }, { n: 1e300, d: 1 }],
  ...[
    { n: Number.MAX_SAFE_INTEGER, d: 1 },
    { n: 1, d: Number.MAX_SAFE_INTEGER },
  ],
  ...['9'.repeat(400), nested(100), Array(2000).fill(0), ...NAMES],
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
function spoilt(json: string, roll: Dice): string {
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

/** Changes one to four places of a value to what stands under the same key elsewhere, or near it. */
function mixedUp(value: unknown, roll: Dice): void {
  for (let times = roll(4); times >= 0; times -= 1) {
    const places = placesIn(value)
    const { holder, key } = places[roll(places.length)]!
    const old = holder[key]
    const others = places.filter((place) => place.key === key && place.holder[key] !== old)
    const other = others[roll(Math.max(1, others.length))]
    if (typeof old === 'boolean') holder[key] = !old
    else if (typeof old === 'number' && roll(2)) holder[key] = old + roll(3) - 1
    else if (other) holder[key] = structuredClone(other.holder[key])
  }
}

function flipped(text: string, roll: Dice): Bytes {
  const bytes = bytesOf(text)
  for (let times = roll(4); times >= 0; times -= 1) {
    bytes[roll(bytes.length)]! ^= 1 << roll(8)
  }
  return bytes
}

type Bytes = Uint8Array<ArrayBuffer>
const bytesOf = (text: string): Bytes => new TextEncoder().encode(text)

/** What is chosen at once: one file, or several. */
export type Chosen = readonly Bytes[]
type Files = Generator<Chosen, void>

const linesOf = (backup: string): readonly string[] => backup.trimEnd().split('\n').slice(1)

/** A backup with bits flipped, or an end cut off. */
export function* flippedBackups(backup: string, count: number): Files {
  const roll = dice(1)
  for (let index = 0; index < count; index += 1) {
    const whole = flipped(backup, roll)
    yield [index % 2 ? whole : whole.slice(0, roll(whole.length))]
  }
}

/** A backup of which one line was spoilt, with a header that fits it. */
export function* spoiltBackups(backup: string, count: number): Files {
  const roll = dice(2)
  const lines = linesOf(backup)
  for (let index = 0; index < count; index += 1) {
    const changed = roll(lines.length)
    yield [
      bytesOf(withLines(lines.map((line, at) => (at === changed ? spoilt(line, roll) : line)))),
    ]
  }
}

/** A backup that contradicts itself or the kitchen, a line repeated or left out, with a header that fits. */
export function* mixedUpBackups(backup: string, count: number): Files {
  const roll = dice(5)
  const lines = linesOf(backup)
  for (let index = 0; index < count; index += 1) {
    const values = lines.map((line) => JSON.parse(line) as unknown)
    const line = roll(lines.length)
    if (index % 3 === 0) values.splice(line, 1)
    if (index % 3 === 1) values.splice(roll(lines.length), 0, structuredClone(values[line]))
    mixedUp(values, roll)
    yield [bytesOf(withLines(values.map((value) => JSON.stringify(value))))]
  }
}

/** A backup whose header was spoilt. */
export function* spoiltHeaders(backup: string, count: number): Files {
  const roll = dice(3)
  const [header, ...body] = backup.split('\n')
  for (let index = 0; index < count; index += 1) {
    yield [bytesOf([spoilt(header!, roll), ...body].join('\n'))]
  }
}

/** A file of bake-tracker that was spoilt, cut off, or whose bits were flipped. */
export function* spoiltFiles(text: string, count: number): Files {
  const roll = dice(4)
  for (let index = 0; index < count; index += 1) {
    const changed = index % 3 ? spoilt(text, roll) : text.slice(0, roll(text.length))
    yield [index % 2 ? bytesOf(changed) : flipped(changed, roll)]
  }
}

/** A file of bake-tracker that contradicts itself. */
export function* mixedUpFiles(text: string, count: number): Files {
  const roll = dice(6)
  for (let index = 0; index < count; index += 1) {
    const value = JSON.parse(text) as unknown
    mixedUp(value, roll)
    yield [bytesOf(JSON.stringify(value))]
  }
}

/** The files of bake-tracker's other export, of which one was spoilt, cut, mixed up or left out. */
export function* spoiltExports(texts: readonly string[], count: number): Files {
  const roll = dice(7)
  // What has rows is met more often: most of these files have none.
  const full = texts.filter((text) => text.length > 200)
  for (let index = 0; index < count; index += 1) {
    const changed = full[roll(full.length)]!
    const others = texts.filter((text) => text !== changed).map(bytesOf)
    const how = index % 4
    const value = JSON.parse(changed) as unknown
    if (how === 1) mixedUp(value, roll)
    if (how < 2) others.push(bytesOf(how ? JSON.stringify(value) : spoilt(changed, roll)))
    if (how === 2) others.push(flipped(changed.slice(0, roll(changed.length)), roll))
    yield others
  }
}

const utf16 = (text: string): Bytes => {
  const bytes = new Uint8Array(2 + 2 * text.length)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfffe)
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + 2 * at, text.charCodeAt(at), true)
  return bytes
}

/** What is no file of ours or of bake-tracker. */
export function strangeFiles(
  bakeTracker: string,
): readonly (readonly [what: string, bytes: Bytes])[] {
  return [
    ['nothing', new Uint8Array()],
    ['a zip', Uint8Array.from([0x50, 0x4b, 3, 4, 0x14, 0, 8, 0, 0xff, 0xfe, 0x9c])],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['UTF-16', utf16(BACKUP)],
    ['UTF-16 of bake-tracker', utf16(bakeTracker)],
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
  ]
}

const MANY = 20_000
/** As long as another program's file may be. */
const LONG = 16_000_000
const written = { stamp: 2, writer: 'w', hidden: false }
const bundle = (id: string, lines: readonly object[]): string =>
  JSON.stringify({ kind: 'good', id, name: id, notes: '', lines, ...written })
const wanted = (goodId: string): string =>
  JSON.stringify({
    ...{ kind: 'assemblyTarget', eventId: HERE, goodId, quantity: 1_000_000, order: 9 },
    ...written,
  })
const inner = (id: string, n = 2): object => ({ item: { kind: 'good', id }, quantity: { n, d: 1 } })
const piece = (id: string): object => ({ item: { kind: 'unit', id }, quantity: { n: 1, d: 7 } })
const times = <One>(count: number, one: (index: number) => One): One[] =>
  Array.from({ length: count }, (_, index) => one(index))
const also = (...lines: readonly string[]): Bytes =>
  bytesOf(withLines([...linesOf(BACKUP), ...lines]))

/** What is well formed, and made to be too much for whoever works with it. */
export function heavyFiles(): readonly (readonly [what: string, make: () => Bytes])[] {
  return [
    ['16 MB of numbers', () => bytesOf(`[${'1,'.repeat(LONG / 2)}1]`)],
    ['16 MB of rows', () => bytesOf(`{"events":[${'{},'.repeat(LONG / 3)}{}]}`)],
    ['16 MB of brackets', () => bytesOf('['.repeat(LONG))],
    [
      '16 MB of tables',
      () => bytesOf(`{"events":[]${times(LONG / 12, (at) => `,"${at}":1`).join('')}}`),
    ],
    ['a note of 16 MB', () => bytesOf(`{"events":[{"notes":"${'x'.repeat(LONG)}"}]}`)],
    [
      `${MANY} recipes`,
      () => bytesOf(`{"recipes":[${times(MANY, (at) => `{"name":"Rolls ${at}"}`).join()}]}`),
    ],
    [
      'a bundle in a bundle, 3,000 deep',
      () => also(...times(3000, (at) => bundle(`b${at}`, [inner(`b${at + 1}`)])), wanted('b0')),
    ],
    [
      'a bundle twice in a bundle, and so on, 200 deep',
      () =>
        also(
          ...times(200, (at) => bundle(`b${at}`, [inner(`b${at + 1}`, 1e9), inner(`c${at}`, 3)])),
          ...times(200, (at) => bundle(`c${at}`, [inner(`b${at + 1}`), piece('cookie')])),
          ...times(20, (at) => wanted(`b${at}`)),
        ),
    ],
    [
      'bundles in a circle',
      () =>
        also(...times(50, (at) => bundle(`b${at}`, [inner(`b${(at + 1) % 50}`)])), wanted('b0')),
    ],
    [
      `a bundle of ${MANY} parts`,
      () =>
        also(
          bundle(
            'b',
            times(MANY, (at) => piece(`u${at}`)),
          ),
          wanted('b'),
        ),
    ],
    [
      `a bundle of the same part, ${MANY} times`,
      () =>
        also(
          bundle(
            'b',
            times(MANY, () => piece('cookie')),
          ),
          wanted('b'),
        ),
    ],
    [
      `${MANY} writes of one recipe`,
      () =>
        also(
          ...times(MANY, (stamp) =>
            JSON.stringify({
              ...{ kind: 'recipe', id: 'r', name: `Rolls ${stamp}`, category: '', notes: '' },
              ...{ lines: [], splits: true, stamp, writer: 'w', hidden: false },
            }),
          ),
        ),
    ],
    [
      `${MANY} contents of one record`,
      () =>
        also(
          ...times(MANY, (stamp) =>
            JSON.stringify({
              ...{ kind: 'void', writer: 'w', seq: 50, at: 0, stamp, by: '', eventId: HERE },
              target: { writer: 'w', seq: 2 },
            }),
          ),
        ),
    ],
  ]
}
