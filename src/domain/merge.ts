import { canonicalJson } from './canonical'
import type { Entry, Writer, Written } from './model'

// Merging two copies of a kitchen. What a copy holds under one key is a set of contents: one counts,
// others may be set aside. Merging is the union of the sets, and who counts follows from the set
// alone: so it does not matter who merges with whom, in which order, or how often.

/** What one key holds: the content that counts, and what was set aside for it. */
export interface Held<Content> {
  readonly counts: Content
  readonly aside: readonly Content[]
}

/**
 * Of several writes of a row the later (stamp, writer) counts whole, `hidden` included; of two with
 * one signature the one that sorts first. Set aside is the latest that says something else.
 */
export function settleRow<Row extends Written>(rows: readonly [Row, ...Row[]]): Held<Row> {
  const [counts, ...others] = [...rows].sort(laterFirst) as [Row, ...Row[]]
  const said = saidBy(counts)
  const lost = others.find((row) => saidBy(row) !== said)
  return { counts, aside: lost ? [lost] : [] }
}

/** Should one key of the ledger carry several contents, the canonical JSON that sorts first counts. */
export function settleEntry(entries: readonly [Entry, ...Entry[]]): Held<Entry> {
  const byText = new Map(entries.map((entry) => [canonicalJson(entry), entry]))
  const [counts, ...aside] = [...byText.keys()].sort().map((text) => byText.get(text)!)
  return { counts: counts!, aside }
}

/** Whose device a writer was: of two names the one that sorts first, so that all copies say the same. */
export function settleWriter(one: Writer, other: Writer): Writer {
  return one.device <= other.device ? one : other
}

/** Whether two rows say the same, whoever wrote them last. */
export function saySame(one: Written, other: Written): boolean {
  return saidBy(one) === saidBy(other)
}

function laterFirst(a: Written, b: Written): number {
  if (a.stamp !== b.stamp) return b.stamp - a.stamp
  if (a.writer !== b.writer) return a.writer < b.writer ? 1 : -1
  const [one, other] = [canonicalJson(a), canonicalJson(b)]
  return one === other ? 0 : one < other ? -1 : 1
}

function saidBy(row: Written): string {
  return canonicalJson({ ...row, stamp: 0, writer: '' })
}
