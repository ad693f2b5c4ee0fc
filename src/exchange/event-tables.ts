import type { Board } from '../domain/board'
import type { HistoryRow } from '../domain/history'
import type { ChangeReason, LossReason, WriterId } from '../domain/model'
import { amountOf, floor, isNegative, multiply, negate, type Amount } from '../domain/quantity'
import type { BundleStatus } from '../domain/progress'
import { cell, csvOf } from './csv'

/** The words of an event's tables in somebody's language. */
export interface TableWords {
  readonly columns: Readonly<
    Record<
      | 'kind' | 'name' | 'wanted' | 'needed' | 'toGo' | 'done' | 'over' | 'percent' | 'now'
      | 'lost' | 'status' | 'when' | 'amount' | 'good' | 'expected' | 'reason' | 'who'
      | 'device' | 'undone',
      string
    >
  > // prettier-ignore
  readonly kinds: Readonly<
    Record<'recipe' | 'bundle' | 'loose' | 'baked' | 'packed' | 'stock', string>
  >
  readonly reasons: Readonly<Record<LossReason | ChangeReason | 'counted', string>>
  readonly status: Readonly<Record<BundleStatus, string>>
  readonly complete: string
  readonly open: string
  readonly yes: string
}

/** What an event wants: batches, bundles and loose pieces. */
export function planTable(board: Board, { columns, kinds }: TableWords): string {
  const { kind, name, wanted, needed, toGo } = columns
  return csvOf([
    [kind, name, wanted, needed, toGo].map(cell),
    ...board.plan.map((row) => [
      cell(kinds.recipe),
      cell(row.recipeName),
      row.targetBatches === null ? '' : String(row.targetBatches),
      row.batchesNeeded === null ? '' : String(row.batchesNeeded),
      String(row.remainingBatches),
    ]),
    ...board.bundles.map((row) => [
      cell(kinds.bundle),
      cell(row.finishedGoodName),
      String(row.targetQuantity),
      '',
      String(row.remainingQuantity),
    ]),
    ...board.loose.map((row) => [
      cell(kinds.loose),
      cell(row.unitName),
      String(row.wanted),
      '',
      decimal(row.remaining),
    ]),
  ])
}

/** How far an event is. Percent as the board shows it, with a point. */
export function progressTable(board: Board, words: TableWords): string {
  const { kind, name, done, wanted, toGo, over, percent, now, lost, status } = words.columns
  const said = (isComplete: boolean): string => cell(isComplete ? words.complete : words.open)
  return csvOf([
    [kind, name, done, wanted, toGo, over, percent, now, lost, status].map(cell),
    ...board.recipes.map((row) => [
      cell(words.kinds.recipe),
      cell(row.recipeName),
      ...[row.completedBatches, row.targetBatches, row.remainingBatches].map(String),
      ...[row.overageBatches, row.progressPercent].map(String),
      '',
      String(row.lostBatches),
      said(row.isComplete),
    ]),
    ...board.bundles.map((row) => [
      cell(words.kinds.bundle),
      cell(row.finishedGoodName),
      ...[row.assembledQuantity, row.targetQuantity, row.remainingQuantity].map(String),
      ...[row.overageQuantity, row.progressPercent, row.availableTogether].map(String),
      '',
      cell(words.status[row.status]),
    ]),
    ...board.loose.map((row) => [
      cell(words.kinds.loose),
      cell(row.unitName),
      ...[decimal(row.done), String(row.wanted), decimal(row.remaining)],
      ...['', '', decimal(row.bar.now), '', said(row.isComplete)],
    ]),
  ])
}

/** What was recorded, the newest first, undone records among it. Times are those of this device. */
export function historyTable(
  rows: readonly HistoryRow[],
  devices: ReadonlyMap<WriterId, string>,
  words: TableWords,
): string {
  const { when, kind, name, amount, good, expected, reason, who, device, undone } = words.columns
  return csvOf([
    [when, kind, name, amount, good, expected, reason, who, device, undone].map(cell),
    ...rows.map((row) => [
      minute(row.entry.at),
      ...said(row, words),
      cell(row.entry.by),
      cell(devices.get(row.entry.writer) ?? ''),
      row.undoneBy ? cell(words.yes) : '',
    ]),
  ])
}

/** What kind, of what, how many, good and expected pieces, and why. */
function said({ entry, name }: HistoryRow, { kinds, reasons }: TableWords): string[] {
  switch (entry.kind) {
    case 'production': {
      const sum = (of: 'good' | 'expected'): string =>
        String(entry.pieces.reduce((total, pieces) => total + pieces[of], 0))
      const reason = entry.reason === null ? '' : cell(reasons[entry.reason])
      const counts = [String(entry.batches), sum('good'), sum('expected')]
      return [cell(kinds.baked), cell(name), ...counts, reason]
    }
    case 'assembly':
      return [cell(kinds.packed), cell(name), String(entry.quantity), '', '', '']
    case 'stock': {
      const { change } = entry
      const reason = reasons[change.type === 'count' ? 'counted' : change.reason]
      return [cell(kinds.stock), cell(name), decimal(amountOf(change.amount)), '', '', cell(reason)]
    }
  }
}

function minute(at: number): string {
  const when = new Date(at)
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = [when.getFullYear(), two(when.getMonth() + 1), two(when.getDate())].join('-')
  return `${day} ${two(when.getHours())}:${two(when.getMinutes())}`
}

/** At most three places, with a point; the rest is cut off. */
function decimal(amount: Amount): string {
  if (isNegative(amount)) return `-${decimal(negate(amount))}`
  const thousandths = floor(multiply(amount, 1000))
  const digits = BigInt(typeof thousandths === 'number' ? thousandths : thousandths.n)
  const places = String(digits % 1000n)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${digits / 1000n}${places && '.'}${places}`
}
