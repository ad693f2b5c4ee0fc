import { countedSince } from '../../domain/account'
import { standing } from '../../domain/ledger'
import type { AssemblyTarget, EventId, FinishedGood, GoodId, MaterialId } from '../../domain/model'
import type { BatchboardDb, EntryRow } from '../db'
import { runKey, stockKey } from '../writer'

// Materials belong to the kitchen (S2): what any event packed with them counts here. But only since
// they were counted last, and not at all where they never were.

/** For each material that was ever counted, the stamp since which the packings with it were read. */
export type Since = ReadonlyMap<MaterialId, number>

/** The materials in the bundles that an event wants and in one that is packed, and in the bundles in these. */
export function materialsOf(
  targets: readonly AssemblyTarget[],
  goods: readonly FinishedGood[],
  packing?: GoodId,
): MaterialId[] {
  const byId = new Map(goods.map((good) => [good.id, good]))
  const found = new Set<MaterialId>()
  const met = new Set<GoodId>()
  const open = targets.filter(({ hidden }) => !hidden).map(({ goodId }) => goodId)
  if (packing) open.push(packing)
  while (open.length > 0) {
    const id = open.pop()!
    if (met.has(id)) continue
    met.add(id)
    for (const { item } of byId.get(id)?.lines ?? []) {
      if (item.kind === 'good') open.push(item.id)
      if (item.kind === 'material') found.add(item.id)
    }
  }
  return [...found]
}

/** Everything that was ever counted or bought of these materials. */
export async function readStock(
  db: BatchboardDb,
  materials: readonly MaterialId[],
): Promise<EntryRow[]> {
  const rows = await Promise.all(
    materials.map((id) => db.entries.where('touches').equals(stockKey(id)).toArray()),
  )
  return rows.flat()
}

/** Packings that matter by these entries and were not read yet, and how far back they are read then. */
export async function readPackings(
  db: BatchboardDb,
  entries: readonly EntryRow[],
  materials: readonly MaterialId[],
  read: Since,
): Promise<{ readonly rows: EntryRow[]; readonly since: Since }> {
  const said = entries.filter(({ kind }) => kind === 'stock' || kind === 'void')
  const unread = [...countedSince(standing(said))].filter(
    ([id, start]) => materials.includes(id) && start < (read.get(id) ?? Infinity),
  )
  // One request for a whole index range is many times faster than one for each row.
  const rows = await Promise.all(
    unread.map(([id, start]) =>
      db.entries.where('touches').between(runKey(id, start), `${id} :`).toArray(),
    ),
  )
  return { rows: rows.flat(), since: new Map([...read, ...unread]) }
}

/** What arrived of these materials after an arrival, by what other events and the kitchen recorded. */
export async function readNews(
  db: BatchboardDb,
  materials: readonly MaterialId[],
  since: Since,
  eventId: EventId,
  after: number,
): Promise<EntryRow[]> {
  const found = new Map<number, EntryRow>()
  // From the newest back, so that the material's history is not read again with every entry.
  const readBack = (id: MaterialId): Promise<void> =>
    db.entries
      .where('touches')
      .equals(since.has(id) ? id : stockKey(id))
      .reverse()
      .until(({ n }) => n <= after)
      .each((row) => {
        if (row.eventId !== eventId) found.set(row.n, row)
      })
  await Promise.all(materials.map(readBack))
  return [...found.values()]
}
