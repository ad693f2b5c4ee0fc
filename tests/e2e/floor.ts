import compat from '@mdn/browser-compat-data/forLegacyNode'
import type { Identifier } from '@mdn/browser-compat-data/types'
import { parse, type AnyNode } from 'acorn'
import postcss from 'postcss'

// What a built file uses that not every browser has that the app promises to work in, by the
// compatibility data of MDN.

/** The oldest browsers of the promise. */
const FLOOR = {
  chrome: 111,
  chrome_android: 111,
  safari: 16.4,
  safari_ios: 16.4,
  firefox: 121,
  firefox_android: 121,
  samsunginternet_android: 22,
} as const

const API: Identifier = compat.api
const BUILTINS = compat.javascript['builtins']!
/** What the globals of these names are. */
const GLOBALS: Readonly<Record<string, string>> = {
  navigator: 'Navigator',
  document: 'Document',
  window: 'Window',
  self: 'Window',
  globalThis: 'Window',
  indexedDB: 'IDBFactory',
  location: 'Location',
  crypto: 'Crypto',
}
/** Whose methods are known by their names alone, on whatever they are called. */
const METHODS = [
  ...['Element', 'HTMLElement', 'HTMLDialogElement', 'HTMLInputElement', 'Node', 'Event'],
  ...['IDBFactory', 'IDBObjectStore', 'IDBTransaction', 'Cache', 'Clients', 'StorageManager'],
  ...['ServiceWorkerRegistration', 'Blob', 'File', 'Response', 'Request', 'AbortSignal'],
  ...['Array', 'String', 'Promise', 'Set', 'Map', 'RegExp'],
]

/** Whether the floor has a feature; undefined where the data does not know it. */
function onFloor(feature: Identifier | undefined): boolean | undefined {
  const told = feature?.__compat
  if (!told) return undefined
  return Object.entries(FLOOR).every(([browser, floor]) =>
    [told.support[browser as keyof typeof FLOOR] ?? []].flat().some((one) => {
      const whole = !one.version_removed && !one.flags && !one.prefix && !one.alternative_name
      const { version_added: added } = one
      return (
        whole && typeof added === 'string' && Number.parseFloat(added.replace('≤', '')) <= floor
      )
    }),
  )
}

/** What hangs on a global: an interface's own, or that of what stands under the global's name. */
function member(of: string, name: string): boolean | undefined {
  const places = [API[GLOBALS[of] ?? of], BUILTINS[of], ...(GLOBALS[of] === 'Window' ? [API] : [])]
  const known = places.flatMap((place) =>
    [name, `${name}_static`].map((key) => onFloor(place?.[key])),
  )
  return known.includes(true) ? true : known.find((one) => one !== undefined)
}

/** A method of any of the interfaces that lets no other of them have it. */
function method(name: string): boolean | undefined {
  const known = METHODS.map((of) => onFloor((API[of] ?? BUILTINS[of])?.[name]))
  return known.includes(true) ? true : known.find((one) => one !== undefined)
}

/** Events that no target of the floor fires. */
function event(name: string): boolean | undefined {
  const known = Object.keys(API).map((of) => onFloor(API[of]?.[`${name}_event`]))
  return known.includes(true) ? true : known.find((one) => one !== undefined)
}

/** What a built script uses that the floor does not have everywhere. Syntax after ES2022 throws. */
export function scriptAboveFloor(text: string): string[] {
  const found = new Set<string>()
  const use = (known: boolean | undefined, name: string): void => {
    if (known === false) found.add(name)
  }
  visit(parse(text, { ecmaVersion: 2022, sourceType: 'module' }), (node) => {
    if (node.type === 'NewExpression' && node.callee.type === 'Identifier') {
      const { name } = node.callee
      use(onFloor(API[name] ?? BUILTINS[name]), name)
    }
    if (node.type === 'MemberExpression' && node.property.type === 'Identifier') {
      const { object, property } = node
      if (!node.computed && object.type === 'Identifier') {
        use(member(object.name, property.name), `${object.name}.${property.name}`)
      }
    }
    if (node.type === 'BinaryExpression' && node.operator === 'in') {
      const { left, right } = node
      if (left.type === 'Literal' && right.type === 'Identifier') {
        use(member(right.name, String(left.value)), `${right.name}.${String(left.value)}`)
      }
    }
    if (node.type === 'CallExpression') {
      const { callee, arguments: given } = node
      if (callee.type === 'Identifier') use(member('window', callee.name), callee.name)
      if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
        if (!callee.computed) use(method(callee.property.name), `.${callee.property.name}()`)
      }
      const listens = text.slice(callee.start, callee.end).endsWith('addEventListener')
      const [first] = given
      if (listens && first?.type === 'Literal') use(event(String(first.value)), String(first.value))
    }
  })
  return [...found].sort()
}

/** What a built style sheet uses that the floor does not have everywhere. */
export function styleAboveFloor(text: string): string[] {
  const found = new Set<string>()
  const use = (feature: Identifier | undefined, shown: string): void => {
    if (onFloor(feature) === false) found.add(shown)
  }
  const { properties, selectors, types, 'at-rules': atRules } = compat.css
  const root = postcss.parse(text)
  root.walkAtRules(({ name }) => use(atRules?.[name], `@${name}`))
  root.walkDecls(({ prop, value }) => {
    use(properties?.[prop], prop)
    for (const [, name = ''] of value.matchAll(/([a-z-]+)\(/g)) {
      use(types?.[name] ?? types?.['color']?.[name], `${name}()`)
    }
    for (const [, unit = ''] of value.matchAll(/\d([a-z]+)\b/g))
      use(types?.['length']?.[unit], unit)
  })
  root.walkRules(({ selector, parent }) => {
    for (const [, name = ''] of selector.matchAll(/:([a-z-]+)/g)) use(selectors?.[name], `:${name}`)
    if (parent?.type === 'rule') use(selectors?.['nesting'], 'nesting')
  })
  return [...found].sort()
}

function visit(node: AnyNode, see: (node: AnyNode) => void): void {
  see(node)
  for (const value of Object.values(node) as unknown[]) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof child === 'object' && child !== null && 'type' in child) {
        visit(child as AnyNode, see)
      }
    }
  }
}
