import { afterEach, expect, test, vi } from 'vitest'
import { endTimer, startTimer } from '../../src/data/commands/timers'
import type { EventId, RecipeId } from '../../src/domain/model'
import { now, timers } from '../../src/live/timers'
import { freshDb, secondTab } from '../data/kitchen'
import { watch } from './watch'

afterEach(() => {
  vi.useRealTimers()
})

const timed = (recipeName: string) => ({
  eventId: 'fair' as EventId,
  eventName: 'Fair',
  recipeId: 'r' as RecipeId,
  recipeName,
  done: 0,
  target: 7,
})

test('timers are seen in every tab, what rings first in front, until they are ended in one', async () => {
  const db = freshDb()
  const watched = watch(timers(secondTab(db)))
  await watched.until((list) => list?.length === 0)
  await startTimer(db, timed('Bread'), '40')
  await startTimer(db, timed('Cookies'), '12')
  const list = await watched.until((one) => one?.length === 2)
  expect(list!.map(({ recipeName }) => recipeName)).toEqual(['Cookies', 'Bread'])
  await endTimer(db, list![0]!.id)
  await watched.until((one) => one?.length === 1 && one[0]!.recipeName === 'Bread')
})

test('the time is that of the clock, at once, each time the page is looked at, and as it goes on', () => {
  const start = Date.now()
  vi.useFakeTimers({ now: start })
  const { said } = watch(now)
  expect(said).toEqual([start])
  vi.setSystemTime(start + 5)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(said).toEqual([start, start + 5])
  vi.advanceTimersByTime(2000)
  expect(said.at(-1)).toBeGreaterThan(start + 1000)
})
