import type { PlanUnit } from '../domain/needs'
import { isPositive, type Amount } from '../domain/quantity'
import { formatsOf } from './format'

const { amount, plural } = formatsOf('en')

const batches = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'batch', other: 'batches' })}`

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
  working: (unit: PlanUnit): string => {
    const { unitName, need, itemsPerBatch, share, surplus, shortAfter } = unit
    const sum = `${unitName}: ${amount(need)} ÷ ${amount(itemsPerBatch)} = ${amount(share)}`
    if (isPositive(shortAfter)) return `${sum}, ${amount(shortAfter)} short after baking`
    return surplus !== null && isPositive(surplus) ? `${sum}, ${amount(surplus)} over` : sum
  },
  batchesNeeded: (count: number) => `${batches(count)} needed`,
  tooMany: 'More than can be counted: the plan asks for too many pieces.',
  planBatches: (count: number) => `Plan ${batches(count)}`,
  planBatchesOf: (count: number, name: string) => `Plan ${batches(count)} of ${name}`,
  planAll: 'Plan all batches needed',
  contents: (lines: readonly { readonly name: string; readonly quantity: Amount }[]) =>
    lines.map(({ name, quantity }) => `${amount(quantity)} × ${orUnknown(name)}`).join(' + '),
}

export type PlanWords = typeof plan
