import { writable, type Readable } from 'svelte/store'

/** Chromium's event; the standard library does not know it. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>
  readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>
}

/** The parts of `navigator` that tell an iPhone or iPad, and whether the app was started from its icon. */
interface Device {
  readonly userAgent: string
  readonly platform: string
  readonly maxTouchPoints: number
  readonly standalone?: boolean
}

const kept = writable<InstallPromptEvent | null>(null)
let offer: InstallPromptEvent | null = null
kept.subscribe((event) => (offer = event))

/** Whether `install` can ask now. */
export const installable: Readable<boolean> = {
  subscribe: (run) => kept.subscribe((event) => run(event !== null)),
}

/** Keeps the browser's offer for a moment of our choosing. To be called once, early, by main. */
export function watchInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    kept.set(event as InstallPromptEvent)
  })
  addEventListener('appinstalled', () => kept.set(null))
}

/** Asks to install; true when the person agreed. To be called from a tap. */
export async function install(): Promise<boolean> {
  if (!offer) return false
  const event = offer
  // The browser answers one call of an offer only; it makes a new one when it likes.
  kept.set(null)
  await event.prompt()
  return (await event.userChoice).outcome === 'accepted'
}

/** Whether the app runs in a window of its own, from the home screen. */
export function isStandalone(device: Device = navigator): boolean {
  return device.standalone === true || matchMedia('(display-mode: standalone)').matches
}

/** Whether this is Safari's tab on an iPhone or iPad, whose storage the installed app does not share. */
export function isIosBrowserTab(device: Device = navigator): boolean {
  // An iPad calls itself a Mac; no Mac has a touch screen.
  const touchMac = device.platform === 'MacIntel' && device.maxTouchPoints > 1
  return (touchMac || /iPhone|iPad|iPod/.test(device.userAgent)) && !isStandalone(device)
}
