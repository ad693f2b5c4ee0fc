import { expect, test } from 'vitest'
import schema from '../../public/backup.schema.json' with { type: 'json' }
import { ROWS } from '../domain/histories'
import { ENTRIES } from './bad-files'
import { asideOf, backupText, readAll, withLines } from './kitchen-text'

interface Schema {
  readonly $ref?: string
  readonly anyOf?: readonly Schema[]
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly propertyNames?: Schema
}
const DEFS = schema.$defs as unknown as Readonly<Record<string, Schema>>

/** What our schema uses of JSON Schema. */
function fits(value: unknown, rule: Schema): boolean {
  if (rule.$ref) return fits(value, DEFS[rule.$ref.replace('#/$defs/', '')]!)
  if (rule.anyOf) return rule.anyOf.some((one) => fits(value, one))
  if ('const' in rule) return value === rule.const
  if (rule.enum) return rule.enum.includes(value)
  switch (rule.type) {
    case 'null':
      return value === null
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return (
        Number.isInteger(value) &&
        (value as number) >= rule.minimum! &&
        (value as number) <= rule.maximum!
      )
    case 'string':
      return (
        typeof value === 'string' &&
        [...value].length <= (rule.maxLength ?? Infinity) &&
        new RegExp(rule.pattern ?? '').test(value)
      )
    case 'array':
      return Array.isArray(value) && value.every((one) => fits(one, rule.items!))
    case 'object':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        (rule.required ?? []).every((key) => key in value) &&
        Object.entries(value).every(([key, inner]) => {
          if (rule.propertyNames && !fits(key, rule.propertyNames)) return false
          const known = rule.properties?.[key]
          if (known) return fits(inner, known)
          return (
            typeof rule.additionalProperties === 'object' && fits(inner, rule.additionalProperties)
          )
        })
      )
    case undefined:
    default:
      throw new Error(`no such rule: ${JSON.stringify(rule)}`)
  }
}

const LINES = backupText(
  ROWS,
  ENTRIES,
  [{ writer: 'w' as never, device: 'iPad' }],
  [asideOf('recipe', ROWS.recipe[0]!)],
)
  .trimEnd()
  .split('\n')
const isLine = (line: string): boolean => fits(JSON.parse(line), schema)

test('every line that is written fits the published schema', () => {
  expect(LINES.filter((line) => !isLine(line))).toEqual([])
  expect(LINES.length).toBeGreaterThan(18)
})

test('a line with any field missing, added or of another type fits neither schema nor reader', () => {
  let met = 0
  for (const line of LINES.slice(1)) {
    const row = JSON.parse(line) as Record<string, unknown>
    for (const key of Object.keys(row)) {
      const rest = Object.fromEntries(Object.entries(row).filter(([other]) => other !== key))
      for (const spoilt of [
        rest,
        { ...row, [key]: [1, { deep: true }] },
        { ...row, [`${key}2`]: 1 },
      ]) {
        const text = JSON.stringify({ kind: row['kind'], ...spoilt })
        if (text === line) continue
        expect(isLine(text), text).toBe(false)
        expect(readAll(withLines([text])), text).toHaveProperty('file')
        met += 1
      }
    }
  }
  expect(met).toBeGreaterThan(300)
})
