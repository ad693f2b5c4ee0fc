import type { PieceWords } from './en-pieces'
import { negate } from '../domain/quantity'
import { formatsOf } from './format'

const { amount, list, plural } = formatsOf('es')

export const pieces: PieceWords = {
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
  record: 'Registrar',
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
