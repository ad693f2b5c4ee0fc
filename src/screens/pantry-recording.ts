import { recordBought, recordCount } from '../data/commands/pantry'
import type { Kitchen } from './kitchen'
import { recorderHere, stored } from './recording'

/** The commands of shop and pantry as screens use them; see `recording`. */
export function pantryRecording(kitchen: Kitchen) {
  return {
    bought: (bought: Parameters<typeof recordBought>[1]) =>
      stored(recordBought(kitchen, bought, recorderHere())),
    counted: (counted: Parameters<typeof recordCount>[1]) =>
      stored(recordCount(kitchen, counted, recorderHere())),
  }
}
