import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBundle } from '../../../src/data/commands/catalogue'
import { changeEvent } from '../../../src/data/commands/events'
import { loadExample, removeExample } from '../../../src/data/commands/example'
import { importFacts } from '../../../src/data/commands/import'
import { recordPieces } from '../../../src/data/commands/pieces'
import { recordPacking, recordProduction, voidEntry } from '../../../src/data/commands/record'
import {
  removeTarget,
  setAssemblyTarget,
  setLooseTarget,
  setProductionTarget,
  takeBatchesNeeded,
  type TargetRef,
} from '../../../src/data/commands/targets'
import type { BatchboardDb } from '../../../src/data/db'
import { eventFacts, eventFactsAfresh } from '../../../src/data/queries/event'
import { boardOf } from '../../../src/domain/board'
import type { Day } from '../../../src/domain/day'
import type {
  Entry,
  EventFacts,
  EventId,
  GoodId,
  RecipeId,
  UnitId,
} from '../../../src/domain/model'
import {
  baked,
  counted,
  entry,
  event,
  facts,
  freshDb,
  good,
  LENA,
  material,
  ofGood,
  ofMaterial,
  ofUnit,
  packed,
  recipe,
  secondTab,
  undoing,
  unit,
} from '../kitchen'

// Whatever is done in whatever order: a reader that remembers says what the tables say.

const EVENTS = ['christmas', 'fair'] as EventId[]
const RECIPES = ['cookies', 'brownies'] as RecipeId[]
const UNITS = ['cookie', 'brownie'] as UnitId[]
const GOODS = ['plain', 'tied', 'box'] as GoodId[]
const MATERIALS = ['ribbon', 'card']
const NAMES = { event: 'E', cookies: 'C', cookie: 'c', brownies: 'B', brownie: 'b', bag: 'G' }

const KITCHEN = facts({
  events: EVENTS.map(event),
  recipes: RECIPES.map(recipe),
  units: UNITS.map((id, index) => unit(id, RECIPES[index]!, 6)),
  goods: [
    good('plain', [[ofUnit('cookie'), 2]]),
    good('tied', [
      [ofUnit('brownie'), 1],
      [ofMaterial('ribbon'), 1],
    ]),
    good('box', [
      [ofGood('tied'), 2],
      [ofMaterial('card'), 1],
    ]),
  ],
  materials: MATERIALS.map(material),
})

/** Where a step works: the numbers pick an event, a thing, and how many. */
interface Place {
  readonly event: number
  readonly which: number
  readonly count: number
}

type Step = (db: BatchboardDb, place: Place, seq: number) => Promise<unknown>

const bring = (db: BatchboardDb, ...entries: Entry[]): Promise<unknown> =>
  importFacts(db, facts({ entries }))

/** A void lies with the event of what it undoes, though that may still be to come. */
const eventAt = (seq: number): EventId => EVENTS[seq % EVENTS.length]!

const refOf = (which: number): TargetRef =>
  [
    { kind: 'production', id: RECIPES[0]! } as const,
    { kind: 'assembly', id: GOODS[1]! } as const,
    { kind: 'assembly', id: GOODS[2]! } as const,
    { kind: 'loose', id: UNITS[0]! } as const,
  ][which]!

const STEPS: Readonly<Record<string, Step>> = {
  bake: (db, { event, which, count }) =>
    recordProduction(
      db,
      {
        eventId: EVENTS[event]!,
        recipeId: RECIPES[which % 2]!,
        batches: count,
        lostBatches: which > 2 ? 1 : 0,
        good: null,
        reason: 'burnt',
      },
      LENA,
    ),
  pack: (db, { event, which, count }) =>
    recordPacking(
      db,
      { eventId: EVENTS[event]!, goodId: GOODS[which % 3]!, quantity: count, anyway: true },
      LENA,
    ),
  handOver: (db, { event, which, count }) =>
    recordPieces(
      db,
      {
        eventId: EVENTS[event]!,
        item: { kind: 'unit', id: UNITS[which % 2]! },
        surprise: 'given',
        pieces: count,
      },
      LENA,
    ),
  undo: async (db, { which, count }) => {
    const rows = await db.entries.toArray()
    const row = rows[(which * 7 + count) % Math.max(1, rows.length)]
    return row && voidEntry(db, row, LENA)
  },
  want: (db, { event, which, count }) => {
    const target = refOf(which)
    const wanted = [db, EVENTS[event]!] as const
    if (target.kind === 'production')
      return setProductionTarget(...wanted, target.id, String(count))
    return target.kind === 'assembly'
      ? setAssemblyTarget(...wanted, target.id, String(count))
      : setLooseTarget(...wanted, target.id, String(count))
  },
  unwant: (db, { event, which }) => removeTarget(db, EVENTS[event]!, refOf(which)),
  takeNeeded: (db, { event }) => takeBatchesNeeded(db, EVENTS[event]!),
  rename: (db, { event, count }) =>
    changeEvent(db, EVENTS[event]!, { name: `name ${count}`, date: '2026-12-01' }),
  newBundle: async (db, { event, which, count }) => {
    const lines = [{ item: ofGood(GOODS[which % 3]!), quantity: String(count) }]
    const id = await createBundle(db, { name: 'New', lines })
    return typeof id === 'string' && setAssemblyTarget(db, EVENTS[event]!, id, '2')
  },
  countMaterial: (db, { which, count }, seq) =>
    bring(db, entry('', seq, counted(ofMaterial(MATERIALS[which % 2]!), count))),
  packElsewhere: (db, { which, count }, seq) => {
    const used = ofMaterial(MATERIALS[which % 2]!)
    return bring(db, entry(eventAt(seq), seq, packed('tied', count, [[used, count]])))
  },
  bakeElsewhere: (db, { count }, seq) =>
    bring(db, entry(eventAt(seq), seq, baked(RECIPES[0]!, UNITS[0]!, count))),
  /** Of an entry that came, or of one that is still to come. */
  undoElsewhere: (db, { which, count }, seq) => {
    const undone = 1000 + ((which * 5 + count) % 40)
    return bring(db, entry(eventAt(undone), seq, undoing(undone), count))
  },
  example: (db) => loadExample(db, NAMES, '2026-11-22' as Day),
  removeExample: (db) => removeExample(db),
}

const step = fc.record({
  name: fc.constantFrom(...Object.keys(STEPS)),
  place: fc.record({ event: fc.nat(1), which: fc.nat(3), count: fc.integer({ min: 1, max: 4 }) }),
  /** Which connection does it, and who looks afterwards: a bit each for connection and event. */
  tab: fc.nat(1),
  looks: fc.nat(15),
})

async function expectSame(db: BatchboardDb, eventId: EventId): Promise<void> {
  const remembered = (await eventFacts(db, eventId))!
  const fresh = (await eventFactsAfresh(db, eventId))!
  const own = ({ entries }: EventFacts) => entries.filter((one) => one.eventId === eventId)
  expect(own(remembered)).toEqual(own(fresh))
  expect(boardOf(remembered)).toEqual(boardOf(fresh))
}

test('what is remembered and read on equals what is read afresh, after any commands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const here = freshDb()
      const tabs = [here, secondTab(here)] as const
      await importFacts(here, KITCHEN)
      for (const [index, { name, place, tab, looks }] of steps.entries()) {
        await STEPS[name]!(tabs[tab]!, place, 1000 + index)
        for (const look of [0, 1, 2, 3]) {
          if (looks & (1 << look)) await expectSame(tabs[look & 1]!, EVENTS[look >> 1]!)
        }
      }
      for (const db of tabs) for (const eventId of EVENTS) await expectSame(db, eventId)
    }),
    { numRuns: 40 },
  )
})
