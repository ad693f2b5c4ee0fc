/** How often it rings until somebody answers, in milliseconds. */
const EVERY_MS = 2000
/** Notes of one ringing: when they start, in seconds, and how high they are, in hertz. */
const NOTES = [
  [0, 880],
  [0.25, 1175],
  [0.5, 880],
  [0.75, 1175],
] as const
const NOTE_S = 0.18
const LOUD = 0.6

let sound: AudioContext | null = null

/** To be called from a tap: a browser lets no page sound that was never touched. */
export function allowSound(): void {
  if (!('AudioContext' in globalThis)) return
  sound ??= new AudioContext()
  if (sound.state !== 'running') void sound.resume().catch(() => undefined)
}

/** Whether ringing would be heard, as far as the page can tell. */
export function isSoundAllowed(): boolean {
  return sound?.state === 'running'
}

/** Rings, by sound and by vibration where there is any, until what it gives is called. */
export function ring(): () => void {
  ringOnce()
  const ringing = setInterval(ringOnce, EVERY_MS)
  return () => {
    clearInterval(ringing)
    shake(0)
  }
}

function ringOnce(): void {
  shake([300, 150, 300, 150, 300])
  if (sound?.state !== 'running') return
  for (const [after, height] of NOTES) {
    const start = sound.currentTime + after
    const [tone, level] = [sound.createOscillator(), sound.createGain()]
    tone.type = 'triangle'
    tone.frequency.value = height
    // Neither begins nor ends with a crack.
    level.gain.setValueAtTime(0, start)
    level.gain.linearRampToValueAtTime(LOUD, start + 0.02)
    level.gain.setValueAtTime(LOUD, start + NOTE_S - 0.05)
    level.gain.linearRampToValueAtTime(0, start + NOTE_S)
    tone.connect(level).connect(sound.destination)
    tone.start(start)
    tone.stop(start + NOTE_S)
  }
}

function shake(pattern: number | number[]): void {
  if ('vibrate' in navigator && wasTouched()) navigator.vibrate(pattern)
}

/** Before a page was touched it may not shake anything: the browser would only complain. */
function wasTouched(): boolean {
  return 'userActivation' in navigator && navigator.userActivation.hasBeenActive
}
