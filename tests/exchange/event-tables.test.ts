import { expect, test } from 'vitest'
import { boardOf } from '../../src/domain/board'
import { historyOf } from '../../src/domain/history'
import type { WriterId } from '../../src/domain/model'
import { cell } from '../../src/exchange/csv'
import { historyTable, planTable, progressTable } from '../../src/exchange/event-tables'
import { tables } from '../../src/words/en-tables'
import { HOLIDAY, baked, changed, facts, packed, undone } from '../domain/facts'

const FACTS = facts({
  ...HOLIDAY,
  loose: { cookie: 12 },
  entries: [
    baked('cookie', 6, 288),
    baked('brownie', 1, 20, 'burnt'),
    packed('bag', 2),
    changed('cookie', -3, 'eaten'),
    undone(3),
  ],
})
const BOARD = boardOf(FACTS)
const rowsOf = (csv: string): string[] => csv.replace(/^\ufeff/, '').split('\r\n')

test('every table begins with the mark of UTF-8 and ends its lines with CR LF', () => {
  for (const csv of [
    planTable(BOARD, tables.outside),
    progressTable(BOARD, tables.outside),
    historyTable(historyOf(FACTS), new Map(), tables.outside),
  ]) {
    expect(csv).toMatch(/^\ufeff(?:[^\r\n]*\r\n)+$/)
    const columns = rowsOf(csv)
      .slice(0, -1)
      .map((row) => row.split(',').length)
    expect(new Set(columns).size).toBe(1)
  }
})

test('the plan says what is wanted, needed and to go', () => {
  expect(rowsOf(planTable(BOARD, tables.outside))).toEqual([
    'Kind,Name,Wanted,Batches needed,To go',
    'Recipe (batches),cookie,7,7,1',
    'Recipe (batches),brownie,7,7,6',
    'Bundle,bag,50,,50',
    'Loose pieces,cookie,12,,12',
    '',
  ])
})

test('progress says what the board shows', () => {
  expect(rowsOf(progressTable(BOARD, tables.outside)).slice(0, 4)).toEqual([
    'Kind,Name,Done,Wanted,To go,Over,Percent,Can be packed now,Batches lost,Status',
    'Recipe (batches),cookie,6,7,1,0,85.71,,0,Open',
    'Recipe (batches),brownie,1,7,6,0,14.29,,0,Open',
    'Bundle,bag,0,50,50,0,0,6,,Some can be packed now',
  ])
})

test('history says what was recorded, on which device, and what was undone', () => {
  const devices = new Map([['w' as WriterId, 'iPad, kitchen']])
  const rows = rowsOf(historyTable(historyOf(FACTS), devices, tables.outside))
  expect(rows[0]).toBe(
    'When,Kind,Name,How many,Good pieces,Expected pieces,Reason,Who,Device,Undone',
  )
  const without = rows.slice(1, -1).map((row) => row.replace(/^[^,]*,/, ''))
  expect(without).toEqual([
    'Pieces,cookie,-3,,,Eaten,,"iPad, kitchen",',
    'Packed,bag,2,,,,,"iPad, kitchen",Yes',
    'Baked,brownie,1,20,24,Burnt,,"iPad, kitchen",',
    'Baked,cookie,6,288,288,,,"iPad, kitchen",',
  ])
  expect(rows[1]).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2},/)
})

test('a name that parts cells where numbers have commas is no formula there either', () => {
  expect(['Bag;=1+1;x', 'a;b', 'x; @y'].map(cell)).toEqual(["Bag;'=1+1;x", 'a;b', "x;' @y"])
})

test.each(['=cmd|/c calc!A1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx'])(
  'the name %j is text in every table, and no formula',
  (name) => {
    const named = {
      ...FACTS,
      recipes: FACTS.recipes.map((row) => ({ ...row, name })),
      units: FACTS.units.map((row) => ({ ...row, name })),
      goods: FACTS.goods.map((row) => ({ ...row, name })),
      entries: FACTS.entries.map((entry) => ({ ...entry, by: name })),
    }
    const devices = new Map([['w' as WriterId, name]])
    const board = boardOf(named)
    for (const csv of [
      planTable(board, tables.outside),
      progressTable(board, tables.outside),
      historyTable(historyOf(named), devices, tables.outside),
    ]) {
      expect(csv).toContain(`'${name}`)
      expect(csv).not.toContain(`,${name}`)
      expect(csv).not.toContain(`"${name}`)
    }
  },
)
