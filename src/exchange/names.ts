/**
 * What names and slugs are compared by: case, the way an accent is written, and whether words are
 * parted by spaces, `_` or `-` make no difference.
 */
export function fold(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFC')
    .trim()
    .replace(/[\s_-]+/g, '-')
}

/** A name without spaces at its ends; null when nothing is left. */
export function nameOf(...candidates: readonly (string | null | undefined)[]): string | null {
  for (const candidate of candidates) {
    const name = candidate?.trim()
    if (name) return name
  }
  return null
}

/** Finds rows by a name or slug as it is written, else folded. Several may answer, in file order. */
export class NameIndex<Row> {
  readonly #exact = new Map<string, Row[]>()
  readonly #folded = new Map<string, Row[]>()

  add(name: string | null | undefined, row: Row): void {
    const known = nameOf(name)
    if (known === null) return
    put(this.#exact, known, row)
    put(this.#folded, fold(known), row)
  }

  find(name: string | null | undefined): readonly Row[] {
    const known = nameOf(name)
    if (known === null) return []
    return this.#exact.get(known) ?? this.#folded.get(fold(known)) ?? []
  }
}

function put<Row>(map: Map<string, Row[]>, key: string, row: Row): void {
  const rows = map.get(key)
  if (rows === undefined) map.set(key, [row])
  else if (rows[rows.length - 1] !== row) rows.push(row)
}

/** Rows that a file refers to by slug, by name, or by a slug that was made from the name. */
export class Directory<Row> {
  readonly #slugs = new NameIndex<Row>()
  readonly #names = new NameIndex<Row>()

  add(row: Row, slug: string | null | undefined, name: string): void {
    this.#slugs.add(slug, row)
    this.#names.add(name, row)
  }

  find(slug: string | null | undefined, name?: string | null): readonly Row[] {
    for (const [index, text] of [
      [this.#slugs, slug],
      [this.#names, slug],
      [this.#names, name],
      [this.#slugs, name],
    ] as const) {
      const rows = index.find(text)
      if (rows.length > 0) return rows
    }
    return []
  }
}
