import { batchesFor } from './batches'
import { buildable, missing, recall, shelfOf, type Missing, type Promises } from './feasibility'
import type { Totals } from './account'
import type { RecipeId } from './model'
import { needsFrom } from './outlook'
import { isComplete, overage, percent, remaining } from './progress'
import type { AssemblyProgress, BundleStatus, Shortage } from './progress'
import { isNegative, MAX_COUNT, subtract, type Amount } from './quantity'
import { byId } from './rows'
import { packedOf, type Setting } from './situation'

/** A card of the Assemble screen. */
export interface BundleRow extends AssemblyProgress {
  /** A2: how many could be put together, whatever the target is. */
  readonly buildable: number
  /** A6: the four parts; they add up to the target, or to what is packed where that is more. */
  readonly bar: {
    readonly packed: number
    readonly now: number
    readonly waiting: number
    readonly short: number
  }
  /** What is missing even after all planned batches. */
  readonly shortagesAfter: readonly Shortage[]
  /** The planned batches that bring what is missing now. */
  readonly waitingFor: readonly {
    readonly recipeId: RecipeId
    readonly recipeName: string
    readonly batches: number
  }[]
  /** Where A1 is more than A3: the bundles before it that take what this one then misses. */
  readonly sharesWith: readonly string[]
  /** What it then misses, and they take. */
  readonly sharedParts: readonly string[]
  /** What the next one lacks, where some but not all that are left can be packed now. */
  readonly limitedBy: readonly string[]
  /** What one bundle holds, line by line. */
  readonly contents: readonly { readonly name: string; readonly quantity: Amount }[]
  /** Packed ones that were brought or counted more since, less those that were dropped, eaten or counted less. */
  readonly since: Amount
  /** Whether it is complete and no packed one is gone: only then it may look done. */
  readonly isSettled: boolean
  /** The chain of bundle names, when this bundle contains itself. */
  readonly cycle: readonly string[] | null
  readonly isUnknown: boolean
}

/** A1–A6 for each bundle that has a target, in target order. */
export function bundleRows(
  setting: Setting,
  sums: Totals,
  { now, after }: { readonly now: Promises; readonly after: Promises },
): BundleRow[] {
  const { targets, situation, names, facts } = setting
  const { composition, stock, wishes } = situation
  const all = shelfOf(composition, stock)
  const shelf = [...now.shelf]
  const known = byId(facts.goods)
  return targets.assembly.map(({ goodId, quantity }, wish): BundleRow => {
    const { good } = wishes.bundles[wish]!
    const done = packedOf(sums, goodId)
    const open = remaining(done, quantity)
    const given = buildable(composition, good, all)
    // Nothing but materials that were never counted: there is nothing to go by.
    const possible = given === MAX_COUNT ? open : given
    const alone = Math.min(open, possible)
    const since = subtract(situation.stock.goods.get(goodId) ?? 0, done)
    const promised = now.bundles[wish] ?? 0
    const later = after.bundles[wish] ?? 0
    const ready = Math.min(promised, later)
    const chain = composition.cycle(good)
    const lacking = (round: Promises, count: number): Missing[] => {
      if (chain || round.bundles[wish]! >= count) return []
      recall(composition, good, round.turns[wish]!, shelf)
      return missing(composition, good, count, shelf)
    }
    const lackingNow = lacking(now, open)
    const rivalry = rivals(setting, now, wish, lacking(now, alone))
    return {
      finishedGoodId: goodId,
      finishedGoodName: names.good(goodId),
      targetQuantity: quantity,
      assembledQuantity: done,
      remainingQuantity: open,
      overageQuantity: overage(done, quantity),
      availableToAssemble: alone,
      availableTogether: promised,
      progressPercent: percent(done, quantity),
      isComplete: isComplete(done, quantity),
      status: statusOf(open, composition.lines[good]!.length, promised, later),
      shortages: named(setting, lackingNow),
      shortagesAfter: named(setting, lacking(after, open)),
      waitingFor: waitingFor(setting, lackingNow),
      buildable: possible,
      bar: { packed: done, now: ready, waiting: later - ready, short: open - later },
      sharesWith: rivalry.sharesWith,
      sharedParts: rivalry.sharedParts,
      limitedBy:
        promised > 0 && promised < open
          ? named(setting, lacking(now, promised + 1)).map(({ name }) => name)
          : [],
      contents: composition.lines[good]!.map(({ index, quantity: each }) => ({
        name: names.of(composition.items[index]!),
        quantity: each,
      })),
      since,
      isSettled: isComplete(done, quantity) && !isNegative(since),
      cycle: chain?.map(names.good) ?? null,
      isUnknown: !known.has(goodId),
    }
  })
}

/** A6. */
function statusOf(open: number, lines: number, now: number, after: number): BundleStatus {
  if (open === 0) return 'complete'
  if (lines === 0) return 'no_components'
  if (now >= open) return 'can_assemble'
  if (now > 0) return 'partial'
  return after > 0 ? 'awaiting_production' : 'cannot_assemble'
}

function named(
  { situation: { composition }, names }: Setting,
  lacking: readonly Missing[],
): Shortage[] {
  return lacking.map(({ index, amount }) => {
    const item = composition.items[index]!
    return { kind: item.kind, id: item.id, name: names.of(item), missing: amount }
  })
}

function waitingFor(
  { situation: { ovens, ovenOf } }: Setting,
  lacking: readonly Missing[],
): BundleRow['waitingFor'] {
  const short: Amount[] = []
  const places = new Set<number>()
  for (const { index, amount } of lacking) {
    short[index] = amount
    const place = ovenOf.get(index)
    if (place !== undefined && ovens[place]!.remaining > 0) places.add(place)
  }
  return [...places]
    .sort((a, b) => a - b)
    .map((place) => {
      const oven = ovens[place]!
      const { id, name, splits } = oven.recipe
      const batches = batchesFor(needsFrom(oven, short), splits)
      return {
        recipeId: id,
        recipeName: name,
        batches: typeof batches === 'number' ? Math.min(batches, oven.remaining) : oven.remaining,
      }
    })
    .filter(({ batches }) => batches > 0)
}

/**
 * The bundles that were promised what this one lacks (those before it in order, and those inside it
 * that are packed for wishes of their own), and what that is.
 */
function rivals(
  { situation: { composition, wishes, takers, kept }, names }: Setting,
  promises: Promises,
  wish: number,
  lacking: readonly Missing[],
): Pick<BundleRow, 'sharesWith' | 'sharedParts'> {
  const parts = new Set<number>()
  const found = new Set<number>()
  for (const { index } of lacking) {
    for (const earlier of takers.get(index) ?? []) {
      if (earlier >= wish) break
      if ((promises.bundles[earlier] ?? 0) === 0) continue
      found.add(earlier)
      parts.add(index)
    }
  }
  if (lacking.length === 0) return { sharesWith: [], sharedParts: [] }
  for (const inner of composition.parts(wishes.bundles[wish]!.good)) {
    if ((kept.get(inner) ?? 0) === 0) continue
    const takes = lacking.filter(
      ({ index }) => index === inner || composition.parts(inner).includes(index),
    )
    if (takes.length > 0) found.add(wishes.bundles.findIndex(({ good }) => good === inner))
    for (const { index } of takes) parts.add(index)
  }
  return {
    sharesWith: [...found]
      .sort((a, b) => a - b)
      .map((earlier) => names.of(composition.items[wishes.bundles[earlier]!.good]!)),
    sharedParts: [...parts].map((index) => names.of(composition.items[index]!)),
  }
}
