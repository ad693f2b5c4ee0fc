import { writable, type Readable } from 'svelte/store'

export type WakeLockState = 'on' | 'off' | 'unsupported'

const supported = 'wakeLock' in navigator
const state = writable<WakeLockState>(supported ? 'off' : 'unsupported')
let wished = false
let asking = false
let lock: WakeLockSentinel | null = null

/** Whether the screen is held awake now, as opposed to wished awake. */
export const wakeLock: Readable<WakeLockState> = { subscribe: state.subscribe }

/** Holds the screen awake while wished: again and again, for the browser lets go whenever the page hides. */
export function keepAwake(wish: boolean): void {
  if (!supported || wish === wished) return
  wished = wish
  if (wish) {
    document.addEventListener('visibilitychange', hold)
    void hold()
  } else {
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
    if (!wished) letGo()
  } catch {
    // A low battery or the page's hiding refuses it: the state says so, the next showing asks again.
    state.set('off')
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
