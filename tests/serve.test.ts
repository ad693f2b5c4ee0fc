import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve } from '../scripts/serve.mjs'

let folder: string
let server: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'batchboard-serve-'))
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'dist', 'index.html'), '<title>page</title>')
  await writeFile(join(folder, 'dist', 'assets', 'app-12345678.js'), 'export {}')
  server = await serve({ root: join(folder, 'dist') })
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** The status for a path sent as it is: `fetch` would tidy it up first. */
function statusOf(path: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((done, failed) => {
    const { port } = server
    request({ host: '127.0.0.1', port, path, method }, (response) => {
      response.resume()
      done(response.statusCode)
    })
      .on('error', failed)
      .end()
  })
}

test('a folder answers with its page, a script with the type that a module needs', async () => {
  const page = await fetch(server.url)
  expect(await page.text()).toBe('<title>page</title>')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('cache-control')).toBe('no-cache')
  const script = await fetch(`${server.url}assets/app-12345678.js`)
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(script.headers.get('cache-control')).toContain('immutable')
})

test('a missing file is missing, and not the page', async () => {
  expect(await statusOf('/assets/gone.js')).toBe(404)
  expect(await statusOf('/assets')).toBe(404)
  expect(await statusOf('//assets')).toBe(404)
})

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%00', '/%'])(
  '%s leads nowhere outside the folder',
  async (path) => {
    expect(await statusOf(path)).toBe(404)
  },
)

test('nothing can be written', async () => {
  expect(await statusOf('/index.html', 'PUT')).toBe(405)
})

test('a taken port makes way for the next one, unless exactly that one is wanted', async () => {
  const next = await serve({ root: folder, port: server.port })
  expect(next.port).toBeGreaterThan(server.port)
  await next.close()
  await expect(serve({ root: folder, port: server.port, exactly: true })).rejects.toThrow(
    'EADDRINUSE',
  )
})
