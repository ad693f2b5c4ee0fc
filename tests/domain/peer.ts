import { readFileSync } from 'node:fs'
import type { Component, EventFacts, EventId, RecipeId, UnitId } from '../../src/domain/model'
import { NO_EVENT } from '../../src/domain/model'
import { fraction, type Fraction } from '../../src/domain/quantity'
import {
  ELSEWHERE,
  HERE,
  facts,
  good,
  goodItem,
  materialItem,
  recipe,
  unit,
  unitItem,
} from './facts'
import type { Draft } from './facts'

/** Inputs and figures of another program that does the same job, recorded by running it. */

export interface PeerCase {
  readonly id: string
  readonly scope_neutral: boolean
  readonly input: PeerInput
  readonly output: Readonly<Record<string, PeerOutput>>
}

interface PeerInput {
  readonly recipes?: readonly { readonly id: number }[]
  readonly finished_units?: readonly {
    readonly id: number
    readonly recipe_id: number
    readonly items_per_batch?: number
    readonly inventory_count: number
  }[]
  readonly finished_goods?: readonly { readonly id: number; readonly inventory_count: number }[]
  readonly compositions?: readonly PeerLine[]
  readonly inventory_items?: readonly { readonly product_id: number; readonly quantity: number }[]
  readonly production_targets?: readonly {
    readonly event_id: number
    readonly recipe_id: number
    readonly target_batches: number
  }[]
  readonly assembly_targets?: readonly {
    readonly event_id: number
    readonly finished_good_id: number
    readonly target_quantity: number
  }[]
  readonly production_runs?: readonly {
    readonly recipe_id: number
    readonly finished_unit_id: number
    readonly event_id: number | null
    readonly num_batches: number
    readonly expected_yield: number
    readonly actual_yield: number
  }[]
  readonly assembly_runs?: readonly {
    readonly finished_good_id: number
    readonly event_id: number | null
    readonly quantity_assembled: number
  }[]
}

interface PeerLine {
  readonly assembly_id: number
  readonly component_quantity: number
  readonly finished_unit_id?: number
  readonly finished_good_id?: number
  readonly packaging_product_id?: number
  readonly material_unit_id?: number
}

interface PeerError {
  readonly error: { readonly type: string }
}

interface PeerOutput {
  readonly production_progress: readonly {
    readonly recipe_id: number
    readonly target_batches: number
    readonly completed_batches: number
    readonly remaining_batches: number
    readonly overage_batches: number
    readonly progress_percent: number
    readonly is_complete: boolean
    readonly produced_yield: number
  }[]
  readonly assembly_progress:
    | readonly {
        readonly finished_good_id: number
        readonly target_quantity: number
        readonly assembled_quantity: number
        readonly available_to_assemble: number
        readonly progress_percent: number
        readonly is_complete: boolean
      }[]
    | PeerError
  readonly overall: PeerOverall | PeerError
  readonly remaining_production_needs: Readonly<Record<string, number>>
  readonly event_overall: {
    readonly production_targets_count: number
    readonly production_complete_count: number
    readonly production_complete: boolean
    readonly assembly_targets_count: number
    readonly assembly_complete_count: number
    readonly assembly_complete: boolean
  }
  readonly batch_requirements?: PeerRequirements
}

interface PeerOverall {
  readonly production_percent: number
  readonly assembly_percent: number
  readonly overall_percent: number
  readonly status: string
  readonly production_targets: number
  readonly production_complete: number
  readonly assembly_targets: number
  readonly assembly_complete: number
}

export interface PeerRequirements {
  readonly units: readonly (readonly [unitId: number, need: number])[]
  readonly recipes: readonly {
    readonly recipe_id: number
    readonly units_needed: number
    readonly batches: number
    readonly yield_per_batch: number
  }[]
}

interface PeerBatchKinds {
  readonly calculate: Calculated
  /** Of 'calculate': those that the peer refuses. */
  readonly 'no yield': Omit<Calculated, 'result'> & { readonly result: PeerError }
  readonly decimal: Calculated
  readonly bigint: { readonly units_needed: string; readonly yield_per_batch: string }
  readonly requirements: {
    readonly input: PeerInput
    readonly requirements: readonly (readonly [goodId: number, quantity: number])[]
    readonly result: PeerRequirements
  }
  readonly waste: Omit<Calculated, 'result'> & {
    readonly batches: number
    readonly result: { readonly waste_units: number }
  }
  readonly shortfall: {
    readonly batches: number
    readonly yield_per_batch: number
    readonly quantity_needed: number
    readonly result: { readonly is_shortfall: boolean }
  }
}

interface Calculated {
  readonly units_needed: number
  readonly yield_per_batch: number
  readonly result: { readonly batches: number; readonly waste_units: number }
}

export type PeerBatchKind = keyof PeerBatchKinds
export type PeerBatches<Kind extends PeerBatchKind> = PeerBatchKinds[Kind] & {
  readonly id: string
  readonly kind: Kind
}

const FIXTURES = new URL('../fixtures/vectors/', import.meta.url)

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8'))
}

export const progressCases = (name: 'progress.json' | 'christmas.json'): readonly PeerCase[] =>
  (read(name) as { readonly cases: readonly PeerCase[] }).cases

/** The rows of one kind in the peer's list of batch calculations. */
export function batchRows<Kind extends PeerBatchKind>(kind: Kind): PeerBatches<Kind>[] {
  const { rows } = read('batches.json') as {
    readonly rows: readonly { readonly kind: string; readonly result: object }[]
  }
  const kindOf = (row: (typeof rows)[number]): string =>
    row.kind === 'calculate' && 'error' in row.result ? 'no yield' : row.kind
  return rows.filter((row) => kindOf(row) === kind) as unknown as PeerBatches<Kind>[]
}

/** What the peer does otherwise, as a change of the facts. */
export type Habit =
  /** A batch that burnt completely is done (against P2). */
  | 'counts lost batches'
  /** A bundle that went into another stays packed (against P2). */
  | 'counts inner bundles'
  /** Inner bundles only come from the shelf (against A2). */
  | 'takes no bundle apart'
  /** 1.5 is 1, and 0.5 asks for nothing (against A2). */
  | 'cuts fractions off'
  /** Packaging is no part (against S2). */
  | 'leaves packaging out'
  /** A material that was never counted is not there (against S2). */
  | 'misses what was not counted'

/** One of a case's events as facts of ours, with the peer's habits as far as they are named. */
export function factsOf(
  { input, scope_neutral: neutral }: Pick<PeerCase, 'input' | 'scope_neutral'>,
  eventId: string,
  habits: ReadonlySet<Habit> = new Set(),
  asked?: number,
): EventFacts {
  const lines = (id: number): PeerLine[] =>
    (input.compositions ?? []).filter((line) => line.assembly_id === id)
  const own = (id: number | null): EventId | '' =>
    id === null ? NO_EVENT : String(id) === eventId ? HERE : ELSEWHERE
  const keptLines = (id: number): PeerLine[] =>
    habits.has('takes no bundle apart') && id !== asked ? [] : lines(id)

  const production = (input.production_runs ?? []).map((run): Draft => () => ({
    kind: 'production',
    eventId: own(run.event_id),
    recipeId: idOf(run.recipe_id) as RecipeId,
    batches: run.num_batches,
    pieces: [
      {
        unitId: idOf(run.finished_unit_id) as UnitId,
        good: run.actual_yield,
        expected: run.expected_yield,
      },
      ...(habits.has('counts lost batches') && run.actual_yield === 0
        ? [{ unitId: 'crumbs' as UnitId, good: 1, expected: 1 }]
        : []),
    ],
    reason: null,
  }))
  const assembly = (input.assembly_runs ?? []).map((run): Draft => () => ({
    kind: 'assembly',
    eventId: own(run.event_id),
    goodId: goodItem(idOf(run.finished_good_id)).id as never,
    quantity: run.quantity_assembled,
    used: lines(run.finished_good_id)
      .map((line) => ({
        item: itemOf(line),
        quantity: times(exact(line.component_quantity), run.quantity_assembled),
      }))
      .filter(({ item }) => item.kind !== 'good' || !habits.has('counts inner bundles')),
  }))
  const count = (item: Component, amount: Fraction, event: EventId | ''): Draft => {
    return () => ({
      kind: 'stock',
      item,
      measure: '',
      eventId: event,
      change: { type: 'count', amount },
    })
  }
  const shelves = neutral
    ? []
    : [
        ...(input.finished_units ?? []).map((one) =>
          count(unitItem(idOf(one.id)), exact(one.inventory_count), HERE),
        ),
        ...(input.finished_goods ?? []).map((one) =>
          count(goodItem(idOf(one.id)), exact(one.inventory_count), HERE),
        ),
        ...[...onHand(input)].map(([product, quantity]) =>
          count(materialItem(`product ${product}`), exact(quantity), NO_EVENT),
        ),
      ]
  const missed = (input.compositions ?? [])
    .map(itemOf)
    .filter(({ kind }) => kind === 'material' && habits.has('misses what was not counted'))
    .map((item) => count(item, exact(0), NO_EVENT))
  const ofEvent = (one: { readonly event_id: number }): boolean => String(one.event_id) === eventId
  return facts({
    recipes: (input.recipes ?? []).map(({ id }) => recipe(idOf(id))),
    units: (input.finished_units ?? []).map((one) =>
      // A portion without a piece count is one piece a batch to the peer.
      unit(idOf(one.id), idOf(one.recipe_id), one.items_per_batch ?? 1, { order: one.id }),
    ),
    goods: (input.finished_goods ?? []).map(({ id }) =>
      good(
        idOf(id),
        keptLines(id)
          .filter((line) => !habits.has('leaves packaging out') || !isPackaging(line))
          .map((line) => ({ item: itemOf(line), quantity: quantityOf(line, habits) })),
      ),
    ),
    bake: targets(input.production_targets, ofEvent, (one) => [one.recipe_id, one.target_batches]),
    pack: targets(input.assembly_targets, ofEvent, (one) => [
      one.finished_good_id,
      one.target_quantity,
    ]),
    entries: [...missed, ...production, ...assembly, ...shelves],
  })
}

/** What lies in the pantry of each product, in thousandths; it lies there in lots. */
function onHand({ inventory_items = [] }: PeerInput): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { product_id: id, quantity } of inventory_items) {
    sums.set(id, Math.round(((sums.get(id) ?? 0) + quantity) * 1000) / 1000)
  }
  return sums
}

/** A letter first, for an object's keys that look like numbers would be sorted. */
export const idOf = (id: number): string => `no ${id}`

function targets<Target>(
  rows: readonly Target[] | undefined,
  isOwn: (row: Target) => boolean,
  entry: (row: Target) => readonly [number, number],
): Record<string, number> {
  const own = (rows ?? []).filter(isOwn).map(entry)
  return Object.fromEntries(own.map(([id, count]) => [idOf(id), count]))
}

const isPackaging = (line: PeerLine): boolean => line.packaging_product_id !== undefined

function itemOf(line: PeerLine): Component {
  if (line.finished_unit_id !== undefined) return unitItem(idOf(line.finished_unit_id))
  if (line.finished_good_id !== undefined) return goodItem(idOf(line.finished_good_id))
  return line.packaging_product_id !== undefined
    ? materialItem(`product ${line.packaging_product_id}`)
    : materialItem(`material ${String(line.material_unit_id)}`)
}

function quantityOf(line: PeerLine, habits: ReadonlySet<Habit>): Fraction {
  return habits.has('cuts fractions off')
    ? { n: Math.trunc(line.component_quantity), d: 1 }
    : exact(line.component_quantity)
}

/** The decimal number that was meant: 0.29 is 29/100. */
export function exact(value: number): Fraction {
  const places = String(value).split('.')[1]?.length ?? 0
  return fraction(Math.round(value * 10 ** places), 10 ** places)!
}

function times({ n, d }: Fraction, count: number): Fraction {
  return fraction(n * count, d)!
}

/** The peer's need of each unit: a line's quantity times the bundles, cut off at each level. */
export function peerNeeds(
  { compositions = [] }: PeerInput,
  wanted: readonly (readonly [goodId: number, quantity: number])[],
): Map<number, number> {
  const needs = new Map<number, number>()
  const open = [...wanted]
  for (let next = open.pop(); next; next = open.pop()) {
    const [goodId, quantity] = next
    for (const line of compositions.filter(({ assembly_id }) => assembly_id === goodId)) {
      const count = Math.trunc(line.component_quantity * quantity)
      if (line.finished_unit_id !== undefined) {
        needs.set(line.finished_unit_id, (needs.get(line.finished_unit_id) ?? 0) + count)
      } else if (line.finished_good_id !== undefined && count !== 0) {
        open.push([line.finished_good_id, count])
      }
    }
  }
  return needs
}
