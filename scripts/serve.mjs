import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

// A small static server for the built app: on a kitchen's own computer, and in the tests.

const DIST = fileURLToPath(new URL('../dist', import.meta.url))

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
const PACKED = new Set(['.png', '.webp', '.woff2'])

/**
 * The file that an address means, or null when it lies outside the folder.
 * @param {string} root
 * @param {string} address
 */
function fileOf(root, address) {
  try {
    const path = decodeURIComponent(new URL(`http://localhost${address}`).pathname)
    const file = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`)
    return file.startsWith(root + sep) && !file.includes('\0') ? file : null
  } catch {
    // An address that cannot be decoded names no file.
    return null
  }
}

const HEADERS = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  Vary: 'Accept-Encoding',
}

/**
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(root, request, response) {
  const { method, url = '/' } = request
  const reads = method === 'GET' || method === 'HEAD'
  const file = reads ? fileOf(root, url) : null
  const content = file && (await readFile(file).catch(() => null))
  if (!file || !content) {
    // A missing file is missing: a page in its place would look like a broken script.
    const status = reads ? 404 : 405
    response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain' }).end(String(status))
    return
  }
  const type = extname(file)
  const hashed = file.startsWith(resolve(root, 'assets') + sep)
  const gzip = !PACKED.has(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']))
  const body = gzip ? gzipSync(content) : content
  response.writeHead(200, {
    ...HEADERS,
    ...(gzip ? { 'Content-Encoding': 'gzip' } : {}),
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Type': TYPES[type] ?? 'application/octet-stream',
    'Content-Length': body.length,
  })
  response.end(method === 'HEAD' ? undefined : body)
}

/**
 * Serves a folder; when the port is taken, the next free one, unless `exactly` that one is wanted.
 * Port 0 takes any free port. `close` also drops the connections that are open.
 * @param {{ root?: string, host?: string, port?: number, exactly?: boolean }} [options]
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ root = DIST, host = '127.0.0.1', port = 0, exactly = false } = {}) {
  for (let wanted = port; ; wanted += 1) {
    const server = createServer(
      (request, response) => void answer(resolve(root), request, response),
    )
    try {
      await new Promise((done, failed) => {
        server.once('error', failed).listen(wanted, host, () => done(undefined))
      })
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (taken && !exactly && wanted < 65535) continue
      throw error
    }
    const address = server.address()
    const bound = typeof address === 'object' && address ? address.port : wanted
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`,
      port: bound,
      close: () =>
        new Promise((done) => {
          server.close(() => done())
          server.closeAllConnections()
        }),
    }
  }
}

/** Serves the built app until it is stopped, as the arguments say: `--port 4173 --host 127.0.0.1`. */
export async function serveFromArguments() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4173' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  })
  const { url } = await serve({ port: Number(values.port), host: values.host })
  console.log(`Batchboard is at ${url} (stop it with Ctrl+C).`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serveFromArguments()
