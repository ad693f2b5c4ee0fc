import Dexie, { type Transaction } from 'dexie'
import type {
  Entry,
  EventFacts,
  EventId,
  FinishedGood,
  FinishedUnit,
  GoodId,
  Material,
  MaterialId,
  Recipe,
} from '../../domain/model'
import type { BatchboardDb, EntryRow } from '../db'

interface Catalogue {
  readonly version: number
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
  readonly planVersion: number
  readonly catalogue: Catalogue
  readonly plan: Plan
  readonly lastArrival: number
  /** The event's own entries, and others' that touch its materials, by arrival. */
  readonly entries: readonly EntryRow[]
  readonly materials: readonly MaterialId[]
}

/**
 * What was read last through each connection; a kitchen looks at one event at a time. It goes with
 * the connection, for behind the next one may lie another database of the same name.
 */
const memory = new WeakMap<IDBDatabase, { eventId: EventId; seen: Seen }>()

/**
 * All facts of one event, in one read transaction; null when it is unknown. Entries are
 * append-only and rows carry a version mark, so what was read before is read once only.
 * Inside a caller's transaction it takes part in that and remembers nothing. `packing` is a bundle
 * that the event may not have planned, and whose materials matter all the same.
 */
export async function eventFacts(
  db: BatchboardDb,
  eventId: EventId,
  packing?: GoodId,
): Promise<EventFacts | null> {
  if (isInTransaction(db)) {
    return factsOf(await look(db, eventId, recall(db, eventId), packing))
  }
  // Dexie follows an async function through its awaits, and loses any other on the way.
  return db.transaction('r', readTables(db), async () => {
    const connection = db.backendDB()
    const seen = await look(db, eventId, recall(db, eventId), packing)
    if (seen) memory.set(connection, { eventId, seen })
    return factsOf(seen)
  })
}

/** The same facts, read from the tables alone. */
export async function eventFactsAfresh(
  db: BatchboardDb,
  eventId: EventId,
): Promise<EventFacts | null> {
  if (isInTransaction(db)) return factsOf(await look(db, eventId, null))
  return db.transaction('r', readTables(db), async () => factsOf(await look(db, eventId, null)))
}

function isInTransaction(db: BatchboardDb): boolean {
  const current = Dexie.currentTransaction as Transaction | null
  return current?.db === db
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
  before: Seen | null,
  packing?: GoodId,
): Promise<Seen | null> {
  const [catalogueMark, planMark] = await db.marks.bulkGet(['catalogue', 'plan'])
  const catalogueVersion = catalogueMark?.value ?? 0
  const planVersion = planMark?.value ?? 0
  const plan = before?.planVersion === planVersion ? before.plan : await readPlan(db, eventId)
  if (!plan) return null
  const catalogue =
    before?.catalogue.version === catalogueVersion
      ? before.catalogue
      : await readCatalogue(db, catalogueVersion)
  const materials =
    before && !packing && plan === before.plan && catalogue === before.catalogue
      ? before.materials
      : materialsOf(plan, catalogue, packing)
  const after = before?.lastArrival ?? 0
  const own = await db.entries
    .where('[eventId+n]')
    .between([eventId, after], [eventId, Dexie.maxKey], false)
    .toArray()
  const entries =
    before && areSame(materials, before.materials)
      ? appended(before.entries, own, await readTouching(db, materials, eventId, after))
      : await withAllTouching(db, materials, [
          ...(before?.entries ?? []).filter((entry) => entry.eventId === eventId),
          ...own,
        ])
  const lastArrival = Math.max(after, entries[entries.length - 1]?.n ?? 0)
  return { planVersion, catalogue, plan, materials, lastArrival, entries }
}

function areSame(some: readonly MaterialId[], others: readonly MaterialId[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id))
}

function appended(
  known: readonly EntryRow[],
  own: readonly EntryRow[],
  foreign: readonly EntryRow[],
): readonly EntryRow[] {
  if (own.length + foreign.length === 0) return known
  return [...known, ...[...own, ...foreign].sort(byArrival)]
}

const byArrival = (a: EntryRow, b: EntryRow): number => a.n - b.n

/** An event with its targets; null when it is unknown. */
export async function readPlan(db: BatchboardDb, eventId: EventId): Promise<Plan | null> {
  const event = await db.events.get(eventId)
  if (!event) return null
  const range = [
    [eventId, Dexie.minKey],
    [eventId, Dexie.maxKey],
  ] as const
  const [productionTargets, assemblyTargets, looseTargets] = await Promise.all([
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
  return { event, productionTargets, assemblyTargets, looseTargets }
}

async function readCatalogue(db: BatchboardDb, version: number): Promise<Catalogue> {
  const [recipes, units, goods, materials] = await Promise.all([
    db.recipes.toArray(),
    db.units.toArray(),
    db.goods.toArray(),
    db.materials.toArray(),
  ])
  return { version, recipes, units, goods, materials }
}

/** Entries of other events and of the kitchen that touch these materials, newer than an arrival. */
async function readTouching(
  db: BatchboardDb,
  materials: readonly MaterialId[],
  eventId: EventId,
  after: number,
): Promise<EntryRow[]> {
  const found = new Map<number, EntryRow>()
  // From the newest back, so that the material's history is not read again with every entry.
  const readBack = (id: MaterialId): Promise<void> =>
    db.entries
      .where('touches')
      .equals(id)
      .reverse()
      .until(({ n }) => n <= after)
      .each((row) => {
        if (row.eventId !== eventId) found.set(row.n, row)
      })
  await Promise.all(materials.map(readBack))
  return [...found.values()]
}

/** An event's own entries, and all of others that touch these materials, by arrival. */
async function withAllTouching(
  db: BatchboardDb,
  materials: readonly MaterialId[],
  own: readonly EntryRow[],
): Promise<readonly EntryRow[]> {
  // One request for a whole index range is many times faster than one for each row.
  const touching = await Promise.all(
    materials.map((id) => db.entries.where('touches').equals(id).toArray()),
  )
  const byN = new Map([...own, ...touching.flat()].map((row) => [row.n, row]))
  return [...byN.values()].sort(byArrival)
}

/** The materials in the event's bundles and in one that is packed, and in the bundles in these. */
function materialsOf(
  { assemblyTargets }: Plan,
  { goods }: Catalogue,
  packing?: GoodId,
): MaterialId[] {
  const byId = new Map(goods.map((good) => [good.id, good]))
  const found = new Set<MaterialId>()
  const met = new Set<GoodId>()
  const open = assemblyTargets.filter(({ hidden }) => !hidden).map(({ goodId }) => goodId)
  if (packing) open.push(packing)
  while (open.length > 0) {
    const id = open.pop()!
    if (met.has(id)) continue
    met.add(id)
    for (const { item } of byId.get(id)?.lines ?? []) {
      if (item.kind === 'good') open.push(item.id)
      if (item.kind === 'material') found.add(item.id)
    }
  }
  return [...found]
}
