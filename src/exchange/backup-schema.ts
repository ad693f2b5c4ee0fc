import * as v from 'valibot'
import { parseDay } from '../domain/day'
import {
  CHANGE_REASONS,
  LOSS_REASONS,
  NO_EVENT,
  type Component,
  type Entry,
  type EventId,
  type EventRef,
  type GoodId,
  type IngredientId,
  type Item,
  type MaterialId,
  type RecipeId,
  type UnitId,
  type Writer,
  type WriterId,
} from '../domain/model'
import type { Kinds, RowKind } from '../domain/copies'
import { MAX_COUNT, MAX_DENOMINATOR, fraction } from '../domain/quantity'
import { MAX_NAME } from '../domain/typed'
import { LINE_KINDS, type LineKind } from './backup-format'

const WRONG = 'wrong type'
export const RANGE = 'out of range'
/** Later than the year 2223; what is written after it would leave the safe integers. */
const MAX_STAMP = 8e15
const MAX_AT = 8e12
/** Who, on which device, in which measure. */
const MAX_SHORT = 1000

/** Letters and digits: nothing that an index of ours, or a page, could take for more than a name. */
const ID = /^[\w.:-]{1,100}$/

const id = <Id extends string>() =>
  v.pipe(
    v.string(WRONG),
    v.regex(ID, RANGE),
    v.transform((text) => text as Id),
  )
const text = v.string(WRONG)
const short = v.pipe(text, v.maxLength(MAX_SHORT, RANGE))
const name = v.pipe(
  text,
  v.check((said) => said.length <= MAX_NAME || [...said].length <= MAX_NAME, RANGE),
)
const flag = v.boolean(WRONG)
const whole = (min: number, max: number) =>
  v.pipe(v.number(WRONG), v.safeInteger(WRONG), v.minValue(min, RANGE), v.maxValue(max, RANGE))
const count = whole(0, MAX_COUNT)
const some = whole(1, MAX_COUNT)
/** A target of 0 or less can come from another program. */
const wanted = whole(-MAX_COUNT, MAX_COUNT)
const order = whole(-MAX_COUNT, MAX_COUNT)
const stamp = whole(0, MAX_STAMP)
const exact = v.pipe(
  v.strictObject(
    {
      n: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
      d: whole(1, Number.MAX_SAFE_INTEGER),
    },
    WRONG,
  ),
  v.check(({ n, d }) => d === 1 || fraction(n, d)?.d === d, RANGE),
)
/** A line's quantity. */
const quantity = v.pipe(
  exact,
  v.check(({ n, d }) => n >= 0 && d <= MAX_DENOMINATOR, RANGE),
)
const day = v.pipe(
  text,
  v.transform(parseDay),
  v.check((read) => read !== null, RANGE),
  v.transform((read) => read!),
)
const list = <Schema extends v.GenericSchema>(schema: Schema) => v.array(schema, WRONG)
const object = <Entries extends v.ObjectEntries>(entries: Entries) => v.strictObject(entries, WRONG)

const event = id<EventId>()
const eventRef = v.union([v.literal(NO_EVENT), event], WRONG) satisfies v.GenericSchema<
  unknown,
  EventRef
>
const component = v.variant(
  'kind',
  [
    object({ kind: v.literal('unit'), id: id<UnitId>() }),
    object({ kind: v.literal('good'), id: id<GoodId>() }),
    object({ kind: v.literal('material'), id: id<MaterialId>() }),
  ],
  WRONG,
) satisfies v.GenericSchema<unknown, Component>
const item = v.variant(
  'kind',
  [...component.options, object({ kind: v.literal('ingredient'), id: id<IngredientId>() })],
  WRONG,
) satisfies v.GenericSchema<unknown, Item>

const written = { stamp, writer: id<WriterId>(), hidden: flag }
const recorded = {
  writer: id<WriterId>(),
  seq: whole(1, Number.MAX_SAFE_INTEGER),
  at: whole(0, MAX_AT),
  stamp,
  by: short,
  eventId: eventRef,
}

type Line<K extends string, Row> = { readonly kind: K } & Row

const recipe = object({
  kind: v.literal('recipe'),
  id: id<RecipeId>(),
  name,
  category: short,
  notes: text,
  lines: list(
    object({
      ingredientId: v.nullable(id<IngredientId>()),
      quantity: v.nullable(quantity),
      measure: short,
      text,
    }),
  ),
  splits: flag,
  ...written,
}) satisfies v.GenericSchema<unknown, Line<'recipe', Kinds['recipe']>>

const unit = object({
  kind: v.literal('unit'),
  id: id<UnitId>(),
  recipeId: id<RecipeId>(),
  name,
  itemsPerBatch: some,
  order,
  ...written,
}) satisfies v.GenericSchema<unknown, Line<'unit', Kinds['unit']>>

const good = object({
  kind: v.literal('good'),
  id: id<GoodId>(),
  name,
  notes: text,
  lines: list(object({ item: component, quantity })),
  ...written,
}) satisfies v.GenericSchema<unknown, Line<'good', Kinds['good']>>

const ingredient = object({
  kind: v.literal('ingredient'),
  id: id<IngredientId>(),
  name,
  measure: short,
  category: short,
  density: v.nullable(
    object({ volume: quantity, volumeMeasure: short, mass: quantity, massMeasure: short }),
  ),
  ...written,
}) satisfies v.GenericSchema<unknown, Line<'ingredient', Kinds['ingredient']>>

const material = object({
  kind: v.literal('material'),
  id: id<MaterialId>(),
  name,
  measure: short,
  ...written,
}) satisfies v.GenericSchema<unknown, Line<'material', Kinds['material']>>

const kitchenEvent = object({
  kind: v.literal('event'),
  id: event,
  name,
  date: day,
  notes: text,
  archived: flag,
  ...written,
}) satisfies v.GenericSchema<unknown, Line<'event', Kinds['event']>>

const productionTarget = object({
  kind: v.literal('productionTarget'),
  eventId: event,
  recipeId: id<RecipeId>(),
  batches: wanted,
  order,
  basis: v.nullable(
    object({
      splits: flag,
      units: list(object({ unitId: id<UnitId>(), need: exact, itemsPerBatch: some })),
    }),
  ),
  ...written,
}) satisfies v.GenericSchema<unknown, Line<'productionTarget', Kinds['productionTarget']>>

const assemblyTarget = object({
  kind: v.literal('assemblyTarget'),
  eventId: event,
  goodId: id<GoodId>(),
  quantity: wanted,
  order,
  ...written,
}) satisfies v.GenericSchema<unknown, Line<'assemblyTarget', Kinds['assemblyTarget']>>

const looseTarget = object({
  kind: v.literal('looseTarget'),
  eventId: event,
  unitId: id<UnitId>(),
  quantity: wanted,
  order,
  ...written,
}) satisfies v.GenericSchema<unknown, Line<'looseTarget', Kinds['looseTarget']>>

const writer = object({
  kind: v.literal('writer'),
  writer: id<WriterId>(),
  device: short,
}) satisfies v.GenericSchema<unknown, Line<'writer', Writer>>

const production = object({
  kind: v.literal('production'),
  recipeId: id<RecipeId>(),
  batches: some,
  pieces: list(object({ unitId: id<UnitId>(), good: count, expected: count })),
  reason: v.nullable(v.picklist(LOSS_REASONS, WRONG)),
  ...recorded,
}) satisfies v.GenericSchema<unknown, Entry>

const assembly = object({
  kind: v.literal('assembly'),
  goodId: id<GoodId>(),
  quantity: some,
  used: list(object({ item: component, quantity: exact })),
  ...recorded,
}) satisfies v.GenericSchema<unknown, Entry>

const stock = object({
  kind: v.literal('stock'),
  item,
  measure: short,
  change: v.variant(
    'type',
    [
      object({
        type: v.literal('change'),
        amount: exact,
        reason: v.picklist(CHANGE_REASONS, WRONG),
      }),
      object({ type: v.literal('count'), amount: exact }),
    ],
    WRONG,
  ),
  ...recorded,
}) satisfies v.GenericSchema<unknown, Entry>

const undoing = object({
  kind: v.literal('void'),
  target: object({ writer: id<WriterId>(), seq: whole(1, Number.MAX_SAFE_INTEGER) }),
  ...recorded,
}) satisfies v.GenericSchema<unknown, Entry>

const rows = {
  recipe,
  unit,
  good,
  ingredient,
  material,
  event: kitchenEvent,
  productionTarget,
  assemblyTarget,
  looseTarget,
} satisfies { readonly [K in RowKind]: v.GenericSchema<unknown, Line<K, Kinds[K]>> }
const entries = { production, assembly, stock, void: undoing }
const lines = { ...rows, ...entries, writer }

type OneLine =
  | v.InferOutput<(typeof rows)[RowKind]>
  | v.InferOutput<(typeof entries)[keyof typeof entries]>
  | v.InferOutput<typeof writer>

export const headerSchema = object({
  format: text,
  version: whole(1, 1_000_000),
  app: short,
  device: short,
  created: v.pipe(text, v.maxLength(40, RANGE)),
  counts: v.record(v.picklist(LINE_KINDS, WRONG), whole(0, Number.MAX_SAFE_INTEGER), WRONG),
  sha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/, RANGE)),
})

/** What is wrong with a line, and in which field. */
export interface LineFault {
  readonly file: typeof WRONG | typeof RANGE
  readonly path: readonly (string | number)[]
}

/** A line with every field of the kind it must be, and no other field. */
export function readLine(value: unknown): OneLine | LineFault {
  const kind = kindOf(value)
  if (kind === null || kind === 'setAside') return { file: WRONG, path: ['kind'] }
  return checked<OneLine>(lines[kind], value)
}

export function kindOf(value: unknown): LineKind | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'kind')) return null
  const { kind } = value as { readonly kind: unknown }
  return LINE_KINDS.find((one) => one === kind) ?? null
}

export function checked<Output>(
  schema: v.GenericSchema<unknown, Output>,
  value: unknown,
): Output | LineFault {
  const result = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  return { file: issue.message === RANGE ? RANGE : WRONG, path }
}
