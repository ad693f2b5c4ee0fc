import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '../../scripts/serve.mjs'

// No window is as narrow as a phone in every engine, but a frame is. The built app does not let
// itself be framed, so it is served here without that header, and without what only some engines have.

const FRAME = '<!doctype html><meta charset="utf-8"><title>Frame</title><body></body>'
/** A phone's scroll bars take no room, and what is off the screen is laid out by all engines. */
const STYLES = `html { scrollbar-width: none }
* { content-visibility: visible !important }`
const WITHOUT = `for (const name of ['wakeLock', 'storage', 'vibrate', 'share', 'canShare'])
  delete Navigator.prototype[name]
// Nor is any copy of the day taken meanwhile: it would be there in the engine that took its time.
const later = window.setTimeout
window.setTimeout = (run, wait = 0) => (wait < 10000 ? later(run, wait) : 0)
// Each page opens at noon of one day, before that of any event: no midnight may lie between two engines.
const noon = ${new Date(2026, 10, 22, 12).getTime()}
window.Date = class extends Date {
  constructor(...parts) {
    super(...(parts.length > 0 ? parts : [window.Date.now()]))
  }
  static now() {
    return Math.round(noon + performance.now())
  }
}`

const MADE: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/frame': ['text/html', FRAME],
  '/without.js': ['text/javascript', WITHOUT],
  '/scroll.css': ['text/css', STYLES],
}
const ADDED = '<script src="./without.js"></script><link rel="stylesheet" href="./scroll.css" />'

export interface FramedApp {
  readonly url: string
  /** An empty page of the same origin. */
  readonly frame: string
  close(): Promise<void>
}

export async function serveFramed(): Promise<FramedApp> {
  const app = await serve()
  const server = createServer(async ({ url = '/' }, response) => {
    // A worker would answer for the empty page with the app.
    if (url === '/sw.js') return response.writeHead(404).end()
    const [type, made] = MADE[url] ?? []
    if (type) return response.setHeader('Content-Type', type).end(made)
    const got = await fetch(new URL(url, app.url)).catch(() => null)
    // The page that asked is gone, or asks again.
    if (!got) return response.destroy()
    response.writeHead(got.status, { 'Content-Type': got.headers.get('content-type') ?? '' })
    if (url !== '/') return response.end(Buffer.from(await got.arrayBuffer()))
    const page = await got.text()
    return response.end(page.replace('<meta charset', `${ADDED}$&`))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    url,
    frame: `${url}frame`,
    async close() {
      server.close()
      server.closeAllConnections()
      await app.close()
    },
  }
}
