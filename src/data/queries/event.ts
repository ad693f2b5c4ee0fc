import Dexie, { type Transaction } from 'dexie'
import type {
  Entry,
  EventFacts,
  EventId,
  EventRef,
  FinishedGood,
  FinishedUnit,
  GoodId,
  Material,
  MaterialId,
  Recipe,
} from '../../domain/model'
import type { BatchboardDb, EntryRow } from '../db'
import { materialsOf, readNews, readPackings, readStock, type Since } from './materials'

interface Catalogue {
  readonly recipes: readonly Recipe[]
  readonly units: readonly FinishedUnit[]
  readonly goods: readonly FinishedGood[]
  readonly materials: readonly Material[]
}

export type Plan = Pick<
  EventFacts,
  'event' | 'productionTargets' | 'assemblyTargets' | 'looseTargets'
>

/** What a reader has seen of one event, so that it reads only what is new. */
interface Seen {
  readonly ledgerVersion: number
  readonly planVersion: number
  readonly catalogueVersion: number
  readonly catalogue: Catalogue
  readonly plan: Plan
  readonly lastArrival: number
  /** The event's own entries, and others' that its materials depend on, by arrival. */
  readonly entries: readonly EntryRow[]
  readonly materials: readonly MaterialId[]
  readonly since: Since
}

/**
 * What was read last through each connection; a kitchen looks at one event at a time. It goes with
 * the connection, for behind the next one may lie another database of the same name.
 */
const memory = new WeakMap<IDBDatabase, { eventId: EventId; seen: Seen }>()

/**
 * All facts of one event, in one read transaction; null when it is unknown. Entries are
 * append-only and rows carry a version mark, so what was read before is read once only.
 * Inside a caller's transaction it takes part in that, and remembers nothing if that may write.
 * `packing` is a bundle that the event may not have planned, and whose materials matter all the same.
 */
export async function eventFacts(
  db: BatchboardDb,
  eventId: EventId,
  packing?: GoodId,
): Promise<EventFacts | null> {
  const current = transactionOf(db)
  if (current) {
    const seen = await look(db, eventId, recall(db, eventId), packing)
    // What is written in a transaction may yet be undone; what is only read stays true.
    if (seen && current.mode === 'readonly') memory.set(db.backendDB(), { eventId, seen })
    return factsOf(seen)
  }
  // Dexie follows an async function through its awaits, and loses any other on the way.
  return db.transaction('r', readTables(db), async () => eventFacts(db, eventId, packing))
}

/** The same facts, read from the tables alone. */
export async function eventFactsAfresh(
  db: BatchboardDb,
  eventId: EventId,
): Promise<EventFacts | null> {
  if (transactionOf(db)) return factsOf(await look(db, eventId, null))
  return db.transaction('r', readTables(db), async () => factsOf(await look(db, eventId, null)))
}

/** The transaction over this database that is running; null outside of any. */
function transactionOf(db: BatchboardDb): Transaction | null {
  const current = Dexie.currentTransaction as Transaction | null
  return current?.db === db ? current : null
}

/** The tables that an event is computed from. */
export function readTables(db: BatchboardDb) {
  return [
    db.events,
    db.recipes,
    db.units,
    db.goods,
    db.materials,
    db.productionTargets,
    db.assemblyTargets,
    db.looseTargets,
    db.entries,
    db.marks,
  ]
}

function recall(db: BatchboardDb, eventId: EventId): Seen | null {
  const kept = memory.get(db.backendDB())
  return kept?.eventId === eventId ? kept.seen : null
}

function factsOf(seen: Seen | null): EventFacts | null {
  if (!seen) return null
  const { recipes, units, goods, materials } = seen.catalogue
  const entries: readonly Entry[] = seen.entries
  return { ...seen.plan, recipes, units, goods, materials, entries }
}

async function look(
  db: BatchboardDb,
  eventId: EventId,
  kept: Seen | null,
  packing?: GoodId,
): Promise<Seen | null> {
  // Where news begin is known before the marks are: together they take one turn of the database, and
  // the first look at an event takes no other. The entries are asked for last: they may be many, and
  // while the device still reads them, plan and catalogue are taken up.
  const [marks, first, recent, around] = await Promise.all([
    db.marks.bulkGet(['catalogue', 'plan', 'ledger']),
    kept ? null : Promise.all([readPlan(db, eventId), readCatalogue(db)]),
    readOwn(db, eventId, kept?.lastArrival ?? 0),
    kept && readNews(db, kept.materials, kept.since, eventId, kept.lastArrival),
  ])
  const versions = marks.map((mark) => mark?.value ?? 0)
  const [catalogueVersion = 0, planVersion = 0, ledgerVersion = 0] = versions
  const before = kept?.ledgerVersion === ledgerVersion ? kept : null
  const isSamePlan = before?.planVersion === planVersion
  const isSameCatalogue = before?.catalogueVersion === catalogueVersion
  const [plan, catalogue, own] = await Promise.all([
    first ? first[0] : isSamePlan ? before.plan : readPlan(db, eventId),
    first ? first[1] : isSameCatalogue ? before.catalogue : readCatalogue(db),
    kept && !before ? readOwn(db, eventId, 0) : recent,
  ])
  if (!plan) return null
  const materials =
    isSamePlan && isSameCatalogue && !packing
      ? before.materials
      : materialsOf(plan.assemblyTargets, catalogue.goods, packing)
  const same = before && areSame(materials, before.materials) ? before : null
  const shared = same && around ? around : await readStock(db, materials)
  const news = [...own, ...shared]
  const known = same?.entries ?? before?.entries.filter((entry) => entry.eventId === eventId) ?? []
  let entries = same ? appended(known, news) : merged([...known, ...own], shared)
  let since = same?.since ?? new Map()
  if (!same || news.some(({ kind }) => kind === 'stock' || kind === 'void')) {
    const packings = await readPackings(db, entries, materials, since)
    since = packings.since
    if (packings.rows.length > 0) entries = merged(entries, packings.rows)
  }
  const lastArrival = Math.max(before?.lastArrival ?? 0, entries[entries.length - 1]?.n ?? 0)
  const seen = { ledgerVersion, planVersion, catalogueVersion, catalogue, plan, materials }
  return { ...seen, since, lastArrival, entries }
}

function areSame(some: readonly MaterialId[], others: readonly MaterialId[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id))
}

/** What is newer than all that is known, after it. */
function appended(known: readonly EntryRow[], news: EntryRow[]): readonly EntryRow[] {
  return news.length === 0 ? known : [...known, ...news.sort(byArrival)]
}

/** Both by arrival, each row once. */
function merged(known: readonly EntryRow[], more: readonly EntryRow[]): readonly EntryRow[] {
  if (more.length === 0) return known
  const byN = new Map([...known, ...more].map((row) => [row.n, row]))
  return [...byN.values()].sort(byArrival)
}

const byArrival = (a: EntryRow, b: EntryRow): number => a.n - b.n

/** An event with its targets; null when it is unknown. */
export async function readPlan(db: BatchboardDb, eventId: EventId): Promise<Plan | null> {
  const range = rangeOf(eventId)
  const [event, productionTargets, assemblyTargets, looseTargets] = await Promise.all([
    db.events.get(eventId),
    db.productionTargets
      .where('[eventId+recipeId]')
      .between(...range)
      .toArray(),
    db.assemblyTargets
      .where('[eventId+goodId]')
      .between(...range)
      .toArray(),
    db.looseTargets
      .where('[eventId+unitId]')
      .between(...range)
      .toArray(),
  ])
  return event ? { event, productionTargets, assemblyTargets, looseTargets } : null
}

/** From the first to the last key of an event, where keys begin with it. */
export function rangeOf(eventId: EventRef) {
  return [
    [eventId, Dexie.minKey],
    [eventId, Dexie.maxKey],
  ] as const
}

/**
 * The event's own entries that arrived after this. All of them at once are read past Dexie, which would
 * note the key of each to hear what becomes of it: entries are only added, and when one is replaced the
 * mark `ledger` tells. Asked for one key, Dexie watches where new ones arrive.
 */
function readOwn(db: BatchboardDb, eventId: EventId, after: number): PromiseLike<EntryRow[]> {
  const own = db.entries
    .where('[eventId+n]')
    .between([eventId, after], [eventId, Dexie.maxKey], false)
  if (after > 0) return own.toArray()
  const { idbtrans } = Dexie.currentTransaction
  const request = idbtrans
    .objectStore('entries')
    .index('[eventId+n]')
    .getAll(IDBKeyRange.bound(...rangeOf(eventId)))
  const rows = new Dexie.Promise<EntryRow[]>((done, failed) => {
    request.onsuccess = () => done(request.result as EntryRow[])
    request.onerror = () => failed(request.error ?? new Error('not read'))
  })
  return Dexie.Promise.all([rows, own.limit(1).primaryKeys()]).then(([all]) => all)
}

async function readCatalogue(db: BatchboardDb): Promise<Catalogue> {
  const [recipes, units, goods, materials] = await Promise.all([
    db.recipes.toArray(),
    db.units.toArray(),
    db.goods.toArray(),
    db.materials.toArray(),
  ])
  return { recipes, units, goods, materials }
}
