import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '../../scripts/serve.mjs'
import { writeWorker } from '../../scripts/vite-plugin-sw.ts'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

/** A copy of the built app on a server of its own, to be stopped, started and replaced at will. */
export interface Deployment {
  /** The page's address; the same after every start. */
  readonly url: string
  /** The folder that is served. */
  readonly folder: string
  stop(): Promise<void>
  start(): Promise<void>
  /** Replaces the app by another version of it: all files that `edit` changes, and the worker that lists them. */
  release(edit: (folder: string) => Promise<void>): Promise<void>
  /** Stops the server and removes the copy. */
  end(): Promise<void>
}

/** Deploys a copy of the build below `path`, as a static host would. */
export async function deploy(path = ''): Promise<Deployment> {
  const root = await mkdtemp(join(tmpdir(), 'batchboard-'))
  const folder = join(root, path)
  await cp(DIST, folder, { recursive: true })
  let server = await serve({ root })
  const { url, port } = server
  return {
    url: new URL(path, url).href,
    folder,
    stop: () => server.close(),
    async start() {
      server = await serve({ root, port, exactly: true })
    },
    async release(edit) {
      await edit(folder)
      await writeWorker(folder)
    },
    async end() {
      await server.close()
      await rm(root, { recursive: true })
    },
  }
}

/** A version that differs in nothing but a name that the page carries: `html[data-release]`. */
export function named(name: string): (folder: string) => Promise<void> {
  return async (folder) => {
    const page = join(folder, 'index.html')
    const html = await readFile(page, 'utf8')
    await writeFile(page, html.replace(/<html [^>]*>/, `<html lang="en" data-release="${name}">`))
  }
}
