import type {
  Component,
  Entry,
  EventFacts,
  EventId,
  GoodId,
  MaterialId,
  RecipeId,
  UnitId,
  WriterId,
} from '../src/domain/model'
import { parseDay } from '../src/domain/day'

const RECIPES = 200
const BUNDLES = 200
const ENTRIES = 10_000

/**
 * A large event under way: 200 recipes and 200 bundles of four lines, every fifth with another bundle
 * inside and every seventh with half pieces, and 10,000 entries. The same facts each time, as a
 * database would give them: in objects of its own making.
 */
export function facts200(): EventFacts {
  const dice = diceOf(20_261_219)
  const pick = (count: number): number => Math.floor(dice() * count)
  const eventId = 'event' as EventId
  const written = { stamp: 1, writer: 'w' as WriterId, hidden: false }
  const unitId = (index: number): UnitId => `unit ${index % RECIPES}` as UnitId
  const goodId = (index: number): GoodId => `bundle ${index}` as GoodId
  const unit = (index: number): Component => ({ kind: 'unit', id: unitId(index) })

  const goods = Array.from({ length: BUNDLES }, (_, index) => {
    const isNested = index % 5 === 0 && index + 1 < BUNDLES
    const items: Component[] = [
      unit(index),
      unit(index + 1 + pick(20)),
      unit(index + 30 + pick(100)),
      isNested
        ? { kind: 'good', id: goodId(index + 1) }
        : { kind: 'material', id: 'ribbon' as MaterialId },
    ]
    return {
      ...written,
      id: goodId(index),
      name: `Bundle ${index}`,
      notes: '',
      lines: items.map((item, line) => ({
        item,
        quantity:
          index % 7 === 0 && line === 1 ? { n: 5, d: 2 } : { n: 1 + ((index + line) % 6), d: 1 },
      })),
    }
  })
  const key = (index: number) => ({
    at: index,
    stamp: index + 1,
    by: '',
    eventId,
    writer: `w${index % 3}` as WriterId,
    seq: Math.floor(index / 3) + 1,
  })
  const entries = Array.from({ length: ENTRIES }, (_, index): Entry => {
    const at = pick(RECIPES)
    const kind = pick(20)
    if (kind < 12) {
      const pieces = [{ unitId: unitId(at), good: 20 + pick(5), expected: 24 }]
      const recipeId = `recipe ${at}` as RecipeId
      return { ...key(index), kind: 'production', recipeId, batches: 1, pieces, reason: null }
    }
    if (kind < 18) {
      const { id, lines } = goods[at]!
      const used = lines.map(({ item, quantity }) => ({ item, quantity }))
      return { ...key(index), kind: 'assembly', goodId: id, quantity: 1, used }
    }
    if (kind < 19) {
      const change = { type: 'change', amount: { n: -1, d: 1 }, reason: 'eaten' } as const
      return { ...key(index), kind: 'stock', item: unit(at), measure: '', change }
    }
    const target = { writer: 'w0' as WriterId, seq: 1 + pick(3000) }
    return { ...key(index), kind: 'void', target }
  })
  const target = (order: number) => ({ ...written, eventId, order })
  return structuredClone<EventFacts>({
    event: {
      ...written,
      id: eventId,
      name: 'Wedding fair',
      date: parseDay('2026-12-19')!,
      notes: '',
      archived: false,
    },
    recipes: Array.from({ length: RECIPES }, (_, index) => ({
      ...written,
      id: `recipe ${index}` as RecipeId,
      name: `Recipe ${index}`,
      category: '',
      notes: '',
      lines: [],
      splits: true,
    })),
    units: Array.from({ length: RECIPES }, (_, index) => ({
      ...written,
      id: unitId(index),
      recipeId: `recipe ${index}` as RecipeId,
      name: `Piece ${index}`,
      itemsPerBatch: 24,
      order: 0,
    })),
    goods,
    materials: [{ ...written, id: 'ribbon' as MaterialId, name: 'Ribbon', measure: '' }],
    productionTargets: Array.from({ length: RECIPES }, (_, index) => ({
      ...target(index),
      recipeId: `recipe ${index}` as RecipeId,
      batches: 40,
      basis: null,
    })),
    assemblyTargets: Array.from({ length: BUNDLES }, (_, index) => ({
      ...target(index),
      goodId: goodId(index),
      quantity: 100,
    })),
    looseTargets: [],
    entries,
  })
}

/** Numbers from 0 to 1 that look like chance and are the same each time. */
function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
