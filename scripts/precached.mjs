import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/**
 * Not kept: the worker itself, which the browser keeps; the icons that a browser asks for once, while
 * it puts the app on a home screen, for which it needs the network anyway; what only programmers read.
 */
const NOT_KEPT = /^(sw\.js|icon-(maskable-)?512\.png|backup\.schema\.json)$/

/**
 * The files of a built folder that the worker keeps on the device, as addresses relative to it,
 * in a fixed order.
 * @param {string} root
 * @returns {string[]}
 */
export function precached(root) {
  return filesIn(root).filter((url) => !NOT_KEPT.test(url))
}

/**
 * All files of a folder, as addresses relative to it, in a fixed order.
 * @param {string} root
 * @returns {string[]}
 */
export function filesIn(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}
