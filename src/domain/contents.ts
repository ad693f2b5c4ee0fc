import { compose, explode, type Bundle, type Composition } from './composition'
import type { Component, GoodId } from './model'
import type { Amount } from './quantity'

/** Pieces and materials in `count` of a bundle, inner bundles taken apart (B1). */
export function contents(
  composition: Composition,
  good: GoodId,
  count: Amount,
): { readonly item: Component; readonly quantity: Amount }[] {
  const start = composition.indexOf({ kind: 'good', id: good })
  if (start === undefined || composition.cycle(start)) return []
  const toMake = new Map([[start, count]])
  const { wanted } = explode(composition, composition.order(start), toMake, [])
  return [...wanted].flatMap(([index, quantity]) => {
    const item = composition.items[index]!
    return item.kind === 'good' ? [] : [{ item, quantity }]
  })
}

/** The chain of names by which saving this bundle would make one contain itself; null when it would not. */
export function cycleWith(goods: readonly Bundle[], changed: Bundle): readonly GoodId[] | null {
  const composition = compose([changed, ...goods.filter((good) => good.id !== changed.id)])
  return composition.cycle(0)
}
