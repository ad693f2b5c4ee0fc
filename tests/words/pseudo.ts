import { en, type Words } from '../../src/words/en'

/** How much longer than English the pseudo-language is. */
export const LONGER = 0.4

/** The same words, each with its share of additional letters; numbers and signs stay as they are. */
export function longer(text: string): string {
  const words = [...text.matchAll(/\p{L}+/gu)]
  let [said, from, added] = ['', 0, 0]
  for (const [index, word] of words.entries()) {
    const end = word.index + word[0].length
    const due = Math.ceil(LONGER * (index === words.length - 1 ? text.length : end))
    said += text.slice(from, end) + 'õ'.repeat(due - added)
    from = end
    added = due
  }
  return said + text.slice(from)
}

/** English in a pseudo-language whose every sentence is 40 % longer. Numbers and dates stay English. */
export const pseudo: Words = { ...stretched(en), language: en.language, format: en.format }

function stretched<Part>(part: Part): Part {
  return stretch(part) as Part
}

function stretch(part: unknown): unknown {
  if (typeof part === 'string') return longer(part)
  if (typeof part === 'function') {
    return (...given: unknown[]): unknown => {
      const said: unknown = Reflect.apply(part, undefined, given)
      return said instanceof Promise ? said.then(stretch) : stretch(said)
    }
  }
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, stretch(value)]))
}
