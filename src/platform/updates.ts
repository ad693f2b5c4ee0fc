import { writable, type Readable } from 'svelte/store'
import type { Workbox } from 'workbox-window'
import { whenIdle } from './idle'

export interface UpdateState {
  /** The whole app is on this device: it opens without a network. */
  readonly offlineReady: boolean
  /** A newer version is at hand, or this one has lost a file: `takeUpdate` puts it right. */
  readonly waiting: boolean
}

type ScriptUrl = ConstructorParameters<typeof Workbox>[0]

/** What is used of Trusted Types, which not every browser has and the standard library does not know. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): ScriptUrl }
}

const state = writable<UpdateState>({ offlineReady: false, waiting: false })
let registration: ServiceWorkerRegistration | undefined
let reloading = false
const HOUR = 3_600_000

/** What a person may be told about versions. */
export const updates: Readable<UpdateState> = { subscribe: state.subscribe }

/** Changes to the version that waits, in every tab. To be called from a tap. */
export function takeUpdate(): void {
  registration?.waiting?.postMessage({ type: 'SKIP_WAITING' })
  // A page that no worker serves is told of no change of workers, so it does not wait for one.
  if (!registration?.waiting || !navigator.serviceWorker.controller) reload()
}

/** Keeps the app on this device after the first look, and watches for newer versions. To be called once, by main. */
export async function startUpdates(firstLook: Promise<unknown>): Promise<void> {
  addEventListener('vite:preloadError', offerLostFile)
  // While developing there is no worker: it is made by the build.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // The worker is no part of the first look, and neither is what registers it: it fetches the whole app.
  await firstLook
  await whenIdle()
  const { Workbox } = await import('workbox-window')
  const workbox = new Workbox(scriptUrl(new URL('sw.js', document.baseURI).href))
  workbox.addEventListener('waiting', offerReload)
  workbox.addEventListener('activated', ({ isUpdate, isExternal }) => {
    // A newer version took over behind a page that no worker serves, as after a forced reload.
    if ((isUpdate || isExternal) && !navigator.serviceWorker.controller) offerReload()
  })
  let isServed = Boolean(navigator.serviceWorker.controller)
  workbox.addEventListener('controlling', () => {
    // The first worker of all serves the page as it is; any other is a newer version.
    if (isServed) reload()
    isServed = true
  })
  const look = (): void => {
    if (document.visibilityState === 'visible') void lookForUpdate()
  }
  document.addEventListener('visibilitychange', look)
  setInterval(look, HOUR)
  try {
    registration = await workbox.register()
    await navigator.serviceWorker.ready
    state.update((now) => ({ ...now, offlineReady: true }))
  } catch (error) {
    // Private windows and full disks refuse workers; the app goes on, only not without a network.
    console.warn('Batchboard cannot be kept on this device for offline use.', error)
  }
}

/** Installed apps stay open for days: they look when they come to the front, and while they stay there. */
async function lookForUpdate(): Promise<void> {
  try {
    await registration?.update()
  } catch {
    // Without a network there is nothing newer to be had; the next look may find it.
    return
  }
  // Workbox stops listening after an installation that failed, so what waits is looked at as well.
  if (registration?.waiting) offerReload()
}

function offerReload(): void {
  state.update((now) => ({ ...now, waiting: true }))
}

/** An old page asked for a file that a newer release removed. */
function offerLostFile(): void {
  // Without worker and network a reload would lose the page that still works.
  if (navigator.serviceWorker.controller || navigator.onLine) offerReload()
}

function reload(): void {
  if (reloading) return
  reloading = true
  location.reload()
}

/** The content policy lets a script's address come from this policy only. */
function scriptUrl(url: string): ScriptUrl {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  if (!trustedTypes) return url
  return trustedTypes.createPolicy('app-sw', { createScriptURL: (own) => own }).createScriptURL(url)
}
