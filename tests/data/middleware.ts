import type { DBCore, DBCoreTable } from 'dexie'
import type { BatchboardDb } from '../../src/data/db'

// What passes between Dexie and the browser's tables, counted or made to fail.

export interface Reads {
  /** Rows and keys that came out of the tables since `fromNow`. */
  rows: number
  /** Read transactions and write transactions that were begun. */
  transactions: number
  /** Counts from 0 again. */
  fromNow(): void
}

/** Counts all that a database reads, through whatever call. To be called before it is opened. */
export function countReads(db: BatchboardDb): Reads {
  const reads: Reads = {
    rows: 0,
    transactions: 0,
    fromNow() {
      reads.rows = 0
      reads.transactions = 0
    },
  }
  const among = (table: DBCoreTable): DBCoreTable => ({
    ...table,
    // No async functions here: Dexie's promises stay in their transaction, the browser's do not.
    get: (request) =>
      table.get(request).then((row: unknown) => {
        if (row !== undefined) reads.rows += 1
        return row
      }),
    getMany: (request) =>
      table.getMany(request).then((rows: unknown[]) => {
        reads.rows += rows.filter((row) => row !== undefined).length
        return rows
      }),
    query: (request) =>
      table.query(request).then((answer) => {
        reads.rows += answer.result.length
        return answer
      }),
    openCursor: (request) =>
      table.openCursor(request).then((cursor) => {
        if (!cursor) return cursor
        const start = cursor.start.bind(cursor)
        cursor.start = (next) =>
          start(() => {
            reads.rows += 1
            next()
          })
        return cursor
      }),
  })
  db.use({
    stack: 'dbcore',
    name: 'count reads',
    level: -10,
    create: (core): DBCore => ({
      ...core,
      transaction(...request) {
        reads.transactions += 1
        return core.transaction(...request)
      },
      table: (name) => among(core.table(name)),
    }),
  })
  return reads
}

export interface Disk {
  /** How many more writes it takes before it is full; the next one after that fails. */
  room: number
}

/** Lets a write fail, as a full disk does. To be called before the database is opened. */
export function failingDisk(
  db: BatchboardDb,
  fault: () => Error = () => new Error('disk full'),
): Disk {
  const disk: Disk = { room: Infinity }
  const ended = new WeakSet()
  db.use({
    stack: 'dbcore',
    name: 'failing disk',
    level: -10,
    create: (core): DBCore => ({
      ...core,
      table(name) {
        const table = core.table(name)
        return {
          ...table,
          mutate(request) {
            // A transaction that found no room asks for no more of it.
            if (!ended.has(request.trans)) disk.room -= 1
            if (disk.room >= 0) return table.mutate(request)
            ended.add(request.trans)
            return Promise.reject(fault())
          },
        }
      },
    }),
  })
  return disk
}

export interface Line {
  /** How many more writes go through before the connection breaks in the middle of the next. */
  writes: number
  /** How many more commits go through before one is stored, but its answer never comes. */
  answers: number
  /** How often it broke. */
  readonly broken: number
}

/** Lets a connection break, as it does when a device sleeps. To be called before the database is opened. */
export function breakingLine(db: BatchboardDb): Line {
  const line = { writes: Infinity, answers: Infinity, broken: 0 }
  const ended = new WeakSet()
  const drop = (transaction: IDBTransaction): void => {
    line.broken += 1
    transaction.db.close()
  }
  db.use({
    stack: 'dbcore',
    name: 'breaking line',
    level: -10,
    create: (core): DBCore => ({
      ...core,
      transaction(stores, mode, options) {
        const begun = core.transaction(stores, mode, options)
        const transaction = begun as unknown as IDBTransaction
        transaction.addEventListener('complete', (event) => {
          if (mode === 'readonly' || line.answers-- > 0) return
          line.answers = Infinity
          event.stopImmediatePropagation()
          drop(transaction)
          transaction.dispatchEvent(new Event('abort'))
        })
        return begun
      },
      table(name) {
        const table = core.table(name)
        return {
          ...table,
          mutate(request) {
            if (ended.has(request.trans) || line.writes-- > 0) return table.mutate(request)
            line.writes = Infinity
            ended.add(request.trans)
            const writing = table.mutate(request)
            const transaction = request.trans as unknown as IDBTransaction
            // What is asked for in one go reaches the database before anything breaks.
            queueMicrotask(() => {
              drop(transaction)
              transaction.abort()
            })
            return writing
          },
        }
      },
    }),
  })
  return line
}
