// Before newer code changes the tables of an older version, they are copied as they are. An upgrade
// that fails leaves them unchanged anyway; the copy is for one that succeeds in doing the wrong thing.

const SLICE = 2000

/**
 * Copies the tables of an older version into a database of their own, instead of the copy before.
 * Where there is no room for it, the upgrade does without. One tab at a time: the others find the
 * tables upgraded when it is their turn, and leave the copy as it is.
 */
export async function copyBeforeUpgrade(name: string, version: number): Promise<void> {
  const copy = copyOf(name)
  const work = (): Promise<void> => replaceCopy(name, version, copy)
  try {
    await ('locks' in navigator ? navigator.locks.request(copy, work) : work())
  } catch (fault) {
    console.warn('Batchboard could not copy its tables before it changes them.', fault)
  }
}

/** What the copy of a database is called. */
export const copyOf = (name: string): string => `${name}-before-upgrade`

/** Copies the tables of any version, as they are, instead of a copy that is there. */
export async function replaceCopy(name: string, version: number, copy: string): Promise<void> {
  const from = await opened(name, version)
  try {
    if (from.objectStoreNames.length === 0) return
    await answer(indexedDB.deleteDatabase(copy))
    const to = await opened(copy, version, (made) => likeIn(from, made))
    try {
      for (const store of from.objectStoreNames) await copyRows(from, to, store)
      to.close()
    } catch (fault) {
      // Half a copy would look like a whole one.
      to.close()
      indexedDB.deleteDatabase(copy)
      throw fault
    }
  } finally {
    from.close()
  }
}

/** The version of a database's tables, 0 when there is none, where the browser has no list of them. */
export async function lookedUp(name: string): Promise<number> {
  const request = indexedDB.open(name)
  // A database that is not there is not made by looking for it.
  request.onupgradeneeded = () => request.transaction?.abort()
  const database = await answer(request).catch(() => null)
  database?.close()
  return database?.version ?? 0
}

function opened(
  name: string,
  version: number,
  make: (database: IDBDatabase) => void = () => undefined,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version)
  request.onupgradeneeded = () => make(request.result)
  return answer(request)
}

/** Makes the same empty tables, so that this code can open the copy as it opens the original. */
function likeIn(from: IDBDatabase, to: IDBDatabase): void {
  const transaction = from.transaction([...from.objectStoreNames])
  for (const name of from.objectStoreNames) {
    const store = transaction.objectStore(name)
    const { keyPath, autoIncrement } = store
    const made = to.createObjectStore(name, { keyPath, autoIncrement })
    for (const index of store.indexNames) {
      const { keyPath: path, unique, multiEntry } = store.index(index)
      made.createIndex(index, path, { unique, multiEntry })
    }
  }
}

async function copyRows(from: IDBDatabase, to: IDBDatabase, name: string): Promise<void> {
  let range: IDBKeyRange | null = null
  for (;;) {
    const reading = from.transaction(name)
    const source = reading.objectStore(name)
    const keys = source.getAllKeys(range, SLICE)
    const rows = source.getAll(range, SLICE)
    await ended(reading)
    const last = keys.result.at(-1)
    if (last === undefined) return
    const writing = to.transaction(name, 'readwrite')
    const target = writing.objectStore(name)
    for (const row of rows.result as readonly unknown[]) target.add(row)
    await ended(writing)
    range = IDBKeyRange.lowerBound(last, true)
  }
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done()
    transaction.onabort = () => failed(transaction.error ?? new Error('aborted'))
  })
}

function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error ?? new Error('no answer'))
  })
}
