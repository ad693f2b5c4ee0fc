import { parseDay } from '../domain/day'
import type { EventId, KitchenEvent } from '../domain/model'
import type { Row } from './bake-tracker-schema'
import type { Findings } from './findings'
import { IMPORTED, idFromParts } from './imported-row'
import { dayNumber, dayNumberAt } from './instant'
import { NameIndex, fold, nameOf } from './names'

/** How a row names its event. */
export interface EventReference {
  readonly event_name?: string | null | undefined
  readonly event_slug?: string | null | undefined
  readonly event_date?: string | null | undefined
  readonly event_year?: number | null | undefined
  readonly year?: number | null | undefined
}

/** An event of the file, and its date as days from 1 January 1970. */
export interface KnownEvent {
  readonly event: KitchenEvent
  readonly day: number
}

export class Events {
  readonly all: KitchenEvent[] = []
  /** Each list by date, the earliest first. */
  readonly #names = new NameIndex<KnownEvent>()
  readonly #slugs = new NameIndex<KnownEvent>()
  readonly #findings: Findings

  constructor(rows: readonly Row<'events'>[], findings: Findings) {
    this.#findings = findings
    const found = new Map<EventId, { known: KnownEvent; row: Row<'events'> }>()
    for (const row of rows) {
      const name = nameOf(row.name, row.display_name, row.slug)
      const date = parseDay(row.event_date?.trim().slice(0, 10) ?? '')
      if (name === null || date === null) {
        findings.leaveOut('events', name, name === null ? 'no name' : 'no date')
        continue
      }
      const id = idFromParts<EventId>('event', [fold(name), date])
      if (found.has(id)) {
        findings.leaveOut('events', name, 'twice')
        continue
      }
      const event = { ...IMPORTED, id, name, date, notes: row.notes ?? '', archived: false }
      this.all.push(event)
      found.set(id, { known: { event, day: dayNumber(date) }, row })
    }
    const byDate = [...found.values()].sort((a, b) => a.known.day - b.known.day)
    for (const { known, row } of byDate) {
      const { name, date } = known.event
      this.#names.add(name, known)
      for (const slug of new Set([
        row.slug,
        name,
        `${name} ${date.slice(0, 4)}`,
        `${name} ${date}`,
      ])) {
        this.#slugs.add(slug, known)
      }
    }
  }

  /**
   * The events that a row may mean, the earliest first: null when it names none, an empty list when
   * the file has no such event.
   */
  candidates(table: string, row: EventReference): readonly KnownEvent[] | null {
    const range = this.#range(row)
    if (range?.length === 0) {
      this.#findings.leaveOut(table, nameOf(row.event_name, row.event_slug), 'unknown event')
    }
    return range
  }

  /**
   * The event of a run. Of several with its name it is the first that was still to come when the run
   * was made (a day is allowed for time zones), else the last.
   */
  ofRun(table: string, row: EventReference, at: number | null): KitchenEvent | 'none' | 'unknown' {
    const range = this.#range(row)
    if (!range) return 'none'
    const last = range[range.length - 1]
    if (!last) {
      this.#findings.leaveOut(table, nameOf(row.event_name, row.event_slug), 'unknown event')
      return 'unknown'
    }
    if (range.length === 1) return last.event
    this.remarkAmbiguous(last.event.name)
    if (at === null) return last.event
    return (range[firstFrom(range, dayNumberAt(at) - 1)] ?? last).event
  }

  remarkAmbiguous(name: string): void {
    this.#findings.remark({ remark: 'ambiguous name', table: 'events', name })
  }

  /** Events of the name or slug, narrowed by date and year where the row has them. */
  #range(row: EventReference): readonly KnownEvent[] | null {
    if (nameOf(row.event_name, row.event_slug) === null) return null
    const bySlug = this.#slugs.find(row.event_slug)
    const named = bySlug.length > 0 ? bySlug : this.#names.find(row.event_name)
    if (named.length < 2) return named
    const date = parseDay(row.event_date?.trim().slice(0, 10) ?? '')
    const year = String(row.event_year ?? row.year ?? '').padStart(4, '0')
    for (const [from, to] of [
      [date, date],
      [parseDay(`${year}-01-01`), parseDay(`${year}-12-31`)],
    ]) {
      if (!from || !to) continue
      const narrowed = named.slice(
        firstFrom(named, dayNumber(from)),
        firstFrom(named, dayNumber(to) + 1),
      )
      if (narrowed.length > 0) return narrowed
    }
    return named
  }
}

/** The place of the first event on that day or later. */
function firstFrom(events: readonly KnownEvent[], day: number): number {
  let [low, high] = [0, events.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (events[middle]!.day < day) low = middle + 1
    else high = middle
  }
  return low
}
