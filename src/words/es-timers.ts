import { countdown } from './countdown'
import type { TimersWords } from './en-timers'
import { formatsOf } from './format'

const { amount } = formatsOf('es')

const span = (minutes: number): string =>
  minutes < 60
    ? `${amount(minutes)} min`
    : `${amount(Math.floor(minutes / 60))} h y ${amount(minutes % 60)} min`
const batch = (one: number, target: number): string =>
  one <= target ? `${amount(one)} de ${amount(target)}` : `tanda ${amount(one)}`
const label = (name: string, one: number, target: number): string =>
  `${name === '' ? 'Receta desconocida' : name} ${batch(one, target)}`

export const timers: TimersWords = {
  title: 'Minuteros',
  batch,
  label,
  countdown,
  unknown: 'Receta desconocida',
  rang: (minutes) => (minutes === 0 ? 'acaba de sonar' : `sonó hace ${span(minutes)}`),
  new: {
    title: (name) => `Minutero: ${name === '' ? 'Receta desconocida' : name}`,
    minutes: 'Minutos',
    min: 'minutos',
    back: 'Borrar la última cifra',
    start: (minutes) => `Iniciar ${span(minutes)}`,
    startAny: 'Iniciar',
    cancel: 'Cancelar',
    closed:
      'Suena mientras esta página esté abierta. Una página cerrada o una pantalla dormida no puede sonar: al volver, dice hace cuánto sonó.',
  },
  ringing: {
    ready: (name, one, target) => `Está lista: ${label(name, one, target)}`,
    record: 'Registrar la tanda',
    more: '2 minutos más',
    stop: 'Parar sin registrar nada',
    also: 'También lista',
    mute: 'Sin sonido: tras recargar, una página solo puede sonar después de tocarla.',
  },
  list: {
    open: 'Minuteros',
    close: 'Cerrar',
    more: '+2 minutos',
    moreOf: (what) => `+2 minutos para ${what}`,
    record: 'Registrar la tanda',
    recordOf: (what) => `Registrar la tanda: ${what}`,
    stop: 'Parar',
    stopOf: (what) => `Parar: ${what}`,
    stopAsk: (what) => `¿Parar el minutero de ${what}? No se registra nada.`,
    stopYes: 'Parar',
    stopNo: 'Que siga',
  },
}
