import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { build } from 'vite'
import { launchOptions } from '../scripts/browser.mjs'
import { serve } from '../scripts/serve.mjs'

// Pages to measure in: the built app, and the data layer alone.

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** @param {string} name */
async function temporary(name) {
  const folder = await mkdtemp(join(tmpdir(), `batchboard-bench-${name}-`))
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Builds the app as it is released, into a folder of its own, and serves it. */
export async function servedApp() {
  const { folder, remove } = await temporary('app')
  await build({
    root: ROOT,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  })
  const server = await serve({ root: folder })
  return {
    folder,
    url: server.url,
    end: async () => {
      await server.close()
      await remove()
    },
  }
}

/**
 * Builds a file of the bench over the data layer, and serves a page that has it as a global.
 * @param {string} entry
 * @param {string} name
 */
export async function servedData(entry = 'bench/counted.ts', name = 'bench') {
  const { folder, remove } = await temporary('data')
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
    build: {
      outDir: folder,
      target: 'es2022',
      lib: {
        entry: join(ROOT, entry),
        formats: ['iife'],
        name,
        fileName: () => 'counted.js',
      },
    },
  })
  const page = '<!doctype html><title>bench</title><script src="counted.js"></script>'
  await writeFile(join(folder, 'index.html'), page)
  const server = await serve({ root: folder })
  return {
    url: server.url,
    end: async () => {
      await server.close()
      await remove()
    },
  }
}

/**
 * A browser with a profile on the disk, as a device has one.
 * @param {readonly string[]} more flags beyond the usual ones
 */
export async function device(more = []) {
  const { folder, remove } = await temporary('profile')
  const { args, ...options } = launchOptions()
  const context = await chromium.launchPersistentContext(folder, {
    ...options,
    args: [...args, ...more],
    headless: true,
    locale: 'en-US',
  })
  return {
    context,
    end: async () => {
      await context.close()
      await remove()
    },
  }
}

/** @typedef {Awaited<ReturnType<typeof device>>['context']} Context */

/**
 * A page whose processor is slower by a factor; `busy` tells how many milliseconds it has worked.
 * @param {Context} context
 * @param {number} factor
 */
export async function slowPage(context, factor) {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await session.send('Emulation.setCPUThrottlingRate', { rate: factor })
  return {
    page,
    session,
    busy: async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN)
    },
  }
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
