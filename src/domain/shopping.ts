import { accountOf, type Account } from './account'
import type { Day } from './day'
import { batchesLeft, groceriesFor, materialNeeds } from './groceries'
import type { Need, Part, UnreadLine } from './groceries'
import { standing } from './ledger'
import { convert, familyOf } from './measure'
import type {
  EntryKey,
  EventFacts,
  EventId,
  Ingredient,
  IngredientId,
  KitchenEvent,
  StockEntry,
} from './model'
import { exact, materialMarks, pantryOf, type Marks, type PantryItem, type Shelf } from './pantry'
import { add, isNegative, isPositive, max, subtract, type Amount } from './quantity'

/** One event's shopping is computed from these. Entries that do not matter do no harm. */
export interface ShoppingFacts {
  readonly today: Day
  readonly event: EventFacts
  readonly ingredients: readonly Ingredient[]
  /** Stock entries of the event's ingredients, and runs of recipes that use them, since they were counted. */
  readonly pantry: EventFacts['entries']
  /** Other events; those that are over, archived or hidden are passed over. */
  readonly others: readonly OtherPlan[]
}

/** What another event's needs are computed from, with its own entries. */
export type OtherPlan = Pick<
  EventFacts,
  'event' | 'productionTargets' | 'assemblyTargets' | 'looseTargets' | 'entries'
>

export interface ShoppingList {
  readonly event: KitchenEvent
  /** Ingredients by category and name, those without a category last; then materials by name. */
  readonly lines: readonly ShoppingLine[]
  /** Lines of recipes that name no ingredient. */
  readonly unread: readonly UnreadLine[]
}

/** G1: need, have and buy of one item, in measures that convert into each other. */
export interface ShoppingLine {
  /** No other line has it. */
  readonly key: string
  readonly item: PantryItem
  /** '' where the item is unknown here. */
  readonly name: string
  readonly category: string
  /** What the amounts are in, as it was written. */
  readonly measure: string
  readonly need: Amount
  /** Null: never counted in any of these measures. */
  readonly have: Amount | null
  readonly buy: Amount
  /** More was used than was ever there: count again. */
  readonly isBelowZero: boolean
  /** Other open events that need the item too, by date. */
  readonly alsoFor: readonly OtherEvent[]
  /** Lines of recipes whose quantity could not be read; they are at the item's first line. */
  readonly unread: readonly UnreadLine[]
  /** The latest purchase that counts: undoing it takes the tick off. */
  readonly lastBought: PantryEntry | null
  readonly lastCount: PantryEntry | null
}

interface OtherEvent {
  readonly eventId: EventId
  readonly name: string
}

interface PantryEntry extends EntryKey {
  readonly at: number
  readonly amount: Amount
  readonly measure: string
}

/** G1: what to buy of something, never below 0. What was never counted is bought in full. */
export function toBuy(need: Amount, have: Amount | null): Amount {
  return have === null ? max(0, need) : max(0, subtract(need, have))
}

/** The shopping for what an event has still to bake and to pack (G1, G2, S2). */
export function shoppingOf(facts: ShoppingFacts): ShoppingList {
  const recipes = new Map(facts.event.recipes.map((recipe) => [recipe.id, recipe]))
  const account = ownAccount(facts.event)
  const others = openOthers(facts).map((plan) => ({ plan, account: ownAccount(plan) }))
  const { needs, unread } = groceriesFor(batchesLeft(facts.event, account.sums), recipes)
  const users = others.map(({ plan, account: { sums } }) => ({
    ...named(plan),
    items: new Set<string>(groceriesFor(batchesLeft(plan, sums), recipes).needs.keys()),
  }))
  return {
    event: facts.event.event,
    lines: [
      ...ingredientLines(facts, needs, users),
      ...materialLines(facts.event, account, others),
    ],
    unread: sorted(unread),
  }
}

function ownAccount({ event, entries }: OtherPlan): Account {
  return accountOf(entries, event.id)
}

/** Another event, and whatever it needs. */
interface User extends OtherEvent {
  readonly items: ReadonlySet<string>
}

function needing(users: readonly User[], item: PantryItem): OtherEvent[] {
  return users
    .filter(({ items }) => items.has(item.id))
    .map(({ eventId, name }) => ({ eventId, name }))
}

function ingredientLines(
  { event, ingredients, pantry }: ShoppingFacts,
  needs: ReadonlyMap<IngredientId, Need>,
  users: readonly User[],
): ShoppingLine[] {
  const byId = new Map(ingredients.map((ingredient) => [ingredient.id, ingredient]))
  const shelves = pantryOf(standing(pantry), event.recipes, (id) => byId.get(id)?.density ?? null)
  return [...needs]
    .map(([id, need]) => ({ id, need, ingredient: byId.get(id) }))
    .sort((a, b) => byShelf(a.ingredient, b.ingredient) || inAlphabet(a.id, b.id))
    .flatMap(({ id, need, ingredient }) => {
      const alsoFor = needing(users, { kind: 'ingredient', id })
      return linesOf(id, ingredient, need, shelves.get(id), alsoFor)
    })
}

/** One line for each family of measures that recipes or the shelf speak of. */
function linesOf(
  id: IngredientId,
  ingredient: Ingredient | undefined,
  need: Need,
  shelves: ReadonlyMap<string, Shelf> | undefined,
  alsoFor: readonly OtherEvent[],
): ShoppingLine[] {
  const { name = '', category = '', measure: own = '', density = null } = ingredient ?? {}
  const families = new Map<string, Part[]>()
  for (const part of need.parts.values()) {
    const family = familyOf(part.measure, density)
    families.set(family, [...(families.get(family) ?? []), part])
  }
  // Nothing that could be added up: the item is listed all the same.
  if (families.size === 0) families.set(familyOf(own, density), [])
  const asked = [...families.keys()].sort(inAlphabet)
  const onShelfOnly = [...(shelves?.keys() ?? [])].filter((family) => !families.has(family))
  return [...asked, ...onShelfOnly.sort(inAlphabet)].map((family, position): ShoppingLine => {
    const parts = families.get(family) ?? []
    const shelf = shelves?.get(family)
    const isOwn = own !== '' && familyOf(own, density) === family
    const measure = isOwn ? own : (commonest(parts) ?? shelf?.start.measure ?? own)
    const sum = (amounts: Iterable<readonly [string, Amount]>): Amount => {
      let total: Amount = 0
      for (const [from, amount] of amounts) {
        total = add(total, convert(amount, from, measure, density) ?? 0)
      }
      return total
    }
    return {
      key: `ingredient ${family} ${id}`,
      item: { kind: 'ingredient', id },
      name,
      category,
      measure,
      ...balance(
        sum(parts.map((part) => [part.measure, part.amount])),
        shelf ? sum(shelf.parts) : null,
      ),
      alsoFor,
      unread: position === 0 ? sorted(need.unread) : [],
      ...lastOf(shelf),
    }
  })
}

/** The measure of most lines; of equals the first in the alphabet. */
function commonest(parts: readonly Part[]): string | undefined {
  const [first] = [...parts].sort((a, b) => b.lines - a.lines || inAlphabet(a.measure, b.measure))
  return first?.measure
}

function materialLines(
  event: EventFacts,
  account: Account,
  others: readonly { readonly plan: OtherPlan; readonly account: Account }[],
): ShoppingLine[] {
  const needs = materialNeeds(event, account)
  if (needs.size === 0) return []
  const marks = materialMarks(standing(event.entries))
  const byId = new Map(event.materials.map((material) => [material.id, material]))
  const users = others
    .filter(({ plan }) => plan.assemblyTargets.length > 0)
    .map(({ plan, account: own }) => ({
      ...named(plan),
      items: new Set<string>(materialNeeds({ ...event, ...plan }, own).keys()),
    }))
  return [...needs]
    .map(([id, need]): ShoppingLine => {
      const item = { kind: 'material', id } as const
      return {
        key: `material ${id}`,
        item,
        name: byId.get(id)?.name ?? '',
        category: '',
        measure: byId.get(id)?.measure ?? '',
        ...balance(need, account.stock.materials.get(id) ?? null),
        alsoFor: needing(users, item),
        unread: [],
        ...lastOf(marks.get(id)),
      }
    })
    .sort((a, b) => emptyLast(a.name, b.name) || inAlphabet(a.key, b.key))
}

function balance(
  need: Amount,
  have: Amount | null,
): Pick<ShoppingLine, 'need' | 'have' | 'buy' | 'isBelowZero'> {
  return {
    need,
    have,
    buy: isPositive(need) ? toBuy(need, have) : 0,
    isBelowZero: have !== null && isNegative(have),
  }
}

function lastOf(marks: Marks | undefined): Pick<ShoppingLine, 'lastBought' | 'lastCount'> {
  const shown = (entry: StockEntry | null | undefined): PantryEntry | null => {
    if (!entry) return null
    const { writer, seq, at, measure, change } = entry
    return { writer, seq, at, measure, amount: exact(change.amount) ?? 0 }
  }
  return { lastBought: shown(marks?.lastBought), lastCount: shown(marks?.lastCount) }
}

function openOthers({ event: { event }, today, others }: ShoppingFacts): OtherPlan[] {
  return others
    .filter(({ event: { id, hidden, archived, date } }) => {
      return id !== event.id && !hidden && !archived && date >= today
    })
    .sort(({ event: a }, { event: b }) =>
      a.date === b.date ? inAlphabet(a.name, b.name) : a.date < b.date ? -1 : 1,
    )
}

const named = ({ event: { id, name } }: OtherPlan): OtherEvent => ({ eventId: id, name })

const collator = new Intl.Collator(undefined, { numeric: true })

function inAlphabet(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** By category and name; what has none of them comes last. */
function byShelf(a: Ingredient | undefined, b: Ingredient | undefined): number {
  return emptyLast(a?.category ?? '', b?.category ?? '') || emptyLast(a?.name ?? '', b?.name ?? '')
}

function emptyLast(a: string, b: string): number {
  if ((a === '') !== (b === '')) return a === '' ? 1 : -1
  return inAlphabet(a, b)
}

function sorted(lines: readonly UnreadLine[]): UnreadLine[] {
  return [...lines].sort(
    (a, b) => inAlphabet(a.recipeName, b.recipeName) || inAlphabet(a.text, b.text),
  )
}
