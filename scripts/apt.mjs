import { spawnSync } from 'node:child_process'

/**
 * Installs Debian's own packages, which bring their libraries along; false without the rights for it.
 * @param {string[]} packages
 */
export function installFromDebian(packages) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false
  const quiet = {
    stdio: /** @type {const} */ ('inherit'),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  if (spawnSync('apt-get', ['update', '-q'], quiet).status !== 0) return false
  const args = ['install', '-q', '-y', '--no-install-recommends', ...packages]
  return spawnSync('apt-get', args, quiet).status === 0
}
