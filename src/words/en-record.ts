import type { Foresight, Owed } from '../domain/foresight'
import type { Standing } from '../domain/ledger'
import type { LossReason } from '../domain/model'
import type { Surprise } from '../domain/pieces'
import { negate, type Amount } from '../domain/quantity'
import { formatsOf } from './format'

const { amount, list, plural } = formatsOf('en')

const pieces = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'piece', other: 'pieces' })}`

const reasons = {
  burnt: 'Burnt',
  broken: 'Broken',
  dropped: 'Dropped',
  'wrong ingredients': 'Wrong ingredients',
  contaminated: 'Contaminated',
  other: 'Other',
} satisfies Record<LossReason, string>

/** The forms of what is recorded, what became of pieces, and the list of it all with what undoing would take. */
export const record = {
  record: 'Record',
  who: 'Who (if you like)',
  bake: {
    title: (name: string) => `Baked: ${name}`,
    batches: 'Batches',
    goodOf: (unit: string) => `Good pieces: ${unit}`,
    expected: (count: Amount) => `${amount(count)} expected`,
    lostBatches: 'Of these, lost completely',
    reason: 'Why were pieces lost?',
    choose: 'Choose…',
    reasons,
  },
  pack: {
    title: (name: string) => `Packed: ${name}`,
    quantity: 'How many',
  },
  history: {
    title: 'History',
    empty: 'Nothing recorded yet. What you record on Produce and Assemble is listed here.',
    more: 'Show older',
    /** What came out good, where pieces were lost. */
    detail: (entry: Standing): string => {
      if (entry.kind !== 'production') return ''
      const good = entry.pieces.reduce((sum, piece) => sum + piece.good, 0)
      const expected = entry.pieces.reduce((sum, piece) => sum + piece.expected, 0)
      if (good === expected) return `${pieces(good)} good`
      const reason = entry.reason ? `, ${reasons[entry.reason].toLowerCase()}` : ''
      return `${amount(good)} of ${pieces(expected)} good${good < expected ? reason : ''}`
    },
    whoWhen: (by: string, device: string, time: string): string =>
      [by, device, time].filter((part) => part !== '').join(' · '),
    undoneBy: (by: string, time: string) =>
      by === '' ? `Undone ${time}` : `Undone by ${by} ${time}`,
  },
  title: (name: string) => `Pieces: ${name}`,
  without: (name: string) => `Without a batch: ${name}`,
  withoutPacking: 'Without packing',
  ask: 'What happened?',
  surprises: {
    burnt: 'Burnt',
    broken: 'Broken',
    dropped: 'Dropped',
    eaten: 'Eaten',
    given: 'Handed over',
    other: 'Lost otherwise',
    brought: 'From the freezer',
    made: 'Made extra',
    bought: 'Bought',
    counted: 'Counted again',
  } satisfies Record<Surprise, string>,
  reasonOf: (surprise: string, name: string) => `${surprise}: ${name}`,
  howMany: 'How many?',
  howManyThere: 'How many are there?',
  another: 'Something else',
  half: (count: number) => `Half a batch: ${amount(count)}`,
  batch: (count: number) => `1 batch: ${amount(count)}`,
  there: (count: Amount) => `${amount(count)} there now`,
  change: ({ now, then }: Foresight) => `${amount(now)} there now, then ${amount(then)}`,
  back: 'Delete the last digit',
  filter: {
    kind: 'What',
    subject: 'Of what',
    by: 'Who',
    everything: 'Everything',
    kinds: { baked: 'Baked', packed: 'Packed', pieces: 'Pieces' },
    count: (count: number, all: number) =>
      `${amount(count)} of ${amount(all)} ${plural(all, { one: 'entry', other: 'entries' })}`,
  },
  undoAsk: (what: string, owed: readonly Owed[]) =>
    `Undo “${what}”? Part of it is packed or gone already. There would be ${list(
      owed.map(
        (one) =>
          `${one.name === '' ? 'something unknown' : one.name} −${amount(negate(one.amount))}`,
      ),
    )}.`,
  undoYes: 'Undo anyway',
  undoNo: 'Keep it',
}

export type RecordWords = typeof record
