import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/**
 * The files of a built folder that the worker keeps on the device, as addresses relative to it,
 * in a fixed order: all but the worker itself, which the browser keeps.
 * @param {string} root
 * @returns {string[]}
 */
export function precached(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((url) => url !== 'sw.js')
    .sort()
}
