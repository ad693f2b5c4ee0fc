import { recordPieces } from '../data/commands/pieces'
import { recordPacking, recordProduction, voidEntry } from '../data/commands/record'
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
  return {
    production: (run: Parameters<typeof recordProduction>[1]) =>
      stored(recordProduction(kitchen, run, recorderHere())),
    packing: (run: Parameters<typeof recordPacking>[1]) =>
      stored(recordPacking(kitchen, run, recorderHere())),
    pieces: (said: Parameters<typeof recordPieces>[1]) =>
      stored(recordPieces(kitchen, said, recorderHere())),
    undo: (key: Parameters<typeof voidEntry>[1]) => stored(voidEntry(kitchen, key, recorderHere())),
  }
}

/** Who records, as typed in a form: nobody need be named. */
export function readRecorder(typed: string): string | Refusal {
  return typed.trim() === '' ? '' : readName(typed)
}

/** Who records, on which device: as the settings of this device say. */
export function recorderHere() {
  return { by: recorderName.read(), device: deviceName.read() }
}

export async function stored(
  command: Promise<null | Refusal>,
): Promise<null | Refusal | undefined> {
  const answer = await saving(command)
  // After the first thing worth keeping, in the wake of a tap: the browser asks nobody without one.
  if (answer === null) void askPersistence()
  return answer
}
