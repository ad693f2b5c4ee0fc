/** Letters that are written from right to left, and the invisible signs that turn the text after them. */
const TURNING = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/
/** What is closed in already, as a name is in a sentence that another sentence is given. */
const CLOSED = /\u2068[^\u2066-\u2069]*\u2069/g

/** A name that may turn what stands around it, closed in: the digits of the sentence keep their order. */
export function isolate(name: string): string {
  if (!TURNING.test(name.replace(CLOSED, ''))) return name
  return `\u2068${name.replace(/[\u2066-\u2069]/g, '')}\u2069`
}

/**
 * The same sentences, in which whatever was typed stands by itself. It is done here, once for all of
 * them: to what they are given, before they are made.
 */
export function isolating<Words>(words: Words): Words {
  if (typeof words === 'function') {
    const sentence = words as unknown as (...given: unknown[]) => unknown
    return ((...given: unknown[]) => {
      const said = sentence(...given.map(isolatedIn))
      return said instanceof Promise ? said.then(isolating) : said
    }) as Words
  }
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(
    Object.entries(words).map(([key, word]) => [key, isolating<unknown>(word)]),
  ) as Words
}

/** The same value with its texts isolated; what holds none of these is given as it is. */
function isolatedIn(value: unknown): unknown {
  if (typeof value === 'string') return isolate(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const parts = value.map(isolatedIn)
    return parts.some((part, index) => part !== value[index]) ? parts : value
  }
  let changed: Record<string, unknown> | null = null
  for (const [key, part] of Object.entries(value)) {
    const isolated = isolatedIn(part)
    if (isolated !== part) (changed ??= { ...value })[key] = isolated
  }
  return changed ?? value
}
