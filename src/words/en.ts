import type { Day } from '../domain/day'
import type { BundleRow } from '../domain/bundle-rows'
import type { AlsoMade, NamedBaking, Next } from '../domain/board'
import type { Standing } from '../domain/ledger'
import type { BundleStatus, OverallStatus, Shortage } from '../domain/progress'
import { amountOf, isNegative, negate, type Amount } from '../domain/quantity'
import { en as refusals } from './en-refusals'
import { formatsOf } from './format'

const format = formatsOf('en')
const { amount, plural } = format

const batches = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'batch', other: 'batches' })}`
const inDays = (days: number): string => {
  if (days === 0) return 'today'
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday'
  return days > 0 ? `in ${amount(days)} days` : `${amount(-days)} days ago`
}
const orUnknown = (name: string, unknown: string): string => (name === '' ? unknown : name)
const bakings = (bake: readonly NamedBaking[]): string =>
  format.list(bake.map((one) => `${batches(one.batches)} of ${one.recipeName}`))

/** All sentences of the app in English. Other languages have the same keys, or do not compile. */
export const en = {
  language: 'en',
  format,
  app: {
    name: 'Batchboard',
    offlineReady: 'Ready to work offline',
    updateReady: 'A new version is here.',
    update: 'Update',
    reload: 'Reload',
    close: 'Close',
    back: 'Back',
    loading: 'Opening…',
    notFound: 'There is nothing here.',
    toEvents: 'To the events',
    lostFile: 'A part of the app is missing on this device. What was recorded is kept.',
    wall: 'Wall mode',
    awake: (wished: boolean, state: string): string =>
      wished
        ? state === 'on'
          ? 'Screen stays on: yes'
          : state === 'refused'
            ? 'Screen stays on: the device refused'
            : 'Screen stays on: not now'
        : 'Screen stays on: no',
    keys: 'Keyboard and pedal',
    awakeUnsupported: 'This browser cannot keep the screen on.',
  },
  events: {
    title: 'Events',
    more: 'More',
    settings: 'Settings',
    catalogue: 'Catalogue',
    upcoming: 'Coming up',
    past: 'Past',
    emptyTitle: 'How many can you pack right now?',
    emptyText:
      'Batchboard counts what is baked, what is left to bake, and how many bags can be filled. It works without a network and keeps everything on this device.',
    tryExample: 'Try the example',
    openFile: 'Open a file',
    newEvent: 'New event',
    name: 'Name',
    namePlaceholder: 'Spring fair',
    date: 'Date',
    form: { new: 'New event', edit: 'Change event', copy: 'Copy event' },
    save: { new: 'Create event', edit: 'Save', copy: 'Copy event' },
    copyNote: 'Everything it wants is copied. What was baked and packed is not.',
    archived: 'Put aside',
    daysToGo: (days: number) => inDays(days),
    noTargets: 'Nothing planned yet',
    showProgress: 'Show progress',
    removed: 'Removed events',
    bringBack: 'Bring back',
  },
  tabs: {
    label: 'Parts of the event',
    plan: 'Plan',
    produce: 'Produce',
    assemble: 'Assemble',
    shop: 'Shop',
    history: 'History',
  },
  status: {
    not_started: 'Not started',
    in_progress: 'In progress',
    complete: 'Complete',
  } satisfies Record<OverallStatus, string>,
  head: {
    production: 'Baking',
    assembly: 'Packing',
    batchesDone: (done: number, target: number) => `${amount(done)} of ${batches(target)}`,
    toGo: (count: Amount) => `${amount(count)} to go`,
    packed: (done: number, target: number) => `${amount(done)} of ${amount(target)} packed`,
    percent: (percent: number) => format.percent(percent),
    overall: (percent: number, days: number) => `${format.percent(percent)} · ${inDays(days)}`,
  },
  next: {
    label: 'Next',
    sentence: (next: Next): string => {
      switch (next.kind) {
        case 'bake':
          return bakeNext(next)
        case 'pack':
          return `Pack ${orUnknown(next.name, 'the unknown bundle')}: ${amount(next.quantity)} can be packed now`
        case 'blocked':
          return 'Something is missing: see what is short below'
        case 'complete':
          return 'Everything is baked and packed'
        case 'plan':
          return 'Say what this event needs, in the plan'
      }
    },
    remake: (remake: readonly NamedBaking[], bundlesShort: number): string => {
      const short =
        bundlesShort > 0
          ? `${amount(bundlesShort)} ${plural(bundlesShort, { one: 'bundle', other: 'bundles' })} short`
          : 'Short'
      return `${short}: bake ${sumUp(remake)}`
    },
    negative: (name: string, count: Amount) =>
      `${orUnknown(name, 'Something unknown')}: ${amount(count)}. More was used than is recorded.`,
  },
  last: {
    label: 'Last recorded',
    none: 'Nothing recorded yet',
    undo: 'Undo',
    undoOf: (what: string) => `Undo: ${what}`,
  },
  entry: {
    what: entryWhat,
    /** The last-recorded line: Brownies, 1 batch · Ana · 14:02. */
    line: (entry: Standing, name: string, time: string): string =>
      [entryWhat(entry, name), entry.by, time].filter((part) => part !== '').join(' · '),
  },
  produce: {
    title: 'Produce',
    empty: 'No recipe is planned for this event.',
    toPlan: 'Open the plan',
    toGo: 'to go',
    done: 'Done',
    doneCount: (count: number) => `Done: ${amount(count)}`,
    progress: (done: number, target: number, left: number, percent: number) =>
      `${amount(done)} of ${batches(target)} · ${amount(left)} to go · ${format.percent(percent)}`,
    over: (count: number) => `${amount(count)} over`,
    lost: (count: number) => `${batches(count)} lost`,
    pieces: (unit: string, good: number, expected: number, needed: Amount) =>
      good === expected
        ? `${unit}: ${amount(good)} good of ${amount(needed)} needed`
        : `${unit}: ${amount(good)} good of ${amount(expected)} expected, ${amount(needed)} needed`,
    shortAfter: (count: Amount) => `${amount(count)} short after baking`,
    since: (count: Amount) =>
      isNegative(count)
        ? `${amount(negate(count))} fewer since then`
        : `${amount(count)} more since then`,
    gain: (gain: number) =>
      gain === 0
        ? 'The next batch alone fills no more bundles'
        : `Next batch: ${amount(gain)} more can be packed`,
    plusOne: '+1',
    batch: 'batch',
    plusOneOf: (name: string) => `Record 1 batch of ${name}`,
    more: 'More…',
    timer: 'Timer',
    timerOf: (name: string) => `Timer for ${name}`,
    moreOf: (name: string) => `More… Record another number of batches of ${name}`,
    trays: (name: string, done: number, target: number, lost: number) =>
      `${name}: ${amount(done)} of ${batches(target)} baked${lost > 0 ? `, ${amount(lost)} lost` : ''}`,
    alsoMade: 'Also made',
    alsoMadeRow: (row: AlsoMade): string =>
      row.kind === 'bundle'
        ? `${orUnknown(row.name, 'Unknown bundle')}: ${amount(row.quantity)} packed`
        : `${orUnknown(row.name, 'Unknown recipe')}: ${batches(row.batches)}${row.lostBatches > 0 ? `, ${amount(row.lostBatches)} lost` : ''}`,
    unknownRecipe: 'Unknown recipe',
    noUnits: 'This recipe has no pieces per batch, so it cannot be counted.',
    uncounted: {
      second: 'Second tap not counted',
      palm: 'Several fingers at once: not counted',
    },
  },
  assemble: {
    title: 'Assemble',
    empty: 'No bundle is planned for this event.',
    toGo: 'to go',
    packed: (count: number) => `${amount(count)} packed`,
    now: (count: Amount) => `${amount(count)} can be packed now`,
    waiting: (count: Amount) => `${amount(count)} waiting for baking`,
    short: (count: Amount) => `${amount(count)} short`,
    over: (count: number) => `${amount(count)} over`,
    progress: (done: number, target: number, percent: number) =>
      `${amount(done)} of ${amount(target)} packed · ${format.percent(percent)}`,
    nowOf: (now: number, target: number) => `${amount(now)} of ${amount(target)} can be packed now`,
    bar: (name: string, row: BundleRow['bar']) =>
      `${name}: ${amount(row.packed)} packed, ${amount(row.now)} can be packed now, ${amount(row.waiting)} waiting for baking, ${amount(row.short)} short`,
    status: {
      complete: 'Complete',
      no_components: 'Nothing is in this bundle, so none can be packed.',
      can_assemble: 'All that are left can be packed now',
      partial: 'Some can be packed now',
      awaiting_production: 'Waiting for baking',
      cannot_assemble: 'Cannot be packed, even after all planned baking',
    } satisfies Record<BundleStatus, string>,
    missing: (shortages: readonly Shortage[]) =>
      `Missing: ${format.list(shortages.map(({ missing, name }) => `${amount(missing)} × ${orUnknown(name, 'unknown part')}`))}`,
    waitingFor: (rows: BundleRow['waitingFor']) =>
      `Bake ${format.list(rows.map((row) => `${batches(row.batches)} of ${row.recipeName}`))}`,
    limitedBy: (names: readonly string[]) =>
      `Limited by ${format.list(names.map((name) => orUnknown(name, 'unknown part')))}`,
    shares: (alone: number, beside: number, names: readonly string[], parts: readonly string[]) =>
      `${amount(alone)} alone, ${amount(beside)} beside ${format.list(names.map((name) => orUnknown(name, 'unknown bundle')))}: ${names.length > 1 ? 'all' : 'both'} take ${format.list(parts.map((name) => orUnknown(name, 'unknown part')))}`,
    cycle: (names: readonly string[]) => `This bundle contains itself: ${names.join(' › ')}`,
    plusOne: '+1',
    bundle: 'packed',
    plusOneOf: (name: string) => `Record 1 packed: ${name}`,
    packAll: (count: number) => `Pack all ${amount(count)}`,
    gone: (count: Amount) =>
      `${amount(negate(count))} of the packed ones ${plural(count, { one: 'is', other: 'are' })} gone`,
    more: 'More…',
    moreOf: (name: string) => `More… Record another number packed: ${name}`,
    unknownBundle: 'Unknown bundle',
    unknownPart: 'Unknown part',
    loose: 'Loose pieces',
    looseRow: (given: Amount, wanted: number) =>
      `${amount(given)} of ${amount(wanted)} handed over`,
    looseNow: (count: Amount) => `${amount(count)} there now`,
    handOver: (count: Amount) => `Hand over ${amount(count)}`,
    piecesOf: (name: string) => `More… Say what became of ${name}`,
    looseMet: 'Enough for all that are wanted',
    looseBar: (
      name: string,
      bar: {
        readonly given: Amount
        readonly now: Amount
        readonly waiting: Amount
        readonly short: Amount
      },
    ) =>
      `${name}: ${amount(bar.given)} handed over, ${amount(bar.now)} there now, ${amount(bar.waiting)} waiting for baking, ${amount(bar.short)} short`,
  },
  pack: {
    anyway: (wanted: number) => `Record ${amount(wanted)} anyway`,
    asks: (possible: number, wanted: number) =>
      `Only ${amount(possible)} can be packed from what is recorded. Record ${amount(wanted)} anyway?`,
    no: 'No',
  },
  example: {
    event: 'Christmas gift bags',
    cookies: 'Cookies',
    cookie: 'Cookie',
    brownies: 'Brownies',
    brownie: 'Brownie',
    bag: 'Gift bag',
  },
  refusals,
  day: (day: Day) => format.day(day),
  load: {
    plan: async () => (await import('./en-plan')).plan,
    catalogue: async () => (await import('./en-catalogue')).catalogue,
    shop: async () => (await import('./en-shop')).shop,
    settings: async () => (await import('./en-settings')).settings,
    wall: async () => (await import('./en-wall')).wall,
    timers: async () => (await import('./en-timers')).timers,
    file: async () => (await import('./en-file')).file,
    tables: async () => (await import('./en-tables')).tables,
    backup: async () => (await import('./en-backup')).backup,
    record: async () => (await import('./en-record')).record,
    keys: async () => (await import('./en-keys')).keys,
    why: async () => (await import('./en-why')).why,
    trouble: async () => (await import('./en-trouble')).trouble,
    install: async () => (await import('./en-install')).install,
  },
}

/** What few screens need is fetched with them. */
export type Words = typeof en

function bakeNext(next: Extract<Next, { readonly kind: 'bake' }>): string {
  const gain = next.gain > 0 ? `: +${amount(next.gain)}` : ''
  if (next.each) return `1 batch of each${gain}`
  return `Bake ${bakings(next.bake)}${gain}`
}

function sumUp(remake: readonly NamedBaking[]): string {
  return format.list(
    remake.map(
      (one) =>
        `${amount(one.batches)} more ${plural(one.batches, { one: 'batch', other: 'batches' })} of ${one.recipeName}`,
    ),
  )
}

function entryWhat(entry: Standing, name: string): string {
  switch (entry.kind) {
    case 'production': {
      const lost = !entry.pieces.some(({ good }) => good > 0)
      return `${orUnknown(name, 'Unknown recipe')}, ${batches(entry.batches)}${lost ? ' lost' : ''}`
    }
    case 'assembly':
      return `${orUnknown(name, 'Unknown bundle')}, ${amount(entry.quantity)} packed`
    case 'stock':
      return stockSentence(entry, orUnknown(name, 'Something unknown'))
  }
}

function stockSentence(entry: Extract<Standing, { readonly kind: 'stock' }>, name: string): string {
  const { change } = entry
  const quantity = amount(amountOf({ n: Math.abs(change.amount.n), d: change.amount.d }))
  if (change.type === 'count') return `${name}, counted: ${quantity}`
  const sign = change.amount.n < 0 ? '−' : '+'
  return change.reason === 'given'
    ? `${name}, ${quantity} handed over`
    : `${name}, ${sign}${quantity} (${change.reason})`
}
