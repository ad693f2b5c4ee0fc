import { expect, test } from 'vitest'
import { choicesIn, historyOf, narrowed } from '../../src/domain/history'
import { NO_EVENT } from '../../src/domain/model'
import * as build from './facts'
import { baked, changed, counted, facts, inEvent, keyed, packed, undone } from './facts'
import type { Draft } from './facts'

const history = (...entries: readonly Draft[]) => historyOf(facts({ ...build.HOLIDAY, entries }))

test('history is newest first in the order of the ledger, with the name of what each entry is about', () => {
  const rows = history(
    keyed({ stamp: 5 }, baked('cookie', 1, 48)),
    keyed({ stamp: 9 }, packed('bag', 2)),
    keyed({ stamp: 7 }, changed('brownie', -1, 'eaten')),
    keyed({ stamp: 8 }, baked('forgotten', 1, 4)),
    keyed({ stamp: 1 }, counted('bag', 3)),
  )
  expect(rows.map(({ name, entry }) => [entry.stamp, name])).toEqual([
    [9, 'bag'],
    [8, ''],
    [7, 'brownie'],
    [5, 'cookie'],
    [1, 'bag'],
  ])
})

test('history keeps what was undone, with the first void of it', () => {
  const rows = history(
    baked('cookie', 1, 48),
    packed('bag', 2),
    keyed({ stamp: 90 }, undone(1)),
    keyed({ stamp: 80 }, undone(1)),
  )
  expect(rows.map(({ entry, undoneBy }) => [entry.seq, undoneBy?.stamp])).toEqual([
    [2, undefined],
    [1, 80],
  ])
})

test('history is the event’s own', () => {
  const rows = history(
    inEvent(build.ELSEWHERE, packed('bag', 2)),
    inEvent(NO_EVENT, baked('cookie', 1, 48)),
  )
  expect(rows).toEqual([])
})

test('history is narrowed by kind, by recipe or bundle, and by person', () => {
  const by =
    (person: string, draft: Draft): Draft =>
    (kitchen) => ({
      ...draft(kitchen),
      by: person,
    })
  const rows = history(
    by('Ana', baked('cookie', 1, 48)),
    by('Ben', packed('bag', 2)),
    by('Ana', changed('cookie', -1, 'eaten')),
    changed('bag', -1, 'dropped'),
    by('Ben', changed('brownie', -2, 'eaten')),
  )
  const seqs = (chosen: object) =>
    narrowed(rows, { kind: '', subject: '', by: '', ...chosen }).map(({ entry }) => entry.seq)
  expect(seqs({})).toEqual([5, 4, 3, 2, 1])
  expect(seqs({ kind: 'pieces' })).toEqual([5, 4, 3])
  expect(seqs({ subject: 'cookie' })).toEqual([3, 1])
  expect(seqs({ subject: 'bag', kind: 'packed' })).toEqual([2])
  expect(seqs({ by: 'Ana' })).toEqual([3, 1])
  expect(choicesIn(rows)).toEqual({
    kinds: ['baked', 'packed', 'pieces'],
    subjects: ['bag', 'brownie', 'cookie'].map((name) => ({ id: name, name })),
    people: ['Ana', 'Ben'],
  })
})
