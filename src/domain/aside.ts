import type { Kind, SetAside } from './copies'
import type { Day } from './day'
import type { Standing } from './ledger'
import type {
  Density,
  Entry,
  FinishedGood,
  FinishedUnit,
  Ingredient,
  KitchenEvent,
  Material,
  Recipe,
  WriterId,
} from './model'
import { namesOf } from './names'
import { amountOf, type Amount } from './quantity'
import { byId } from './rows'

/** One content that does not count, in parts that every language can say. */
export interface Aside {
  readonly kind: Kind
  /** As it was called there: a target by its event and what it wants; '' for what has no name of its own. */
  readonly name: string
  readonly writer: WriterId
  /** When it was written, in milliseconds; null when that is not known. */
  readonly at: number | null
  readonly hidden: boolean
  readonly archived: boolean
  readonly day: Day | null
  /** Pieces a batch of a unit, batches or pieces that are wanted. */
  readonly count: number | null
  /** What is in a recipe or a bundle. */
  readonly lines: readonly AsideLine[]
  /** Category, measure and notes, as far as there are any. */
  readonly texts: readonly string[]
  /** What was recorded; null for a row, and for an undo. */
  readonly entry: Standing | null
}

interface AsideLine {
  readonly quantity: Amount | null
  readonly measure: string
  readonly name: string
}

/** Where the names of what is set aside are looked up. */
export interface Named {
  readonly recipes: readonly Recipe[]
  readonly units: readonly FinishedUnit[]
  readonly goods: readonly FinishedGood[]
  readonly materials: readonly Material[]
  readonly ingredients: readonly Ingredient[]
  readonly events: readonly KitchenEvent[]
}

/** Everything that was set aside, the latest first (domain.md, "Merging two copies"). */
export function asidesOf(asides: readonly SetAside[], named: Named): Aside[] {
  return asides
    .flatMap((aside) => contentsOf(aside, named))
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
}

type Said = Partial<Pick<Aside, 'name' | 'day' | 'count' | 'lines' | 'texts' | 'entry'>>

function contentsOf(aside: SetAside, named: Named): Aside[] {
  const names = namesOf(named)
  const event = (id: string): string => byId(named.events).get(id as never)?.name ?? ''
  const ingredient = (id: string): string => byId(named.ingredients).get(id as never)?.name ?? ''
  const each = <Row extends { stamp: number; writer: WriterId }>(
    rows: readonly Row[],
    say: (row: Row) => Said,
  ): Aside[] =>
    rows.map((row) => {
      const { texts = [], ...said } = say(row)
      return {
        ...{ kind: aside.kind, name: '', writer: row.writer },
        at: row.stamp > 0 ? Math.floor(row.stamp / 1000) : null,
        hidden: 'hidden' in row && row.hidden === true,
        archived: 'archived' in row && row.archived === true,
        ...{ day: null, count: null, lines: [], entry: null },
        ...said,
        texts: texts.filter((text) => text !== ''),
      }
    })
  switch (aside.kind) {
    case 'recipe':
      return each(aside.rows, ({ name, lines, category, notes }) => ({
        ...{ name, texts: [category, notes] },
        lines: lines.map(({ ingredientId, quantity, measure, text }) => ({
          quantity: quantity && ingredientId !== null ? amountOf(quantity) : null,
          measure: ingredientId === null ? '' : measure,
          name: ingredientId === null ? text : ingredient(ingredientId),
        })),
      }))
    case 'good':
      return each(aside.rows, ({ name, lines, notes }) => ({
        ...{ name, texts: [notes] },
        lines: lines.map(({ item, quantity }) => ({
          ...{ quantity: amountOf(quantity), measure: '×', name: names.of(item) },
        })),
      }))
    case 'unit':
      return each(aside.rows, ({ name, itemsPerBatch }) => ({ name, count: itemsPerBatch }))
    case 'ingredient':
      return each(aside.rows, ({ name, measure, category, density }) => ({
        ...{ name, texts: [measure, category] },
        lines: density ? linesOf(density) : [],
      }))
    case 'material':
      return each(aside.rows, ({ name, measure }) => ({ name, texts: [measure] }))
    case 'event':
      return each(aside.rows, ({ name, date, notes }) => ({ name, day: date, texts: [notes] }))
    case 'productionTarget':
      return each(aside.rows, ({ eventId, recipeId, batches }) => ({
        ...{ name: within(event(eventId), names.recipe(recipeId)), count: batches },
      }))
    case 'assemblyTarget':
      return each(aside.rows, ({ eventId, goodId, quantity }) => ({
        ...{ name: within(event(eventId), names.good(goodId)), count: quantity },
      }))
    case 'looseTarget':
      return each(aside.rows, ({ eventId, unitId, quantity }) => ({
        ...{ name: within(event(eventId), names.unit(unitId)), count: quantity },
      }))
    case 'entry':
      return each(aside.rows, (entry: Entry) => {
        if (entry.kind === 'void') return {}
        const isOfIngredient = entry.kind === 'stock' && entry.item.kind === 'ingredient'
        const name = isOfIngredient ? ingredient(entry.item.id) : names.ofEntry(entry)
        return { name, entry }
      })
  }
}

/** What a volume of it weighs. */
function linesOf({ volume, volumeMeasure, mass, massMeasure }: Density): AsideLine[] {
  return [
    { quantity: amountOf(volume), measure: volumeMeasure, name: '' },
    { quantity: amountOf(mass), measure: massMeasure, name: '' },
  ]
}

function within(event: string, name: string): string {
  return [event, name].filter((part) => part !== '').join(' › ')
}
