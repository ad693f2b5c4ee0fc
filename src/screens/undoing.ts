import { readonly, writable } from 'svelte/store'
import { owedAfter } from '../data/queries/undo'
import type { Owed } from '../domain/foresight'
import type { Standing } from '../domain/ledger'
import type { Refusal } from '../domain/refusal'
import { saving } from '../live/saving'
import type { Words } from '../words/en'
import type { RecordWords } from '../words/en-record'
import type { Kitchen } from './kitchen'
import { recording } from './recording'

interface AskedUndo {
  readonly entry: Standing
  readonly what: string
  readonly owed: readonly Owed[]
  readonly told: RecordWords
}

/** R2: undo is one tap, unless what it takes away is packed already: that is said first, and asked. */
export function undoing(kitchen: Kitchen, words: Words) {
  const record = recording(kitchen)
  const asked = writable<AskedUndo | null>(null)
  return {
    asked: readonly(asked),
    async undo(entry: Standing, what: string): Promise<null | Refusal | undefined> {
      const owed = await saving(owedAfter(kitchen, entry))
      if (!owed) return undefined
      if (owed.length === 0) return record.undo(entry)
      asked.set({ entry, what, owed, told: await words.load.record() })
      return null
    },
    anyway(entry: Standing): Promise<null | Refusal | undefined> {
      asked.set(null)
      return record.undo(entry)
    },
    keep: (): void => asked.set(null),
  }
}
