import type { Kitchen } from './catalogue-forms'
import { compose } from './composition'
import { contents } from './contents'
import type { BundleDraft, NewMaterial } from './drafts'
import type { Component, FinishedGood, GoodId, GoodLine, MaterialId } from './model'
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
  const composition = compose([{ id, lines }, ...inside(kitchen, id, lines)])
  const rows = [...kitchen.units, ...kitchen.goods, ...kitchen.materials]
  const nameOf = (part: string): string =>
    names.get(part) ?? rows.find((row) => row.id === part)?.name ?? ''
  return {
    contents: contents(composition, id, 1).map(({ item, quantity }) => ({
      name: nameOf(item.id),
      quantity,
    })),
    cycle: composition.cycle(0)?.map(nameOf) ?? null,
  }
}

/** The bundles in a bundle, however deep: there may be hundreds of others. */
function inside({ goods }: Kitchen, id: GoodId, lines: readonly GoodLine[]): FinishedGood[] {
  const byId = new Map(goods.map((good) => [good.id, good]))
  const found = new Set<FinishedGood>()
  const open = [...lines]
  for (let line = open.pop(); line; line = open.pop()) {
    const good = line.item.kind === 'good' ? byId.get(line.item.id) : undefined
    if (!good || good.id === id || found.has(good)) continue
    found.add(good)
    open.push(...good.lines)
  }
  return [...found]
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
