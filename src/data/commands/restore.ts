import { keyOf, type Kind, type Kinds, type RowKind, type SetAside } from '../../domain/copies'
import { keyText } from '../../domain/ledger'
import { settleEntry, settleRow, settleWriter, type Held } from '../../domain/merge'
import { newlyAside, outcomeOf, type MergeReport, type Named } from '../../domain/merge-report'
import type { Entry, Writer, Written } from '../../domain/model'
import { plainEntry, type Backup } from '../../exchange/backup-format'
import { Arrivals, stored } from '../arrivals'
import { CountsHere } from '../counts-here'
import type { BatchboardDb, EntryRow } from '../db'
import { factTables, rowTables } from '../row-tables'
import { raise, raiseStamp } from '../writer'

/** Entries that are looked at and written at a step. */
const SLICE = 50

type Progress = (part: number) => void

/** What restoring this backup would do here; writes nothing. */
export async function previewRestore(
  db: BatchboardDb,
  backup: Backup,
  onProgress?: Progress,
): Promise<MergeReport> {
  return db.transaction('r', factTables(db), async () =>
    new Merge(db, backup, null).run(onProgress),
  )
}

/**
 * Merges a backup with what is here, all of it or nothing: what is missing is added, of rows the
 * later write counts, and nothing goes back in time. The same backup again changes nothing.
 */
export async function restore(
  db: BatchboardDb,
  backup: Backup,
  onProgress?: Progress,
): Promise<MergeReport> {
  // Dexie follows an async function through its awaits, and loses any other on the way.
  return db.transaction('rw', factTables(db), async () =>
    new Merge(db, backup, new Arrivals(db)).run(onProgress),
  )
}

/** One merge inside a transaction; without arrivals it only looks. */
class Merge {
  readonly #db: BatchboardDb
  readonly #backup: Backup
  readonly #arrivals: Arrivals | null
  readonly #added: Partial<Record<RowKind, number>> = {}
  readonly #changed: Named[] = []
  readonly #older: Named[] = []
  readonly #names = new Map<string, string>()
  readonly #raised = new Set<'catalogue' | 'plan' | 'ledger'>()
  readonly #aside = new Map<string, SetAside>()
  #records = 0
  #known = 0
  #setAside = 0
  #top = 0

  constructor(db: BatchboardDb, backup: Backup, arrivals: Arrivals | null) {
    this.#db = db
    this.#backup = backup
    this.#arrivals = arrivals
  }

  async run(onProgress: Progress = () => undefined): Promise<MergeReport> {
    for (const one of await this.#db.setAside.toArray()) {
      this.#aside.set(`${one.kind} ${one.key}`, one)
    }
    for (const kind of Object.keys(rowTables(this.#db)) as RowKind[]) await this.#mergeRows(kind)
    await this.#mergeWriters()
    const counts = new CountsHere(this.#db)
    const { entries } = this.#backup
    for (let start = 0; start < entries.length; start += SLICE) {
      await this.#mergeEntries(entries.slice(start, start + SLICE), counts)
      onProgress(Math.min(1, (start + SLICE) / entries.length))
    }
    if (this.#arrivals) await this.#raiseMarks()
    return {
      records: this.#records,
      added: this.#added,
      changed: this.#changed,
      older: this.#older,
      setAside: this.#setAside,
      known: this.#known,
      countAgain: counts.overridden.map((id) => this.#names.get(id) ?? ''),
    }
  }

  async #mergeRows<K extends RowKind>(kind: K): Promise<void> {
    const table = rowTables(this.#db)[kind]
    const here = new Map((await table.toArray()).map((row) => [keyOf(kind, row), row]))
    for (const row of here.values()) this.#name(kind, row)
    const arrived = new Map<string, [Kinds[K], ...Kinds[K][]]>()
    for (const row of this.#backup.rows[kind]) {
      const key = keyOf(kind, row)
      const others = arrived.get(key)
      if (others) others.push(row)
      else arrived.set(key, [row])
      if (!here.has(key)) this.#name(kind, row)
    }
    const written: Kinds[K][] = []
    const asides: SetAside[] = []
    for (const [key, rows] of arrived) {
      const row = here.get(key)
      const before = row && { counts: row, aside: this.#asideOf(kind, key) }
      const after = settleRow<Kinds[K] & Written>(
        before ? [before.counts, ...before.aside, ...rows] : rows,
      )
      this.#tell(kind, before, rows, after)
      if (newlyAside(before, after) > 0 || (before && before.aside.length > after.aside.length)) {
        asides.push({ kind, key, rows: after.aside } as unknown as SetAside)
      }
      if (after.counts === row) continue
      written.push(after.counts)
    }
    if (written.length > 0) this.#raised.add(isPlan(kind) ? 'plan' : 'catalogue')
    if (!this.#arrivals) return
    await table.bulkPut(written)
    await this.#db.setAside.bulkPut(asides)
  }

  #tell<K extends RowKind>(
    kind: K,
    before: Held<Kinds[K]> | undefined,
    rows: readonly Kinds[K][],
    after: Held<Kinds[K]>,
  ): void {
    for (const { stamp } of rows) this.#top = Math.max(this.#top, stamp)
    this.#setAside += newlyAside(before, after)
    switch (outcomeOf<Kinds[K] & Written>(before, rows, after)) {
      case 'added':
        this.#added[kind] = (this.#added[kind] ?? 0) + 1
        return
      case 'changed':
        this.#changed.push({ kind, name: this.#nameOf(kind, after.counts) })
        return
      case 'older':
        this.#older.push({ kind, name: this.#nameOf(kind, after.counts) })
        return
      case 'known':
        this.#known += 1
    }
  }

  async #mergeWriters(): Promise<void> {
    const { writers } = this.#backup
    const here = await this.#db.writers.bulkGet(writers.map(({ writer }) => writer))
    const byId = new Map<string, Writer>()
    for (const [index, writer] of writers.entries()) {
      const before = byId.get(writer.writer) ?? here[index]
      byId.set(writer.writer, before ? settleWriter(before, writer) : writer)
    }
    if (this.#arrivals) await this.#db.writers.bulkPut([...byId.values()])
  }

  async #mergeEntries(arrived: readonly Entry[], counts: CountsHere): Promise<void> {
    const rows = await stored(this.#db, arrived)
    const here = new Map(rows.map((row) => [keyText(row), row]))
    const fresh: Entry[] = []
    const replaced: EntryRow[] = []
    const asides: SetAside[] = []
    for (const entry of arrived) {
      const key = keyText(entry)
      const row = here.get(key)
      const others = this.#backup.again.get(key)
      for (const { stamp } of [entry, ...(others ?? [])]) this.#top = Math.max(this.#top, stamp)
      if (!row && !others) {
        fresh.push(entry)
        continue
      }
      const before: Held<Entry> | undefined = row && {
        counts: plainEntry(row),
        aside: this.#asideOf('entry', key),
      }
      const after = settleEntry([
        entry,
        ...(others ?? []),
        ...(before ? [before.counts, ...before.aside] : []),
      ])
      const more = newlyAside(before, after)
      this.#setAside += more
      if (more > 0) asides.push({ kind: 'entry', key, rows: after.aside })
      if (!row) fresh.push(after.counts)
      else if (after.counts === before?.counts) this.#known += 1
      else {
        replaced.push(row)
        fresh.push(after.counts)
        this.#raised.add('ledger')
      }
    }
    this.#records += fresh.length - replaced.length
    await counts.compare(fresh)
    if (!this.#arrivals) return
    await this.#db.entries.bulkDelete(replaced.map(({ n }) => n))
    const touches = await this.#arrivals.touchesOf(fresh)
    await this.#db.entries.bulkAdd(
      fresh.map((entry, index) => ({ ...entry, touches: touches[index]! })),
    )
    if (replaced.length > 0) {
      const now = new Map(fresh.map((entry, index) => [keyText(entry), touches[index]!]))
      await this.#arrivals.follow(replaced, now)
    }
    await this.#db.setAside.bulkPut(asides)
  }

  /** Readers look again at what changed, and whatever is written from now on is later than all that came. */
  async #raiseMarks(): Promise<void> {
    for (const mark of this.#raised) await raise(this.#db, mark)
    await raiseStamp(this.#db, this.#top)
  }

  #asideOf<K extends Kind>(kind: K, key: string): readonly Kinds[K][] {
    return (this.#aside.get(`${kind} ${key}`)?.rows ?? []) as readonly Kinds[K][]
  }

  #name<K extends RowKind>(kind: K, row: Kinds[K]): void {
    if ('name' in row) this.#names.set(keyOf(kind, row), row.name)
  }

  /** What a row is called: a target by its event and what is wanted there. */
  #nameOf<K extends RowKind>(kind: K, row: Kinds[K]): string {
    if ('name' in row) return row.name
    const names = keyOf(kind, row).split(' ')
    return names.map((id) => this.#names.get(id) ?? '').join(' › ')
  }
}

function isPlan(kind: RowKind): boolean {
  return kind === 'event' || kind.endsWith('Target')
}
