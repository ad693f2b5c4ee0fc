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

const HERE = [
  { ...entry('holiday', 1, counted(ofMaterial('bag'), 9)), touches: ['bag'] },
  { ...entry('holiday', 2, IN_A_BAG), touches: ['bag'] },
  { ...entry('holiday', 3, undoing(2)), touches: ['bag'] },
  // A void that came before what it undoes, and that.
  { ...entry('holiday', 4, undoing(9)), touches: ['elsewhere 9'] },
  { ...entry('holiday', 9, IN_A_BAG), touches: [] },
]

/** A packing as version 1 kept it: found by its material, not yet by its place. */
export const packedThen = (seq: number): Entry & { readonly touches: readonly string[] } => ({
  ...entry('holiday', seq, IN_A_BAG),
  touches: ['bag'],
})

/** What `writeVersion1` needs to make a database of version 1, with more entries if wanted. */
export function version1(name: string, more: readonly Entry[] = []) {
  const entries = [...HERE, ...more.map((one) => ({ touches: [], ...one }))]
  return { name, tables: VERSION_1, rows: { events: [event('holiday')], entries } }
}

/** Makes a database of version 1 as a browser keeps it, without any code of ours. */
export function makeVersion1(name: string, more: readonly Entry[] = []): Promise<void> {
  return writeVersion1(version1(name, more))
}

/** The same on any page: it needs nothing around it. */
export function writeVersion1({ name, tables, rows }: ReturnType<typeof version1>): Promise<void> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(name, 10)
    request.onupgradeneeded = () => {
      for (const [table, { key, auto }] of Object.entries(tables)) {
        request.result.createObjectStore(table, { keyPath: key, autoIncrement: auto ?? false })
      }
      const { transaction } = request
      const entries = transaction!.objectStore('entries')
      entries.createIndex('[writer+seq]', ['writer', 'seq'], { unique: true })
      entries.createIndex('[eventId+n]', ['eventId', 'n'])
      entries.createIndex('touches', 'touches', { multiEntry: true })
      transaction!.objectStore('units').createIndex('recipeId', 'recipeId')
      for (const one of rows.events) transaction!.objectStore('events').add(one)
      for (const one of rows.entries) entries.add(one)
    }
    request.onsuccess = () => {
      request.result.close()
      done()
    }
    request.onerror = () => failed(new Error('not made'))
  })
}
