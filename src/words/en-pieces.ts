import type { Foresight, Owed } from '../domain/foresight'
import type { Surprise } from '../domain/pieces'
import { negate, type Amount } from '../domain/quantity'
import { formatsOf } from './format'

const { amount, list, plural } = formatsOf('en')

/** What became of pieces beside baking and packing, and what undoing would take. */
export const pieces = {
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
  record: 'Record',
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

export type PieceWords = typeof pieces
