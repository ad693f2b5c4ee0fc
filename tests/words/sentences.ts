import type { Words } from '../../src/words/en'

type Load = Words['load']
type Loaded = { readonly [Part in keyof Load]: Awaited<ReturnType<Load[Part]>> }

/** All sentences of a language: those that every screen has, and those that are fetched. */
export async function wholeOf({ load, ...words }: Words) {
  const parts = Object.entries(load).map(
    async ([part, fetched]) => [part, await fetched()] as const,
  )
  return { ...words, ...(Object.fromEntries(await Promise.all(parts)) as unknown as Loaded) }
}

export type Whole = Awaited<ReturnType<typeof wholeOf>>

type Says = (...given: never[]) => unknown

/** Where a sentence stands, as "events.form.new", and the sentence or what makes it. */
export function leavesOf(part: object, path = ''): [path: string, leaf: string | Says][] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`
    if (typeof value === 'object' && value !== null) return leavesOf(value, at)
    return [[at, value as string | Says] as [string, string | Says]]
  })
}

/**
 * What each sentence that is made is tried with. A new sentence without an example does not compile.
 */
export type Examples<Part> = {
  readonly [
    Key in keyof Part as Part[Key] extends string
      ? never
      : Part[Key] extends Says
        ? Key
        : keyof Examples<Part[Key]> extends never
          ? never
          : Key
  ]: Part[Key] extends (...given: infer Given) => string ? readonly Given[] : Examples<Part[Key]>
}

/** The examples under a path. */
export function examplesAt(examples: object, path: string): readonly (readonly unknown[])[] {
  let part: unknown = examples
  for (const key of path.split('.')) {
    part = typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined
  }
  return Array.isArray(part) ? (part as unknown[][]) : []
}

/** What a sentence says: as it stands, or made of each of its examples. */
export function said(leaf: string | Says, examples: readonly (readonly unknown[])[]): string[] {
  if (typeof leaf === 'string') return [leaf]
  return examples.map((given) => String(Reflect.apply(leaf, undefined, given)))
}
