import { MAX_TYPED } from '../domain/quantity'
import type { Field, Refusal } from '../domain/refusal'
import { formatsOf } from './format'

const { amount } = formatsOf('en')

const FIELDS: Record<Field, string> = {
  name: 'Name',
  date: 'Date',
  batches: 'Batches',
  quantity: 'How many',
  pieces: 'Pieces',
  itemsPerBatch: 'Pieces per batch',
  lineQuantity: 'How many in each one',
  count: 'Count',
  by: 'Who',
  minutes: 'Minutes',
}

const ROWS = { ingredients: 'Ingredient', units: 'Piece', parts: 'Part' }

/** What is wrong with what was typed, and where. */
export const en = {
  sentence: (refusal: Refusal): string => {
    switch (refusal.refused) {
      case 'not a count':
        return `${FIELDS[refusal.field]}: a whole number from ${amount(refusal.min)} to ${amount(refusal.max)}.`
      case 'not a quantity':
        if (refusal.field === 'count') return 'Count: a number such as 0, 6, ½ or 1.5.'
        return `${FIELDS[refusal.field]}: a number above 0 and up to ${amount(MAX_TYPED)}, such as 6, ½ or 1.5.`
      case 'empty name':
        return 'Please give it a name.'
      case 'name too long':
        return `The name is too long: ${amount(refusal.max)} characters at most.`
      case 'word too long':
        return `The category or measure is too long: ${amount(refusal.max)} characters at most.`
      case 'no such day':
        return 'Please choose a date that is in the calendar.'
      case 'unknown':
        return 'That is not here any more. Go back and look again.'
      case 'no lines':
        return 'Say what is in one bundle: at least one part.'
      case 'no units':
        return 'This recipe has no pieces per batch, so it cannot be counted.'
      case 'in a row':
        return `${ROWS[refusal.list]} ${amount(refusal.row)}. ${en.sentence(refusal.why)}`
      case 'hidden part':
        return `“${refusal.name}” is hidden. Bring it back first, or choose another part.`
      case 'not a density':
        return 'Weight: a volume and what it weighs, such as 1 cup = 120 g, or leave all four fields empty.'
      case 'name taken':
        return `There is already “${refusal.name}”. If you do not see it, it is hidden.`
      case 'cycle':
        return `A bundle cannot contain itself: ${refusal.names.join(' › ')}.`
      case 'out of range':
        return 'That is more than can be counted exactly. Nothing was recorded.'
      case 'void of a void':
        return 'An undo cannot be undone. Record it again instead.'
      case 'more than stock':
        return `Only ${amount(refusal.possible)} can be packed from what is recorded.`
    }
  },
}

export type RefusalWords = typeof en
