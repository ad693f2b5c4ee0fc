import { get } from 'svelte/store'
import { afterEach, expect, test } from 'vitest'
import { draft } from '../../src/platform/local'

afterEach(() => localStorage.clear())

const stored = { name: 'Cookies', units: [{ pieces: '48' }], notes: '' }

test('what was typed comes back, on what stands there by then', () => {
  draft('recipe', stored).update((now) => ({ ...now, notes: 'Not too hot' }))
  const newer = { ...stored, units: [{ pieces: '40' }] }
  expect(get(draft('recipe', newer))).toEqual({ ...newer, notes: 'Not too hot' })
})

test('what changes elsewhere while the form is open is seen, and what was typed stays', () => {
  const typed = draft('recipe', stored)
  typed.update((now) => ({ ...now, notes: 'Not too hot' }))
  typed.follow({ ...stored, name: 'Stars', notes: 'Hot' })
  expect(get(typed)).toEqual({ ...stored, name: 'Stars', notes: 'Not too hot' })
  typed.update((now) => ({ ...now, notes: 'Hot' }))
  expect(localStorage).toHaveLength(0)
})

test('what was typed back to what stood there is not kept', () => {
  const typed = draft('recipe', stored)
  typed.update((now) => ({ ...now, units: [{ pieces: '4' }] }))
  typed.update((now) => ({ ...now, units: [{ pieces: '48' }] }))
  expect(localStorage).toHaveLength(0)
})

test('what is forgotten does not come back, and what is typed afterwards does', () => {
  const typed = draft('recipe', stored)
  typed.update((now) => ({ ...now, name: 'Stollen' }))
  typed.forget()
  expect(get(typed)).toEqual(stored)
  expect(get(draft('recipe', stored))).toEqual(stored)
  typed.update((now) => ({ ...now, name: 'Tart' }))
  expect(get(draft('recipe', stored)).name).toBe('Tart')
})

test.each(['', '{', '7', 'null', '"x"'])('what is no draft (%s) is not taken for one', (text) => {
  localStorage.setItem('batchboard.draft.recipe', text)
  expect(get(draft('recipe', stored))).toEqual(stored)
})
