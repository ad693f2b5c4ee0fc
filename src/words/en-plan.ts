import type { Outdated, PlanUnit } from '../domain/needs'
import type { PlanTotals } from '../domain/plan-totals'
import type { Amount } from '../domain/quantity'
import type { Down } from '../domain/rounding'
import type { Step } from '../domain/working'
import { formatsOf } from './format'

const { amount, plural } = formatsOf('en')

const batches = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'batch', other: 'batches' })}`

const was = (count: Amount): string => plural(count, { one: 'was', other: 'were' })
const is = (count: Amount): string => plural(count, { one: 'is', other: 'are' })

const orUnknown = (name: string): string => (name === '' ? 'unknown part' : name)

/** The plan of an event, and its forms for new recipes and bundles. */
export const plan = {
  title: 'Plan',
  toPack: 'To pack',
  toBake: 'To bake',
  loose: 'Loose pieces',
  wanted: 'Wanted',
  wantedOf: (name: string) => `Wanted: ${name}`,
  batchesOf: (name: string) => `Batches of ${name}`,
  removed: 'This event was removed: it is on no list.',
  thisEvent: {
    title: 'This event',
    edit: 'Change name or date',
    copy: 'Copy to a new date',
    archive: 'Put aside',
    unarchive: 'Take out again',
    remove: 'Remove this event',
    removeExample: 'Remove the example',
    removeAsk: 'It leaves the lists. What was recorded is kept, and it can be brought back.',
    removeYes: 'Remove',
    removeNo: 'Keep it',
    isExample: 'This is the built-in example.',
  },
  remove: 'Remove',
  upOf: (name: string) => `Move ${name} up`,
  removeOf: (name: string) => `Remove ${name} from the plan`,
  add: 'Add',
  addBundle: 'Add a bundle',
  addLoose: 'Add loose pieces',
  newBundle: 'New bundle',
  newRecipe: 'New recipe',
  choose: 'Choose…',
  bundleName: 'Name of the bundle',
  bundlePlaceholder: 'Gift bag',
  inEach: 'In each one',
  addLine: 'Add another part',
  removeLine: 'Remove this part',
  part: 'Part',
  howMany: 'How many',
  recipeName: 'Name of the recipe',
  recipePlaceholder: 'Cookies',
  itemsPerBatch: 'Pieces per batch',
  unitName: 'One piece is called',
  unitPlaceholder: 'Cookie',
  save: 'Save',
  cancel: 'Cancel',
  firstRecipe: 'Start with a recipe: its name, and how many pieces one batch makes.',
  emptyBundles: 'No bundle is planned yet.',
  emptyBake: 'Nothing has to be baked for this plan yet.',
  working: ({ unitName, need, itemsPerBatch, share }: PlanUnit, batchesNeeded: number | null) =>
    `${unitName}: ${amount(need)} ÷ ${amount(itemsPerBatch)} = ${amount(share)}${batchesNeeded === null ? '' : ` → ${batches(batchesNeeded)}`}`,
  step: ({ bundleName, count, each, pieces }: Step): string =>
    bundleName === null
      ? `Loose: ${amount(pieces)}`
      : `${bundleName === '' ? 'Unknown bundle' : bundleName}: ${amount(count)} × ${amount(each)} = ${amount(pieces)}`,
  surplus: ({ unitName, surplus }: PlanUnit) => `${unitName}: ${amount(surplus ?? 0)} over`,
  shortAfter: ({ unitName, shortAfter }: PlanUnit) =>
    `${unitName}: ${amount(shortAfter)} short after baking`,
  outdated: ({ batchesThen, needThen, needNow, batchesNow }: Outdated) =>
    `${batches(batchesThen)} ${was(batchesThen)} needed for ${amount(needThen)}; now ${amount(needNow)} ${is(needNow)} needed: ${batches(batchesNow)}`,
  down: ({ batches: count, short, bundlesFewer }: Down): string => {
    const pieces = short.map((one) => `${one.unitName} ${amount(one.pieces)} short`).join(', ')
    const fewer =
      bundlesFewer > 0
        ? `, ${amount(bundlesFewer)} ${plural(bundlesFewer, { one: 'bundle', other: 'bundles' })} fewer`
        : ''
    return `Only ${amount(count)}: ${pieces}${fewer}`
  },
  takeBatches: (count: number) => `Take ${batches(count)}`,
  totals: ({ batches: count, pieces, surplus }: PlanTotals) =>
    `In all: ${batches(count)}, ${amount(pieces)} ${plural(pieces, { one: 'piece', other: 'pieces' })}, ${amount(surplus)} over`,
  tooMany: 'More than can be counted: the plan asks for too many pieces.',
  planBatches: (count: number) => `Plan ${batches(count)}`,
  planAll: 'Plan all batches needed',
  contents: (lines: readonly { readonly name: string; readonly quantity: Amount }[]) =>
    lines.map(({ name, quantity }) => `${amount(quantity)} × ${orUnknown(name)}`).join(' + '),
}

export type PlanWords = typeof plan
