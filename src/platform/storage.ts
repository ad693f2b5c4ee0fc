export type Persistence = 'kept' | 'not kept' | 'unknown'

/** Old and embedded browsers have no `navigator.storage`, whatever the types say. */
function manager(): Partial<StorageManager> {
  return 'storage' in navigator ? navigator.storage : {}
}

/** Asks the browser never to clear this device's data by itself. To be called from a tap. */
export async function askPersistence(): Promise<Persistence> {
  const storage = manager()
  if (!storage.persist) return 'unknown'
  return (await storage.persist()) ? 'kept' : 'not kept'
}

/** Whether the browser promised to keep this device's data; asks nobody. */
export async function persistence(): Promise<Persistence> {
  const storage = manager()
  if (!storage.persisted) return 'unknown'
  return (await storage.persisted()) ? 'kept' : 'not kept'
}

/** Bytes that the app takes on this device, and may take, roughly; null where the browser does not tell. */
export async function storedSpace(): Promise<{
  readonly used: number | null
  readonly of: number | null
}> {
  const { usage, quota } = (await manager().estimate?.()) ?? {}
  return { used: usage ?? null, of: quota ?? null }
}
