import { readFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { engineTable } from './engine-table.mjs'
import { ENGINE_NAMES, lacks, provideEngines } from './engines.mjs'
import { installPackages, runPackage } from './packages.mjs'

// `npm run test:engines`: the same stories, and the same tests of commands and queries, in every engine
// that this machine has or can get, shown as a table. With `--required` an engine that is missing fails it.

const REPORT = fileURLToPath(new URL('../test-results/engines.json', import.meta.url))
const { values } = parseArgs({
  options: {
    required: { type: 'boolean', default: false },
    'outputFile.json': { type: 'string', default: REPORT },
  },
})
const file = values['outputFile.json']

/** @returns {import('./engine-table.mjs').EngineReport | null} */
function report() {
  try {
    return /** @type {import('./engine-table.mjs').EngineReport} */ (
      JSON.parse(readFileSync(file, 'utf8'))
    )
  } catch {
    // A runner that crashed leaves no report; its exit code says so.
    return null
  }
}

function run() {
  if (!installPackages()) return 1
  provideEngines()
  const built = runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn'])
  if (built !== 0) return built
  rmSync(file, { force: true })
  const config = 'tests/engines/vitest.config.ts'
  return runPackage('vitest/vitest.mjs', ['run', '--config', config, `--outputFile.json=${file}`])
}

const code = run()
const engines = ENGINE_NAMES.map((name) => ({ name, lacks: lacks(name) }))
const told = report()
if (told) console.log(['', ...engineTable(told, engines)].join('\n'))
const missing = values.required && engines.some((engine) => engine.lacks !== null)
process.exitCode = code === 0 && missing ? 1 : code
