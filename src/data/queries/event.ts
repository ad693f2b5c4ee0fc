import Dexie from 'dexie'
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

type Plan = Pick<EventFacts, 'event' | 'productionTargets' | 'assemblyTargets' | 'looseTargets'>

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

/** What the pages of one database have read last; a kitchen looks at one event at a time. */
const memory = new WeakMap<BatchboardDb, { eventId: EventId; seen: Seen }>()

/**
 * All facts of one event, in one read transaction; null when it is unknown. Entries are
 * append-only and rows carry a version mark, so what was read before is read once only.
 * Inside a caller's transaction it takes part in that and remembers nothing.
 */
export async function eventFacts(db: BatchboardDb, eventId: EventId): Promise<EventFacts | null> {
  if (Dexie.currentTransaction?.db === db) {
    return factsOf(await look(db, eventId, recall(db, eventId)))
  }
  const before = recall(db, eventId)
  const seen = await db.transaction('r', readTables(db), () => look(db, eventId, before))
  if (seen) memory.set(db, { eventId, seen })
  return factsOf(seen)
}

/** The same facts, read from the tables alone. */
export async function eventFactsAfresh(
  db: BatchboardDb,
  eventId: EventId,
): Promise<EventFacts | null> {
  const all = (): Promise<Seen | null> => look(db, eventId, null)
  if (Dexie.currentTransaction?.db === db) return factsOf(await all())
  return factsOf(await db.transaction('r', readTables(db), all))
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
  const kept = memory.get(db)
  return kept?.eventId === eventId ? kept.seen : null
}

function factsOf(seen: Seen | null): EventFacts | null {
  if (!seen) return null
  const { recipes, units, goods, materials } = seen.catalogue
  const entries: readonly Entry[] = seen.entries
  return { ...seen.plan, recipes, units, goods, materials, entries }
}

async function look(db: BatchboardDb, eventId: EventId, before: Seen | null): Promise<Seen | null> {
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
    before && plan === before.plan && catalogue === before.catalogue
      ? before.materials
      : materialsOf(plan, catalogue)
  const sameMaterials = before !== null && materials.every((id) => before.materials.includes(id))
  const known = before && sameMaterials ? before : null
  const after = known?.lastArrival ?? 0

  const own = await db.entries
    .where('[eventId+n]')
    .between([eventId, after], [eventId, Dexie.maxKey], false)
    .toArray()
  const foreign = await readTouching(db, materials, eventId, after)
  const fresh = foreign.length > 0 ? [...own, ...foreign].sort((a, b) => a.n - b.n) : own
  return {
    planVersion,
    catalogue,
    plan,
    materials,
    lastArrival: fresh[fresh.length - 1]?.n ?? after,
    entries: fresh.length > 0 ? [...(known?.entries ?? []), ...fresh] : (known?.entries ?? []),
  }
}

async function readPlan(db: BatchboardDb, eventId: EventId): Promise<Plan | null> {
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
  if (materials.length === 0) return []
  const arrivals = new Set(
    await db.entries
      .where('touches')
      .anyOf([...materials])
      .primaryKeys(),
  )
  const fresh = [...arrivals].filter((n) => n > after)
  const rows = await db.entries.bulkGet(fresh)
  return rows.filter((row): row is EntryRow => row !== undefined && row.eventId !== eventId)
}

/** The materials in the event's bundles, and in the bundles in these. */
function materialsOf({ assemblyTargets }: Plan, { goods }: Catalogue): MaterialId[] {
  const byId = new Map(goods.map((good) => [good.id, good]))
  const found = new Set<MaterialId>()
  const met = new Set<GoodId>()
  const open = assemblyTargets.filter(({ hidden }) => !hidden).map(({ goodId }) => goodId)
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
