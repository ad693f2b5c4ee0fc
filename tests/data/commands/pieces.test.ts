import { describe, expect, test } from 'vitest'
import { importFacts } from '../../../src/data/commands/import'
import { recordPieces, type PiecesSaid } from '../../../src/data/commands/pieces'
import type { BatchboardDb } from '../../../src/data/db'
import type { EventId, GoodId, UnitId } from '../../../src/domain/model'
import { dump, event, facts, freshDb, good, LENA, ofUnit, recipe, unit } from '../kitchen'

const EVENT = 'christmas' as EventId
const COOKIE = { kind: 'unit', id: 'cookie' as UnitId } as const
const BAG = { kind: 'good', id: 'bag' as GoodId } as const

async function kitchen(): Promise<BatchboardDb> {
  const db = freshDb()
  await importFacts(
    db,
    facts({
      events: [event(EVENT)],
      recipes: [recipe('cookies')],
      units: [unit('cookie', 'cookies', 48)],
      goods: [good('bag', [[ofUnit('cookie'), 6]])],
    }),
  )
  return db
}

const say = (db: BatchboardDb, some: Partial<PiecesSaid> = {}) =>
  recordPieces(db, { eventId: EVENT, item: COOKIE, surprise: 'given', pieces: 12, ...some }, LENA)

describe('what became of pieces', () => {
  test.each([
    ['given', -12],
    ['burnt', -12],
    ['broken', -12],
    ['dropped', -12],
    ['eaten', -12],
    ['other', -12],
    ['brought', 12],
    ['made', 12],
  ] as const)('%s changes the stock by %d, with its reason', async (surprise, n) => {
    const db = await kitchen()
    expect(await say(db, { surprise })).toBeNull()
    expect(await db.entries.toArray()).toMatchObject([
      {
        kind: 'stock',
        by: 'Lena',
        eventId: EVENT,
        item: COOKIE,
        measure: '',
        change: { type: 'change', amount: { n, d: 1 }, reason: surprise },
        touches: [],
      },
    ])
  })

  test('counted again is a count, of pieces or of packed bundles, and may be none', async () => {
    const db = await kitchen()
    expect(await say(db, { item: BAG, surprise: 'counted', pieces: 0 })).toBeNull()
    expect(await db.entries.toArray()).toMatchObject([
      { item: BAG, change: { type: 'count', amount: { n: 0, d: 1 } } },
    ])
  })

  const NOT_PIECES = { refused: 'not a count', field: 'pieces', min: 1, max: 1_000_000 }
  const NOT_A_COUNT = { refused: 'not a count', field: 'count', min: 0, max: 1_000_000_000 }

  test.each<[string, Partial<PiecesSaid>, object]>([
    ...[0, -1, 24.5, 1e9, NaN].map((pieces): [string, Partial<PiecesSaid>, object] => [
      `${pieces} pieces`,
      { pieces },
      NOT_PIECES,
    ]),
    ['a count of -1', { surprise: 'counted', pieces: -1 }, NOT_A_COUNT],
    [
      'an unknown piece',
      { item: { kind: 'unit', id: 'nothing' as UnitId } },
      { refused: 'unknown', what: 'unit' },
    ],
    [
      'an unknown bundle',
      { item: { kind: 'good', id: 'nothing' as GoodId } },
      { refused: 'unknown', what: 'good' },
    ],
    ['an unknown event', { eventId: 'nowhere' as EventId }, { refused: 'unknown', what: 'event' }],
  ])('%s is refused, and nothing is written', async (_, wrong, refusal) => {
    const db = await kitchen()
    await say(db)
    const before = await dump(db)
    expect(await say(db, wrong)).toEqual(refusal)
    expect(await dump(db)).toBe(before)
  })
})
