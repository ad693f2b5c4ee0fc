import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EventId, RecipeId } from '../../src/domain/model'
import {
  batchToTime,
  endOf,
  extended,
  hasRung,
  inRingingOrder,
  minutesSince,
  readMinutes,
  secondsLeft,
  type Timer,
  type TimerId,
} from '../../src/domain/timers'

const MINUTE = 60_000

const timer = (id: string, end: number, some: Partial<Timer> = {}): Timer => ({
  id: id as TimerId,
  eventId: 'fair' as EventId,
  recipeId: 'brownies' as RecipeId,
  eventName: 'Fair',
  recipeName: 'Brownies',
  batch: 1,
  target: 7,
  start: 0,
  end,
  ...some,
})

const someTime = fc.integer({ min: 0, max: 4_000_000_000_000 })

describe('the minutes of a timer', () => {
  test.each<[string, number]>([
    ['24', 24],
    ['024', 24],
    [' 1 ', 1],
    ['1440', 1440],
    ['٢٤', 24],
  ])('%s is read', (typed, minutes) => {
    expect(readMinutes(typed)).toBe(minutes)
  })

  test.each(['', '0', '-5', '1441', '2.5', '½', '24 min', '1e3'])('"%s" is refused', (typed) => {
    expect(readMinutes(typed)).toEqual({
      refused: 'not a count',
      field: 'minutes',
      min: 1,
      max: 1440,
    })
  })
})

describe('what is left', () => {
  const END = 24 * MINUTE

  test.each([
    [0, 1440, false, 0],
    [1, 1440, false, 0],
    [1000, 1439, false, 0],
    [END - 1, 1, false, 0],
    [END, 0, true, 0],
    [END + 59_999, 0, true, 0],
    [END + 3 * MINUTE, 0, true, 3],
    [END + 20 * 60 * MINUTE, 0, true, 1200],
  ])('at %d ms are %d seconds; has it rung: %s, %d minutes ago', (now, left, rung, ago) => {
    const one = timer('a', endOf(0, 24))
    expect(secondsLeft(one, now)).toBe(left)
    expect(hasRung(one, now)).toBe(rung)
    expect(minutesSince(one, now)).toBe(ago)
  })

  test('is never more than was set, though the clock was set back or is read late', () => {
    const one = timer('a', endOf(5000, 24), { start: 5000 })
    expect(secondsLeft(one, 4400)).toBe(24 * 60)
    expect(secondsLeft(one, 0)).toBe(24 * 60)
  })

  test('is nothing exactly when it has rung, whatever the clock does', () => {
    fc.assert(
      fc.property(someTime, someTime, (end, now) => {
        const one = timer('a', end + 1)
        expect(secondsLeft(one, now) === 0).toBe(hasRung(one, now))
        expect(minutesSince(one, now) === 0 || secondsLeft(one, now) === 0).toBe(true)
      }),
    )
  })
})

describe('2 minutes more', () => {
  test('follow the end of a timer that runs, and the moment of a tap where it has rung', () => {
    expect(extended(timer('a', 10 * MINUTE), 4 * MINUTE)).toBe(12 * MINUTE)
    expect(extended(timer('a', 10 * MINUTE), 13 * MINUTE)).toBe(15 * MINUTE)
  })

  test('leave at least 2 minutes, always', () => {
    fc.assert(
      fc.property(someTime, someTime, (end, now) => {
        const longer = timer('a', extended(timer('a', end), now))
        expect(secondsLeft(longer, now)).toBeGreaterThanOrEqual(120)
        expect(longer.end).toBeGreaterThanOrEqual(end + 2 * MINUTE)
      }),
    )
  })
})

test('what rings first is first, and of two that ring at once always the same', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.string(), fc.integer({ min: 0, max: 3 })), {
        selector: ([id]) => id,
      }),
      (drawn) => {
        const timers = drawn.map(([id, end]) => timer(id, end))
        const ordered = inRingingOrder(timers)
        expect(inRingingOrder([...timers].reverse())).toEqual(ordered)
        expect(ordered.map(({ end }) => end)).toEqual(
          timers.map(({ end }) => end).sort((a, b) => a - b),
        )
      },
    ),
  )
})

describe('the batch that a timer is for', () => {
  const eventId = 'fair' as EventId
  const recipeId = 'brownies' as RecipeId

  test.each([
    ['the first, when nothing is done', 0, [], 1],
    ['the next after those that are done', 2, [], 3],
    ['the next after those in the oven', 2, [timer('a', 1), timer('b', 2)], 5],
    [
      'not counted with other recipes or events',
      2,
      [
        timer('a', 1, { recipeId: 'cookies' as RecipeId }),
        timer('b', 2, { eventId: 'other' as EventId }),
      ],
      3,
    ],
  ])('is %s', (_, done, running, batch) => {
    expect(batchToTime({ eventId, recipeId, done }, running)).toBe(batch)
  })
})
