import type { Amount } from '../domain/quantity'
import { formatsOf } from './format'
import { measured } from './measured'

const format = formatsOf('en')

/** The shopping list, and the counting of the pantry. */
export const shop = {
  title: 'Shop',
  amount: (amount: Amount, measure: string) => measured(format, amount, measure),
  /** Of what is there. */
  there: (amount: Amount, measure: string) => measured(format, amount, measure, {}, 'down'),
  measure: (measure: string) => measure,
  empty: 'Nothing to buy: what is left to bake and pack needs no ingredient or material.',
  noLines: 'The recipes of this event have no ingredients yet. Add them in the catalogue.',
  unplanned: (rows: readonly { readonly recipeName: string; readonly batchesNeeded: number }[]) =>
    `Not in this list: ${format.list(rows.map(({ recipeName, batchesNeeded: count }) => `${format.amount(count)} ${format.plural(count, { one: 'batch', other: 'batches' })} of ${recipeName}`))}. No batches are planned yet.`,
  toCatalogue: 'Open the catalogue',
  forWhat: 'For what is left to bake and pack.',
  onlyToBuy: 'Only what is to buy',
  noCategory: 'Other',
  materials: 'Materials',
  unread: 'Could not be counted',
  unreadLine: (text: string, recipe: string) => `${text} (${recipe})`,
  need: (amount: string) => `Need ${amount}`,
  have: (amount: string) => `have ${amount}`,
  notCounted: 'have: not counted',
  buy: (amount: string) => `Buy ${amount}`,
  enough: 'Enough',
  countAgain: (amount: string) => `Have ${amount}: more was used than was there. Count again.`,
  alsoFor: (names: readonly string[]) => `Also needed for ${format.list(names)}`,
  bought: 'Bought',
  boughtOf: (amount: string, name: string) => `Bought: ${amount} ${name}`,
  undoBought: 'Not bought',
  undoBoughtOf: (name: string) => `Undo bought: ${name}`,
  count: 'Count the pantry',
  share: 'Share',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  csv: 'As a table',
  failed: 'That did not work in this browser.',
  listTitle: (event: string) => `Shopping: ${event}`,
  fileName: 'shopping.csv',
  columns: {
    category: 'Category',
    item: 'Item',
    measure: 'Measure',
    need: 'Need',
    have: 'Have',
    buy: 'Buy',
    alsoFor: 'Also for',
    unread: 'Not counted',
  },
  counting: {
    title: 'Count the pantry',
    place: (at: number, all: number) => `${format.amount(at)} of ${format.amount(all)}`,
    howMuch: (name: string, measure: string) =>
      measure === ''
        ? `${name}: how many are there?`
        : `${name}: how much is there, in ${measure}?`,
    last: (amount: string) => `By what was recorded: ${amount}`,
    undo: 'Undo the last count',
    undoOf: (name: string) => `Undo the last count: ${name}`,
    never: 'Not counted yet',
    next: 'Save and next',
    skip: 'Skip',
    back: 'Delete the last sign',
    done: 'That was the last one.',
    toList: 'To the list',
    nothing: 'Nothing to count for this event.',
  },
}

export type ShopWords = typeof shop
