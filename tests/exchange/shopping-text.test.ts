import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EventId, IngredientId, MaterialId } from '../../src/domain/model'
import { kitchenAmount } from '../../src/domain/kitchen-amount'
import { amountOf, fraction, type Amount } from '../../src/domain/quantity'
import type { ShoppingLine, ShoppingList } from '../../src/domain/shopping'
import { shoppingCsv, shoppingText, type ShoppingWords } from '../../src/exchange/shopping-text'
import { facts } from '../domain/facts'

const WORDS: ShoppingWords = {
  title: 'Shopping for Holiday',
  noCategory: 'Other',
  materials: 'Packing',
  unread: 'Please look',
  notCounted: 'not counted',
  columns: {
    category: 'Category',
    item: 'Item',
    measure: 'Measure',
    need: 'Need',
    have: 'Have',
    buy: 'Buy',
    alsoFor: 'Also for',
    unread: 'Not read',
  },
  amount: (amount, measure) => {
    const shown = kitchenAmount(amount, measure).amount
    return `${typeof shown === 'number' ? shown : `${shown.n}/${shown.d}`} ${measure}`.trim()
  },
  measure: (measure) => measure.toUpperCase(),
}

const part = (n: number, d: number): Amount => amountOf(fraction(n, d)!)

function line(name: string, more: Partial<ShoppingLine> = {}): ShoppingLine {
  return {
    key: name,
    item: { kind: 'ingredient', id: name as IngredientId },
    name,
    category: '',
    measure: 'cup',
    need: 14,
    have: 10,
    buy: 4,
    isBelowZero: false,
    alsoFor: [],
    unread: [],
    lastBought: null,
    lastCount: null,
    ...more,
  }
}

const ribbon = (more: Partial<ShoppingLine> = {}) =>
  line('Ribbon', { item: { kind: 'material', id: 'ribbon' as MaterialId }, measure: '', ...more })

function list(lines: readonly ShoppingLine[], unread: ShoppingList['unread'] = []): ShoppingList {
  return { event: facts({}).event, lines, unread }
}

describe('as text', () => {
  test('what is to buy stands under its category, and the rest is left out', () => {
    const text = shoppingText(
      list([
        line('Butter', { category: 'Dairy', buy: part(7, 4) }),
        line('Milk', { category: 'Dairy', buy: 0 }),
        line('Eggs', { category: 'Dairy', measure: '', buy: 6 }),
        line('Flour', { category: 'Flours', measure: 'g', buy: part(2501, 10) }),
        line('Water'),
        ribbon({ buy: 50 }),
      ]),
      WORDS,
    )
    expect(text).toBe(
      [
        'Shopping for Holiday',
        '',
        'Dairy',
        '- Butter: 7/4 cup',
        '- Eggs: 6',
        '',
        'Flours',
        '- Flour: 251 g',
        '',
        'Other',
        '- Water: 4 cup',
        '',
        'Packing',
        '- Ribbon: 50',
        '',
      ].join('\n'),
    )
  })

  test('what could not be read is never lost', () => {
    const text = shoppingText(
      list(
        [
          line('Salt', {
            buy: 0,
            unread: [
              { recipeName: 'Cake', measure: '', text: 'to taste' },
              { recipeName: 'Tart', measure: 'pinch', text: '' },
            ],
          }),
        ],
        [{ recipeName: 'Cake', measure: '', text: 'a little love' }],
      ),
      WORDS,
    )
    expect(text.split('\n').slice(2)).toEqual([
      'Other',
      '- Salt: to taste (Cake)',
      '- Salt: pinch (Tart)',
      '',
      'Please look',
      '- a little love (Cake)',
      '',
    ])
  })

  test('a list with nothing to buy is its title', () => {
    expect(shoppingText(list([line('Flour', { buy: 0 })]), WORDS)).toBe('Shopping for Holiday\n')
  })

  test('a name of several lines cannot pretend to be an item', () => {
    const text = shoppingText(list([line('Flour\n- Gold: 9')]), WORDS)
    expect(text.split('\n')[3]).toBe('- Flour - Gold: 9: 4 cup')
  })
})

const csv = (...lines: ShoppingLine[]) => shoppingCsv(list(lines), WORDS)

/** The cells of a table, as a spreadsheet reads them. */
function read(text: string): string[][] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (!match) throw new Error('no table')
    rows.at(-1)!.push(match[1]?.replace(/""/g, '"') ?? match[2]!)
    if (match[3] === '\r\n') rows.push([])
  }
  rows.pop()
  return rows
}

describe('as a table', () => {
  test('it starts with the mark of UTF-8 and its heads, and lines end in CR LF', () => {
    expect(csv()).toBe('\ufeffCategory,Item,Measure,Need,Have,Buy,Also for,Not read\r\n')
    expect(csv(line('Mehl')).split('\r\n')).toHaveLength(3)
  })

  test('every line has need, have and buy, ticked or not', () => {
    const also = [
      { eventId: 'fair' as EventId, name: 'Fair' },
      { eventId: 'kings' as EventId, name: 'Kings' },
    ]
    const unread = [{ recipeName: 'Cake', measure: '', text: 'to taste' }]
    const table = csv(
      line('Flour', { category: 'Flours', alsoFor: also }),
      line('Butter', { have: null, buy: 14, unread }),
      ribbon({ have: -3, buy: 0 }),
    )
    expect(read(table).slice(1)).toEqual([
      ['Flours', 'Flour', 'CUP', '14', '10', '4', 'Fair; Kings', ''],
      ['Other', 'Butter', 'CUP', '14', 'not counted', '14', '', 'to taste (Cake)'],
      ['Packing', 'Ribbon', '', '14', '-3', '0', '', ''],
    ])
  })

  test('lines that name no ingredient come at the end', () => {
    const table = shoppingCsv(list([], [{ recipeName: 'Cake', measure: '', text: 'love' }]), WORDS)
    expect(read(table)[1]).toEqual(['Please look', '', '', '', '', '', '', 'love (Cake)'])
  })

  test.each([
    [part(7, 4), '1.75', '1.75'],
    [part(1, 3), '0.334', '0.333'],
    [part(2, 3), '0.667', '0.666'],
    [part(-1, 3), '-0.333', '-0.334'],
    [part(-5, 2), '-2.5', '-2.5'],
    [part(1, 1_000_000), '0.001', '0'],
    [1200, '1200', '1200'],
    [0, '0', '0'],
    [{ n: 10n ** 21n, d: 3n }, '333333333333333333333.334', '333333333333333333333.333'],
  ])('%o is needed as %s and there as %s', (amount, up, down) => {
    const [, cells] = read(csv(line('Flour', { need: amount, have: amount, buy: amount })))
    expect(cells!.slice(3, 6)).toEqual([up, down, up])
  })

  test.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', `'+1`],
    ['-2+3', `'-2+3`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['Salt;=1', `Salt;'=1`],
    ['Salt, coarse', '"Salt, coarse"'],
    ['6" plates', '"6"" plates"'],
    ['two\nlines', '"two\nlines"'],
    ['5 = five', '5 = five'],
    ['Mehl ½ 🍪 דבש', 'Mehl ½ 🍪 דבש'],
  ])('the name %j is written %j', (name, written) => {
    expect(csv(line(name))).toContain(`\r\nOther,${written},CUP,`)
  })

  test('a formula is disarmed wherever a text stands', () => {
    const text = '=1+1'
    const table = csv(
      line(text, {
        category: text,
        measure: text,
        alsoFor: [{ eventId: 'fair' as EventId, name: text }],
        unread: [{ recipeName: 'Cake', measure: '', text }],
      }),
    )
    expect(read(table)[1]).toEqual([`'=1+1`, `'=1+1`, `'=1+1`, '14', '10', '4', `'=1+1`, `'=1+1 (Cake)`])
  }) // prettier-ignore

  test('whatever a name is, it comes out of the table as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, category) => {
        const rows = read(csv(line(name, { category }), line('Flour')))
        const plain = (text: string) =>
          text.replace(/^[=+\-@\t\r\n]/, `'$&`).replace(/;(\s*[=+\-@])/g, `;'$1`)
        expect(rows).toHaveLength(3)
        expect(rows[1]!.slice(0, 2)).toEqual([plain(category || 'Other'), plain(name)])
        expect(rows.every((cells) => cells.length === 8)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
