import type { BatchboardDb } from '../../src/data/db'
import { canonicalJson } from '../../src/domain/canonical'
import { parseDay } from '../../src/domain/day'
import { CHANGE_REASONS, LOSS_REASONS } from '../../src/domain/model'

// What tables must be, whatever file was opened: said once more, from the comments of the model and
// the rules of merging, and not with the code that reads and merges. Each function names what is wrong.

export type Row = Readonly<Record<string, unknown>>
export type Tables = Readonly<Record<string, readonly Row[]>>

export async function tablesOf(db: BatchboardDb): Promise<Tables> {
  const tables = await db.transaction('r', db.tables, () =>
    Promise.all(
      db.tables.map(async (table) => [table.name, (await table.toArray()) as Row[]] as const),
    ),
  )
  return Object.fromEntries(tables)
}

type Check = (value: unknown) => boolean
const whole =
  (min: number, max: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max
const text =
  (most = Infinity): Check =>
  (value) =>
    typeof value === 'string' && (value.length <= most || [...value].length <= most)
const flag: Check = (value) => typeof value === 'boolean'
const id: Check = (value) => typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const one =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
/** These fields, each as it must be, and no others. */
const object =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.keys(value).every((key) => Object.hasOwn(fields, key)) &&
    Object.entries(fields).every(([key, check]) => check((value as Row)[key]))

const common = (a: number, b: number): number => (b === 0 ? Math.abs(a) : common(b, a % b))
const fraction: Check = (value) => {
  const { n, d } = (value ?? {}) as { readonly n: number; readonly d: number }
  const most = Number.MAX_SAFE_INTEGER
  return (
    object({ n: whole(-most, most), d: whole(1, most) })(value) && (d === 1 || common(n, d) === 1)
  )
}
const quantity: Check = (value) =>
  fraction(value) && (value as { n: number }).n >= 0 && (value as { d: number }).d <= 1000
const day: Check = (value) => typeof value === 'string' && parseDay(value) === value
const count = whole(0, 1e9)
const some = whole(1, 1e9)
const wanted = whole(-1e9, 1e9)
const stamp = whole(0, 8e15)
const component = object({ kind: one('unit', 'good', 'material'), id })
const item = object({ kind: one('unit', 'good', 'material', 'ingredient'), id })

const written = { stamp, writer: id, hidden: flag }
const ROWS: Readonly<Record<string, Check>> = {
  recipes: object({
    ...{ id, name: text(200), category: text(1000), notes: text(), splits: flag, ...written },
    lines: list(
      object({
        ...{ ingredientId: orNull(id), quantity: orNull(quantity) },
        ...{ measure: text(1000), text: text() },
      }),
    ),
  }),
  units: object({
    ...{ id, recipeId: id, name: text(200), itemsPerBatch: some, order: wanted, ...written },
  }),
  goods: object({
    ...{ id, name: text(200), notes: text(), ...written },
    lines: list(object({ item: component, quantity })),
  }),
  ingredients: object({
    ...{ id, name: text(200), measure: text(1000), category: text(1000), ...written },
    density: orNull(
      object({
        ...{ volume: quantity, volumeMeasure: text(1000) },
        ...{ mass: quantity, massMeasure: text(1000) },
      }),
    ),
  }),
  materials: object({ id, name: text(200), measure: text(1000), ...written }),
  events: object({
    ...{ id, name: text(200), date: day, notes: text(), archived: flag, ...written },
  }),
  productionTargets: object({
    ...{ eventId: id, recipeId: id, batches: wanted, order: wanted, ...written },
    basis: orNull(
      object({
        splits: flag,
        units: list(object({ unitId: id, need: fraction, itemsPerBatch: some })),
      }),
    ),
  }),
  assemblyTargets: object({
    ...{ eventId: id, goodId: id, quantity: wanted, order: wanted, ...written },
  }),
  looseTargets: object({
    ...{ eventId: id, unitId: id, quantity: wanted, order: wanted, ...written },
  }),
  writers: object({ writer: id, device: text(1000) }),
}

const key = { writer: id, seq: whole(1, Number.MAX_SAFE_INTEGER) }
const recorded = {
  ...{ ...key, at: whole(0, 8e12), stamp, by: text(1000) },
  eventId: (value: unknown) => value === '' || id(value),
}
const ENTRIES: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  production: {
    ...{ recipeId: id, batches: some, reason: one(null, ...LOSS_REASONS) },
    pieces: list(object({ unitId: id, good: count, expected: count })),
  },
  assembly: {
    ...{ goodId: id, quantity: some },
    used: list(object({ item: component, quantity: fraction })),
  },
  stock: {
    ...{ item, measure: text(1000) },
    change: (value) =>
      object({ type: one('count'), amount: fraction })(value) ||
      object({ type: one('change'), amount: fraction, reason: one(...CHANGE_REASONS) })(value),
  },
  void: { target: object(key) },
}
const entry: Check = (value) => {
  const { kind } = value as { readonly kind: string }
  const fields = Object.hasOwn(ENTRIES, kind) ? ENTRIES[kind] : undefined
  return fields !== undefined && object({ kind: one(kind), ...recorded, ...fields })(value)
}

/** An entry without what only this device's table knows of it. */
const plain = ({ n: _n, touches: _touches, ...said }: Row): Row => said

const WITH_KIND: Readonly<Record<string, string>> = {
  ...{ recipe: 'recipes', unit: 'units', good: 'goods', ingredient: 'ingredients' },
  ...{ material: 'materials', event: 'events', productionTarget: 'productionTargets' },
  ...{ assemblyTarget: 'assemblyTargets', looseTarget: 'looseTargets' },
}
const PLACES: Readonly<Record<string, readonly string[]>> = {
  productionTargets: ['eventId', 'recipeId'],
  assemblyTargets: ['eventId', 'goodId'],
  looseTargets: ['eventId', 'unitId'],
  entries: ['writer', 'seq'],
  writers: ['writer'],
  marks: ['key'],
  setAside: ['kind', 'key'],
}
const keyIn = (table: string, row: Row): string =>
  (PLACES[table] ?? ['id']).map((field) => String(row[field])).join(' ')

/** Rows that are not what the model says. */
export function unsound(tables: Tables): string[] {
  const wrong: string[] = []
  const tell = (table: string, row: unknown): number =>
    wrong.push(`${table}: ${JSON.stringify(row).slice(0, 300)}`)
  for (const [table, check] of Object.entries(ROWS)) {
    for (const row of tables[table]!) if (!check(row)) tell(table, row)
  }
  for (const row of tables['entries']!) {
    if (!entry(plain(row)) || !whole(1, 1e15)(row['n']) || !list(text(200))(row['touches'])) {
      tell('entries', row)
    }
  }
  const keys = tables['entries']!.map((row) => keyIn('entries', row))
  if (new Set(keys).size < keys.length) tell('a key twice', keys)
  for (const aside of tables['setAside']!) {
    const { kind, key, rows } = aside as { kind: string; key: string; rows: readonly Row[] }
    const table = kind === 'entry' ? 'entries' : WITH_KIND[kind]
    const check = table === 'entries' ? entry : table && ROWS[table]
    const ofKey = (row: Row): boolean => keyIn(table!, row) === key
    if (!check || !rows.every((row) => check(row) && ofKey(row))) tell('setAside', aside)
  }
  const marks = new Map(tables['marks']!.map((row) => [row['key'], row['value'] as number]))
  const stamps = [...Object.keys(WITH_KIND).map((kind) => WITH_KIND[kind]!), 'entries']
    .flatMap((table) => tables[table]!)
    .map((row) => row['stamp'] as number)
  if (stamps.some((latest) => latest > (marks.get('stamp') ?? 0))) tell('marks', [...marks])
  return wrong
}

/** What is referred to and lies nowhere. */
function dangling(tables: Tables): Set<string> {
  const known = new Map(
    ['recipes', 'units', 'goods', 'ingredients', 'materials', 'events'].map((table) => [
      table,
      new Set(tables[table]!.map((row) => row['id'])),
    ]),
  )
  const missing = new Set<string>()
  const FIELDS: Readonly<Record<string, string>> = {
    ...{ recipeId: 'recipes', unitId: 'units', goodId: 'goods', eventId: 'events' },
    ...{ ingredientId: 'ingredients' },
  }
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [field, inner] of Object.entries(value as Row)) {
      look(inner)
      if (field === 'item') {
        const { kind, id } = inner as { readonly kind: string; readonly id: string }
        if (!known.get(WITH_KIND[kind]!)!.has(id)) missing.add(`${kind} ${id}`)
      }
      const table = FIELDS[field]
      if (table === undefined || inner === null || inner === '') continue
      if (!known.get(table)!.has(inner)) missing.add(`${field} ${JSON.stringify(inner)}`)
    }
  }
  for (const [table, rows] of Object.entries(tables)) {
    // A timer keeps the names of what it is about, and what was set aside says nothing any more.
    if (table !== 'timers' && table !== 'setAside') look(rows)
  }
  return missing
}

const CATALOGUE = ['recipes', 'units', 'goods', 'ingredients', 'materials']
const PLAN = ['events', 'productionTargets', 'assemblyTargets', 'looseTargets']

/** What readers would not notice: rows changed and no mark says so. */
function unmarked(before: Tables, after: Tables): string[] {
  const value = (tables: Tables, mark: string): number =>
    (tables['marks']!.find((row) => row['key'] === mark)?.['value'] as number | undefined) ?? 0
  const isSame = (table: string): boolean =>
    canonicalJson(before[table]) === canonicalJson(after[table])
  return (['catalogue', 'plan'] as const).filter(
    (mark) =>
      !(mark === 'plan' ? PLAN : CATALOGUE).every(isSame) &&
      value(after, mark) <= value(before, mark),
  )
}

/** What an import of another program's file may not do: it adds whole things, and touches nothing. */
export function wronglyImported(before: Tables, after: Tables): string[] {
  const wrong = unmarked(before, after).map((mark) => `the mark ${mark} was not raised`)
  for (const [table, rows] of Object.entries(after)) {
    if (table === 'marks') continue
    const here = new Map(before[table]!.map((row) => [keyIn(table, row), canonicalJson(row)]))
    let kept = 0
    for (const row of rows) {
      const was = here.get(keyIn(table, row))
      if (was !== undefined) kept += 1
      if (was !== undefined && was !== canonicalJson(row)) {
        wrong.push(`${table}, changed: ${canonicalJson(row)}`)
      }
      const isNew = was === undefined && (table === 'timers' || table === 'setAside')
      const isLate = row['stamp'] !== 0 && PLAN.concat(CATALOGUE).includes(table)
      if (isNew || (was === undefined && isLate)) wrong.push(`${table}, new: ${canonicalJson(row)}`)
    }
    if (kept < here.size) wrong.push(`${table}: something is gone`)
  }
  const missing = dangling(before)
  for (const one of dangling(after)) if (!missing.has(one)) wrong.push(`nobody knows ${one}`)
  return wrong
}

/** Everything that was said of each key: what counts, and what was set aside. */
class Said {
  readonly #contents = new Map<string, Map<string, Row>>()

  constructor(tables: Tables, lines: readonly Row[] = []) {
    for (const table of [...Object.values(WITH_KIND), 'entries']) {
      for (const row of tables[table]!) this.#add(table, plain(row))
    }
    for (const { kind, rows } of tables['setAside'] as unknown as { kind: string; rows: Row[] }[]) {
      for (const row of rows) this.#add(kind === 'entry' ? 'entries' : WITH_KIND[kind]!, row)
    }
    for (const line of lines) {
      const { kind, ...row } = (line['kind'] === 'setAside' ? line['row'] : line) as Row
      const table = WITH_KIND[kind as string]
      if (table) this.#add(table, row)
      else if (kind !== 'writer') this.#add('entries', { kind, ...row })
    }
  }

  #add(table: string, row: Row): void {
    const key = `${table} ${keyIn(table, row)}`
    const before = this.#contents.get(key) ?? new Map<string, Row>()
    this.#contents.set(key, before.set(canonicalJson(row), row))
  }

  get keys(): IterableIterator<string> {
    return this.#contents.keys()
  }

  of(key: string): ReadonlyMap<string, Row> {
    return this.#contents.get(key) ?? new Map()
  }
}

const saidBy = (row: Row): string => canonicalJson({ ...row, stamp: 0, writer: '' })

const isLater = (a: Row, b: Row): boolean => {
  const [one, other] = [a['stamp'] as number, b['stamp'] as number]
  return one > other || (one === other && (a['writer'] as string) > (b['writer'] as string))
}

/**
 * What restoring these lines of a backup may not do: every key of either side is here once, with a
 * content that one of them said, word for word; of rows none is later, and the last other is set aside;
 * of entries none is lost.
 */
export function wronglyMerged(before: Tables, lines: readonly Row[], after: Tables): string[] {
  const wrong = unmarked(before, after).map((mark) => `the mark ${mark} was not raised`)
  const said = new Said(before, lines)
  const here = new Said(after)
  const counting = new Map<string, Row>()
  for (const table of [...Object.values(WITH_KIND), 'entries']) {
    for (const row of after[table]!) counting.set(`${table} ${keyIn(table, row)}`, plain(row))
  }
  for (const key of said.keys) {
    const row = counting.get(key)
    if (!row) {
      wrong.push(`${key} is gone`)
      continue
    }
    for (const [text, other] of said.of(key)) {
      if (key.startsWith('entries ')) {
        if (!here.of(key).has(text)) wrong.push(`${key}, lost: ${text}`)
      } else if (isLater(other, row)) wrong.push(`${key}, written later: ${text}`)
    }
    if (key.startsWith('entries ')) continue
    // Of rows that lost, the latest that says something else is kept.
    const others = [...said.of(key).values()].filter((other) => saidBy(other) !== saidBy(row))
    const [lost] = others.sort((a, b) => Number(isLater(b, a)) - Number(isLater(a, b)))
    const aside = [...here.of(key).values()].filter((other) => saidBy(other) !== saidBy(row))
    if (lost && !(aside.length === 1 && !isLater(lost, aside[0]!))) {
      wrong.push(`${key}, not set aside: ${canonicalJson(lost)}`)
    }
  }
  for (const key of here.keys) {
    for (const text of here.of(key).keys()) {
      if (!said.of(key).has(text)) wrong.push(`${key}, said by nobody: ${text}`)
    }
  }
  const arrivals = new Map(
    after['entries']!.map((row) => [canonicalJson(plain(row)), row['n']] as const),
  )
  for (const row of before['entries']!) {
    const n = arrivals.get(canonicalJson(plain(row)))
    if (n !== undefined && n !== row['n']) wrong.push(`arrived again: ${canonicalJson(row)}`)
  }
  const devices = new Map<unknown, Set<unknown>>()
  for (const { writer, device } of [
    ...before['writers']!,
    ...lines.filter(({ kind }) => kind === 'writer'),
  ]) {
    devices.set(writer, (devices.get(writer) ?? new Set()).add(device))
  }
  const writers = new Map(after['writers']!.map((row) => [row['writer'], row['device']]))
  for (const writer of new Set([...devices.keys(), ...writers.keys()])) {
    if (!devices.get(writer)?.has(writers.get(writer))) wrong.push(`writer ${String(writer)}`)
  }
  if (canonicalJson(before['timers']) !== canonicalJson(after['timers'])) wrong.push('timers')
  return wrong
}
