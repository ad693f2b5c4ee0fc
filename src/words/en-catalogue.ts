import type { FinishedUnit } from '../domain/model'
import type { Amount } from '../domain/quantity'
import { formatsOf } from './format'

const { amount, plural } = formatsOf('en')

/** Recipes, bundles, ingredients and materials: their lists and their forms. */
export const catalogue = {
  parts: {
    recipes: 'Recipes',
    bundles: 'Bundles',
    ingredients: 'Ingredients',
    materials: 'Materials',
  },
  label: 'Parts of the catalogue',
  search: 'Search',
  add: {
    recipes: 'New recipe',
    bundles: 'New bundle',
    ingredients: 'New ingredient',
    materials: 'New material',
  },
  change: {
    recipes: 'Change recipe',
    bundles: 'Change bundle',
    ingredients: 'Change ingredient',
    materials: 'Change material',
  },
  empty: {
    recipes: 'No recipe yet. A recipe needs a name and how many pieces one batch makes.',
    bundles: 'No bundle yet. A bundle says what goes into one bag, box or tray.',
    ingredients: 'No ingredient yet. They come with the lines of your recipes.',
    materials: 'No material yet: bags, boxes, ribbons.',
  },
  nothingFound: 'Nothing is called that.',
  hidden: 'Hidden',
  bringBack: 'Bring back',
  bringBackOf: (name: string) => `Bring back ${name}`,
  recipeRow: (units: readonly FinishedUnit[], name: string, lines: number): string => {
    const yields = units.map((unit) =>
      unit.name === name
        ? `${amount(unit.itemsPerBatch)} a batch`
        : `${amount(unit.itemsPerBatch)} × ${unit.name} a batch`,
    )
    if (lines > 0) yields.push(lines === 1 ? '1 ingredient' : `${amount(lines)} ingredients`)
    return yields.join(' · ')
  },
  bundleRow: (
    contents: readonly {
      readonly name: string
      readonly quantity: Amount
      readonly hidden: boolean
    }[],
  ) =>
    contents
      .map(
        (part) =>
          `${amount(part.quantity)} × ${part.name || 'unknown part'}${part.hidden ? ' (hidden)' : ''}`,
      )
      .join(' + '),
  save: 'Save',
  copy: 'Duplicate',
  copyName: (name: string) => `${name} (copy)`,
  hide: 'Hide',
  hideNote: 'It leaves the lists. Plans and history keep it, and it can be brought back.',
  isHidden: 'This is hidden: it is on no list. Saving it brings it back.',
  name: 'Name',
  category: 'Category',
  categoryHint: 'Where it stands in a shop, such as Dairy or Baking.',
  recipeCategoryHint: 'Cookies, Cakes: as you like.',
  notes: 'Notes',
  makes: 'One batch makes',
  unitName: 'Called',
  unitNameHint: 'Empty: like the recipe.',
  itemsPerBatch: 'Pieces',
  addUnit: 'It makes another kind too',
  removeUnit: (name: string) => `Remove ${name || 'this kind'}`,
  splits: 'One batch can be divided between the kinds',
  ingredients: 'Ingredients of one batch',
  quantity: 'Quantity',
  measure: 'Measure',
  ingredient: 'Ingredient',
  addLine: 'Add an ingredient',
  removeLine: (name: string) => `Remove ${name || 'this line'}`,
  paste: 'Paste a list',
  pasteHint:
    'One ingredient a line, as in “2 1/4 cups flour”. You can look them over before you save.',
  pasteRead: 'Read the lines',
  pasted: (read: number, all: number) =>
    `${amount(read)} of ${amount(all)} ${plural(all, { one: 'line', other: 'lines' })} ${plural(read, { one: 'was', other: 'were' })} read. Look ${plural(all, { one: 'it', other: 'them' })} over; what was not read stays as text.`,
  inOne: 'In each one',
  part: 'Part',
  howMany: 'How many',
  addPart: 'Add a part',
  removePart: (name: string) => `Remove ${name || 'this part'}`,
  choose: 'Choose…',
  newMaterial: 'New material…',
  materialName: 'Name of the material',
  ofRecipe: (part: string, recipe: string | null) =>
    recipe === null ? part : `${part} (${recipe})`,
  hiddenPart: (name: string) => `${name} (hidden)`,
  preview: 'One holds',
  previewLine: (name: string, quantity: Amount) =>
    `${amount(quantity)} × ${name || 'unknown part'}`,
  previewCycle: (names: readonly string[]) => `It would contain itself: ${names.join(' › ')}`,
  measureHint: 'g, kg, cup, each: what you buy and count it in.',
  density: 'Weight of a volume, if you know it',
  densityHint: 'Such as 1 cup = 120 g. Then cups and grams are added up.',
  volume: 'Volume',
  volumeMeasure: 'Its measure',
  mass: 'Weighs',
  massMeasure: 'Its measure of weight',
}

export type CatalogueWords = typeof catalogue
