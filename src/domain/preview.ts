import { partsOf, type Kitchen } from './catalogue-forms'
import { compose, contents } from './composition'
import type { BundleDraft, NewMaterial } from './drafts'
import type { Component, GoodId, GoodLine, MaterialId } from './model'
import type { Amount } from './quantity'
import { isRefusal } from './refusal'
import { findNamed, fold } from './search'
import { readQuantity } from './typed'

/** What one bundle would contain, as far as its form can be read by now. */
export interface Preview {
  /** Pieces and materials, inner bundles taken apart (B1). */
  readonly contents: readonly { readonly name: string; readonly quantity: Amount }[]
  /** The names by which it would contain itself; then there are no contents. */
  readonly cycle: readonly string[] | null
}

/** Takes a bundle that is not saved yet apart, down to its pieces. */
export function previewOf(kitchen: Kitchen, draft: BundleDraft): Preview {
  const id = draft.id ?? ('' as GoodId)
  const names = new Map<string, string>([[id, draft.name]])
  const lines = draft.lines.flatMap(({ item, quantity }): GoodLine[] => {
    const amount = readQuantity(quantity, 'lineQuantity')
    return isRefusal(amount) ? [] : [{ item: known(kitchen, item, names), quantity: amount }]
  })
  const others = kitchen.goods.filter((good) => good.id !== id)
  const composition = compose([{ id, lines }, ...others])
  const parts = partsOf(kitchen)
  const nameOf = (part: string): string => names.get(part) ?? parts.get(part)?.name ?? ''
  return {
    contents: contents(composition, id, 1).map(({ item, quantity }) => ({
      name: nameOf(item.id),
      quantity,
    })),
    cycle: composition.cycle(0)?.map(nameOf) ?? null,
  }
}

/** A material by its name is the one there is, or stands for itself. */
function known(
  { materials }: Kitchen,
  item: Component | NewMaterial,
  names: Map<string, string>,
): Component {
  if (item.kind !== 'new material') return item
  const id = findNamed(materials, item.name)?.id ?? (`new ${fold(item.name)}` as MaterialId)
  if (!materials.some((row) => row.id === id)) names.set(id, item.name.trim())
  return { kind: 'material', id }
}
