import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { ENGINE_NAMES, lacks } from '../../scripts/engines.mjs'
import { engines } from './provider'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const here = ENGINE_NAMES.filter((name) => lacks(name) === null)

export default defineConfig({
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: `${ROOT}test-results/engines.json` },
    browser: { connectTimeout: 240_000 },
    projects: [
      {
        test: {
          name: 'stories',
          root: import.meta.dirname,
          environment: 'node',
          include: ['*.test.ts'],
          // Each engine waits for its pages more than it computes: they run side by side.
          maxWorkers: 3,
          // Real pages, workers and servers take their time on a small machine.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: `${ROOT}vite.config.ts`,
        // Found in advance: a dependency discovered in the middle of a run reloads the page of a test.
        optimizeDeps: {
          include: [
            ...['dexie/dist/modern/dexie.min.mjs', 'fast-check', 'parse-ingredient'],
            ...['svelte/store', 'valibot'],
          ],
        },
        test: {
          name: 'data',
          root: ROOT,
          // Commands, queries, merging and import, against the tables of each engine.
          include: ['tests/{data,live}/**/*.test.ts'],
          // After the stories, which would wait for their pages in vain on a small machine.
          sequence: { groupOrder: 1 },
          setupFiles: [`${import.meta.dirname}/say-engine.ts`],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: engines,
            instances: here.map((engine) => ({
              browser: engine.toLowerCase() as Lowercase<typeof engine>,
              provide: { engine },
            })),
          },
        },
      },
    ],
  },
})
