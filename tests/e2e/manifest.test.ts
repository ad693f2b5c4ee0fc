import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { routeOf } from '../../src/routes'

// What the built files say of themselves: to a home screen, and to a browser that compiles them.

const DIST = new URL('../../dist/', import.meta.url)
const text = (path: string): string => readFileSync(new URL(path, DIST), 'utf8')

interface Icon {
  readonly src: string
  readonly sizes: string
  readonly type: string
  readonly purpose?: string
}
interface Manifest {
  readonly icons: readonly Icon[]
  readonly shortcuts: readonly {
    readonly name: string
    readonly url: string
    readonly icons: readonly Icon[]
  }[]
}

const PAGE = text('index.html')

/** A link or meta of the page, by a piece of it, and one of its attributes. */
function told(piece: string, attribute: string): string {
  const tags = [...PAGE.matchAll(/<(?:link|meta)\b[^>]*>/g)].map(([tag]) => tag)
  const found = tags.filter((tag) => tag.includes(piece))
  expect(found, piece).toHaveLength(1)
  return new RegExp(`\\b${attribute}="([^"]*)"`).exec(found[0]!)?.[1] ?? ''
}

const MANIFEST = JSON.parse(text(told('rel="manifest"', 'href'))) as Manifest

/** The page's ground in both themes, from the tokens. */
function papers(): string[] {
  const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8')
  return [...tokens.matchAll(/--paper: (#[0-9a-f]{6});/g)].map(([, colour = '']) => colour)
}

/** Width and height as the header of a PNG file says them. */
function pngSize(path: string): string {
  const bytes = readFileSync(new URL(path, DIST))
  expect(bytes.subarray(1, 4).toString('latin1'), path).toBe('PNG')
  expect(bytes.subarray(12, 16).toString('latin1'), path).toBe('IHDR')
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
}

test('the manifest names the app, and starts it alone in a window from wherever its folder lies', () => {
  expect(MANIFEST).toMatchObject({
    id: 'batchboard',
    name: 'Batchboard',
    short_name: 'Batchboard',
    start_url: './',
    scope: './',
    display: 'standalone',
  })
})

test('the colours around the app are those of its pages, light and dark', () => {
  const [light, dark] = papers()
  expect(dark).toBeDefined()
  expect(MANIFEST).toMatchObject({ theme_color: light, background_color: light })
  expect(told('(prefers-color-scheme: light)', 'content')).toBe(light)
  expect(told('(prefers-color-scheme: dark)', 'content')).toBe(dark)
})

describe('icons', () => {
  const all = [...MANIFEST.icons, ...MANIFEST.shortcuts.flatMap(({ icons }) => icons)]

  test.each(all)('$src is there as $type, and $sizes large', ({ src, sizes, type }) => {
    if (type === 'image/svg+xml') {
      expect(sizes).toBe('any')
      expect(text(src)).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1"/)
    } else {
      expect(type).toBe('image/png')
      expect(pngSize(src)).toBe(sizes)
    }
  })

  test('there are those that every home screen asks for', () => {
    const sizes = (purpose: string): string[] =>
      MANIFEST.icons.filter((icon) => icon.purpose === purpose).map((icon) => icon.sizes)
    expect(sizes('any')).toEqual(expect.arrayContaining(['192x192', '512x512']))
    expect(sizes('maskable')).toEqual(['512x512'])
    expect(pngSize(told('rel="apple-touch-icon"', 'href'))).toBe('180x180')
  })
})

test.each(MANIFEST.shortcuts)('the shortcut $name leads to a screen inside the app', ({ url }) => {
  const folder = 'https://kitchen.example/board/'
  const { href, hash } = new URL(url, folder)
  expect(href).toBe(`${folder}${hash}`)
  expect(routeOf(hash).screen).not.toBe('nowhere')
})

test('the shortcuts go to two screens', () => {
  expect(MANIFEST.shortcuts.map(({ url }) => routeOf(new URL(url, 'a:/').hash).screen)).toEqual([
    'events',
    'new event',
  ])
})

test('what every start runs is compiled while it loads', () => {
  const first = [...PAGE.matchAll(/(?:src|href)="\.\/(assets\/(?:index|core)-[^"]+\.js)"/g)]
  expect(first).toHaveLength(2)
  const event = readdirSync(new URL('assets/', DIST)).filter((name) => /^event-.+\.js$/.test(name))
  expect(event).toHaveLength(1)
  for (const path of [...first.map(([, path = '']) => path), `assets/${event[0]!}`])
    expect(text(path)).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/)
})
