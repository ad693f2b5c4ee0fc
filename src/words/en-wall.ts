import type { Amount } from '../domain/quantity'
import { formatsOf } from './format'

const { amount, number } = formatsOf('en')

export const wall = {
  title: 'Wall mode',
  now: (_count: Amount): string => 'can be packed now',
  thereNow: (_count: Amount): string => 'there now',
  page: (one: number, all: number) => `${amount(one)} of ${amount(all)}`,
  exit: 'Exit',
  leave: 'Leave',
  stay: 'Stay',
  distance: 'Read from a distance of',
  metres: (distance: number) => `${number(distance)} m`,
  dim: 'Dim it when nobody was there for',
  minutes: (minutes: number) => `${amount(minutes)} min`,
  never: 'Never',
  dimmed: 'Dimmed. Touch it to see it bright.',
  awake: {
    on: 'Screen stays on',
    off: 'Screen stays on: not now',
    refused: 'The device refused to keep the screen on: look at its battery.',
    unsupported:
      'This browser cannot keep the screen on: choose a longer time in the settings of the device.',
  },
}

export type WallWords = typeof wall
