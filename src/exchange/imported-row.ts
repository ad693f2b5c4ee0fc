import type { WriterId } from '../domain/model'
import { fold } from './names'
import { hash64, hashOf } from './hash'

/** Older than anything that a person writes, so that no import overwrites. */
export const IMPORTED = { stamp: 0, writer: 'bake-tracker' as WriterId, hidden: false } as const

/** An id made from a name: the same from every file and on every device. */
export function idFrom<Id extends string>(kind: string, name: string): Id {
  return `bt-${kind}-${hash64(fold(name))}` as Id
}

/** An id made from several values, where one name is not enough. */
export function idFromParts<Id extends string>(
  kind: string,
  parts: readonly (string | number)[],
): Id {
  return `bt-${kind}-${hashOf(parts)}` as Id
}
