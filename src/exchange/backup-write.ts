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

/** Lines of a backup, written in slices, and how many there are of each kind. */
export class BackupLines {
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

  get counts(): BackupHeader['counts'] {
    return Object.fromEntries(this.#counts)
  }

  protected taken(_text: string): void {
    // Only a whole file needs its hash.
  }

  protected count(kind: LineKind, more: number): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + more)
  }

  #lines(lines: readonly (readonly [LineKind, object])[]): string {
    let text = ''
    for (const [kind, line] of lines) {
      text += `${JSON.stringify(line)}\n`
      this.count(kind, 1)
    }
    this.taken(text)
    return text
  }
}

/** Writes a whole backup: what the methods give, one after the other, is the body. */
export class BackupWriter extends BackupLines {
  readonly #hash = new Sha256()

  /** Takes lines that were written before, so many of each kind. */
  again(body: string, counts: BackupHeader['counts']): void {
    for (const [kind, count] of Object.entries(counts)) this.count(kind as LineKind, count)
    this.taken(body)
  }

  /** The first line: to be asked for last, and once. */
  header({ app, device, created }: BackupOrigin): string {
    const header: BackupHeader = {
      format: FORMAT,
      version: FORMAT_VERSION,
      app,
      device,
      created: new Date(created).toISOString(),
      counts: this.counts,
      sha256: this.#hash.hex(),
    }
    return `${JSON.stringify(header)}\n`
  }

  protected override taken(text: string): void {
    this.#hash.update(text)
  }
}
