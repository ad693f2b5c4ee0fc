import type { FileRefusal } from './imported'
import { MAX_ROWS, shapeOf } from './json-shape'

/** It is read in one go, with the screen waiting. */
const MAX_MEGABYTES = 16
const MAX_LENGTH = MAX_MEGABYTES * 1024 * 1024

/** Keys that could reach into an object's machinery; no file of ours or others needs them. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

type Step = string | number

/** Where in the file something is: `recipes, row 3, name`. Rows are counted from 1. */
export function where(path: readonly Step[]): string {
  return path.map((step) => (typeof step === 'number' ? `row ${step + 1}` : step)).join(', ')
}

/** Reads JSON of bounded size, depth and rows, and tells a file that was cut off from one that is no JSON. */
export function parseJson(text: string): { readonly value: unknown } | FileRefusal {
  if (text.length > MAX_LENGTH) return { file: 'too large', maxMegabytes: MAX_MEGABYTES }
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (json.trim() === '') return { file: 'empty' }
  const shape = shapeOf(json)
  if (shape === 'too deep') return { file: 'too deep' }
  if (shape === 'too many rows') return { file: 'too many rows', most: MAX_ROWS }
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return shape === 'cut off' ? { file: 'cut off' } : { file: 'not json' }
  }
  const forbidden = findForbidden(value)
  return forbidden ? { file: 'forbidden key', where: where(forbidden) } : { value }
}

interface Place {
  readonly container: object
  readonly step: Step
  readonly parent: Place | null
}

/** The way to the first forbidden key met; null when there is none. */
function findForbidden(value: unknown): Step[] | null {
  const waiting: Place[] = []
  const look = (inner: unknown, step: Step, parent: Place | null): void => {
    if (typeof inner === 'object' && inner !== null)
      waiting.push({ container: inner, step, parent })
  }
  look(value, '', null)
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    if (Array.isArray(place.container)) {
      for (let index = 0; index < place.container.length; index++) {
        look(place.container[index], index, place)
      }
      continue
    }
    for (const [key, inner] of Object.entries(place.container)) {
      if (FORBIDDEN.has(key)) return [...wayTo(place), key]
      look(inner, key, place)
    }
  }
  return null
}

function wayTo(place: Place): Step[] {
  const way: Step[] = []
  for (let at = place; at.parent; at = at.parent) way.unshift(at.step)
  return way
}
