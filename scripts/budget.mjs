import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { precached } from './precached.mjs'

// What a phone on a weak line has to fetch, held to a limit. Run after every build.

const KB = 1024
const DIST = fileURLToPath(new URL('../dist', import.meta.url))
const PACKED = /\.(woff2|png|webp)$/

/**
 * Bytes on the way to the device.
 * @param {string[]} urls
 */
function weight(urls) {
  let bytes = 0
  for (const url of urls) {
    const content = readFileSync(join(DIST, url))
    bytes += PACKED.test(url) ? content.length : gzipSync(content).length
  }
  return bytes
}

const page = readFileSync(join(DIST, 'index.html'), 'utf8')
// The page names the entry, and as preloads all that the entry imports at once.
const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(
  ([, url]) => /** @type {string} */ (url),
)

const budgets = [
  { what: 'JavaScript at the start', urls: first.filter((url) => url.endsWith('.js')), limit: 75 },
  { what: 'Styles at the start', urls: first.filter((url) => url.endsWith('.css')), limit: 10 },
  { what: 'All that is kept on the device', urls: precached(DIST), limit: 350 },
]

for (const { what, urls, limit } of budgets) {
  const bytes = weight(urls)
  const fits = urls.length > 0 && bytes <= limit * KB
  console.log(`${fits ? 'ok ' : 'NOT'} ${what}: ${(bytes / KB).toFixed(1)} of ${limit} kB`)
  if (!fits) process.exitCode = 1
}
