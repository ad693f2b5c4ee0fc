import { keyOf, type Kinds, type RowKind, type SetAside } from '../../src/domain/copies'
import type { Entry, Writer } from '../../src/domain/model'
import { LINE_KINDS, type Backup } from '../../src/exchange/backup-format'
import { readBackup } from '../../src/exchange/backup-read'
import { BackupWriter } from '../../src/exchange/backup-write'
import type { FileRefusal } from '../../src/exchange/imported'

export type Rows = { readonly [K in RowKind]?: readonly Kinds[K][] }

export const ORIGIN = { app: '1.0.0', device: 'Tablet', created: Date.UTC(2026, 10, 26) }

/** A backup of these facts, as the app writes it. */
export function backupText(
  rows: Rows,
  entries: readonly Entry[] = [],
  writers: readonly Writer[] = [],
  aside: readonly SetAside[] = [],
): string {
  const writer = new BackupWriter()
  const body = (Object.keys(rows) as RowKind[]).map((kind) => writer.rows(kind, rows[kind]!))
  body.push(writer.writers(writers), writer.entries(entries), writer.setAside(aside))
  return writer.header(ORIGIN) + body.join('')
}

/** Reads to the end without pausing. */
export function readAll(text: string): Backup | FileRefusal {
  const steps = readBackup(text)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** What was set aside of one key. */
export function asideOf<K extends RowKind>(kind: K, row: Kinds[K]): SetAside {
  return { kind, key: keyOf(kind, row), rows: [row] } as unknown as SetAside
}

/** The same backup with other lines, and a header that fits them. */
export function withLines(lines: readonly string[]): string {
  const writer = new BackupWriter()
  const counts: Record<string, number> = {}
  for (const line of lines) {
    const [, kind = ''] = /^\{"kind":"(\w+)"/.exec(line) ?? []
    if (LINE_KINDS.some((one) => one === kind)) counts[kind] = (counts[kind] ?? 0) + 1
  }
  const body = lines.map((line) => `${line}\n`).join('')
  writer.again(body, counts)
  return writer.header(ORIGIN) + body
}
