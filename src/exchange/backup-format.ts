import type { Kinds, RowKind, SetAside } from '../domain/copies'
import type { Entry, Writer } from '../domain/model'

// The backup of a kitchen: a text of lines. The first is the header, each other one a row. What is
// written is exact; docs/backup-format.md and public/backup.schema.json say the same to others.

export const FORMAT = 'batchboard-backup'
/** Raised when a reader of the number before would lose something. */
export const FORMAT_VERSION = 1

/** The kinds of lines, in the order in which they are written. */
export const LINE_KINDS = [
  ...['recipe', 'unit', 'good', 'ingredient', 'material', 'event'],
  ...['productionTarget', 'assemblyTarget', 'looseTarget', 'writer'],
  ...['production', 'assembly', 'stock', 'void', 'setAside'],
] as readonly LineKind[]
export type LineKind = RowKind | Entry['kind'] | 'writer' | 'setAside'

export interface BackupHeader {
  readonly format: typeof FORMAT
  readonly version: number
  /** Which build wrote it. */
  readonly app: string
  /** What the device that wrote it is called. */
  readonly device: string
  /** When it was written, as an ISO instant in UTC. */
  readonly created: string
  /** How many lines of each kind follow. */
  readonly counts: Readonly<Partial<Record<LineKind, number>>>
  /** Of all lines after this one, each with its line feed, as UTF-8: 64 hex digits. */
  readonly sha256: string
}

/** All that a backup holds. Contents that were set aside stand among the others of their key. */
export interface Backup {
  readonly header: BackupHeader
  readonly rows: { readonly [K in RowKind]: readonly Kinds[K][] }
  readonly writers: readonly Writer[]
  /** One entry a key, in the order of the file. */
  readonly entries: readonly Entry[]
  /** Further contents of keys of `entries`, by key. */
  readonly again: ReadonlyMap<string, readonly Entry[]>
}

type Fields<Row> = Readonly<Record<Row extends Row ? keyof Row : never, true>>
const WRITTEN = { stamp: true, writer: true, hidden: true } as const
const RECORDED = {
  writer: true,
  seq: true,
  at: true,
  stamp: true,
  by: true,
  eventId: true,
} as const

/** What is written of each kind; nothing else that may lie in a table's row is. */
const FIELDS = {
  recipe: {
    ...{ id: true, name: true, category: true, notes: true, lines: true, splits: true },
    ...WRITTEN,
  } satisfies Fields<Kinds['recipe']>,
  unit: {
    ...{ id: true, recipeId: true, name: true, itemsPerBatch: true, order: true },
    ...WRITTEN,
  } satisfies Fields<Kinds['unit']>,
  good: { id: true, name: true, notes: true, lines: true, ...WRITTEN } satisfies Fields<
    Kinds['good']
  >,
  ingredient: {
    ...{ id: true, name: true, measure: true, category: true, density: true },
    ...WRITTEN,
  } satisfies Fields<Kinds['ingredient']>,
  material: { id: true, name: true, measure: true, ...WRITTEN } satisfies Fields<Kinds['material']>,
  event: {
    ...{ id: true, name: true, date: true, notes: true, archived: true },
    ...WRITTEN,
  } satisfies Fields<Kinds['event']>,
  productionTarget: {
    ...{ eventId: true, recipeId: true, batches: true, order: true, basis: true },
    ...WRITTEN,
  } satisfies Fields<Kinds['productionTarget']>,
  assemblyTarget: {
    ...{ eventId: true, goodId: true, quantity: true, order: true },
    ...WRITTEN,
  } satisfies Fields<Kinds['assemblyTarget']>,
  looseTarget: {
    ...{ eventId: true, unitId: true, quantity: true, order: true },
    ...WRITTEN,
  } satisfies Fields<Kinds['looseTarget']>,
  writer: { writer: true, device: true } satisfies Fields<Writer>,
  production: {
    ...{ kind: true, recipeId: true, batches: true, pieces: true, reason: true },
    ...RECORDED,
  } satisfies Fields<Extract<Entry, { kind: 'production' }>>,
  assembly: {
    ...{ kind: true, goodId: true, quantity: true, used: true },
    ...RECORDED,
  } satisfies Fields<Extract<Entry, { kind: 'assembly' }>>,
  stock: { kind: true, item: true, measure: true, change: true, ...RECORDED } satisfies Fields<
    Extract<Entry, { kind: 'stock' }>
  >,
  void: { kind: true, target: true, ...RECORDED } satisfies Fields<
    Extract<Entry, { kind: 'void' }>
  >,
} as const

/** A row or entry with its kind, and without what a table keeps for itself. */
export function lineObject(kind: keyof typeof FIELDS, row: object): Record<string, unknown> {
  const line: Record<string, unknown> = { kind }
  const values = row as Record<string, unknown>
  for (const field in FIELDS[kind]) line[field] = values[field]
  return line
}

/** An entry as it was said, without what the table knows about it. */
export function plainEntry(row: Entry): Entry {
  return lineObject(row.kind, row) as unknown as Entry
}

/** The lines of what was set aside for one key. */
export function setAsideObjects({ kind, rows }: SetAside): readonly Record<string, unknown>[] {
  return rows.map((row) => ({
    kind: 'setAside',
    row: lineObject(kind === 'entry' ? (row as Entry).kind : kind, row),
  }))
}
