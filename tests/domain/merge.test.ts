import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardOf } from '../../src/domain/board'
import { keyOf, type Kind, type Kinds, type RowKind } from '../../src/domain/copies'
import { settleEntry, settleRow, settleWriter, type Held } from '../../src/domain/merge'
import { newlyAside, outcomeOf } from '../../src/domain/merge-report'
import type { Entry, EventFacts, Recipe, WriterId, Written } from '../../src/domain/model'
import { recipe } from './facts'
import { BEGINNING, ROWS, live, someHistory, type Device } from './histories'

const by = (stamp: number, writer: string, name: string, hidden = false): Recipe =>
  recipe('cookie', { stamp, writer: writer as WriterId, name, hidden })
const names = ({ counts, aside }: Held<Recipe>) => [counts.name, ...aside.map(({ name }) => name)]

test('the later write of a row counts whole, and what it replaced is set aside', () => {
  expect(names(settleRow([by(1, 'a', 'Old'), by(2, 'a', 'New')]))).toEqual(['New', 'Old'])
  expect(names(settleRow([by(2, 'a', 'A'), by(2, 'b', 'B')]))).toEqual(['B', 'A'])
})

test('what was hidden here and edited later there is visible again', () => {
  const { counts } = settleRow([by(5, 'a', 'Cookies', true), by(6, 'b', 'Cookies')])
  expect(counts.hidden).toBe(false)
})

test('a write that says the same again loses nothing', () => {
  expect(settleRow([by(1, 'a', 'Same'), by(2, 'b', 'Same')]).aside).toEqual([])
})

test('only the latest write that lost is kept', () => {
  const three = settleRow([by(1, 'a', 'One'), by(3, 'a', 'Three'), by(2, 'a', 'Two')])
  expect(names(three)).toEqual(['Three', 'Two'])
})

const ENTRY: Entry = {
  kind: 'void',
  writer: 'w' as WriterId,
  seq: 1,
  at: 0,
  stamp: 1,
  by: '',
  eventId: '',
  target: { writer: 'w' as WriterId, seq: 9 },
}

test('of two contents of one key the canonical JSON that sorts first counts, the other is set aside', () => {
  const [lena, ana] = [
    { ...ENTRY, by: 'Lena' },
    { ...ENTRY, by: 'Ana' },
  ]
  expect(settleEntry([lena, ana])).toEqual({ counts: ana, aside: [lena] })
  expect(settleEntry([ana, lena, ana])).toEqual({ counts: ana, aside: [lena] })
  expect(settleEntry([ana, { ...ana }]).aside).toEqual([])
})

test('of two names of a device the one that sorts first is kept', () => {
  const [one, other] = [
    { writer: 'w' as WriterId, device: 'Tablet' },
    { writer: 'w' as WriterId, device: 'Phone' },
  ]
  expect(settleWriter(one, other)).toBe(other)
  expect(settleWriter(other, one)).toBe(other)
})

test('a row is added, changed, older or known, and only what is new is newly set aside', () => {
  const before = settleRow([by(2, 'a', 'Here')])
  const merged = (row: Recipe) => settleRow([before.counts, row])
  for (const [row, outcome, aside] of [
    [by(3, 'a', 'Later'), 'changed', 1],
    [by(1, 'a', 'Earlier'), 'older', 1],
    [by(2, 'a', 'Here'), 'known', 0],
    [by(3, 'a', 'Here'), 'known', 0],
  ] as const) {
    expect(outcomeOf(before, [row], merged(row))).toBe(outcome)
    expect(newlyAside(before, merged(row))).toBe(aside)
  }
  expect(outcomeOf(undefined, [by(1, 'a', 'New')], before)).toBe('added')
  const again = merged(by(1, 'a', 'Earlier'))
  expect(newlyAside(again, settleRow([again.counts, ...again.aside]))).toBe(0)
})

// The laws, for any contents of one key.

const someRow = fc
  .record({
    stamp: fc.nat(3),
    writer: fc.constantFrom('a', 'b'),
    name: fc.constantFrom('One', 'Two', 'Three'),
    hidden: fc.boolean(),
  })
  .map(({ stamp, writer, name, hidden }) => by(stamp, writer, name, hidden))
const someEntry = fc.constantFrom('Ana', 'Lena', 'Tom', '').map((who) => ({ ...ENTRY, by: who }))
const several = <Content>(one: fc.Arbitrary<Content>) =>
  fc.array(one, { minLength: 1, maxLength: 5 }) as unknown as fc.Arbitrary<[Content, ...Content[]]>

test.each([
  ['rows', several(someRow), settleRow as (some: never) => Held<unknown>],
  ['entries', several(someEntry), settleEntry as (some: never) => Held<unknown>],
] as const)('merging %s is idempotent, commutative and associative', (_, some, settle) => {
  const all = ({ counts, aside }: Held<unknown>): unknown[] => [counts, ...aside]
  const merge = (...copies: readonly Held<unknown>[]) => settle(copies.flatMap(all) as never)
  fc.assert(
    fc.property(some as never, some as never, some as never, (x: never, y: never, z: never) => {
      const [a, b, c] = [settle(x), settle(y), settle(z)]
      expect(merge(a, a)).toEqual(a)
      expect(merge(b, a)).toEqual(merge(a, b))
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)))
      expect(merge(merge(a, b), c)).toEqual(
        settle([...(x as []), ...(y as []), ...(z as [])] as never),
      )
    }),
    { numRuns: 1000 },
  )
})

/** A device that keeps its facts in memory, and merges them as the rules say. */
class InMemory implements Device {
  readonly writer: WriterId
  readonly #held = new Map<string, Held<Written | Entry>>()
  #stamp = 0

  constructor(writer: string) {
    this.writer = writer as WriterId
    for (const kind of Object.keys(ROWS) as RowKind[]) {
      for (const row of ROWS[kind]) {
        this.#held.set(`${kind} ${keyOf(kind, row as never)}`, { counts: row, aside: [] })
      }
    }
  }

  get text(): string {
    return [...this.#held]
      .map(([key, held]) => `${key} ${JSON.stringify(held)}`)
      .sort()
      .join('\n')
  }

  get facts(): EventFacts {
    const all = <K extends Kind>(kind: K) => this.#all(kind)
    return {
      event: all('event')[0]!,
      recipes: all('recipe'),
      units: all('unit'),
      goods: all('good'),
      materials: all('material'),
      productionTargets: all('productionTarget'),
      assemblyTargets: all('assemblyTarget'),
      looseTargets: all('looseTarget'),
      entries: all('entry'),
    }
  }

  #all<K extends Kind>(kind: K): Kinds[K][] {
    return [...this.#held]
      .filter(([key]) => key.startsWith(`${kind} `))
      .map(([, { counts }]) => counts as Kinds[K])
  }

  stamp(clock: number): Promise<number> {
    this.#stamp = Math.max(clock * 1000, this.#stamp + 1)
    return Promise.resolve(this.#stamp)
  }
  entries = () => Promise.resolve(this.#all('entry'))
  rows = <K extends RowKind>(kind: K) => Promise.resolve(this.#all(kind))
  add(entry: Entry): Promise<void> {
    this.#held.set(`entry ${keyOf('entry', entry)}`, { counts: entry, aside: [] })
    return Promise.resolve()
  }
  put<K extends RowKind>(kind: K, row: Kinds[K]): Promise<void> {
    const key = `${kind} ${keyOf(kind, row)}`
    this.#held.set(key, { counts: row, aside: this.#held.get(key)?.aside ?? [] })
    return Promise.resolve()
  }
  hear(other: InMemory): Promise<void> {
    for (const [key, { counts, aside }] of other.#held) {
      const here = this.#held.get(key)
      if (here?.counts === counts && here.aside.length + aside.length === 0) continue
      const all = [...(here ? [here.counts, ...here.aside] : []), counts, ...aside]
      const settle = (key.startsWith('entry ') ? settleEntry : settleRow) as (
        some: never,
      ) => Held<Written | Entry>
      this.#held.set(key, settle(all as never))
      for (const { stamp } of all) this.#stamp = Math.max(this.#stamp, stamp)
    }
    return Promise.resolve()
  }
}

const HISTORIES = 2000

test(`after ${HISTORIES} histories on 2 to 5 devices, heard in any order, all devices are equal, and count what one device would`, async () => {
  let met = 0
  await fc.assert(
    fc.asyncProperty(someHistory(), async (history) => {
      const devices = history.clocks.map((_, index) => new InMemory(`device-${index}`))
      const said = await live(history, devices)
      const [first, ...others] = devices as [InMemory, ...InMemory[]]
      for (const other of others) expect(other.text).toBe(first.text)
      const board = boardOf(first.facts)
      // One device that recorded all of it, the way it happened.
      expect(board).toEqual(boardOf({ ...first.facts, entries: said }))
      expect(first.facts.entries).toHaveLength(said.length)
      met += 1
    }),
    { numRuns: HISTORIES },
  )
  expect(met).toBe(HISTORIES)
  expect(BEGINNING.entries).toEqual([])
})
