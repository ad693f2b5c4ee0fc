import type { WallWords } from './en-wall'
import { formatsOf } from './format'

const { amount, number, plural } = formatsOf('es')

export const wall: WallWords = {
  title: 'Modo pared',
  now: (count) => plural(count, { one: 'se puede empacar ya', other: 'se pueden empacar ya' }),
  thereNow: (count) => plural(count, { one: 'lista ya', other: 'listas ya' }),
  page: (one, all) => `${amount(one)} de ${amount(all)}`,
  exit: 'Salir',
  leave: 'Dejar la pared',
  stay: 'Quedarse',
  distance: 'Se lee a una distancia de',
  metres: (distance) => `${number(distance)} m`,
  dim: 'Atenuar cuando no haya nadie durante',
  minutes: (minutes) => `${amount(minutes)} min`,
  never: 'Nunca',
  dimmed: 'Atenuada. Tócala para verla con brillo.',
  awake: {
    on: 'Pantalla siempre encendida',
    off: 'Pantalla siempre encendida: ahora no',
    refused: 'El dispositivo se niega a mantener la pantalla encendida: mira su batería.',
    unsupported:
      'Este navegador no puede mantener la pantalla encendida: elige un tiempo más largo en los ajustes del dispositivo.',
  },
}
