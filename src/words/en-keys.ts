/** The help sheet for keyboards, pedals and clickers. */
export const keys = {
  title: 'By keyboard, pedal or clicker',
  rows: {
    next: 'To the next card',
    previous: 'To the card before',
    plusOne: 'Record one more on this card',
    undo: 'Undo what was recorded last',
    move: 'To the next button or field',
    help: 'This help',
  },
  note: 'A key that is held down counts once. In fields and questions the keys do what they always do.',
  close: 'Close',
}

export type KeyWords = typeof keys
