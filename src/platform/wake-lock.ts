import { writable, type Readable } from 'svelte/store'

/** `refused`: the device let nobody hold it, as with a low battery; it is asked again when the page is shown. */
export type WakeLockState = 'on' | 'off' | 'refused' | 'unsupported'

const supported = 'wakeLock' in navigator
const state = writable<WakeLockState>(supported ? 'off' : 'unsupported')
const wishes = new Set<symbol>()
let asking = false
let lock: WakeLockSentinel | null = null

/** Whether the screen is held awake now, as opposed to wished awake. */
export const wakeLock: Readable<WakeLockState> = { subscribe: state.subscribe }

/**
 * Wishes the screen awake; gives how to end the wish. It is held while anybody wishes so: again and
 * again, for the browser lets go whenever the page hides.
 */
export function keepAwake(): () => void {
  if (!supported) return () => undefined
  const wish = Symbol()
  wishes.add(wish)
  document.addEventListener('visibilitychange', hold)
  void hold()
  return () => {
    if (!wishes.delete(wish) || wishes.size > 0) return
    document.removeEventListener('visibilitychange', hold)
    letGo()
  }
}

async function hold(): Promise<void> {
  if (asking || lock || document.visibilityState !== 'visible') return
  asking = true
  try {
    const held = await navigator.wakeLock.request('screen')
    lock = held
    state.set('on')
    held.addEventListener('release', () => {
      // A lock that was let go of may say so after the next one is held.
      if (lock === held) letGo()
    })
    // The wish may have ended while the browser thought about it.
    if (wishes.size === 0) letGo()
  } catch {
    // A low battery or the page's hiding refuses it: the state says so, the next showing asks again.
    state.set(wishes.size === 0 ? 'off' : 'refused')
  } finally {
    asking = false
  }
}

function letGo(): void {
  const held = lock
  lock = null
  state.set('off')
  if (held && !held.released) void held.release()
}
