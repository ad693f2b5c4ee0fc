import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { installPackages } from './packages.mjs'
import { provideBrowser } from './provide-browser.mjs'
import { failures, tally } from './tally.mjs'

// `npm test`: installs what is missing, checks everything, and ends with one line that counts it.
// With `--engines` the stories are told to Firefox and WebKit too, and their tables are tried.

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Each of these counts as one: it holds, or it does not. */
const CHECKS = ['check:format', 'check:lint', 'check:types', 'check:unused', 'build']

const ENGINES = process.argv.includes('--engines')
/** What runs in each engine's page has run in Chromium's. */
const IN_ENGINES = ENGINES ? ['--exclude', 'tests/{data,live}/**'] : []

/** Each of these runs tests of its own, and leaves a report of them. */
const RUNNERS = [
  { name: 'node', script: 'test:unit', args: ['--project', 'node', '--coverage'] },
  { name: 'browser', script: 'test:unit', args: ['--project', 'browser', ...IN_ENGINES] },
  { name: 'e2e', script: 'test:e2e', args: [] },
  ...(ENGINES ? [{ name: 'engines', script: 'test:engines', args: ['--required'] }] : []),
]

/**
 * @param {string} script
 * @param {string[]} [args]
 */
function npm(script, args = []) {
  console.log(`\n— ${[script, ...args].join(' ')}`)
  const result = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return result.status ?? 1
}

/**
 * @param {string} file
 * @returns {import('./tally.mjs').Report | null}
 */
function read(file) {
  try {
    const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
    return /** @type {import('./tally.mjs').Report} */ (JSON.parse(text))
  } catch {
    // A runner that crashed leaves no report, or half of one; the tally counts that as failed.
    return null
  }
}

/** @returns {{ name: string, passed: number, failed: number, told?: string[] }[]} */
function run() {
  if (!installPackages()) {
    console.error('The packages could not be installed.')
    return [{ name: 'install', passed: 0, failed: 1 }]
  }
  if (!provideBrowser()) return [{ name: 'browser', passed: 0, failed: 1 }]
  // What an earlier run left must not be counted, or tested, in the place of what fails to appear.
  for (const folder of ['dist', 'test-results'])
    rmSync(`${ROOT}${folder}`, { recursive: true, force: true })
  const checks = CHECKS.map((name) => {
    const failed = npm(name) === 0 ? 0 : 1
    return { name, passed: 1 - failed, failed }
  })
  const runners = RUNNERS.map(({ name, script, args }) => {
    const file = `test-results/${name}.json`
    const code = npm(script, [...args, `--outputFile.json=${ROOT}${file}`])
    const report = read(file)
    return { name, ...tally(report, code), told: failures(report) }
  })
  return [...checks, ...runners]
}

const results = run()
let [passed, failed] = [0, 0]
console.log('')
for (const result of results) {
  passed += result.passed
  failed += result.failed
  const mark = result.failed === 0 ? 'ok ' : 'NOT'
  console.log(`${mark} ${result.name}: ${result.passed} passed, ${result.failed} failed`)
  for (const line of result.told ?? []) console.log(`      ${line.replace(ROOT, '')}`)
}
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
