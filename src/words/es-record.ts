import type { RecordWords } from './en-record'
import type { LossReason } from '../domain/model'
import { negate } from '../domain/quantity'
import { formatsOf } from './format'

const { amount, list, plural } = formatsOf('es')

const pieces = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'pieza', other: 'piezas' })}`
const good = (count: number): string => plural(count, { one: 'buena', other: 'buenas' })

const reasons: Record<LossReason, string> = {
  burnt: 'Se quemaron',
  broken: 'Se rompieron',
  dropped: 'Se cayeron',
  'wrong ingredients': 'Ingredientes equivocados',
  contaminated: 'Se contaminaron',
  other: 'Otro motivo',
}

export const record: RecordWords = {
  record: 'Registrar',
  who: 'Quién (si quieres)',
  bake: {
    title: (name) => `Horneado: ${name}`,
    batches: 'Tandas',
    goodOf: (unit) => `Piezas buenas: ${unit}`,
    expected: (count) =>
      `${amount(count)} ${plural(count, { one: 'prevista', other: 'previstas' })}`,
    lostBatches: 'De ellas, perdidas por completo',
    reason: '¿Por qué se perdieron piezas?',
    choose: 'Elige…',
    reasons,
  },
  pack: {
    title: (name) => `Empacado: ${name}`,
    quantity: 'Cantidad',
  },
  history: {
    title: 'Historial',
    empty: 'Aún no hay nada registrado. Lo que registres en Hornear y Empacar aparece aquí.',
    more: 'Ver anteriores',
    detail: (entry) => {
      if (entry.kind !== 'production') return ''
      const came = entry.pieces.reduce((sum, piece) => sum + piece.good, 0)
      const expected = entry.pieces.reduce((sum, piece) => sum + piece.expected, 0)
      if (came === expected) return `${pieces(came)} ${good(came)}`
      const reason = entry.reason ? `, ${reasons[entry.reason].toLowerCase()}` : ''
      return `${amount(came)} de ${pieces(expected)} ${good(expected)}${came < expected ? reason : ''}`
    },
    whoWhen: (by, device, time) => [by, device, time].filter((part) => part !== '').join(' · '),
    undoneBy: (by, time) => (by === '' ? `Deshecho: ${time}` : `Deshecho por ${by}: ${time}`),
  },
  title: (name) => `Piezas: ${name}`,
  without: (name) => `Sin una tanda: ${name}`,
  withoutPacking: 'Sin empacar',
  ask: '¿Qué pasó?',
  surprises: {
    burnt: 'Se quemaron',
    broken: 'Se rompieron',
    dropped: 'Se cayeron',
    eaten: 'Se comieron',
    given: 'Se entregaron',
    other: 'Se perdieron',
    brought: 'Del congelador',
    made: 'Hechas aparte',
    bought: 'Compradas',
    counted: 'Contar otra vez',
  },
  reasonOf: (surprise, name) => `${surprise} – ${name}`,
  howMany: '¿Cuántas?',
  howManyThere: '¿Cuántas hay?',
  another: 'Otra cosa',
  half: (count) => `Media tanda: ${amount(count)}`,
  batch: (count) => `1 tanda: ${amount(count)}`,
  there: (count) => `Ahora hay ${amount(count)}`,
  change: ({ now, then }) => `Ahora hay ${amount(now)}, después ${amount(then)}`,
  back: 'Borrar la última cifra',
  filter: {
    kind: 'Qué',
    subject: 'De qué',
    by: 'Quién',
    everything: 'Todo',
    kinds: { baked: 'Horneado', packed: 'Empacado', pieces: 'Piezas' },
    count: (count, all) =>
      `${amount(count)} de ${amount(all)} ${plural(all, { one: 'registro', other: 'registros' })}`,
  },
  undoAsk: (what, owed) =>
    `¿Deshacer «${what}»? Una parte ya está empacada o ya no está. ${plural(owed.length, { one: 'Quedaría', other: 'Quedarían' })} ${list(
      owed.map(
        (one) =>
          `${one.name === '' ? 'algo desconocido' : one.name} −${amount(negate(one.amount))}`,
      ),
    )}.`,
  undoYes: 'Deshacer de todos modos',
  undoNo: 'Dejarlo',
}
