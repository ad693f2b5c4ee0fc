import { describe, expect, test } from 'vitest'
import { batchesFor } from '../../src/domain/batches'
import { boardOf, type Board } from '../../src/domain/board'
import { amountOf, multiply } from '../../src/domain/quantity'
import { readCount } from '../../src/domain/typed'
import { bundleRow, facts, recipeRow } from './facts'
import { batchRows, exact, factsOf, idOf, peerNeeds, progressCases } from './peer'
import type { Habit, PeerCase, PeerRequirements } from './peer'

/**
 * Figures of another program for the same inputs. Where they differ from ours, the difference is one
 * that was chosen: computing with the peer's habit must give the peer's figure.
 */

type Rule =
  | 'P2: lost batches are not done'
  | 'P2: a bundle inside another is not done'
  | 'P3: targets of 0 or less'
  | 'A1: never more than remains'
  | 'A2: inner bundles are taken apart'
  | 'A2: fractions are exact'
  | 'S2: materials are parts'
  | 'S2: what was not counted blocks nothing'
  | 'A6: nothing without lines'
  | 'B1: needs are exact'
  | 'B2: units of different yield'

/** Collects figures; a row that differs needs a reason. */
class Comparison {
  figures = 0
  readonly differing = new Map<string, number>()
  readonly unexplained: string[] = []

  /** One row of figures, each ours and theirs. `explain` is asked only when one differs. */
  row(
    where: string,
    pairs: readonly Pair[],
    explain: () => readonly Rule[] | null | undefined,
  ): void {
    this.figures += pairs.length
    if (pairs.every(agree)) return
    const rules = explain()
    if (!rules || rules.length === 0) {
      this.unexplained.push(`${where}: ${JSON.stringify(pairs)}`)
      return
    }
    const name = rules.join(' + ')
    this.differing.set(name, (this.differing.get(name) ?? 0) + 1)
  }
}

type Pair = readonly [ours: unknown, theirs: unknown, within?: number]

function agree([ours, theirs, within]: Pair): boolean {
  if (within === undefined) return ours === theirs
  return Math.abs((ours as number) - (theirs as number)) <= within + 1e-9
}

const rounded = { row: 0.011, side: 0.021 }

const cases = [...progressCases('progress.json'), ...progressCases('christmas.json')]
const events = cases.flatMap((peer) =>
  Object.keys(peer.output).map((eventId) => {
    const output = peer.output[eventId]!
    return { peer, eventId, output, where: `${peer.id} event ${eventId}` }
  }),
)
type EventOf = (typeof events)[number]

const boards = new Map<EventOf, Board>(
  events.map((event) => [event, boardOf(factsOf(event.peer, event.eventId))]),
)

function boardWith({ peer, eventId }: EventOf, habits: readonly Habit[], asked?: number): Board {
  return boardOf(factsOf(peer, eventId, new Set(habits), asked))
}

/** All choices among some habits, the smallest first. */
function choices<One>(of: readonly One[]): One[][] {
  const all = of.reduce<One[][]>(
    (sets, one) => [...sets, ...sets.map((set) => [...set, one])],
    [[]],
  )
  return all.sort((a, b) => a.length - b.length)
}

function runsOf({ peer, eventId }: EventOf) {
  const own = ({ event_id }: { readonly event_id: number | null }): boolean =>
    String(event_id) === eventId
  return {
    production: (peer.input.production_runs ?? []).filter(own),
    assembly: (peer.input.assembly_runs ?? []).filter(own),
  }
}

function productionRows(comparison: Comparison): void {
  for (const event of events) {
    const { output, where } = event
    const board = boards.get(event)!
    comparison.row(where, [[board.recipes.length, output.production_progress.length]], () => null)
    for (const theirs of output.production_progress) {
      const pairs = (from: Board): Pair[] => {
        const ours = recipeRow(from, idOf(theirs.recipe_id))
        const needs = output.remaining_production_needs[theirs.recipe_id]
        const good = ours.pieces.reduce((sum, pieces) => sum + pieces.good, 0)
        return [
          [ours.targetBatches, theirs.target_batches],
          [ours.completedBatches, theirs.completed_batches],
          [ours.remainingBatches, theirs.remaining_batches],
          [ours.remainingBatches, needs],
          [ours.overageBatches, theirs.overage_batches],
          [ours.progressPercent, theirs.progress_percent, rounded.row],
          [ours.isComplete, theirs.is_complete],
          [good, theirs.produced_yield],
        ]
      }
      comparison.row(`${where} recipe ${theirs.recipe_id}`, pairs(board), () => {
        const isLost = runsOf(event).production.some(
          (run) => run.recipe_id === theirs.recipe_id && run.actual_yield === 0,
        )
        return isLost && pairs(boardWith(event, ['counts lost batches'])).every(agree)
          ? ['P2: lost batches are not done']
          : null
      })
    }
  }
}

function assemblyRows(comparison: Comparison): void {
  for (const event of events) {
    const { output, where } = event
    if ('error' in output.assembly_progress) {
      const { error } = output.assembly_progress
      comparison.row(where, [[null, error]], () => {
        const hasZero = boards.get(event)!.bundles.some((row) => row.targetQuantity === 0)
        return hasZero && error.type === 'ZeroDivisionError' ? ['P3: targets of 0 or less'] : null
      })
      continue
    }
    const board = boards.get(event)!
    comparison.row(where, [[board.bundles.length, output.assembly_progress.length]], () => null)
    for (const theirs of output.assembly_progress) {
      const pairs = (from: Board): Pair[] => {
        const ours = bundleRow(from, idOf(theirs.finished_good_id))
        return [
          [ours.targetQuantity, theirs.target_quantity],
          [ours.assembledQuantity, theirs.assembled_quantity],
          [ours.progressPercent, theirs.progress_percent, rounded.row],
          [ours.isComplete, theirs.is_complete],
        ]
      }
      comparison.row(`${where} bundle ${theirs.finished_good_id}`, pairs(board), () => {
        const holders = new Set(
          (event.peer.input.compositions ?? [])
            .filter((line) => line.finished_good_id === theirs.finished_good_id)
            .map((line) => line.assembly_id),
        )
        const isInside = runsOf(event).assembly.some((run) => holders.has(run.finished_good_id))
        return isInside && pairs(boardWith(event, ['counts inner bundles'])).every(agree)
          ? ['P2: a bundle inside another is not done']
          : null
      })
    }
  }
}

/** What the peer does otherwise when it asks how many can be packed, and the rule that it goes against. */
const PACKING = new Map<Habit | 'packs up to the target' | 'packs what has no lines', Rule>([
  ['takes no bundle apart', 'A2: inner bundles are taken apart'],
  ['cuts fractions off', 'A2: fractions are exact'],
  ['leaves packaging out', 'S2: materials are parts'],
  ['misses what was not counted', 'S2: what was not counted blocks nothing'],
  ['packs up to the target', 'A1: never more than remains'],
  ['packs what has no lines', 'A6: nothing without lines'],
])

function availableRows(comparison: Comparison): void {
  for (const event of events) {
    const { output, where } = event
    if ('error' in output.assembly_progress) continue
    const board = boards.get(event)!
    for (const theirs of output.assembly_progress) {
      const id = theirs.finished_good_id
      const ours = bundleRow(board, idOf(id)).availableToAssemble
      const pair: Pair = [ours, theirs.available_to_assemble]
      comparison.row(`${where} bundle ${id} available`, [pair], () => {
        if (theirs.target_quantity <= 0) {
          return ours === 0 && theirs.available_to_assemble === theirs.target_quantity
            ? ['P3: targets of 0 or less']
            : null
        }
        const habits = choices([...PACKING.keys()]).find(
          (chosen) => availableBy(event, id, new Set(chosen)) === theirs.available_to_assemble,
        )
        return habits ? habits.map((habit) => PACKING.get(habit)!) : null
      })
    }
  }
}

/** How many bundles could be packed by the peer's habits that are named, and by our rules otherwise. */
function availableBy({ peer, eventId }: EventOf, id: number, habits: ReadonlySet<string>): number {
  const changed = factsOf(peer, eventId, habits as ReadonlySet<Habit>, id)
  const row = bundleRow(boardOf(changed), idOf(id))
  const hasLines = changed.goods.some((good) => good.id === idOf(id) && good.lines.length > 0)
  if (habits.has('packs what has no lines') && !hasLines) return row.targetQuantity
  return Math.min(
    habits.has('packs up to the target') ? row.targetQuantity : row.remainingQuantity,
    row.buildable,
  )
}

function summaries(comparison: Comparison): void {
  for (const event of events) {
    const { output, where } = event
    const { overall, event_overall: counts } = output
    const countPairs = ({ overall: ours, recipes, bundles }: Board): Pair[] => [
      [ours.productionTargets, counts.production_targets_count],
      [ours.productionComplete, counts.production_complete_count],
      [recipes.every((row) => row.isComplete), counts.production_complete],
      [ours.assemblyTargets, counts.assembly_targets_count],
      [ours.assemblyComplete, counts.assembly_complete_count],
      [bundles.every((row) => row.isComplete), counts.assembly_complete],
    ]
    const pairs = (board: Board): Pair[] => {
      if ('error' in overall) return [[null, overall.error]]
      const ours = board.overall
      return [
        [ours.productionPercent, overall.production_percent, rounded.side],
        [ours.assemblyPercent, overall.assembly_percent, rounded.side],
        [ours.overallPercent, overall.overall_percent, rounded.side],
        [ours.status, overall.status],
        [ours.productionTargets, overall.production_targets],
        [ours.productionComplete, overall.production_complete],
        [ours.assemblyTargets, overall.assembly_targets],
        [ours.assemblyComplete, overall.assembly_complete],
      ]
    }
    const board = boards.get(event)!
    comparison.row(`${where} counts`, countPairs(board), () => byDone(event, countPairs))
    comparison.row(`${where} overall`, pairs(board), () => {
      if ('error' in overall) {
        const hasZero = board.bundles.some((row) => row.targetQuantity === 0)
        return hasZero ? ['P3: targets of 0 or less'] : null
      }
      const rules = byDone(event, pairs)
      if (rules) return rules
      return byDone(event, (from) => [
        [meanWithAll(from, 'both'), overall.overall_percent, rounded.side],
        [meanWithAll(from, 'production'), overall.production_percent, rounded.side],
        [meanWithAll(from, 'assembly'), overall.assembly_percent, rounded.side],
        ...pairs(from).slice(3),
      ])?.concat('P3: targets of 0 or less')
    })
  }
}

/** The mean of a side as the peer takes it, in which a target of 0 or less counts as a row of 0 %. */
function meanWithAll(board: Board, side: 'production' | 'assembly' | 'both'): number {
  if (side === 'both') {
    return (meanWithAll(board, 'production') + meanWithAll(board, 'assembly')) / 2
  }
  const rows = side === 'production' ? board.recipes : board.bundles
  return rows.reduce((sum, row) => sum + Math.min(100, row.progressPercent), 0) / rows.length
}

const DONE = new Map<Habit, Rule>([
  ['counts lost batches', 'P2: lost batches are not done'],
  ['counts inner bundles', 'P2: a bundle inside another is not done'],
])

/** The habits of counting what is done that bring the peer's figures, the fewest. */
function byDone(event: EventOf, pairs: (board: Board) => readonly Pair[]): Rule[] | null {
  const habits = choices([...DONE.keys()]).find((chosen) =>
    pairs(boardWith(event, chosen)).every(agree),
  )
  return habits ? habits.map((habit) => DONE.get(habit)!) : null
}

function requirements(
  comparison: Comparison,
  where: string,
  peer: Pick<PeerCase, 'input' | 'scope_neutral'>,
  wanted: readonly (readonly [number, number])[],
  theirs: PeerRequirements,
): void {
  const board = boardOf(
    factsOf(
      {
        ...peer,
        input: {
          ...peer.input,
          assembly_targets: wanted.map(([id, quantity]) => ({
            event_id: 1,
            finished_good_id: id,
            target_quantity: quantity,
          })),
        },
      },
      '1',
    ),
  )
  const ourUnits = new Map(
    board.plan.flatMap(({ units }) => units.map((unit) => [unit.unitId as string, unit] as const)),
  )
  const theirUnits = new Map(theirs.units)
  const calculated = peerNeeds(peer.input, wanted)
  const isDoubted = wanted.some(([, quantity]) => quantity <= 0)
  for (const { id } of peer.input.finished_units ?? []) {
    const ours = ourUnits.get(idOf(id))?.need ?? 0
    const need = theirUnits.get(id) ?? 0
    comparison.row(`${where} unit ${id}`, [[ours, need]], () => {
      if (isDoubted && need < 0) return ['P3: targets of 0 or less']
      return typeof ours !== 'number' && calculated.get(id) === need
        ? ['B1: needs are exact']
        : null
    })
  }
  for (const row of theirs.recipes) {
    const plan = board.plan.find(({ recipeId }) => recipeId === idOf(row.recipe_id))
    const units = plan?.units ?? []
    comparison.row(`${where} recipe ${row.recipe_id}`, [[plan?.batchesNeeded, row.batches]], () => {
      if (isDoubted && row.units_needed < 0) return ['P3: targets of 0 or less']
      const hasParts = units.some(({ need }) => typeof need !== 'number')
      const yields = new Set(units.map(({ itemsPerBatch }) => itemsPerBatch))
      const isTheirs =
        yields.has(row.yield_per_batch) &&
        batchesFor([{ need: row.units_needed, itemsPerBatch: row.yield_per_batch }], true) ===
          row.batches
      if (!isTheirs) return null
      return yields.size > 1
        ? ['B2: units of different yield']
        : hasParts
          ? ['B1: needs are exact']
          : null
    })
  }
}

function allRequirements(comparison: Comparison): void {
  for (const { peer, eventId, output, where } of events) {
    if (!output.batch_requirements) continue
    const wanted = (peer.input.assembly_targets ?? [])
      .filter(({ event_id }) => String(event_id) === eventId)
      .map((target) => [target.finished_good_id, target.target_quantity] as const)
    requirements(comparison, where, peer, wanted, output.batch_requirements)
  }
  for (const row of batchRows('requirements')) {
    const peer = { input: row.input, scope_neutral: true }
    requirements(comparison, row.id, peer, row.requirements, row.result)
  }
}

describe('figures of the peer are ours, or differ by a rule of ours,', () => {
  test.each<{
    readonly subject: string
    readonly collect: (comparison: Comparison) => void
    readonly figures: number
    readonly differing: Readonly<Record<string, number>>
  }>([
    {
      subject: 'production progress',
      collect: productionRows,
      figures: 5235,
      differing: { 'P2: lost batches are not done': 56 },
    },
    {
      subject: 'assembly progress',
      collect: assemblyRows,
      figures: 2139,
      differing: {
        'P2: a bundle inside another is not done': 61,
        'P3: targets of 0 or less': 2,
      },
    },
    {
      subject: 'what is available to assemble',
      collect: availableRows,
      figures: 488,
      differing: {
        'A1: never more than remains': 105,
        'A2: inner bundles are taken apart': 25,
        'A2: fractions are exact + A1: never more than remains': 1,
        'A6: nothing without lines': 11,
        'P3: targets of 0 or less': 1,
        'S2: materials are parts + A1: never more than remains': 2,
        'S2: materials are parts + A6: nothing without lines': 3,
        'S2: what was not counted blocks nothing': 1,
      },
    },
    {
      subject: 'overall progress',
      collect: summaries,
      figures: 2604,
      differing: {
        'P2: lost batches are not done': 34,
        'P2: a bundle inside another is not done': 39,
        'P2: lost batches are not done + P2: a bundle inside another is not done': 6,
        'P2: lost batches are not done + P3: targets of 0 or less': 1,
        'P3: targets of 0 or less': 2,
      },
    },
    {
      subject: 'needs and batches',
      collect: allRequirements,
      figures: 1957,
      differing: {
        'B1: needs are exact': 9,
        'B2: units of different yield': 95,
        'P3: targets of 0 or less': 2,
      },
    },
  ])('$figures of $subject', ({ collect, figures, differing }) => {
    const comparison = new Comparison()
    collect(comparison)
    expect(comparison.unexplained).toEqual([])
    expect(Object.fromEntries(comparison.differing)).toEqual(differing)
    expect(comparison.figures).toBe(figures)
  })

  test('from 187 events of 106 cases', () => {
    expect(cases).toHaveLength(106)
    expect(events).toHaveLength(187)
  })
})

describe('batches are those of the peer', () => {
  const plan = (need: number, itemsPerBatch: number, chosen?: number) =>
    boardOf(
      facts({
        yields: { cookie: itemsPerBatch },
        loose: { cookie: need },
        ...(chosen === undefined ? {} : { bake: { cookie: chosen } }),
      }),
    ).plan[0]!

  test.each(batchRows('calculate').filter(({ units_needed: need }) => need >= 0))(
    '$id: $units_needed at $yield_per_batch a batch',
    (row) => {
      const { batchesNeeded, units } = plan(row.units_needed, row.yield_per_batch)
      const { batches, waste_units: surplus } = row.result
      expect([batchesNeeded, units[0]!.surplus]).toEqual([batches, surplus])
    },
  )

  test('a wish below 0 needs none, and its surplus is no surplus', () => {
    const below = batchRows('calculate').filter(({ units_needed: need }) => need < 0)
    expect(below.map((row) => [row.units_needed, row.result.batches])).toEqual([[-5, 0]])
    const { batchesNeeded, units } = plan(-5, 24)
    expect([batchesNeeded, units[0]!.surplus]).toEqual([0, 0])
  })

  test.each(batchRows('no yield'))('$id: a yield of $yield_per_batch is refused', (row) => {
    expect(readCount(String(row.yield_per_batch), 'itemsPerBatch')).toMatchObject({
      refused: 'not a count',
    })
    expect(row.result.error.type).toBe('ValueError')
  })

  test.each(batchRows('waste'))('$id: $batches batches for $units_needed pieces', (row) => {
    const { units } = plan(row.units_needed, row.yield_per_batch, row.batches)
    expect(units[0]!.surplus).toBe(row.result.waste_units)
  })

  test.each(batchRows('shortfall'))('$id: whether $batches are short', (row) => {
    const { batchesNeeded } = plan(row.quantity_needed, row.yield_per_batch)
    expect(row.batches < batchesNeeded!).toBe(row.result.is_shortfall)
  })

  // Tenths and hundredths are counted as wholes, which a number of pieces always is.
  test.each(batchRows('decimal'))('$id: $units_needed at $yield_per_batch a batch', (row) => {
    const need = multiply(amountOf(exact(row.units_needed)), 1000)
    const itemsPerBatch = multiply(amountOf(exact(row.yield_per_batch)), 1000) as number
    expect(batchesFor([{ need, itemsPerBatch }], true)).toBe(row.result.batches)
  })

  test.each(batchRows('bigint'))(
    '$id: $units_needed is refused, where the peer is short',
    (row) => {
      expect(readCount(row.units_needed, 'quantity')).toMatchObject({ refused: 'not a count' })
      const need = { n: BigInt(row.units_needed), d: 1n }
      expect(batchesFor([{ need, itemsPerBatch: Number(row.yield_per_batch) }], true)).toEqual({
        refused: 'out of range',
      })
    },
  )

  test('in 86 rows', () => {
    const kinds = ['calculate', 'no yield', 'waste', 'shortfall', 'decimal', 'bigint'] as const
    expect(kinds.map((kind) => batchRows(kind).length)).toEqual([47, 3, 8, 10, 15, 3])
  })
})
