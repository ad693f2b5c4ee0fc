import * as fc from 'fast-check'
import type { Kinds, RowKind } from '../../src/domain/copies'
import type { Entry, WriterId, Written } from '../../src/domain/model'
import { whole } from '../../src/domain/quantity'
import { HERE, HOLIDAY, facts, goodItem, materialItem, unitItem } from './facts'

// What happens in a kitchen with several devices that only now and then hear of each other.

/** Something that one device does. `pick` chooses among what it knows. */
type Step =
  | { readonly does: 'say'; readonly device: number; readonly said: Saying }
  | { readonly does: 'undo'; readonly device: number; readonly pick: number }
  | {
      readonly does: 'write'
      readonly device: number
      readonly pick: number
      readonly count: number
    }
  | { readonly does: 'hide'; readonly device: number; readonly pick: number }
  | { readonly does: 'hear'; readonly device: number; readonly from: number }

export interface History {
  /** How wrong each device's clock is, in milliseconds: as many devices as there are clocks. */
  readonly clocks: readonly number[]
  readonly steps: readonly Step[]
  /** In which order the devices hear of all others in the end. */
  readonly order: readonly number[]
}

type Saying = Entry extends infer One
  ? One extends Entry
    ? Omit<One, 'at' | 'stamp' | 'by' | 'eventId' | 'writer' | 'seq'>
    : never
  : never

/** The rows that every device begins with. */
export const BEGINNING = facts({
  ...HOLIDAY,
  bundles: { bag: { cookie: 6, brownie: 3, ribbon: 1 } },
  materials: ['ribbon'],
  loose: { cookie: 20 },
})

const DAY = 86_400_000
const amount = fc.integer({ min: 0, max: 60 }).map(whole)
const change = fc.oneof(
  fc.record({ type: fc.constant('count' as const), amount }),
  fc.record({
    type: fc.constant('change' as const),
    amount: fc.integer({ min: -30, max: 60 }).map(whole),
    reason: fc.constantFrom('brought' as const, 'eaten' as const, 'given' as const),
  }),
)
const saying: fc.Arbitrary<Saying> = fc.oneof(
  fc
    .record({
      of: fc.constantFrom('cookie', 'brownie'),
      batches: fc.integer({ min: 1, max: 3 }),
      good: fc.integer({ min: 0, max: 60 }),
    })
    .map(({ of, batches, good }): Saying => ({
      kind: 'production',
      recipeId: of as never,
      batches,
      pieces: [{ unitId: of as never, good, expected: 48 * batches }],
      reason: null,
    })),
  fc.integer({ min: 1, max: 12 }).map((quantity): Saying => ({
    kind: 'assembly',
    goodId: 'bag' as never,
    quantity,
    used: BEGINNING.goods[0]!.lines.map((line) => ({
      item: line.item,
      quantity: whole(line.quantity.n * quantity),
    })),
  })),
  fc
    .record({
      item: fc.constantFrom(
        unitItem('cookie'),
        unitItem('brownie'),
        goodItem('bag'),
        materialItem('ribbon'),
      ),
      change,
    })
    .map((said): Saying => ({ kind: 'stock', measure: '', ...said })),
)

/** Histories on 2 to 5 devices whose clocks are up to a day wrong. */
export function someHistory(most = 40): fc.Arbitrary<History> {
  return fc.integer({ min: 2, max: 5 }).chain((devices) => {
    const device = fc.nat(devices - 1)
    const pick = fc.nat(1000)
    const step: fc.Arbitrary<Step> = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({ does: fc.constant('say' as const), device, said: saying }),
      },
      { weight: 1, arbitrary: fc.record({ does: fc.constant('undo' as const), device, pick }) },
      {
        weight: 2,
        arbitrary: fc.record({
          does: fc.constant('write' as const),
          device,
          pick,
          count: fc.integer({ min: 1, max: 9 }),
        }),
      },
      { weight: 1, arbitrary: fc.record({ does: fc.constant('hide' as const), device, pick }) },
      {
        weight: 3,
        arbitrary: fc.record({ does: fc.constant('hear' as const), device, from: device }),
      },
    )
    return fc.record({
      clocks: fc.array(fc.integer({ min: -DAY, max: DAY }), {
        minLength: devices,
        maxLength: devices,
      }),
      steps: fc.array(step, { minLength: 5, maxLength: most }),
      order: fc.shuffledSubarray([...Array(devices).keys()], { minLength: devices }),
    })
  })
}

/** The rows of the beginning by kind. */
export const ROWS: { readonly [K in RowKind]: readonly Kinds[K][] } = {
  recipe: BEGINNING.recipes,
  unit: BEGINNING.units,
  good: BEGINNING.goods,
  ingredient: [],
  material: BEGINNING.materials,
  event: [BEGINNING.event],
  productionTarget: BEGINNING.productionTargets,
  assemblyTarget: BEGINNING.assemblyTargets,
  looseTarget: BEGINNING.looseTargets,
}

/** What a device that keeps facts somewhere lets happen. */
export interface Device {
  readonly writer: WriterId
  /** The next place in the order, for this clock. */
  stamp(clock: number): Promise<number>
  entries(): Promise<readonly Entry[]>
  rows<K extends RowKind>(kind: K): Promise<readonly Kinds[K][]>
  add(entry: Entry): Promise<void>
  put<K extends RowKind>(kind: K, row: Kinds[K]): Promise<void>
  hear(other: Device): Promise<void>
}

const EDITED = ['recipe', 'good', 'event', 'productionTarget', 'assemblyTarget'] as const

/**
 * Lets a history happen, and everybody hear of everybody in the end; gives all entries as they were
 * recorded.
 */
export async function live(history: History, devices: readonly Device[]): Promise<Entry[]> {
  const said: Entry[] = []
  const seqs = devices.map(() => 0)
  for (const [time, step] of history.steps.entries()) {
    const device = devices[step.device]!
    const clock = 10 * DAY + time * 60_000 + history.clocks[step.device]!
    const record = async (saying: Saying): Promise<void> => {
      const stamp = await device.stamp(clock)
      const seq = ++seqs[step.device]!
      const key = { writer: device.writer, seq, at: clock, stamp, by: '', eventId: HERE }
      const entry = { ...key, ...saying } as Entry
      said.push(entry)
      await device.add(entry)
    }
    const rewrite = async (pick: number, change: (row: Written) => object): Promise<void> => {
      const kind = EDITED[pick % EDITED.length]!
      const rows = await device.rows(kind)
      const row = rows[pick % rows.length]!
      const written = { stamp: await device.stamp(clock), writer: device.writer }
      await device.put(kind, { ...row, ...change(row), ...written })
    }
    switch (step.does) {
      case 'say':
        await record(step.said)
        break
      case 'undo': {
        const known = (await device.entries()).filter(({ kind }) => kind !== 'void')
        const target = known[step.pick % Math.max(1, known.length)]
        if (target) {
          await record({ kind: 'void', target: { writer: target.writer, seq: target.seq } })
        }
        break
      }
      case 'write':
        await rewrite(step.pick, (row) => {
          if ('batches' in row) return { batches: step.count }
          return 'quantity' in row ? { quantity: step.count } : { notes: `note ${step.count}` }
        })
        break
      case 'hide':
        await rewrite(step.pick, ({ hidden }) => ({ hidden: !hidden }))
        break
      case 'hear':
        if (step.from !== step.device) await device.hear(devices[step.from]!)
    }
  }
  // Twice round: whoever heard first hears of what the others heard meanwhile.
  for (const to of [...history.order, ...history.order]) {
    for (const from of [...history.order].reverse()) {
      if (from !== to) await devices[to]!.hear(devices[from]!)
    }
  }
  return said
}
