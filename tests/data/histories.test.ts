import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { restore } from '../../src/data/commands/restore'
import type { BatchboardDb } from '../../src/data/db'
import { eventFacts, eventFactsAfresh } from '../../src/data/queries/event'
import { rowTables } from '../../src/data/row-tables'
import { raise, takeStamps, touchesOf } from '../../src/data/writer'
import { boardOf } from '../../src/domain/board'
import type { Kinds, RowKind } from '../../src/domain/copies'
import type { Entry, EventFacts, WriterId } from '../../src/domain/model'
import { plainEntry } from '../../src/exchange/backup-format'
import { HERE } from '../domain/facts'
import { ROWS, live, someHistory, type Device } from '../domain/histories'
import { backupText, readAll } from '../exchange/kitchen-text'
import { backupOf, factsIn, hear } from './copies'
import { freshDb } from './kitchen'

/** A device with tables of its own, whose board is looked at all the time. */
class WithTables implements Device {
  readonly writer: WriterId
  readonly db: BatchboardDb = freshDb()

  constructor(writer: string) {
    this.writer = writer as WriterId
  }
  async begin(): Promise<this> {
    const beginning = readAll(backupText(ROWS))
    if ('file' in beginning) throw new Error(beginning.file)
    await restore(this.db, beginning)
    return this
  }
  stamp = (clock: number) =>
    this.db.transaction('rw', [this.db.marks], async () => {
      const { first, taken } = takeStamps(await this.db.marks.get('stamp'), clock)
      await this.db.marks.put(taken)
      return first
    })
  entries = () => this.db.entries.toArray()
  rows = <K extends RowKind>(kind: K): Promise<readonly Kinds[K][]> =>
    Promise.resolve(rowTables(this.db)[kind].toArray())
  async add(entry: Entry): Promise<void> {
    await this.db.transaction('rw', [this.db.entries], async () => {
      const undone =
        entry.kind === 'void' &&
        (await this.db.entries
          .where('[writer+seq]')
          .equals([entry.target.writer, entry.target.seq])
          .first())
      await this.db.entries.add({ ...entry, touches: undone ? undone.touches : touchesOf(entry) })
    })
    await eventFacts(this.db, HERE)
  }
  async put<K extends RowKind>(kind: K, row: Kinds[K]): Promise<void> {
    await this.db.transaction('rw', this.db.tables, async () => {
      await rowTables(this.db)[kind].bulkPut([row])
      await raise(this.db, kind === 'recipe' || kind === 'good' ? 'catalogue' : 'plan')
    })
  }
  async hear(other: WithTables): Promise<void> {
    await hear(this.db, other.db)
    await eventFacts(this.db, HERE)
  }
}

function plain(facts: EventFacts | null): EventFacts {
  return { ...facts!, entries: facts!.entries.map(plainEntry) }
}

const HISTORIES = 30

test(`${HISTORIES} histories through real tables and files leave all devices equal`, async () => {
  let met = 0
  await fc.assert(
    fc.asyncProperty(someHistory(16), async (history) => {
      const devices = await Promise.all(
        history.clocks.slice(0, 3).map((_, index) => new WithTables(`device-${index}`).begin()),
      )
      const few = {
        ...history,
        steps: history.steps.map((step) => ({
          ...step,
          device: step.device % devices.length,
          ...(step.does === 'hear' ? { from: step.from % devices.length } : {}),
        })),
        order: history.order.filter((place) => place < devices.length),
      }
      const said = await live(few, devices)
      const [first, ...others] = devices as [WithTables, ...WithTables[]]
      for (const other of others) expect(await factsIn(other.db)).toBe(await factsIn(first.db))
      const facts = plain(await eventFacts(first.db, HERE))
      expect(boardOf(facts)).toEqual(boardOf({ ...facts, entries: said }))
      expect(boardOf(plain(await eventFactsAfresh(first.db, HERE)))).toEqual(boardOf(facts))
      expect((await backupOf(first.db)).entries).toHaveLength(said.length)
      met += 1
    }),
    { numRuns: HISTORIES },
  )
  expect(met).toBe(HISTORIES)
})
