import Dexie, { type Transaction } from 'dexie'
import type { Day } from '../../domain/day'
import { standing } from '../../domain/ledger'
import type { EventFacts, EventId, Ingredient, IngredientId, RecipeId } from '../../domain/model'
import { countedSince } from '../../domain/pantry'
import type { ShoppingFacts } from '../../domain/shopping'
import type { BatchboardDb, EntryRow } from '../db'
import { runKey } from '../writer'
import { eventFacts, readPlan, readTables, type Plan } from './event'

/** What a reader has seen of the kitchen for one event's shopping, so that it reads only what is new. */
interface Seen {
  readonly ledgerVersion: number
  readonly planVersion: number
  readonly today: Day
  readonly plans: readonly Plan[]
  readonly catalogueVersion: number
  readonly ingredients: readonly Ingredient[]
  readonly lastArrival: number
  /** By arrival. All stock entries of these ingredients, and these recipes' runs since a stamp. */
  readonly pantry: ReadonlyMap<number, EntryRow>
  readonly items: ReadonlySet<IngredientId>
  readonly runs: ReadonlyMap<RecipeId, number>
  /** The entries of other open events. */
  readonly others: ReadonlyMap<EventId, readonly EntryRow[]>
}

/** What was read last through each connection. */
const memory = new WeakMap<IDBDatabase, { eventId: EventId; seen: Seen }>()

/** As many new entries are read as news; when there are more, an import came, and all is read again. */
const MOST_NEWS = 2000

/**
 * All facts of one event's shopping, in one read transaction; null when it is unknown. Of the ledger
 * it reads the event's entries, those of the ingredients that it needs, runs since these were counted,
 * and the entries of other events that are not over; afterwards only what is new.
 */
export async function shoppingFacts(
  db: BatchboardDb,
  eventId: EventId,
  today: Day,
): Promise<ShoppingFacts | null> {
  const current = Dexie.currentTransaction as Transaction | null
  if (current?.db === db) return (await look(db, eventId, today, null))?.facts ?? null
  return db.transaction('r', [...readTables(db), db.ingredients], async () => {
    const connection = db.backendDB()
    const kept = memory.get(connection)
    const found = await look(db, eventId, today, kept?.eventId === eventId ? kept.seen : null)
    if (found) memory.set(connection, { eventId, seen: found.seen })
    return found?.facts ?? null
  })
}

async function look(
  db: BatchboardDb,
  eventId: EventId,
  today: Day,
  kept: Seen | null,
): Promise<{ readonly facts: ShoppingFacts; readonly seen: Seen } | null> {
  // Neither needs the other: together they take the turns of the database that one of them takes.
  const [event, { before, news, ...around }] = await Promise.all([
    eventFacts(db, eventId),
    lookAround(db, eventId, today, kept),
  ])
  if (!event) return null
  const { pantry, items, runs } = await pantryFor(db, event, before, news)
  const facts: ShoppingFacts = {
    today,
    event,
    ingredients: around.ingredients,
    pantry: [...pantry.values()],
    others: around.plans.map((plan) => ({
      ...plan,
      entries: around.others.get(plan.event.id) ?? [],
    })),
  }
  return { facts, seen: { today, ...around, pantry, items, runs } }
}

type Around = Omit<Seen, 'today' | 'pantry' | 'items' | 'runs'>

/** All that does not depend on what the event is; `before` is what of the kept still holds, but for the news. */
async function lookAround(
  db: BatchboardDb,
  eventId: EventId,
  today: Day,
  kept: Seen | null,
): Promise<Around & { readonly before: Seen | null; readonly news: readonly EntryRow[] }> {
  const [[catalogueMark, planMark, ledgerMark], found] = await Promise.all([
    db.marks.bulkGet(['catalogue', 'plan', 'ledger']),
    kept && newsSince(db, kept.lastArrival),
  ])
  const ledgerVersion = ledgerMark?.value ?? 0
  const before = found && kept?.ledgerVersion === ledgerVersion ? kept : null
  const news = before && found ? found : []
  const catalogueVersion = catalogueMark?.value ?? 0
  const planVersion = planMark?.value ?? 0
  const isSamePlan = before?.planVersion === planVersion && before.today === today
  const [plans, ingredients, lastArrival] = await Promise.all([
    isSamePlan ? before.plans : openPlans(db, eventId, today),
    before?.catalogueVersion === catalogueVersion ? before.ingredients : db.ingredients.toArray(),
    news[news.length - 1]?.n ?? before?.lastArrival ?? lastIn(db),
  ])
  const others = await entriesOf(db, plans, before, news)
  const versions = { ledgerVersion, planVersion, catalogueVersion }
  return { ...versions, plans, ingredients, lastArrival, others, before, news }
}

async function lastIn(db: BatchboardDb): Promise<number> {
  return (await db.entries.orderBy('n').last())?.n ?? 0
}

/** What arrived since; null when that is too much to look through. */
async function newsSince(db: BatchboardDb, arrival: number): Promise<readonly EntryRow[] | null> {
  const rows = await db.entries.where('n').above(arrival).limit(MOST_NEWS).toArray()
  return rows.length < MOST_NEWS ? rows : null
}

/** The plans of other events that are not over. */
async function openPlans(db: BatchboardDb, eventId: EventId, today: Day): Promise<Plan[]> {
  const events = await db.events.toArray()
  const open = events.filter(
    ({ id, hidden, archived, date }) => id !== eventId && !hidden && !archived && date >= today,
  )
  const plans = await Promise.all(open.map(({ id }) => readPlan(db, id)))
  return plans.filter((plan) => plan !== null)
}

/** The entries of these events: those that were read before with the news, and those of events that are new here. */
async function entriesOf(
  db: BatchboardDb,
  plans: readonly Plan[],
  before: Seen | null,
  news: readonly EntryRow[],
): Promise<ReadonlyMap<EventId, readonly EntryRow[]>> {
  return new Map(
    await Promise.all(
      plans.map(async ({ event: { id } }): Promise<readonly [EventId, readonly EntryRow[]]> => {
        const known = before?.others.get(id)
        const own = news.filter(({ eventId }) => eventId === id)
        if (known) return [id, own.length === 0 ? known : [...known, ...own]]
        const range = [
          [id, Dexie.minKey],
          [id, Dexie.maxKey],
        ] as const
        return [
          id,
          await db.entries
            .where('[eventId+n]')
            .between(...range)
            .toArray(),
        ]
      }),
    ),
  )
}

/** Everything that has to do with what the event needs from the pantry; more than that does no harm. */
async function pantryFor(
  db: BatchboardDb,
  event: EventFacts,
  before: Seen | null,
  news: readonly EntryRow[],
): Promise<Pick<Seen, 'pantry' | 'items' | 'runs'>> {
  const pantry = new Map(before?.pantry)
  const items = new Set(before?.items)
  const runs = new Map(before?.runs)
  const keep = (rows: readonly EntryRow[]): void => {
    for (const row of rows) pantry.set(row.n, row)
  }
  // What touches nothing was undone before it came.
  keep(news.filter(({ kind, touches }) => kind !== 'assembly' && touches.length > 0))

  const needed = ingredientsOf(event)
  const unread = needed.filter((id) => !items.has(id))
  const stock = await Promise.all(
    unread.map((id) => db.entries.where('touches').equals(id).toArray()),
  )
  keep(stock.flat())
  for (const id of unread) items.add(id)

  const since = countedSince(standing([...pantry.values()]))
  const wanted = event.recipes.flatMap(({ id, lines }) => {
    const stamps = lines.flatMap(({ ingredientId }) => {
      const stamp =
        ingredientId !== null && items.has(ingredientId) ? since.get(ingredientId) : null
      return stamp ?? []
    })
    const from = Math.min(...stamps)
    return stamps.length > 0 && from < (runs.get(id) ?? Infinity) ? [{ id, from }] : []
  })
  const baked = await Promise.all(
    wanted.map(({ id, from }) =>
      db.entries.where('touches').between(runKey(id, from), `${id} :`).toArray(),
    ),
  )
  keep(baked.flat())
  for (const { id, from } of wanted) runs.set(id, from)
  return { pantry, items, runs }
}

/** Whatever the recipes that the event bakes have in them. */
function ingredientsOf({ productionTargets, recipes }: EventFacts): IngredientId[] {
  const baked = new Set(
    productionTargets.filter(({ hidden }) => !hidden).map(({ recipeId }) => recipeId),
  )
  const lines = recipes.filter(({ id }) => baked.has(id)).flatMap((recipe) => recipe.lines)
  return [...new Set(lines.map(({ ingredientId }) => ingredientId))].filter((id) => id !== null)
}
