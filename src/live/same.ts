/**
 * The newer of two answers, made of the older one's parts wherever they say the same: a screen draws
 * again only what is another object.
 */
export function keepSame<Answer>(before: unknown, now: Answer): Answer {
  if (before instanceof Map && now instanceof Map) return sameMap(before, now) as Answer
  if (before === now || !isTree(before) || !isTree(now)) return now
  if (Array.isArray(before) !== Array.isArray(now)) return now
  const keys = Object.keys(now)
  let isSame = keys.length === Object.keys(before).length
  let mixed: Tree | null = null
  for (const key of keys) {
    const part = keepSame(before[key], now[key])
    if (part !== before[key] || !Object.hasOwn(before, key)) isSame = false
    if (part === now[key]) continue
    mixed ??= (Array.isArray(now) ? [...now] : { ...now }) as Tree
    mixed[key] = part
  }
  return (isSame ? before : (mixed ?? now)) as Answer
}

function sameMap<Key>(before: ReadonlyMap<Key, unknown>, now: ReadonlyMap<Key, unknown>) {
  const mixed = new Map([...now].map(([key, part]) => [key, keepSame(before.get(key), part)]))
  const isSame =
    before.size === now.size &&
    [...mixed].every(([key, part]) => part === before.get(key) && before.has(key))
  return isSame ? before : mixed
}

/** Keeps of each answer what the one before said already. */
export function keeper<Answer>(): (now: Answer) => Answer {
  let before: Answer | undefined
  return (now) => (before = keepSame(before, now))
}

/** Arrays and plain objects; anything else is taken as a whole. */
type Tree = Record<string, unknown>

function isTree(value: unknown): value is Tree {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === Array.prototype
}
