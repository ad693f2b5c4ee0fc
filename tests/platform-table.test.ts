import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// docs/platform.md promises what a person gets without a feature. Each promise that code keeps names
// the file that asks for the feature, and is held by a test that takes the feature away.

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

const quoted = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)

const promises = read('docs/platform.md')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, feature = '', file = '']) => ({
    feature: quoted(feature)[0] ?? '',
    file: quoted(file).find((name) => name.endsWith('.ts')),
  }))
  .flatMap(({ feature, file }) => (file ? [{ feature, file }] : []))

const titles = readdirSync(new URL('e2e', import.meta.url))
  .filter((name) => name.startsWith('without') && name.endsWith('.test.ts'))
  .flatMap((name) => read(`tests/e2e/${name}`).match(/'[^'\n]+'/g) ?? [])
  // What a test takes away is no title.
  .filter((text) => !text.startsWith("'delete"))

test('the documents promise something for every feature that a browser may lack', () => {
  expect(promises.length).toBeGreaterThan(12)
})

test.each(promises)('$feature is asked for in $file', ({ feature, file }) => {
  const name = /\w+(?=\W*$)/.exec(feature)?.[0] ?? feature
  expect(read(`src/${file}`)).toContain(name)
})

test.each(promises)('what is promised without $feature is tried without it', ({ feature }) => {
  expect(titles.filter((title) => title.includes(feature))).not.toEqual([])
})
