import type { FileRefusal, ImportReport, LeftOut, LeftOutReason, Remark } from './imported'
import { where } from './json'

const MAX_UNKNOWN = 1000
const MAX_SHOWN = 200

/** What reading a file brings to light besides its facts: rows left out, choices made, a refusal. */
export class Findings {
  readonly #leftOut = new Map<string, LeftOut>()
  readonly #remarks = new Map<string, Remark>()
  #unknown = 0
  #refusal: FileRefusal | null = null

  leaveOut(table: string, name: string | null, reason: LeftOutReason, rows = 1): void {
    if (rows === 0) return
    if (reason.startsWith('unknown')) this.#unknown += rows
    const shown = [...(name ?? '').slice(0, 2 * MAX_SHOWN)].slice(0, MAX_SHOWN).join('')
    const key = JSON.stringify([table, shown, reason])
    const before = this.#leftOut.get(key)?.rows ?? 0
    this.#leftOut.set(key, { table, name: shown, reason, rows: before + rows })
  }

  /** The same remark is made once. */
  remark(remark: Remark): void {
    this.#remarks.set(JSON.stringify(remark), remark)
  }

  /** The whole file is refused; the first reason stands. */
  refuse(refusal: FileRefusal): void {
    this.#refusal ??= refusal
  }

  outOfRange(...path: readonly (string | number)[]): void {
    this.refuse({ file: 'out of range', where: where(path) })
  }

  get refusal(): FileRefusal | null {
    if (this.#refusal) return this.#refusal
    return this.#unknown > MAX_UNKNOWN ? { file: 'too many unknown', count: this.#unknown } : null
  }

  get report(): ImportReport {
    return { leftOut: [...this.#leftOut.values()], remarks: [...this.#remarks.values()] }
  }
}
