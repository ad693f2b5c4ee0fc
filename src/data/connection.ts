import Dexie, {
  type PromiseExtended,
  type Table,
  type Transaction,
  type TransactionMode,
} from 'dexie'

/**
 * Newer code has the tables or wants them; an older tab keeps this one from its upgrade; the device's
 * storage does not answer, keeps nothing, or is full; or the tables cannot be opened.
 */
export type ConnectionTrouble =
  'newer version' | 'blocked' | 'silent' | 'refused' | 'disk full' | 'not opened'

/** Null: what was told before is over, and what was read before it may be old. */
type Listener = (trouble: ConnectionTrouble | null) => void

const troubles = new WeakMap<Dexie, ConnectionTrouble>()
const listeners = new WeakMap<Dexie, Set<Listener>>()

/** Tells of trouble from now on, and at once where there is some; gives how to stop it. */
export function onTrouble(db: Dexie, listener: Listener): () => void {
  const all = listeners.get(db) ?? new Set()
  listeners.set(db, all.add(listener))
  const present = troubles.get(db)
  if (present) listener(present)
  return () => all.delete(listener)
}

function tell(db: Dexie, trouble: ConnectionTrouble | null): void {
  const before = troubles.get(db)
  // Silence has its reason, where there is one.
  if (trouble && (trouble === before || (trouble === 'silent' && before))) return
  if (trouble) troubles.set(db, trouble)
  else troubles.delete(db)
  for (const listener of listeners.get(db) ?? []) listener(trouble)
}

/** One command, however often it is tried. */
export interface Attempt {
  /** Lies beside what it wrote, and says so that it was stored. */
  receipt?: string
  /** What the latest try decided, stored or not. */
  answer?: unknown
}

const attempts = new WeakMap<IDBTransaction, Attempt>()

/** The command whose transaction is running. */
export function attemptHere(): Attempt | undefined {
  const running = transactionHere()
  return running ? attempts.get(running.idbtrans) : undefined
}

/** Null outside of transactions, whatever the type says. */
function transactionHere(): Transaction | null {
  return Dexie.currentTransaction
}

/** A database whose connection may be lost, and whose tables may be another version's. */
export class SteadyDb extends Dexie {
  private readonly door: Door
  private opening: PromiseExtended<Dexie> | null = null

  constructor(name: string) {
    const door = new Door()
    super(name, { chromeTransactionDurability: 'strict', indexedDB: door })
    this.door = door
    let opened = false
    this.on('versionchange', ({ newVersion }) => {
      // A database that is deleted is only empty afterwards: Dexie lets it go, and opens it again.
      if (newVersion === null) return undefined
      this.giveWay()
      return false
    })
    this.on('blocked', () => this.tell('blocked'))
    this.on(
      'ready',
      () => {
        if (isNewer(this, this.backendDB().version)) {
          this.giveWay()
          return
        }
        if (opened || troubles.has(this)) this.tell(null)
        opened = true
        // A browser may close it too, as when a person clears the page's data.
        this.backendDB().addEventListener('close', () => void this.open().catch(console.warn))
      },
      true,
    )
  }

  /** Says what became of the connection. */
  tell(trouble: ConnectionTrouble | null): void {
    tell(this, trouble)
  }

  /** Opens tables of this version, or of an older one after a copy of them; never newer ones. */
  override open(): PromiseExtended<Dexie> {
    return (this.opening ??= Dexie.Promise.resolve(this.look())
      .then(() => super.open())
      .finally(() => (this.opening = null)))
  }

  /** Leaves a connection that is of no use, and takes another. */
  reopen(): PromiseLike<unknown> {
    if (!this.opening) this.close({ disableAutoOpen: false })
    return this.open()
  }

  /** As Dexie's; but a command that loses its connection on the way is tried again, and counts once. */
  override transaction<Answer>(
    mode: TransactionMode,
    tables: readonly (string | Table)[],
    scope: () => PromiseLike<Answer> | Answer,
  ): PromiseExtended<Answer>
  override transaction<Answer>(mode: TransactionMode, ...rest: never[]): PromiseExtended<Answer>
  override transaction<Answer>(
    mode: TransactionMode,
    tables: readonly (string | Table)[],
    scope: () => PromiseLike<Answer> | Answer,
  ): PromiseExtended<Answer> {
    if (mode === 'r' || transactionHere()?.db === this)
      return super.transaction(mode, tables, scope)
    const attempt: Attempt = {}
    const run = () =>
      // Dexie follows an async function through its awaits, and loses any other on the way.
      super.transaction(mode, tables, async ({ idbtrans }) => {
        attempts.set(idbtrans, attempt)
        const answer = await scope()
        attempt.answer = answer
        return answer
      })
    return run().catch(async (fault: unknown) =>
      (await import('./again')).again(this, attempt, fault, run),
    )
  }

  /** What comes before opening. */
  protected async look(): Promise<void> {
    if (this.isOpen()) return
    const version = await versionOf(this.name).catch(() => 0)
    this.door.isShut = isNewer(this, version)
    if (this.door.isShut) this.tell('newer version')
    if (version === 0 || version >= this.verno * 10) return
    const { copyBeforeUpgrade } = await import('./before-upgrade')
    await copyBeforeUpgrade(this.name, version)
  }

  /** Keeps code from writing into tables of a newer version, which Dexie would let it do. */
  private giveWay(): void {
    this.close({ disableAutoOpen: true })
    this.tell('newer version')
  }
}

/** Dexie keeps versions times ten, with room for what it adds to a version. */
function isNewer(db: Dexie, version: number): boolean {
  return version >= (db.verno + 1) * 10
}

/** The version of the tables on this device; 0 when there are none. */
export async function versionOf(name: string): Promise<number> {
  if (!('databases' in indexedDB)) return (await import('./before-upgrade')).lookedUp(name)
  const all = await indexedDB.databases()
  return all.find((one) => one.name === name)?.version ?? 0
}

/** The browser's databases, but not those that were found to be newer: Dexie would add to them. */
class Door implements IDBFactory {
  isShut = false

  open(name: string, version?: number): IDBOpenDBRequest {
    if (this.isShut) throw new Dexie.DatabaseClosedError()
    return indexedDB.open(name, version)
  }

  deleteDatabase(name: string): IDBOpenDBRequest {
    return indexedDB.deleteDatabase(name)
  }

  databases(): Promise<IDBDatabaseInfo[]> {
    return indexedDB.databases()
  }

  cmp(first: unknown, second: unknown): number {
    return indexedDB.cmp(first, second)
  }
}
