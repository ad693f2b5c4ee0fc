/** Deeper than any file we know, and shallow enough for every parser. */
export const MAX_DEPTH = 64
/** Objects and lists, however deep: nearly two hundred times as many as in the largest file we know. */
export const MAX_ROWS = 200_000

export type Shape = 'whole' | 'cut off' | 'too deep' | 'too many rows' | 'not json'

/** What the scan waits for; a value or key that is `first` may also be the end of its container. */
type Want = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'next' | 'nothing'

const SPACE = new Set([' ', '\n', '\r', '\t'])
const WORDS = ['true', 'false', 'null'] as const
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/**
 * Goes once through a text without parsing it. `cut off` is the beginning of an object or list
 * that is sound up to the last character and does not end.
 */
export function shapeOf(text: string): Shape {
  const open: ('{' | '[')[] = []
  let want: Want = 'value'
  let rows = 0
  let at = 0
  while (at < text.length) {
    const char = text[at]!
    if (SPACE.has(char)) {
      at++
    } else if (char === '{' || char === '[') {
      if (want !== 'value' && want !== 'first value') return 'not json'
      if (open.push(char) > MAX_DEPTH) return 'too deep'
      if (++rows > MAX_ROWS) return 'too many rows'
      want = char === '{' ? 'first key' : 'first value'
      at++
    } else if (char === '}' || char === ']') {
      const first = char === '}' ? 'first key' : 'first value'
      if (want !== 'next' && want !== first) return 'not json'
      if (open.pop() !== (char === '}' ? '{' : '[')) return 'not json'
      want = open.length > 0 ? 'next' : 'nothing'
      at++
    } else if (char === ',') {
      if (want !== 'next') return 'not json'
      want = open[open.length - 1] === '{' ? 'key' : 'value'
      at++
    } else if (char === ':') {
      if (want !== 'colon') return 'not json'
      want = 'value'
      at++
    } else {
      const isKey: boolean = want === 'key' || want === 'first key'
      if (open.length === 0 || (!isKey && want !== 'value' && want !== 'first value')) {
        return 'not json'
      }
      if (isKey && char !== '"') return 'not json'
      const end = char === '"' ? stringEnd(text, at) : plainEnd(text, at)
      if (typeof end === 'string') return end
      want = isKey ? 'colon' : 'next'
      at = end
    }
  }
  return want === 'nothing' ? 'whole' : open.length > 0 ? 'cut off' : 'not json'
}

function stringEnd(text: string, start: number): number | Shape {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at]!
    if (char === '"') return at + 1
    if (char < ' ') return 'not json'
    if (char !== '\\') continue
    const escaped = text[++at]
    if (escaped === undefined) return 'cut off'
    if (escaped === 'u') {
      const digits = text.slice(at + 1, at + 5)
      if (!/^[0-9a-fA-F]*$/.test(digits)) return 'not json'
      at += digits.length
    } else if (!'"\\/bfnrt'.includes(escaped)) return 'not json'
  }
  return 'cut off'
}

function plainEnd(text: string, start: number): number | Shape {
  for (const word of WORDS) {
    if (text[start] !== word[0]) continue
    if (text.startsWith(word, start)) return start + word.length
    const rest = text.slice(start, start + word.length)
    if (start + rest.length === text.length && word.startsWith(rest)) return 'cut off'
  }
  let end = start
  while (end < text.length && '+-.0123456789eE'.includes(text[end]!)) end++
  if (end === start) return 'not json'
  if (end === text.length) return 'cut off'
  return end - start > 1000 || NUMBER.test(text.slice(start, end)) ? end : 'not json'
}
