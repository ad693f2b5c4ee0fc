import type { WhyWords } from './en-why'
import { formatsOf } from './format'

const { amount, list, plural } = formatsOf('es')

const part = (name: string): string => (name === '' ? 'parte desconocida' : name)

export const why: WhyWords = {
  packing: ({ name, each, there, gives }) =>
    there === null || gives === null
      ? `${part(name)}: sin contar, así que no limita nada`
      : `${part(name)}: hay ${amount(there)} ÷ ${amount(each)} = ${amount(gives)}`,
  taken: ({ name, taken }) =>
    `${part(name)}: antes ${list(taken.map((one) => `${amount(one.amount)} para ${part(one.name)}`))}`,
  inner: (name) => `${part(name)}: se arman más con sus propias partes`,
  toGo: (left) => `Por hacer: ${amount(left)}`,
  cure: ({ unitName, lack, coming, short, itemsPerBatch }) =>
    `${part(unitName)}: ${plural(lack, { one: 'falta', other: 'faltan' })} ${amount(lack)} − ${amount(coming)} de las tandas del plan = ${amount(short)}; ${amount(itemsPerBatch)} por tanda`,
  gain: ({ recipeName, pieces, now, then }) =>
    `${recipeName}, 1 tanda: ${list(pieces.map(({ unitName, count }) => `${amount(count)} × ${part(unitName)}`))}. Se pueden empacar: ${amount(now)} ya, ${amount(then)} con ella`,
  noneAlone: 'Ninguna tanda sola ayuda.',
}
