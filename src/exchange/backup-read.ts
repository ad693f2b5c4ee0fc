import { keyText } from '../domain/ledger'
import type { Kinds, RowKind } from '../domain/copies'
import type { Entry, Writer } from '../domain/model'
import {
  FORMAT,
  FORMAT_VERSION,
  LINE_KINDS,
  type Backup,
  type BackupHeader,
  type LineKind,
} from './backup-format'
import { RANGE, checked, headerSchema, kindOf, readLine, type LineFault } from './backup-schema'
import type { FileRefusal } from './imported'
import { readInstant } from './instant'
import { where } from './json'
import { Sha256 } from './sha256'

/** More rows than a hundred kitchens write in their lives. */
const MAX_LINES = 2_000_000
/** A header says little. */
const MAX_HEADER = 10_000
/** Lines between two breaths of whoever reads. */
const SLICE = 50

/** Whether a text calls itself a backup of ours: its first line says so. */
export function isBackup(text: string): boolean {
  const [first] = firstLine(text)
  const { format } = (parsed(first) ?? {}) as { readonly format?: unknown }
  return format === FORMAT
}

/**
 * Reads a backup, a slice at a step: gives how much of the text is read, and at the end all of it or
 * why nothing is taken. Every line is built anew, field by field; counts and hash must be those of
 * the header.
 */
export function* readBackup(text: string): Generator<number, Backup | FileRefusal> {
  const [first, start] = firstLine(text)
  const header = readHeader(first)
  if ('file' in header) return header
  const hash = new Sha256()
  const counts = new Map<LineKind, number>()
  const found = new Found()
  let at = start
  for (let number = 2; at < text.length; number++) {
    if (number > MAX_LINES) return { file: 'too many rows', most: MAX_LINES }
    const end = text.indexOf('\n', at)
    const line = withoutReturn(text.slice(at, end < 0 ? text.length : end))
    at = end < 0 ? text.length : end + 1
    // Mail programs leave empty lines at the end.
    if (line === '' && text.slice(at).trim() === '') break
    const value = parsed(line)
    if (value === undefined) {
      return at === text.length ? { file: 'cut off' } : { file: 'damaged', line: number }
    }
    hash.update(`${line}\n`)
    const kind = kindOf(value)
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    const fault = found.take(value)
    if (fault) {
      return { file: fault.file, where: where([`line ${number}`, ...fault.path]) }
    }
    if (number % SLICE === 0) yield at / text.length
  }
  const most = LINE_KINDS.map((kind) => (header.counts[kind] ?? 0) - (counts.get(kind) ?? 0))
  if (most.some((missing) => missing > 0)) return { file: 'cut off' }
  if (most.some((missing) => missing < 0) || hash.hex() !== header.sha256)
    return { file: 'altered' }
  return { header, ...found.all }
}

function readHeader(line: string): BackupHeader | FileRefusal {
  const value = parsed(line)
  if (value === undefined) return { file: 'not json' }
  const { version } = value as { readonly version?: unknown }
  // What a newer version says in its header is not known here.
  if (Number.isSafeInteger(version) && (version as number) > FORMAT_VERSION) {
    return { file: 'newer backup' }
  }
  const header = checked(headerSchema, value)
  if ('file' in header) return { file: header.file, where: where(['line 1', ...header.path]) }
  if (header.format !== FORMAT) return { file: 'other program', program: '' }
  if (readInstant(header.created) === null) return { file: RANGE, where: 'line 1, created' }
  return { ...header, format: FORMAT, counts: header.counts }
}

/** What the lines hold, by kind. */
class Found {
  readonly #rows: { readonly [K in RowKind]: Kinds[K][] } = {
    recipe: [],
    unit: [],
    good: [],
    ingredient: [],
    material: [],
    event: [],
    productionTarget: [],
    assemblyTarget: [],
    looseTarget: [],
  }
  readonly #writers: Writer[] = []
  readonly #entries: Entry[] = []
  readonly #keys = new Set<string>()
  readonly #again = new Map<string, Entry[]>()

  get all(): Omit<Backup, 'header'> {
    return {
      rows: this.#rows,
      writers: this.#writers,
      entries: this.#entries,
      again: this.#again,
    }
  }

  take(value: unknown): LineFault | null {
    if (kindOf(value) !== 'setAside') return this.#keep(value, false)
    const { row, ...rest } = value as { readonly kind: string; readonly row?: unknown }
    const [other] = Object.keys(rest).filter((key) => key !== 'kind')
    return other === undefined ? this.#keep(row, true) : { file: 'wrong type', path: [other] }
  }

  #keep(value: unknown, isAside: boolean): LineFault | null {
    const line = readLine(value)
    if ('file' in line) return isAside ? { ...line, path: ['row', ...line.path] } : line
    if (line.kind === 'writer') {
      if (isAside) return { file: 'wrong type', path: ['row', 'kind'] }
      const { writer, device } = line
      this.#writers.push({ writer, device })
    } else if ('seq' in line) {
      this.#enter(line)
    } else {
      const { kind, ...row } = line
      const rows: unknown[] = this.#rows[kind]
      rows.push(row)
    }
    return null
  }

  #enter(entry: Entry): void {
    const key = keyText(entry)
    if (!this.#keys.has(key)) {
      this.#keys.add(key)
      this.#entries.push(entry)
      return
    }
    const again = this.#again.get(key)
    if (again) again.push(entry)
    else this.#again.set(key, [entry])
  }
}

function firstLine(text: string): readonly [line: string, next: number] {
  const start = text.startsWith('\ufeff') ? 1 : 0
  const end = text.indexOf('\n', start)
  const next = end < 0 ? text.length : end + 1
  if (next - start > MAX_HEADER) return ['', next]
  return [withoutReturn(text.slice(start, end < 0 ? text.length : end)), next]
}

/** The value of a line's JSON; undefined when it is none. */
function parsed(line: string): object | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line) as object
  } catch {
    // Cut, altered, or nested deeper than the browser's reader goes.
    return undefined
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
