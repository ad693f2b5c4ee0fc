import type { FileRefusal, LeftOut, LeftOutReason, Remark } from '../exchange/imported'
import { amountOf } from '../domain/quantity'
import { formatsOf } from './format'

const formats = formatsOf('en')
const { amount, plural } = formats

const were = (count: number): string => plural(count, { one: 'was', other: 'were' })

const REASONS: Record<LeftOutReason, string> = {
  'unknown event': 'its event is not in the file',
  'unknown recipe': 'its recipe is not in the file',
  'unknown bundle': 'its bundle is not in the file',
  'unknown piece': 'its piece is not in the file',
  'unknown material': 'its material is not in the file',
  'unknown ingredient': 'its ingredient is not in the file',
  'nothing of ours': 'Batchboard has no place for it',
  'no name': 'it has no name',
  'no yield': 'it says no pieces per batch',
  'no number': 'it says no number',
  'no date': 'it has no date',
  'mixed measures': 'it is kept in several measures',
  twice: 'it is in the file twice',
  'ambiguous name': 'several events have that name',
}

const KINDS = {
  events: { one: 'event', other: 'events' },
  recipes: { one: 'recipe', other: 'recipes' },
  units: { one: 'kind of piece', other: 'kinds of pieces' },
  goods: { one: 'bundle', other: 'bundles' },
  ingredients: { one: 'ingredient', other: 'ingredients' },
  materials: { one: 'material', other: 'materials' },
  targets: { one: 'target', other: 'targets' },
  runs: { one: 'record', other: 'records' },
}
type AddedKind = keyof typeof KINDS

/** What was taken of another program's file, what was not, and why. */
export const file = {
  title: 'Opened file',
  opening: (percent: number): string =>
    percent === 0 ? 'Opening the file…' : `Opening the file… ${formats.percent(percent)}`,
  taken: 'Taken',
  nothingNew: 'Everything in this file was here already. Nothing was counted twice.',
  added: (kind: AddedKind, count: number) => `${amount(count)} ${plural(count, KINDS[kind])}`,
  known: (count: number) => `${amount(count)} ${were(count)} here already`,
  differing: (count: number) =>
    `${amount(count)} of them ${plural(count, { one: 'says something else here, and stays as it is here', other: 'say something else here, and stay as they are here' })}.`,
  leftOut: 'Left out',
  nothingLeftOut: 'Nothing was left out.',
  leftOutRow: ({ table, name, reason, rows }: LeftOut): string => {
    const what = name === '' ? table : `${name} (${table})`
    return `${what}: ${REASONS[reason]}${rows > 1 ? `, ${amount(rows)} rows` : ''}`
  },
  remarks: 'Good to know',
  remark: (remark: Remark): string => {
    switch (remark.remark) {
      case 'portion':
        return `${remark.name}: a portion of ${amount(Math.round(remark.percent))} % became ${amount(remark.itemsPerBatch)} a batch.`
      case 'packed beyond stock':
        return `${remark.event}: ${amount(remark.missing)} ${remark.name} more ${were(remark.missing)} packed than ${were(remark.missing)} made.`
      case 'no target number':
        return `${remark.name}: the target had no number.`
      case 'no packings':
        return 'This kind of export says nothing about what was packed. The one-file backup of bake-tracker does.'
      case 'no time':
        return `${remark.name}: a record had no time; it stands at noon of the event’s day.`
      case 'no yield':
        return `${remark.name}: says no pieces per batch; counted as one piece a batch.`
      case 'piece not named':
        return `${remark.recipe}: the file does not say which pieces were made; counted as ${remark.piece}.`
      case 'ambiguous name':
        return `${remark.name}: the name is in ${remark.table} more than once; one was chosen.`
      case 'rounded':
        return `${remark.name}: ${remark.from} became ${amount(amountOf(remark.to))}.`
    }
  },
  refusal,
  /** Of several files. */
  refusalOf: (name: string, refused: FileRefusal) => `${name}: ${refusal(refused)}`,
}

export type FileWords = typeof file

function refusal(refused: FileRefusal): string {
  switch (refused.file) {
    case 'too large':
      return `This file is larger than ${amount(refused.maxMegabytes)} MB. Nothing was changed.`
    case 'too large together':
      return `These files together are larger than ${amount(refused.maxMegabytes)} MB. Nothing was changed.`
    case 'not text':
      return 'This file is not text that can be read. Nothing was changed.'
    case 'not readable':
      return 'This device cannot read the file now: perhaps it is stored online and needs a connection. Open it again. Nothing was changed.'
    case 'not json':
      return 'Batchboard cannot read this file: it is no backup of Batchboard or bake-tracker. Nothing was changed.'
    case 'cut off':
      return 'This file ends in the middle: copy it again, whole. Nothing was changed.'
    case 'empty':
      return 'This file is empty. Nothing was changed.'
    case 'other program':
      return refused.program === ''
        ? 'This file is from a program that Batchboard does not know. Nothing was changed.'
        : `This file is from ${refused.program}, which Batchboard does not know. Nothing was changed.`
    case 'wrong type':
      return `This file is damaged at ${refused.where}. Nothing was changed.`
    case 'out of range':
      return `A number or name in this file is out of range, at ${refused.where}. Nothing was changed.`
    case 'cycle':
      return `In this file a bundle contains itself: ${refused.chain.join(' › ')}. Nothing was changed.`
    case 'forbidden key':
      return `This file has a key that no backup has, at ${refused.where}. Nothing was changed.`
    case 'too deep':
      return 'Batchboard cannot read this file: it is no backup of Batchboard or bake-tracker. Nothing was changed.'
    case 'too many unknown':
      return `${amount(refused.count)} ${plural(refused.count, { one: 'row of this file belongs', other: 'rows of this file belong' })} to nothing in it. Nothing was changed.`
    case 'damaged':
      return `This backup is damaged at line ${amount(refused.line)}. Nothing was changed.`
    case 'altered':
      return 'This backup is not as it was written: something was changed or is missing. Nothing was changed here.'
    case 'newer backup':
      return 'This backup is from a newer Batchboard. Update this one, then open it again. Nothing was changed.'
    case 'too many rows':
      return `This file has more than ${amount(refused.most)} rows. Nothing was changed.`
    case 'not alone':
      return 'This is a backup of Batchboard: open it by itself, without other files. Nothing was changed.'
  }
}
