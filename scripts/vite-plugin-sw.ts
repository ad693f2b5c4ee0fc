import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { precached } from './precached.mjs'

const SOURCE = fileURLToPath(new URL('../src/sw/sw.ts', import.meta.url))
/** Vite puts only files with a hash of their content in the name here. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/

/**
 * Bundles the service worker into a built folder, with the list of all that lies there.
 * Run again after the folder changed, it makes the next version, as a new build would.
 */
export async function writeWorker(root: string): Promise<void> {
  const files = precached(root).map((url) => {
    const content = readFileSync(join(root, url))
    return {
      url,
      revision: HASHED.test(url) ? null : digest('sha256', 'hex', content).slice(0, 16),
      integrity: `sha384-${digest('sha384', 'base64', content)}`,
    }
  })
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: {
      __PRECACHE__: JSON.stringify(files),
      'process.env.NODE_ENV': JSON.stringify('production'),
    },
    build: {
      outDir: root,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: SOURCE, formats: ['iife'], name: 'sw', fileName: () => 'sw.js' },
    },
  })
}

/** Writes the worker when the rest of the build lies on the disk. */
export function serviceWorker(): Plugin {
  let root = ''
  return {
    name: 'batchboard:service-worker',
    apply: 'build',
    configResolved(config) {
      root = resolve(config.root, config.build.outDir)
    },
    async closeBundle(error) {
      if (!error) await writeWorker(root)
    },
  }
}

function digest(algorithm: string, encoding: 'hex' | 'base64', content: Buffer): string {
  return createHash(algorithm).update(content).digest(encoding)
}
