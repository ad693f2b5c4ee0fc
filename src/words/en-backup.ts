import type { Aside } from '../domain/aside'
import type { News } from '../domain/backup-age'
import type { Kind } from '../domain/copies'
import type { Named } from '../domain/merge-report'
import { asideText } from './aside'
import { formatsOf } from './format'

const format = formatsOf('en')
const { amount, plural } = format

const records = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'record', other: 'records' })}`
const changes = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'change', other: 'changes' })} to recipes or plans`
const news = (since: News): string =>
  [since.records > 0 && records(since.records), since.changes > 0 && changes(since.changes)]
    .filter((part) => part !== false)
    .join(' · ')
const KINDS: Record<Kind, { readonly one: string; readonly other: string }> = {
  recipe: { one: 'recipe', other: 'recipes' },
  unit: { one: 'kind of piece', other: 'kinds of pieces' },
  good: { one: 'bundle', other: 'bundles' },
  ingredient: { one: 'ingredient', other: 'ingredients' },
  material: { one: 'material', other: 'materials' },
  event: { one: 'event', other: 'events' },
  productionTarget: { one: 'baking target', other: 'baking targets' },
  assemblyTarget: { one: 'packing target', other: 'packing targets' },
  looseTarget: { one: 'target of loose pieces', other: 'targets of loose pieces' },
  entry: { one: 'record', other: 'records' },
}

const counted = (kind: Kind, count: number): string => {
  if (kind === 'unit') return `${amount(count)} a batch`
  if (kind !== 'productionTarget') return amount(count)
  return `${amount(count)} ${plural(count, { one: 'batch', other: 'batches' })}`
}
const ASIDE = {
  hidden: 'taken off the lists',
  offThePlan: 'taken off the plan',
  archived: 'put aside',
  counted,
}

/** Backups: saving, opening, trying and restoring them, and what was set aside. */
export const backup = {
  title: 'Backup',
  intro:
    'Everything in this kitchen as one file. Keep it somewhere else than on this device: it opens on any other.',
  last: (days: number, since: News): string =>
    `Last backup: ${days === 0 ? 'today' : days === 1 ? 'yesterday' : `${amount(days)} days ago`} · ${news(since) === '' ? 'nothing new since' : `${news(since)} since`}`,
  never: (since: News): string =>
    news(since) === '' ? 'No backup yet.' : `No backup yet · ${news(since)}`,
  preparing: (part: number): string => `Getting the backup ready… ${format.percent(part)}`,
  save: 'Save a backup',
  tooLargeToOpen:
    'This backup is larger than 64 MB: it can be saved, but Batchboard does not open a file that large.',
  saved: 'Handed over. Check that the file arrived where you keep it.',
  notSaved: 'Not saved. Nothing was handed over.',
  open: 'Open a backup',
  openNote:
    'Restoring adds what is missing here. It never goes back in time: what was written later stays, and nothing that was recorded is taken away.',
  choose: 'Choose a file',
  reading: (part: number): string => `Reading the backup… ${format.percent(part)}`,
  from: (device: string, time: string): string =>
    device === '' ? `Backup of ${time}` : `Backup of ${time}, from ${device}`,
  does: 'Restoring it would',
  did: 'Restored',
  nothing: 'Everything in this backup is here already.',
  addRecords: (count: number): string => `+${records(count)}`,
  addRows: (kind: Kind, count: number): string => `+${amount(count)} ${plural(count, KINDS[kind])}`,
  changed: (count: number): string =>
    `${amount(count)} changed: ${plural(count, { one: 'it was', other: 'they were' })} written later in the backup`,
  older: (count: number): string =>
    `${amount(count)} ${plural(count, { one: 'stays', other: 'stay' })} as here: ${plural(count, { one: 'it was', other: 'they were' })} written later here`,
  setAside: (count: number): string => `${amount(count)} set aside, to be looked at below`,
  known: (count: number): string => `${amount(count)} here already`,
  named: ({ kind, name }: Named): string =>
    name === '' ? KINDS[kind].one : `${name} (${KINDS[kind].one})`,
  countAgain: (names: readonly string[]): string =>
    `Count again? Older records arrive of what was counted here: ${format.list(names.map((name) => (name === '' ? 'something unknown' : name)))}. The count stands.`,
  restore: 'Restore',
  restoring: (part: number): string => `Restoring… ${format.percent(part)}`,
  tryIt: 'Try my backup',
  trying: (part: number): string =>
    `Trying the backup beside this kitchen… ${format.percent(part)}`,
  sound: (rows: number, since: number): string =>
    `This backup is sound: ${plural(rows, { one: 'the 1 row or record', other: `all ${amount(rows)} rows and records` })} of it came back, and nothing here was changed. ${since === 0 ? 'Nothing was recorded since.' : `${records(since)} here ${plural(since, { one: 'is', other: 'are' })} not in it.`}`,
  unsound: 'This backup did not come back whole. Save a new one. Nothing here was changed.',
  close: 'Close',
  toBackup: 'To the backup',
  asideTitle: 'Set aside',
  asideNote:
    'Writes of other devices that lost to a later one, and second contents of one record. They count nowhere and travel in every backup.',
  asideNone: 'Nothing was set aside.',
  /** What was set aside said, besides its name. */
  asideSays: (aside: Aside): string => asideText(format, ASIDE, aside),
  asideUndo: 'An undo',
  asideRow: (what: string, device: string, time: string): string =>
    [what, device, time].filter((part) => part !== '').join(' · '),
  copiesTitle: 'Copies on this device',
  copiesNote:
    'Made by themselves, one a day. They bring back what is missing here. What was changed later stays as it is; how it was before is shown under “Set aside” then. They are no help when the device is lost.',
  copiesNone: 'No copy yet: the first one is made once there is something to keep.',
  copyOf: (day: string): string => `Copy of ${day}`,
  upgradeCopy: 'Copy from before the last update changed the tables',
  openCopyOf: (copy: string): string => `Open: ${copy}`,
  openCopy: 'Open',
  saveCopyOf: (copy: string): string => `Save as a file: ${copy}`,
  saveCopy: 'Save as a file',
  saveFile: (file: string): string => `Save ${file}`,
  copiesAway: 'The copies on this device cannot be read now.',
  /** What follows says why. */
  copyRefused: 'This copy was not opened.',
  copyGone: 'This copy is not here any more. Nothing was changed.',
}

export type BackupWords = typeof backup
