import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * @typedef {{ version: string, optional?: boolean }} Locked
 * @param {string} file
 * @returns {Record<string, Locked>}
 */
function locked(file) {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
  const { packages } = /** @type {{ packages: Record<string, Locked> }} */ (JSON.parse(text))
  // The entry without a name is this project itself.
  delete packages['']
  return packages
}

/** Whether node_modules holds what package-lock.json names. */
function complete() {
  try {
    const installed = locked('node_modules/.package-lock.json')
    // Optional packages are builds for other machines: most of them are rightly absent.
    return Object.entries(locked('package-lock.json')).every(
      ([name, { version, optional = false }]) => optional || installed[name]?.version === version,
    )
  } catch {
    // Without the list that npm leaves in node_modules nothing was installed yet.
    return false
  }
}

/** Installs the locked packages, unless they are there already; true when they are there. */
export function installPackages() {
  if (complete()) return true
  console.log('Installing packages …')
  const options = { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' }
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  return spawnSync('npm', args, /** @type {object} */ (options)).status === 0
}

/**
 * Runs the command of an installed package; gives its exit code.
 * @param {string} file its script below node_modules
 * @param {string[]} args
 */
export function runPackage(file, args) {
  const result = spawnSync(process.execPath, [`node_modules/${file}`, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  return result.status ?? 1
}
