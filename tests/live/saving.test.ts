import { get } from 'svelte/store'
import { afterEach, expect, test, vi } from 'vitest'
import { createEvent } from '../../src/data/commands/events'
import { saving, savingFault } from '../../src/live/saving'
import { freshDb } from '../data/kitchen'
import { failingDisk } from '../data/middleware'

afterEach(() => {
  savingFault.set(null)
  vi.restoreAllMocks()
})

const FAIR = { name: 'Fair', date: '2027-01-01' }

test('the answer of a command is passed on, a refusal too, and no fault is told', async () => {
  const db = freshDb()
  expect(await saving(createEvent(db, FAIR))).toEqual(expect.any(String))
  expect(await saving(createEvent(db, { ...FAIR, name: '' }))).toEqual({ refused: 'empty name' })
  expect(get(savingFault)).toBeNull()
})

test('a fault is told, until something is saved', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const db = freshDb()
  const disk = failingDisk(db)
  disk.room = 1
  expect(await saving(createEvent(db, FAIR))).toBeUndefined()
  expect(get(savingFault)).toBe('failed')
  disk.room = Infinity
  await saving(createEvent(db, FAIR))
  expect(get(savingFault)).toBeNull()
})

test('a full disk is told as such, also inside the abort that it causes', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const full = new DOMException('no room', 'QuotaExceededError')
  await saving(Promise.reject(full))
  expect(get(savingFault)).toBe('disk full')
  savingFault.set(null)
  const abort = Object.assign(new Error('aborted'), { name: 'AbortError', inner: full })
  await saving(Promise.reject(abort))
  expect(get(savingFault)).toBe('disk full')
  await saving(Promise.reject(Object.assign(new Error('aborted'), { name: 'AbortError' })))
  expect(get(savingFault)).toBe('failed')
})
