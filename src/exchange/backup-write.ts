import type { RowKind, SetAside } from '../domain/copies'
import type { Entry, Writer } from '../domain/model'
import {
  FORMAT,
  FORMAT_VERSION,
  lineObject,
  setAsideObjects,
  type BackupHeader,
  type LineKind,
} from './backup-format'
import { Sha256 } from './sha256'

/** Who writes a backup, and when: `created` in milliseconds. */
export interface BackupOrigin {
  readonly app: string
  readonly device: string
  readonly created: number
}

/** Writes a backup in slices: what the methods give, one after the other, is the body. */
export class BackupWriter {
  readonly #hash = new Sha256()
  readonly #counts = new Map<LineKind, number>()

  rows(kind: RowKind, rows: readonly object[]): string {
    return this.#lines(rows.map((row) => [kind, lineObject(kind, row)] as const))
  }

  writers(rows: readonly Writer[]): string {
    return this.#lines(rows.map((row) => ['writer', lineObject('writer', row)] as const))
  }

  entries(entries: readonly Entry[]): string {
    return this.#lines(entries.map((row) => [row.kind, lineObject(row.kind, row)] as const))
  }

  setAside(rows: readonly SetAside[]): string {
    return this.#lines(rows.flatMap(setAsideObjects).map((line) => ['setAside', line] as const))
  }

  /** Takes lines that were written before, so many of each kind. */
  again(body: string, counts: BackupHeader['counts']): void {
    for (const [kind, count] of Object.entries(counts)) this.#count(kind as LineKind, count)
    this.#hash.update(body)
  }

  /** The first line: to be asked for last, and once. */
  header({ app, device, created }: BackupOrigin): string {
    const header: BackupHeader = {
      format: FORMAT,
      version: FORMAT_VERSION,
      app,
      device,
      created: new Date(created).toISOString(),
      counts: Object.fromEntries(this.#counts),
      sha256: this.#hash.hex(),
    }
    return `${JSON.stringify(header)}\n`
  }

  get counts(): BackupHeader['counts'] {
    return Object.fromEntries(this.#counts)
  }

  #lines(lines: readonly (readonly [LineKind, object])[]): string {
    let text = ''
    for (const [kind, line] of lines) {
      text += `${JSON.stringify(line)}\n`
      this.#count(kind, 1)
    }
    this.#hash.update(text)
    return text
  }

  #count(kind: LineKind, more: number): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + more)
  }
}
