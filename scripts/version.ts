import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesIn } from './precached.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * The version of package.json and a fingerprint of all that goes into the build, such as
 * `0.1.0 (1f5132a)`: the same source has the same version on any machine and any day.
 */
export function version(): string {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string
  }
  const hash = createHash('sha256')
  for (const file of ['index.html', 'package-lock.json', ...inside('src'), ...inside('public')]) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0')
  }
  return `${manifest.version} (${hash.digest('hex').slice(0, 7)})`
}

function inside(folder: string): string[] {
  return filesIn(join(ROOT, folder)).map((file) => `${folder}/${file}`)
}
