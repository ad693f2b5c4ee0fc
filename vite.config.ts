import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { launchOptions } from './scripts/browser.mjs'
import { version } from './scripts/version.ts'
import { serviceWorker } from './scripts/vite-plugin-sw.ts'

const CONTENT_POLICY = /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/

/** What a start runs, at the first screen or at an event. */
const AT_ONCE = new Set(['core', 'event', 'index'])
/** Chromium from 136 on takes it, in the first line of a file. */
const HINT = '//# allFunctionsCalledOnLoad\n'

/** Vite's development server works with inline styles and scripts, which the policy forbids. */
function withoutPolicyWhileDeveloping(): Plugin {
  return {
    name: 'batchboard:no-policy-while-developing',
    apply: 'serve',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace(CONTENT_POLICY, '') },
  }
}

/** Has files compiled whole while they load, beside the page, and not function by function in it. */
function compileAtOnce(): Plugin {
  return {
    name: 'batchboard:compile-at-once',
    apply: 'build',
    // Its name tells each content of a file from all others.
    augmentChunkHash: ({ name }) => (AT_ONCE.has(name) ? HINT : undefined),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && AT_ONCE.has(file.name)) file.code = HINT + file.code
      },
    },
  }
}

export default defineConfig({
  // Relative addresses: the built folder works from any path of any static host.
  base: './',
  define: { __APP_VERSION__: JSON.stringify(version()) },
  plugins: [
    svelte({
      configFile: false,
      // For our own files only: libraries may still be written the older way.
      dynamicCompileOptions: ({ filename }) =>
        filename.includes('/node_modules/') ? undefined : { runes: true },
    }),
    withoutPolicyWhileDeveloping(),
    compileAtOnce(),
    serviceWorker(),
  ],
  // The default entry of dexie is its ES5 bundle: larger, and a chunk more.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
  build: {
    target: 'es2022',
    // The content policy allows files of our own, not data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // One file for what every screen needs: twenty small ones compress worse and ask more often.
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /node_modules\/(svelte|dexie|esm-env)|src\/(domain\/(account|batches|board|bundle-rows|composition|day|feasibility|gains|ledger|loose-rows|names|needs|outlook|progress|quantity|recipe-rows|refusal|situation|tally)\.|live\/(live|event|lists|saving|today)|routes|words\/(en|en-refusals|format)\.|platform\/(idle|local|navigation|updates|language|install)|data\/(db|faults|writer|connection|queries\/(event|lists))|components\/(words|taps|Header|Banner)|screens\/(kitchen|LostFile|Nowhere|EventsScreen|events\/(EventRow|OpenFile))|App\.|first-look|styles)/,
            },
            // One more for an event: it opens with every start of a kitchen that works at one.
            {
              name: 'event',
              test: /src\/(components\/(BundleCard|Dialog|EventHead|FourBar|LastLine|LooseCard|NextLine|PlusOne|Question|RecipeCard|Tabs|Trays|Why|bar-parts|first-frame)|data\/(commands\/(pieces|record)|queries\/undo)|domain\/(baked|foresight|packing|pieces|typed)|platform\/(storage|wake-lock)|screens\/(EventScreen|LastRecorded|UndoQuestion|undoing|recording|event\/(AssemblePane|AwakeSwitch|Keys|ProducePane|card-keys)|timers\/NewTimer))\./,
            },
          ],
        },
      },
    },
  },
  test: {
    // Thousands of generated cases take their time on a slow machine with two cores.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    setupFiles: [`${import.meta.dirname}/tests/seed.ts`],
    browser: { connectTimeout: 240_000 },
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/unit.json' },
    coverage: {
      provider: 'v8',
      include: ['src/domain/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 95 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{domain,exchange,words}/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [svelteTesting({ resolveBrowser: false })],
        // Found in advance: a dependency discovered in the middle of a run reloads the page of a test.
        optimizeDeps: {
          include: [
            ...['@testing-library/jest-dom/vitest', '@testing-library/svelte'],
            ...['@testing-library/user-event', 'axe-core', 'dexie/dist/modern/dexie.min.mjs'],
            ...['fast-check', 'parse-ingredient', 'valibot', 'workbox-window'],
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/{data,live,screens,components,platform}/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
