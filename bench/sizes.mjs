import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { precached } from '../scripts/precached.mjs'
import { servedApp } from './page.mjs'

// What travels to a device, packed as a server packs it.

const PACKED = /\.(woff2|png|webp)$/

/** @returns {Promise<{ what: string, bytes: number, files: number }[]>} */
export async function measureSizes() {
  const { folder, end } = await servedApp()
  try {
    const weigh = (/** @type {string} */ what, /** @type {string[]} */ urls) => {
      let bytes = 0
      for (const url of urls) {
        const content = readFileSync(join(folder, url))
        bytes += PACKED.test(url) ? content.length : gzipSync(content).length
      }
      return { what, bytes, files: urls.length }
    }
    const page = readFileSync(join(folder, 'index.html'), 'utf8')
    const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(
      ([, url]) => String(url),
    )
    const all = precached(folder)
    return [
      weigh(
        'JavaScript at the start',
        first.filter((url) => url.endsWith('.js')),
      ),
      weigh(
        'styles at the start',
        first.filter((url) => url.endsWith('.css')),
      ),
      weigh(
        'all JavaScript',
        all.filter((url) => url.endsWith('.js')),
      ),
      weigh('all that is kept on the device', all),
    ]
  } finally {
    await end()
  }
}
