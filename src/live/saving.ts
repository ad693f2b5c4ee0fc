import { writable } from 'svelte/store'
import { isDiskFull } from '../data/faults'
import { isRefusal } from '../domain/refusal'

/** Why the last thing was not saved; the frame of the app says it, above everything. */
export const savingFault = writable<'failed' | 'disk full' | null>(null)

/** Runs a command; a fault (not a refusal, which the screen shows itself) is told and gives undefined. */
export async function saving<Answer>(command: Promise<Answer>): Promise<Answer | undefined> {
  try {
    const answer = await command
    savingFault.set(null)
    return answer
  } catch (fault) {
    savingFault.set(isDiskFull(fault) ? 'disk full' : 'failed')
    console.error(fault)
    return undefined
  }
}

/** Whether a command did what it was asked. A form that is closing then must not ask it once more. */
export function isStored(answer: unknown): boolean {
  return answer !== undefined && !isRefusal(answer)
}
