import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'engines',
    root: import.meta.dirname,
    environment: 'node',
    include: ['**/*.test.ts'],
    // Each engine waits for its pages more than it computes: they run side by side.
    maxWorkers: 3,
    // Real pages, workers and servers take their time on a small machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', 'json'],
    outputFile: {
      json: fileURLToPath(new URL('../../test-results/engines.json', import.meta.url)),
    },
  },
})
