import { expect, test } from 'vitest'
import { endTimer, startTimer } from '../../src/data/commands/timers'
import type { EventId, RecipeId } from '../../src/domain/model'
import { now, timers } from '../../src/live/timers'
import { freshDb, secondTab } from '../data/kitchen'
import { watch } from './watch'

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

test('the time is that of the clock, at once and each time the page is looked at', async () => {
  const before = Date.now()
  const watched = watch(now)
  expect(watched.said).toHaveLength(1)
  expect(watched.said[0]).toBeGreaterThanOrEqual(before)
  // Within one millisecond the time is the same, and nothing new is said.
  const look = (): number => {
    document.dispatchEvent(new Event('visibilitychange'))
    return watched.said.length
  }
  await expect.poll(look, { interval: 5 }).toBeGreaterThan(1)
  expect(watched.said[1]! - watched.said[0]!).toBeLessThan(900)
  await watched.until((time) => time >= before + 500)
})
