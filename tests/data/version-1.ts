import type { Entry } from '../../src/domain/model'
import { counted, entry, event, ofMaterial, packed, undoing } from './kitchen'

const IN_A_BAG = packed('loaf', 1, [[ofMaterial('bag'), 1]])

/** The tables of version 1, as they lie on the devices that have it. Never to be changed. */
const VERSION_1: Readonly<
  Record<string, { readonly key: string | string[]; readonly auto?: true }>
> = {
  recipes: { key: 'id' },
  units: { key: 'id' },
  goods: { key: 'id' },
  ingredients: { key: 'id' },
  materials: { key: 'id' },
  events: { key: 'id' },
  productionTargets: { key: ['eventId', 'recipeId'] },
  assemblyTargets: { key: ['eventId', 'goodId'] },
  looseTargets: { key: ['eventId', 'unitId'] },
  entries: { key: 'n', auto: true },
  writers: { key: 'writer' },
  marks: { key: 'key' },
}

/** Makes a database of version 1 as a browser keeps it, without any code of ours. */
export function makeVersion1(name: string, more: readonly Entry[] = []): Promise<void> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(name, 10)
    request.onupgradeneeded = () => {
      for (const [table, { key, auto }] of Object.entries(VERSION_1)) {
        request.result.createObjectStore(table, { keyPath: key, autoIncrement: auto ?? false })
      }
      const { transaction } = request
      const entries = transaction!.objectStore('entries')
      entries.createIndex('[writer+seq]', ['writer', 'seq'], { unique: true })
      entries.createIndex('[eventId+n]', ['eventId', 'n'])
      entries.createIndex('touches', 'touches', { multiEntry: true })
      transaction!.objectStore('units').createIndex('recipeId', 'recipeId')
      transaction!.objectStore('events').add(event('holiday'))
      entries.add({ ...entry('holiday', 1, counted(ofMaterial('bag'), 9)), touches: ['bag'] })
      entries.add({ ...entry('holiday', 2, IN_A_BAG), touches: ['bag'] })
      entries.add({ ...entry('holiday', 3, undoing(2)), touches: ['bag'] })
      // A void that came before what it undoes, and that.
      entries.add({ ...entry('holiday', 4, undoing(9)), touches: ['elsewhere 9'] })
      entries.add({ ...entry('holiday', 9, IN_A_BAG), touches: [] })
      for (const one of more) entries.add({ ...one, touches: [] })
    }
    request.onsuccess = () => {
      request.result.close()
      done()
    }
    request.onerror = () => failed(new Error('not made'))
  })
}
