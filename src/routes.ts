import type { EventId, GoodId, RecipeId } from './domain/model'

/** The phases of an event that are open to look at in any order. */
export const TABS = ['plan', 'produce', 'assemble', 'history'] as const
export type Tab = (typeof TABS)[number]

/** Where the person is. The address after # says it, so that a reload and the back button work. */
export type Route =
  | { readonly screen: 'events' }
  | { readonly screen: 'new event' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'event'; readonly eventId: EventId; readonly tab: Tab | null }
  | { readonly screen: 'edit event' | 'copy event'; readonly eventId: EventId }
  | { readonly screen: 'bake'; readonly eventId: EventId; readonly recipeId: RecipeId }
  | { readonly screen: 'pack'; readonly eventId: EventId; readonly goodId: GoodId }
  | { readonly screen: 'nowhere' }

export function routeOf(hash: string): Route {
  const [first, id, place, part, ...more] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decoded)
  if (more.length > 0) return { screen: 'nowhere' }
  if (first === '' || first === undefined) return { screen: 'events' }
  if (first === 'new' && id === undefined) return { screen: 'new event' }
  if (first === 'settings' && id === undefined) return { screen: 'settings' }
  if (first !== 'event' || !id) return { screen: 'nowhere' }
  const eventId = id as EventId
  if (place === undefined) return { screen: 'event', eventId, tab: null }
  if (part) {
    if (place === 'bake') return { screen: 'bake', eventId, recipeId: part as RecipeId }
    if (place === 'pack') return { screen: 'pack', eventId, goodId: part as GoodId }
    return { screen: 'nowhere' }
  }
  if (place === 'edit') return { screen: 'edit event', eventId }
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
    case 'settings':
      return '#/settings'
    case 'event':
      return route.tab
        ? `#/event/${encodeURIComponent(route.eventId)}/${route.tab}`
        : `#/event/${encodeURIComponent(route.eventId)}`
    case 'edit event':
      return `#/event/${encodeURIComponent(route.eventId)}/edit`
    case 'copy event':
      return `#/event/${encodeURIComponent(route.eventId)}/copy`
    case 'bake':
      return `#/event/${encodeURIComponent(route.eventId)}/bake/${encodeURIComponent(route.recipeId)}`
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
