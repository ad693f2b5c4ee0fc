import { recordHandOver, recordPacking, recordProduction, voidEntry } from '../data/commands/record'
import { saving } from '../live/saving'
import { deviceName, recorderName } from '../platform/local'
import { askPersistence } from '../platform/storage'
import type { Refusal } from '../domain/refusal'
import { readName } from '../domain/typed'
import type { Kitchen } from './kitchen'

/**
 * The recording commands as screens use them: with who records on which device, and with faults
 * told by the frame. Each gives null when it is stored, the refusal otherwise, undefined after a fault.
 */
export function recording(kitchen: Kitchen) {
  const recorder = () => ({ by: recorderName.read(), device: deviceName.read() })
  return {
    production: (run: Parameters<typeof recordProduction>[1]) =>
      stored(recordProduction(kitchen, run, recorder())),
    packing: (run: Parameters<typeof recordPacking>[1]) =>
      stored(recordPacking(kitchen, run, recorder())),
    handOver: (given: Parameters<typeof recordHandOver>[1]) =>
      stored(recordHandOver(kitchen, given, recorder())),
    undo: (key: Parameters<typeof voidEntry>[1]) => stored(voidEntry(kitchen, key, recorder())),
  }
}

/** Who records, as typed in a form: nobody need be named. */
export function readRecorder(typed: string): string | Refusal {
  return typed.trim() === '' ? '' : readName(typed)
}

async function stored(command: Promise<null | Refusal>): Promise<null | Refusal | undefined> {
  const answer = await saving(command)
  // After the first thing worth keeping, in the wake of a tap: the browser asks nobody without one.
  if (answer === null) void askPersistence()
  return answer
}
