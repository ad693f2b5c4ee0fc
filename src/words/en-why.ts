import type { CureStep, GainStep, PackingStep } from '../domain/behind'
import { formatsOf } from './format'

const { amount, list } = formatsOf('en')

const part = (name: string): string => (name === '' ? 'unknown part' : name)

/** What stands behind the answers of the board. */
export const why = {
  packing: ({ name, each, there, gives }: PackingStep): string =>
    there === null || gives === null
      ? `${part(name)}: not counted, so it limits nothing`
      : `${part(name)}: ${amount(there)} there ÷ ${amount(each)} = ${amount(gives)}`,
  taken: ({ name, taken }: PackingStep): string =>
    `${part(name)}: ${list(taken.map((one) => `${amount(one.amount)} for ${part(one.name)}`))} first`,
  inner: (name: string) => `${part(name)}: more of it is put together from its own parts`,
  toGo: (left: number) => `To go: ${amount(left)}`,
  cure: ({ unitName, lack, coming, short, itemsPerBatch }: CureStep): string =>
    `${part(unitName)}: ${amount(lack)} missing − ${amount(coming)} from planned batches = ${amount(short)} short, ${amount(itemsPerBatch)} a batch`,
  gain: ({ recipeName, pieces, now, then }: GainStep): string =>
    `${recipeName}, 1 batch: ${list(pieces.map(({ unitName, count }) => `${amount(count)} × ${part(unitName)}`))}. Can be packed: ${amount(now)} now, ${amount(then)} with it`,
  noneAlone: 'No single batch helps alone.',
}

export type WhyWords = typeof why
