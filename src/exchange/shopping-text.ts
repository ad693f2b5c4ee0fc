import type { UnreadLine } from '../domain/groceries'
import { ceil, floor, isPositive, multiply, type Amount } from '../domain/quantity'
import type { ShoppingLine, ShoppingList } from '../domain/shopping'
import { cell, csvOf } from './csv'

/** The words of a shopping list in somebody's language. */
export interface ShoppingWords {
  readonly title: string
  /** Heads the ingredients that stand under no category. */
  readonly noCategory: string
  readonly materials: string
  /** Heads the lines of recipes that no number could be made of. */
  readonly unread: string
  readonly notCounted: string
  readonly columns: {
    readonly category: string
    readonly item: string
    readonly measure: string
    readonly need: string
    readonly have: string
    readonly buy: string
    readonly alsoFor: string
    readonly unread: string
  }
  /** An amount to read and to shop by: 1¾ cups. */
  readonly amount: (amount: Amount, measure: string) => string
  readonly measure: (measure: string) => string
}

/** What is to buy, as plain text by category: to send, to copy, to print. */
export function shoppingText(list: ShoppingList, words: ShoppingWords): string {
  const paragraphs: string[][] = [[oneLine(words.title)]]
  const heads = new Map<string, string[]>()
  const under = (head: string, text: string): void => {
    let paragraph = heads.get(head)
    if (!paragraph) {
      paragraph = [oneLine(head)]
      heads.set(head, paragraph)
      paragraphs.push(paragraph)
    }
    paragraph.push(`- ${oneLine(text)}`)
  }
  for (const line of list.lines) {
    const head = categoryOf(line, words)
    if (isPositive(line.buy)) {
      under(head, `${line.name}: ${words.amount(line.buy, line.measure)}`)
    }
    for (const one of line.unread) under(head, `${line.name}: ${sayUnread(one)}`)
  }
  for (const one of list.unread) under(words.unread, sayUnread(one))
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/**
 * The whole list as a table: UTF-8 with its mark, lines that end in CR LF. Amounts are decimal
 * numbers of at most three places, what is needed rounded up and what is there rounded down. A text
 * that a spreadsheet would take for a formula gets a ' in front.
 */
export function shoppingCsv(list: ShoppingList, words: ShoppingWords): string {
  const { category, item, measure, need, have, buy, alsoFor, unread } = words.columns
  const rows = [
    [category, item, measure, need, have, buy, alsoFor, unread].map(cell),
    ...list.lines.map((line) => [
      cell(categoryOf(line, words)),
      cell(line.name),
      cell(words.measure(line.measure)),
      decimal(line.need, ceil),
      line.have === null ? cell(words.notCounted) : decimal(line.have, floor),
      decimal(line.buy, ceil),
      cell(line.alsoFor.map(({ name }) => name).join('; ')),
      cell(line.unread.map(sayUnread).join('; ')),
    ]),
    ...list.unread.map((one) => [
      cell(words.unread),
      ...['', '', '', '', '', ''],
      cell(sayUnread(one)),
    ]),
  ]
  return csvOf(rows)
}

function categoryOf({ item, category }: ShoppingLine, words: ShoppingWords): string {
  return item.kind === 'material' ? words.materials : category || words.noCategory
}

function sayUnread({ recipeName, measure, text }: UnreadLine): string {
  return `${text || measure} (${recipeName})`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** At most three places, with a point, as files write numbers. */
function decimal(amount: Amount, round: typeof floor): string {
  const rounded = round(multiply(amount, 1000))
  const thousandths = typeof rounded === 'number' ? BigInt(rounded) : rounded.n
  const size = thousandths < 0n ? -thousandths : thousandths
  const places = String(size % 1000n)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${thousandths < 0n ? '-' : ''}${size / 1000n}${places && '.'}${places}`
}
