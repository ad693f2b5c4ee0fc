import { typedQuantity, type LineDraft } from '../../domain/drafts'

/** Pasted ingredient text as lines of a recipe's form, to be looked over; nothing is written yet. */
export async function readPasted(text: string): Promise<readonly LineDraft[]> {
  // The reader and its library are fetched by those who paste.
  const { readIngredientLines } = await import('../../exchange/ingredient-text')
  return readIngredientLines(text).map((line) => ({
    ingredientId: null,
    name: line.name,
    quantity: line.quantity === null ? '' : typedQuantity(line.quantity),
    measure: line.measure,
    text: line.text,
  }))
}
