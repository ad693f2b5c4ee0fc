import { get, writable, type Writable } from 'svelte/store'

/**
 * What belongs to this device and is no fact: settings and what is being typed. Kept where it can
 * be read before the first paint and written before a page goes away.
 */
const PREFIX = 'batchboard.'

/** A device that refuses storage (private windows, blocked cookies) forgets these, and works on. */
export function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key)
  } catch {
    return null
  }
}

export function writeLocal(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, value)
  } catch {
    return
  }
}

/** The name that was typed last as who records. */
export const recorderName = {
  read: (): string => readLocal('by') ?? '',
  write: (name: string): void => writeLocal('by', name.trim()),
}

/** Whether this device is to keep its screen on, as was chosen on it. */
export function isAwakeWished(): boolean {
  return readLocal('awake') !== 'no'
}

/** What this device is called in the history: as typed, else as the browser tells. */
export const deviceName = {
  read: (): string => readLocal('device') ?? guessedDevice(),
  write: (name: string): void => writeLocal('device', name.trim() === '' ? null : name.trim()),
}

/** What this device is, as far as a browser tells: to say in the history where something was recorded. */
function guessedDevice(): string {
  const agent = navigator.userAgent
  const touchMac = agent.includes('Macintosh') && navigator.maxTouchPoints > 1
  if (agent.includes('iPad') || touchMac) return 'iPad'
  if (agent.includes('iPhone')) return 'iPhone'
  if (agent.includes('Android'))
    return agent.includes('Mobile') ? 'Android phone' : 'Android tablet'
  if (agent.includes('Windows')) return 'Windows'
  if (agent.includes('Macintosh')) return 'Mac'
  return /Linux|CrOS/.test(agent) ? 'Linux' : ''
}

/**
 * A form being typed, begun with what stands there. What is typed is kept at once, so that a reload, a
 * locked screen or an update brings the same words back; `forget` ends it. Only what differs from what
 * stood there is kept: the rest follows what stands there by then, also while it is open (`follow`).
 */
export function draft<Typed extends object>(
  key: string,
  begun: Typed,
): Writable<Typed> & { follow: (now: Typed) => void; forget: () => void } {
  const name = `draft.${key}`
  let start = begun
  const store = writable<Typed>({ ...start, ...restored(readLocal(name)) })
  let kept = false
  store.subscribe((typed) => {
    if (kept) {
      const changed = differences(typed, start)
      writeLocal(name, changed && JSON.stringify(changed))
    }
    kept = true
  })
  return {
    ...store,
    follow: (now) => {
      const changed = differences(get(store), start)
      start = now
      store.set({ ...start, ...changed })
    },
    forget: () => {
      store.set(start)
      writeLocal(name, null)
    },
  }
}

/** The parts that say something else; null where there are none. */
function differences<Typed extends object>(typed: Typed, start: Typed): object | null {
  const found = Object.entries(typed).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(start[key as keyof Typed]),
  )
  return found.length > 0 ? Object.fromEntries(found) : null
}

function restored(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
