import { convert } from '../../domain/measure'
import { NO_EVENT, type StockChange } from '../../domain/model'
import type { PantryItem } from '../../domain/pantry'
import {
  amountOf,
  ceil,
  divide,
  fractionOf,
  isPositive,
  multiply,
  whole,
  type Amount,
  type Fraction,
} from '../../domain/quantity'
import { isRefusal, type Field, type Refusal } from '../../domain/refusal'
import { readCount, readQuantity, readWord } from '../../domain/typed'
import type { BatchboardDb } from '../db'
import { append, type Recorder } from '../writer'

/**
 * Records what was bought: what somebody typed, or the amount that a shopping line says is to buy.
 * An amount that cannot be stored exactly is rounded up, so that nothing is left to buy of a line
 * that is ticked.
 */
export async function recordBought(
  db: BatchboardDb,
  bought: {
    readonly item: PantryItem
    readonly amount: string | Amount
    readonly measure: string
  },
  recorder: Recorder,
): Promise<null | Refusal> {
  const { amount } = bought
  const read =
    typeof amount === 'string' ? readQuantity(amount, 'quantity') : storable(amount, 'quantity')
  if (isRefusal(read)) return read
  return record(db, bought, { type: 'change', amount: read, reason: 'bought' }, recorder)
}

/** Records how much of something there is, whatever was recorded before; 0 when there is none. */
export async function recordCount(
  db: BatchboardDb,
  counted: { readonly item: PantryItem; readonly amount: string; readonly measure: string },
  recorder: Recorder,
): Promise<null | Refusal> {
  const { amount } = counted
  const isNone = readCount(amount.trim().replace(/[.,]0{1,3}$/, ''), 'count', 0, 0) === 0
  const read = isNone ? whole(0) : readQuantity(amount, 'count')
  if (isRefusal(read)) return read
  return record(db, counted, { type: 'count', amount: read }, recorder)
}

/** An ingredient keeps the measure of what was said; a material has one only, and others are converted into it. */
async function record(
  db: BatchboardDb,
  said: { readonly item: PantryItem; readonly measure: string },
  change: StockChange,
  { by, device }: Recorder,
): Promise<null | Refusal> {
  const { item } = said
  const measure = readWord(said.measure)
  if (isRefusal(measure)) return measure
  const tables = [db.entries, db.writers, db.marks, db.ingredients, db.materials]
  return db.transaction('rw', tables, async (): Promise<null | Refusal> => {
    const stock = { kind: 'stock', by, eventId: NO_EVENT } as const
    if (item.kind === 'ingredient') {
      if (!(await db.ingredients.get(item.id))) return { refused: 'unknown', what: 'ingredient' }
      const ingredient = { kind: item.kind, id: item.id }
      await append(db, [{ ...stock, item: ingredient, measure, change }], { by, device })
      return null
    }
    const row = await db.materials.get(item.id)
    if (!row) return { refused: 'unknown', what: 'material' }
    const field = change.type === 'count' ? 'count' : 'quantity'
    const amount = inMeasure(change.amount, measure, row.measure, field)
    if (isRefusal(amount)) return amount
    const material = { kind: item.kind, id: item.id }
    const own = { ...stock, item: material, measure: row.measure, change: { ...change, amount } }
    await append(db, [own], { by, device })
    return null
  })
}

function inMeasure(amount: Fraction, from: string, to: string, field: Field): Fraction | Refusal {
  const converted = convert(amountOf(amount), from, to)
  if (converted === null) return { refused: 'not a quantity', field }
  return converted === 0 ? whole(0) : storable(converted, field)
}

/** The fraction itself or, where its parts leave the safe integers, the next thousandth above. */
function storable(amount: Amount, field: Field): Fraction | Refusal {
  if (!isPositive(amount)) return { refused: 'not a quantity', field }
  const thousandths = divide(ceil(multiply(amount, 1000)), 1000)
  return fractionOf(amount) ?? fractionOf(thousandths) ?? { refused: 'out of range' }
}
