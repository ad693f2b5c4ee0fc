import { PrecacheController } from 'workbox-precaching/PrecacheController.js'

declare const self: ServiceWorkerGlobalScope
/** All files of this build; the build puts the list here. */
declare const __PRECACHE__: { url: string; revision: string | null; integrity: string }[]

const PAGE = new URL('index.html', self.location.href).href

// One version of the app is stored whole, or not at all: a file that fails its integrity hash fails
// the installation, and the old version goes on working. Only this cache is ever touched.
const cache = new PrecacheController()
cache.precache(__PRECACHE__)

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const asked = new URL(request.url)
  asked.hash = ''
  asked.search = ''
  const opensPage = request.mode === 'navigate' && !cache.getCacheKeyForURL(asked.href)
  const url = opensPage ? PAGE : asked.href
  const cacheKey = cache.getCacheKeyForURL(url)
  if (!cacheKey) return
  const integrity = cache.getIntegrityForCacheKey(cacheKey)
  event.respondWith(
    cache.strategy
      .handle({ request: new Request(url), event, params: { cacheKey, integrity } })
      // What this device lost, and the server has only in another version, is better than nothing.
      .catch(() => fetch(request)),
  )
})

// The first version of all serves the page that brought it: what that page has not opened yet is there
// without a network too. It takes nobody's place.
let isFirst = false
self.addEventListener('install', () => {
  isFirst = !self.registration.active
})
self.addEventListener('activate', (event) => {
  if (isFirst) event.waitUntil(self.clients.claim())
})

// A new version waits until a person takes it: nothing changes under working hands.
self.addEventListener('message', (event) => {
  if (isSkipWaiting(event.data)) void self.skipWaiting()
})

function isSkipWaiting(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'SKIP_WAITING'
  )
}
