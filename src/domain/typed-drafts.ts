import type { BundleDraft, DensityDraft, LineDraft, NewMaterial, RecipeDraft } from './drafts'
import { familyOf, readMeasure } from './measure'
import type { Component, Density, IngredientId, UnitId } from './model'
import type { Fraction } from './quantity'
import { isRefusal, type Refusal } from './refusal'
import { readCount, readName, readQuantity, readWord } from './typed'

/** Reads what was typed into the forms of the catalogue, or says what is wrong and in which row. */

export interface ReadRecipe {
  readonly name: string
  readonly category: string
  readonly notes: string
  readonly lines: readonly ReadIngredientLine[]
  readonly units: readonly ReadUnit[]
}

interface ReadIngredientLine {
  readonly ingredientId: IngredientId | null
  /** '' for a line that is only text. */
  readonly name: string
  readonly quantity: Fraction | null
  readonly measure: string
  readonly text: string
}

interface ReadUnit {
  readonly id: UnitId | null
  readonly name: string
  readonly itemsPerBatch: number
}

/** Reads a recipe's form. Rows that say nothing at all are left out; a yield is what it cannot do without. */
export function readRecipe(draft: RecipeDraft): ReadRecipe | Refusal {
  const name = readName(draft.name)
  if (isRefusal(name)) return name
  const category = readWord(draft.category)
  if (isRefusal(category)) return category
  if (draft.units.length === 0) return { refused: 'no units' }
  const units = readRows('units', draft.units, (unit, index): ReadUnit | Refusal => {
    const own = index === 0 && unit.name.trim() === '' ? name : readName(unit.name)
    if (isRefusal(own)) return own
    const itemsPerBatch = readCount(unit.itemsPerBatch, 'itemsPerBatch')
    return isRefusal(itemsPerBatch) ? itemsPerBatch : { id: unit.id, name: own, itemsPerBatch }
  })
  if (isRefusal(units)) return units
  const lines = readRows('ingredients', draft.lines, readIngredientLine)
  if (isRefusal(lines)) return lines
  return {
    name,
    category,
    notes: draft.notes.trim(),
    lines: lines.filter((line) => line !== null),
    units,
  }
}

function readIngredientLine(line: LineDraft): ReadIngredientLine | null | Refusal {
  const text = line.text.trim()
  const measure = readWord(line.measure)
  if (isRefusal(measure)) return measure
  const isNumber = line.quantity.trim() !== ''
  const quantity = isNumber ? readQuantity(line.quantity, 'quantity') : null
  if (isRefusal(quantity)) return quantity
  if (line.name.trim() !== '' || (quantity !== null && text === '')) {
    const name = readName(line.name)
    if (isRefusal(name)) return name
    return { ingredientId: line.ingredientId, name, quantity, measure, text }
  }
  return text === '' ? null : { ingredientId: null, name: '', quantity, measure, text }
}

export interface ReadBundle {
  readonly name: string
  readonly notes: string
  readonly lines: readonly {
    readonly item: Component | NewMaterial
    readonly quantity: Fraction
  }[]
}

/** Reads a bundle's form. */
export function readBundle(draft: BundleDraft): ReadBundle | Refusal {
  const name = readName(draft.name)
  if (isRefusal(name)) return name
  if (draft.lines.length === 0) return { refused: 'no lines' }
  const lines = readRows('parts', draft.lines, ({ item, quantity }) => {
    const amount = readQuantity(quantity, 'lineQuantity')
    if (isRefusal(amount)) return amount
    if (item.kind !== 'new material') return { item, quantity: amount }
    const material = readName(item.name)
    return isRefusal(material)
      ? material
      : { item: { kind: item.kind, name: material }, quantity: amount }
  })
  return isRefusal(lines) ? lines : { name, notes: draft.notes.trim(), lines }
}

/** Reads "1 cup = 120 g": a volume and a mass, in measures of these; null when nothing is typed. */
export function readDensity(draft: DensityDraft): Density | null | Refusal {
  const typed = [draft.volume, draft.volumeMeasure, draft.mass, draft.massMeasure]
  if (typed.every((text) => text.trim() === '')) return null
  const volume = readQuantity(draft.volume, 'quantity')
  const mass = readQuantity(draft.mass, 'quantity')
  const [volumeMeasure, massMeasure] = [draft.volumeMeasure.trim(), draft.massMeasure.trim()]
  const fits = isMeasureOf('volume', volumeMeasure) && isMeasureOf('mass', massMeasure)
  if (isRefusal(volume) || isRefusal(mass) || !fits) return { refused: 'not a density' }
  return { volume, volumeMeasure, mass, massMeasure }
}

function isMeasureOf(dimension: 'volume' | 'mass', measure: string): boolean {
  return readMeasure(measure) !== null && familyOf(measure, null) === dimension
}

/** Reads every row of a list. Where there are several, a refusal says which. */
function readRows<Row, Read>(
  list: 'ingredients' | 'units' | 'parts',
  rows: readonly Row[],
  read: (row: Row, index: number) => Read | Refusal,
): Read[] | Refusal {
  const found: Read[] = []
  for (const [index, row] of rows.entries()) {
    const one = read(row, index)
    if (isRefusal(one)) {
      return rows.length === 1 ? one : { refused: 'in a row', list, row: index + 1, why: one }
    }
    found.push(one)
  }
  return found
}
