import Dexie from 'dexie'
import type { Entry, MaterialId, RecipeId, Used, WriterId, Written } from '../domain/model'
import { attemptHere } from './connection'
import type { BatchboardDb, Mark } from './db'

/** Who records, on which device. */
export interface Recorder {
  readonly by: string
  readonly device: string
}

/** An entry before the ledger gives it its key and place. */
export type Draft = Entry extends infer One
  ? One extends Entry
    ? Omit<One, 'writer' | 'seq' | 'at' | 'stamp'>
    : never
  : never

/** More than may be written by others while a command that lost its connection tries again. */
const RECEIPTS = 8

/** In the year 2223: a clock beyond it is wrong, backups have no later one, and a thousand times it is the last stamp. */
const LAST_CLOCK = 8e12

/** Minted when this page records for the first time: every loaded tab is a writer of its own. */
let pageWriter: WriterId | null = null

/** The last number of this page's writer that is known to have been stored. */
let lastStored = 0

export function writerOfThisPage(): WriterId {
  pageWriter ??= newId<WriterId>()
  return pageWriter
}

/** 96 random bits as text: nobody else has this one. */
export function newId<Id extends string>(): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as Id
}

/** Appends entries to the ledger, inside the caller's transaction over entries, writers and marks. */
export async function append(
  db: BatchboardDb,
  drafts: readonly (Draft & { readonly touches?: readonly string[] })[],
  recorder: Recorder,
): Promise<void> {
  const clock = Date.now()
  const at = Math.min(Math.max(0, clock), LAST_CLOCK)
  // Each turn of the database is felt at the tap: all that is read in one, all that is written in one.
  const [mark, stored] = await Promise.all([db.marks.get('stamp'), lastSeq(db, writerOfThisPage())])
  let seq = stored
  // The tables were emptied under this page, but a backup or another device may know its numbers; or
  // somebody's file used them up.
  if (seq < lastStored || seq + drafts.length > Number.MAX_SAFE_INTEGER) {
    pageWriter = newId<WriterId>()
    seq = lastStored = 0
  }
  const writer = writerOfThisPage()
  const { first, taken } = takeStamps(mark, clock, drafts.length)
  const writerRow = seq === 0 ? [{ writer, device: recorder.device }] : []
  const rows = drafts.map((draft, index) => {
    const entry = { ...draft, writer, seq: seq + index + 1, at, stamp: first + index } as Entry
    return { ...entry, touches: draft.touches ?? touchesOf(entry) }
  })
  await Promise.all([
    db.marks.put(taken),
    ...writerRow.map((row) => db.writers.put(row)),
    ...rows.map((row) => db.entries.add(row)),
  ])
  const last = seq + drafts.length
  Dexie.currentTransaction.idbtrans.addEventListener('complete', () => {
    if (writer === pageWriter) lastStored = Math.max(lastStored, last)
  })
}

async function lastSeq(db: BatchboardDb, writer: WriterId): Promise<number> {
  const own = db.entries.where('[writer+seq]')
  return (await own.between([writer, Dexie.minKey], [writer, Dexie.maxKey]).last())?.seq ?? 0
}

/**
 * The next places in the one order: max(clock, highest stored + 1), and the mark that takes `count` of
 * them. A file can bring the last place that backups have; what is written after it shares it, for it
 * must fit too.
 */
export function takeStamps(
  mark: Mark | undefined,
  at: number,
  count = 1,
): { readonly first: number; readonly taken: Mark } {
  const attempt = attemptHere()
  const next = Math.max(at > LAST_CLOCK ? 0 : at * 1000, (mark?.value ?? 0) + 1)
  const first = Math.min(next, LAST_CLOCK * 1000 - count + 1)
  const receipts = new Set(mark?.receipts)
  if (attempt) receipts.add((attempt.receipt ??= newId()))
  const value = first + count - 1
  return { first, taken: { key: 'stamp', value, receipts: [...receipts].slice(-RECEIPTS) } }
}

/** Whatever is written here from now on is later than what came from elsewhere. */
export async function raiseStamp(db: BatchboardDb, top: number): Promise<void> {
  const mark = await db.marks.get('stamp')
  if (top > (mark?.value ?? 0)) await db.marks.put({ ...mark, key: 'stamp', value: top })
}

/** Who wrote a row last, and when; raises the mark of the rows' kind. */
export async function signature(db: BatchboardDb, mark: 'catalogue' | 'plan'): Promise<Written> {
  const sign = await signing(db, mark)
  return sign((written) => Promise.resolve(written))
}

/**
 * The same in two turns that a command has anyway: what a signature needs is read beside other things,
 * and it is stored together with the row that it signs.
 */
export async function signing(
  db: BatchboardDb,
  mark: 'catalogue' | 'plan',
): Promise<<Stored>(store: (written: Written) => PromiseLike<Stored>) => Promise<Stored>> {
  const [stamps, kind] = await db.marks.bulkGet(['stamp', mark])
  return async (store) => {
    const { first, taken } = takeStamps(stamps, Date.now())
    const raised = { key: mark, value: (kind?.value ?? 0) + 1 }
    const written = { stamp: first, writer: writerOfThisPage(), hidden: false }
    const [stored] = await Promise.all([store(written), db.marks.put(taken), db.marks.put(raised)])
    return stored
  }
}

export async function raise(
  db: BatchboardDb,
  mark: 'catalogue' | 'plan' | 'ledger',
): Promise<void> {
  const before = (await db.marks.get(mark))?.value ?? 0
  await db.marks.put({ key: mark, value: before + 1 })
}

/** What an entry's index finds it by: the pantry's things that it concerns, and a run's place. */
export function touchesOf(entry: Entry): string[] {
  switch (entry.kind) {
    case 'production':
      return [runKey(entry.recipeId, entry.stamp)]
    case 'assembly':
      return entry.used.flatMap(({ item }: Used) =>
        item.kind === 'material' ? [item.id, runKey(item.id, entry.stamp)] : [],
      )
    case 'stock':
      if (entry.item.kind === 'ingredient') return [entry.item.id]
      return entry.item.kind === 'material' ? [entry.item.id, stockKey(entry.item.id)] : []
    case 'void':
      return []
  }
}

/** Runs of one recipe, or packings that used a material, and the voids of these, by their stamps. */
export function runKey(id: RecipeId | MaterialId, stamp: number): string {
  return `${id} ${String(Math.max(0, Math.floor(stamp))).padStart(16, '0')}`
}

/** What was counted or bought of a material, and the voids of that. */
export function stockKey(id: MaterialId): string {
  return `${id} =`
}
