import type { EventId, GoodId, RecipeId, UnitId } from './domain/model'
import type { PieceItem } from './domain/pieces'

/** The phases of an event that are open to look at in any order. */
export const TABS = ['plan', 'shop', 'produce', 'assemble', 'history'] as const
export type Tab = (typeof TABS)[number]

/** What the catalogue lists. */
export const PARTS = ['recipes', 'bundles', 'ingredients', 'materials'] as const
export type Part = (typeof PARTS)[number]

/** Where the person is. The address after # says it, so that a reload and the back button work. */
export type Route =
  | { readonly screen: 'events' }
  | { readonly screen: 'new event' }
  | { readonly screen: 'settings' | 'backup' }
  | { readonly screen: 'catalogue'; readonly part: Part }
  /** The form of one thing; of a new one without an id. */
  | { readonly screen: 'catalogue form'; readonly part: Part; readonly id: string | null }
  | { readonly screen: 'event'; readonly eventId: EventId; readonly tab: Tab | null }
  | { readonly screen: 'edit event' | 'copy event' | 'count' | 'wall'; readonly eventId: EventId }
  | { readonly screen: 'bake'; readonly eventId: EventId; readonly recipeId: RecipeId }
  | { readonly screen: 'pack'; readonly eventId: EventId; readonly goodId: GoodId }
  /** What became of pieces or packed bundles; `surprise` is what was chosen of it. */
  | {
      readonly screen: 'pieces'
      readonly eventId: EventId
      readonly item: PieceItem
      readonly surprise: string
    }
  | { readonly screen: 'nowhere' }

export function routeOf(hash: string): Route {
  const [first, id, place, part, thing, surprise = '', ...more] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decoded)
  if (more.length > 0) return { screen: 'nowhere' }
  if (first === '' || first === undefined) return { screen: 'events' }
  if (first === 'new' && id === undefined) return { screen: 'new event' }
  if ((first === 'settings' || first === 'backup') && id === undefined) return { screen: first }
  if (first === 'catalogue' && part === undefined) {
    const listed = PARTS.find((one) => one === (id ?? 'recipes'))
    if (!listed) return { screen: 'nowhere' }
    if (place === undefined) return { screen: 'catalogue', part: listed }
    return { screen: 'catalogue form', part: listed, id: place === 'new' ? null : place }
  }
  if (first !== 'event' || !id) return { screen: 'nowhere' }
  const eventId = id as EventId
  if (place === undefined) return { screen: 'event', eventId, tab: null }
  if (place === 'pieces' && thing) {
    const item: PieceItem =
      part === 'good' ? { kind: part, id: thing as GoodId } : { kind: 'unit', id: thing as UnitId }
    return { screen: 'pieces', eventId, item, surprise }
  }
  if (thing !== undefined) return { screen: 'nowhere' }
  if (part) {
    if (place === 'bake') return { screen: 'bake', eventId, recipeId: part as RecipeId }
    if (place === 'pack') return { screen: 'pack', eventId, goodId: part as GoodId }
    return { screen: 'nowhere' }
  }
  if (place === 'edit') return { screen: 'edit event', eventId }
  if (place === 'count' || place === 'wall') return { screen: place, eventId }
  if (place === 'copy') return { screen: 'copy event', eventId }
  const tab = TABS.find((one) => one === place)
  return tab ? { screen: 'event', eventId, tab } : { screen: 'nowhere' }
}

export function hashOf(route: Route): string {
  switch (route.screen) {
    case 'events':
    case 'nowhere':
      return '#/'
    case 'new event':
      return '#/new'
    case 'catalogue':
      return `#/catalogue/${route.part}`
    case 'catalogue form':
      return `#/catalogue/${route.part}/${route.id === null ? 'new' : encodeURIComponent(route.id)}`
    case 'settings':
    case 'backup':
      return `#/${route.screen}`
    case 'event':
      return route.tab
        ? `#/event/${encodeURIComponent(route.eventId)}/${route.tab}`
        : `#/event/${encodeURIComponent(route.eventId)}`
    case 'edit event':
      return `#/event/${encodeURIComponent(route.eventId)}/edit`
    case 'copy event':
      return `#/event/${encodeURIComponent(route.eventId)}/copy`
    case 'count':
    case 'wall':
      return `#/event/${encodeURIComponent(route.eventId)}/${route.screen}`
    case 'bake':
      return `#/event/${encodeURIComponent(route.eventId)}/bake/${encodeURIComponent(route.recipeId)}`
    case 'pieces': {
      const item = `${route.item.kind}/${encodeURIComponent(route.item.id)}`
      return `#/event/${encodeURIComponent(route.eventId)}/pieces/${item}${route.surprise && `/${route.surprise}`}`
    }
    case 'pack':
      return `#/event/${encodeURIComponent(route.eventId)}/pack/${encodeURIComponent(route.goodId)}`
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A hand-written address with a lone % leads nowhere, but must not break the page.
    return part
  }
}
