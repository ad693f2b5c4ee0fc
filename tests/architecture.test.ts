import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import tsconfig from '../tsconfig.json' with { type: 'json' }
import { offences } from './borders'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

test('no file of the app crosses a border', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:ts|svelte)$/.test(path))
  expect(files.length).toBeGreaterThan(10)
  const found = files.flatMap((path) =>
    offences(path, readFileSync(join(SRC, path), 'utf8')).map((offence) => `${path} ${offence}`),
  )
  expect(found).toEqual([])
})

test('no path has an alias', () => {
  expect(Object.keys(tsconfig.compilerOptions)).not.toContain('paths')
})

test.each([
  ['domain/a.ts', `import { b } from '../data/db'`],
  ['domain/a.ts', `import type { b } from 'dexie'`],
  ['domain/a.ts', `const now = Date.now()`],
  ['domain/a.ts', `const now = new Date()`],
  ['domain/a.ts', `const now = new Date`],
  ['domain/a.ts', `const now = Date()`],
  ['domain/a.ts', `const die = Math.random()`],
  ['domain/a.ts', `let x: any`],
  ['domain/index.ts', `export const a = 1`],
  ['domain/utils/a.ts', `export const a = 1`],
  ['words/a.ts', `import { read } from '../exchange/imported'`],
  ['words/a.ts', `const now = performance.now()`],
  ['exchange/a.ts', `import { a } from '../words/a'`],
  ['data/a.ts', `import { readable } from 'svelte/store'`],
  ['data/commands/a.ts', `export * from '../../live/a'`],
  ['live/a.ts', `import { record } from '../data/commands/record'`],
  ['live/a.ts', `type A = import('../data/commands/record').A`],
  ['screens/a.ts', `import { db } from '../data/db'`],
  ['screens/A.svelte', `<script lang="ts">import { db } from '../data/db'</script>`],
  ['screens/A.svelte', `{#await import('../data/db') then db}{db}{/await}`],
  ['components/A.svelte', `<script lang="ts">import { a } from '../live/a'</script>`],
  ['components/A.svelte', `<script lang="ts">import { a } from '../domain/a'</script>`],
  ['components/A.svelte', `<script lang="ts">let { a }: { a: any } = $props()</script>`],
  ['components/A.svelte', `<p>{@html text}</p>`],
  ['components/A.svelte', `<p style="color: red">text</p>`],
  ['components/A.svelte', `<p class="a"\n  style='color: red'>text</p>`],
  ['components/A.svelte', `<p style=color:red>text</p>`],
  ['platform/a.ts', `import { a } from '../domain/a'`],
  ['App.svelte', `<p>{@html text}</p>`],
])('%s must not say %s', (path, text) => {
  expect(offences(path, text)).toHaveLength(1)
})

test.each([
  ['domain/a.ts', `import type { Day } from './day' // never Date.now() or new Date()`],
  ['words/a.ts', `import type { Refused } from '../exchange/imported'\nnew Date(instant)`],
  ['exchange/a.ts', `import * as v from 'valibot'\nimport { a } from '../domain/a'`],
  ['data/db.ts', `import Dexie from 'dexie'`],
  ['live/a.ts', `import { a } from '../data/queries/a'\nimport { readable } from 'svelte/store'`],
  ['screens/event/A.svelte', `<script>import { a } from '../../data/commands/a'</script>`],
  ['components/A.svelte', `<p style:width={width} style={dynamic}>{text}</p>`],
  ['components/A.svelte', `<style>p { color: red }</style><!-- style="color: red" -->`],
  ['main.ts', `import { db } from './data/db'`],
])('%s may say %s', (path, text) => {
  expect(offences(path, text)).toEqual([])
})
