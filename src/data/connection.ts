import type Dexie from 'dexie'

/** Newer code has the tables or wants them, or an older tab keeps this one from its upgrade. */
export type ConnectionTrouble = 'newer version' | 'blocked'

/** Null: what was told before is over. */
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

/** Keeps code from writing into tables of a newer version, which Dexie would let it do. */
export function watchConnection(db: Dexie): void {
  const version = db.verno
  const tell = (trouble: ConnectionTrouble | null): void => {
    if ((troubles.get(db) ?? null) === trouble) return
    if (trouble) troubles.set(db, trouble)
    else troubles.delete(db)
    for (const listener of listeners.get(db) ?? []) listener(trouble)
  }
  const giveWay = (): void => {
    db.close({ disableAutoOpen: true })
    tell('newer version')
  }
  db.on('versionchange', ({ newVersion }) => {
    // A database that is deleted is only empty afterwards: Dexie lets it go, and opens it again.
    if (newVersion === null) return undefined
    giveWay()
    return false
  })
  db.on('blocked', () => tell('blocked'))
  db.on(
    'ready',
    () => (db.backendDB().version >= (version + 1) * 10 ? giveWay() : tell(null)),
    true,
  )
}
