import type { EventId } from '../domain/model'
import { signOf, SURPRISES, type PieceItem } from '../domain/pieces'
import { hashOf } from '../routes'

/** Where each thing that can become of pieces is recorded. */
export function reasonsFor(eventId: EventId, item: PieceItem) {
  return SURPRISES[item.kind].map((surprise) => ({
    surprise,
    sign: signOf(surprise),
    href: hashOf({ screen: 'pieces', eventId, item, surprise }),
  }))
}
