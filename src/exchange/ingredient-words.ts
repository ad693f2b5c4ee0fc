/** What recipes call measures, sizes and numbers, in English and Spanish. */

/** A measure as we write it, with the other ways in which recipes write it. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  g: ['gram', 'grams', 'g', 'g.', 'gr', 'gr.', 'grs', 'grs.', 'gm', 'gms', 'gramo', 'gramos'],
  kg: ['kilogram', 'kilograms', 'kg', 'kg.', 'kgs', 'kilo', 'kilos', 'kilogramo', 'kilogramos'],
  mg: ['milligram', 'milligrams', 'mg', 'mg.'],
  ml: ['milliliter', 'milliliters', 'ml', 'ml.', 'millilitre', 'millilitres', 'mililitro', 'mililitros', 'cc'],
  cl: ['centiliter', 'centiliters', 'cl', 'cl.', 'centilitre', 'centilitres', 'centilitro', 'centilitros'],
  dl: ['deciliter', 'deciliters', 'dl', 'dl.', 'decilitre', 'decilitres', 'decilitro', 'decilitros'],
  l: ['liter', 'liters', 'l', 'l.', 'litre', 'litres', 'lt', 'lts', 'litro', 'litros'],
  oz: ['ounce', 'ounces', 'oz', 'oz.', 'onza', 'onzas'],
  lb: ['pound', 'pounds', 'lb', 'lb.', 'lbs', 'lbs.', 'libra', 'libras'],
  'fl oz': ['fluid ounce', 'fluid ounces', 'fl oz', 'fl. oz.', 'fl.oz.'],
  cup: ['cup', 'cups', 'c', 'c.'],
  tbsp: ['tablespoon', 'tablespoons', 'tbsp', 'tbsp.', 'tbsps', 'tbs', 'tbs.', 'tbl', 'tbl.', 'Tb', 'T', 'T.'],
  tsp: ['teaspoon', 'teaspoons', 'tsp', 'tsp.', 'tsps', 't', 't.'],
  pint: ['pint', 'pints', 'pt', 'pt.'],
  quart: ['quart', 'quarts', 'qt', 'qt.', 'qts'],
  gallon: ['gallon', 'gallons', 'gal', 'gal.'],
  dessertspoon: ['dessertspoon', 'dessertspoons', 'dsp'],
  taza: ['taza', 'tazas', 'tz', 'tzas'],
  cucharada: ['cucharada', 'cucharadas', 'cda', 'cda.', 'cdas', 'cdas.', 'cuchara', 'cucharas', 'cda sopera', 'cdas soperas', 'cucharada sopera', 'cucharadas soperas', 'cuchara sopera', 'cucharas soperas'],
  cucharadita: ['cucharadita', 'cucharaditas', 'cdta', 'cdta.', 'cdtas', 'cdtas.', 'cdita', 'cdita.', 'cditas', 'cditas.', 'cucharilla', 'cucharillas', 'cuchara pequeña', 'cucharas pequeñas'],
  package: ['package', 'packages', 'pkg', 'pkg.', 'pkgs', 'packet', 'packets', 'pack', 'packs'],
  piece: ['piece', 'pieces', 'pc', 'pcs', 'pc.', 'pcs.'],
} // prettier-ignore

/** Singular and plural of what is counted in something: these may hold an amount of their own. */
const CONTAINERS: Readonly<Record<string, string>> = {
  bag: 'bags', bar: 'bars', block: 'blocks', bottle: 'bottles', box: 'boxes', can: 'cans',
  carton: 'cartons', container: 'containers', envelope: 'envelopes', jar: 'jars', pot: 'pots',
  sachet: 'sachets', stick: 'sticks', tin: 'tins', tub: 'tubs', tube: 'tubes',
  barra: 'barras', bote: 'botes', bolsa: 'bolsas', botella: 'botellas', brik: 'briks',
  caja: 'cajas', frasco: 'frascos', lata: 'latas', paquete: 'paquetes', sobre: 'sobres',
  tableta: 'tabletas', tarro: 'tarros',
} // prettier-ignore

/** The same of what is neither weighed nor in anything. */
const COUNTED: Readonly<Record<string, string>> = {
  bunch: 'bunches', clove: 'cloves', dash: 'dashes', dozen: 'dozens', drop: 'drops', ear: 'ears',
  handful: 'handfuls', head: 'heads', knob: 'knobs', pinch: 'pinches', rasher: 'rashers',
  sheet: 'sheets', slice: 'slices', splash: 'splashes', sprig: 'sprigs',
  chorrito: 'chorritos', copa: 'copas', diente: 'dientes', docena: 'docenas', gota: 'gotas',
  pieza: 'piezas', pizca: 'pizcas', puñado: 'puñados', ramita: 'ramitas', rebanada: 'rebanadas',
  vaso: 'vasos',
} // prettier-ignore

/** The parser's form of all this. */
export const MEASURES = Object.fromEntries([
  ...Object.entries(WRITTEN).map(([id, [short = '', plural = '', ...alternates]]) => [
    id,
    { short, plural, alternates },
  ]),
  ...Object.entries({ ...CONTAINERS, ...COUNTED }).map(([id, plural]) => [
    id,
    { short: id, plural, alternates: [] },
  ]),
]) as Readonly<Record<string, { short: string; plural: string; alternates: string[] }>>

export const isContainer = (measure: string): boolean =>
  measure in CONTAINERS || measure === 'package'

/** Numbers that are written as words, longest first, each where a line begins. */
export const NUMBER_WORDS: readonly (readonly [RegExp, string])[] = (
  [
    ['(?:one|an?|una?) and a half|un[ao]? y medi[oa]', '1 1/2'],
    ['two and a half|dos y medi[oa]', '2 1/2'],
    ['three quarters?|tres cuartos', '3/4'],
    ['two thirds?|dos tercios', '2/3'],
    ['(?:an? |one )?quarter|(?:un )?cuarto', '1/4'],
    ['(?:an? |one )?third|un tercio', '1/3'],
    ['(?:an? |one )?half(?: an?| of an?)?|medi[oa]', '1/2'],
    ['an?(?! (?:few|little|bit|lot|couple)\\b)|one|un[ao]?', '1'],
    ['a couple(?: of)?|two|dos', '2'],
    ['three|tres', '3'],
    ['four|cuatro', '4'],
    ['five|cinco', '5'],
    ['six|seis', '6'],
    ['seven|siete', '7'],
    ['eight|ocho', '8'],
    ['nine|nueve', '9'],
    ['ten|diez', '10'],
    ['twelve|doce', '12'],
  ] as const
).map(([words, number]) => [new RegExp(`^(?:${words}) (?!-)`, 'iu'), `${number} `])

/** How full or how large: stands between the number and the measure, and is no part of the name. */
export const MANNER =
  /^(?:(?:extra[- ])?large|medium(?:[- ]sized?)?|small|big|lg\.?|med\.?|sm\.?|heap(?:ing|ed)|scant|level|rounded|generous|good|grandes?|median[oa]s?|pequeñ[oa]s?|colmad[oa]s?|ras[oa]s?) /iu

export const SIZES = [
  'large',
  'medium',
  'small',
  'lg',
  'lg.',
  'md',
  'md.',
  'med',
  'med.',
  'sm',
  'sm.',
]

const ADVERBS = 'finely|roughly|coarsely|lightly|firmly|tightly|loosely|freshly|thinly|well'
const PREPARED = 'packed|sifted|melted|softened|chopped|minced|diced|sliced|beaten|grated'

/** What was done to it before it is measured: "finely chopped", "freshly squeezed". */
export const PREPARATION = new RegExp(`^(?:(?:${ADVERBS})[ -]\\p{L}+|${PREPARED}) (?=\\p{L})`, 'iu')

/** The same behind the name, as English sometimes and Spanish always has it. */
export const PREPARATION_AFTER = new RegExp(
  ` (?:(?:${ADVERBS}) )?(?:${PREPARED}|divided|grandes?|median[oa]s?|pequeñ[oa]s?|derretid[oa]s?|tamizad[oa]s?|batid[oa]s?|picad[oa]s?|troceado|ablandad[oa])$`,
  'iu',
)

/** What follows a name with no comma before it. */
export const REMARK =
  /\s(?:to taste|(?:or )?as needed|if (?:needed|desired)|for (?:dusting|greasing|rolling|sprinkling|garnish\p{L}*|serving|decorat\p{L}+|frying|brushing|coating|topping|the (?:pan|tin|top|dish|bowl|work surface))|to (?:serve|decorate|garnish|finish|dust)|at room temperature|plus (?:more|extra)|or more|(?:al?|según) gusto|para \p{L}+|a temperatura ambiente|o más|cantidad necesaria|(?:or|plus|and|o|más|y|\+) (?=[\d¼-¾⅐-⅞]))/iu

/** "Juice of 1 lemon": the lemon is what is bought. */
export const PART_OF =
  /^(?:the |el |la )?((?:(?:finely )?grated |fresh )?(?:juice|zest|rind|peel|zumo|jugo|ralladura|cáscara|piel)(?: (?:and|&|y) (?:juice|zest|rind|peel|zumo|jugo|ralladura|cáscara|piel))?) (?:of|from|de) /iu
