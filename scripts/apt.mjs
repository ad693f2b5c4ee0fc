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
  // Another program may be at the packages, and the network may stumble.
  const patient = ['-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=5']
  if (spawnSync('apt-get', [...patient, 'update', '-q'], quiet).status !== 0) return false
  const args = [...patient, 'install', '-q', '-y', '--no-install-recommends', ...packages]
  return spawnSync('apt-get', args, quiet).status === 0
}
