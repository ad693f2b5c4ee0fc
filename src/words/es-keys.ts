import type { KeyWords } from './en-keys'

export const keys: KeyWords = {
  title: 'Con teclado, pedal o mando',
  rows: {
    next: 'A la tarjeta siguiente',
    previous: 'A la tarjeta anterior',
    plusOne: 'Registrar uno más en esta tarjeta',
    undo: 'Deshacer lo último registrado',
    move: 'Al botón o campo siguiente',
    help: 'Esta ayuda',
  },
  note: 'Una tecla apretada cuenta una sola vez. En campos y preguntas, las teclas hacen lo de siempre.',
  close: 'Cerrar',
}
