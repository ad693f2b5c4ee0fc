import { countdown } from './countdown'
import { formatsOf } from './format'

const { amount } = formatsOf('en')

const span = (minutes: number): string =>
  minutes < 60
    ? `${amount(minutes)} min`
    : `${amount(Math.floor(minutes / 60))} h ${amount(minutes % 60)} min`
const batch = (one: number, target: number): string =>
  one <= target ? `${amount(one)} of ${amount(target)}` : `batch ${amount(one)}`
const label = (name: string, one: number, target: number): string =>
  `${name === '' ? 'Unknown recipe' : name} ${batch(one, target)}`

export const timers = {
  title: 'Timers',
  batch,
  label,
  countdown,
  unknown: 'Unknown recipe',
  rang: (minutes: number) => (minutes === 0 ? 'rang just now' : `rang ${span(minutes)} ago`),
  new: {
    title: (name: string) => `Timer: ${name === '' ? 'Unknown recipe' : name}`,
    minutes: 'Minutes',
    min: 'min',
    back: 'Delete the last digit',
    start: (minutes: number) => `Start ${span(minutes)}`,
    startAny: 'Start',
    cancel: 'Cancel',
    closed:
      'It rings while this page is open. A closed page or a sleeping screen cannot ring: when you come back, it says how long ago it rang.',
  },
  ringing: {
    ready: (name: string, one: number, target: number) => `${label(name, one, target)} is ready`,
    record: 'Record the batch',
    more: '2 more minutes',
    stop: 'Stop, record nothing',
    also: 'Also ready',
    mute: 'No sound: after a reload a page may sound only once it was touched.',
  },
  list: {
    open: 'Timers',
    close: 'Close',
    more: '+2 min',
    moreOf: (what: string) => `+2 min for ${what}`,
    record: 'Record the batch',
    recordOf: (what: string) => `Record the batch: ${what}`,
    stop: 'Stop',
    stopOf: (what: string) => `Stop: ${what}`,
    stopAsk: (what: string) => `Stop the timer of ${what}? Nothing is recorded.`,
    stopYes: 'Stop it',
    stopNo: 'Let it run',
  },
}

export type TimersWords = typeof timers
