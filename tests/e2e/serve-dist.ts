import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { serve } from '../../scripts/serve.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served for all tests that do not change it. */
    readonly appUrl: string
  }
}

/** Serves the built app while the tests run. */
export default async function serveDist({ provide }: TestProject): Promise<() => Promise<void>> {
  const page = fileURLToPath(new URL('../../dist/index.html', import.meta.url))
  if (!existsSync(page)) throw new Error('There is no build to test: run `npm run build` first.')
  const server = await serve()
  provide('appUrl', server.url)
  return server.close
}
