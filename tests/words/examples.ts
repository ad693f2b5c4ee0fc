import type { Aside } from '../../src/domain/aside'
import type { News } from '../../src/domain/backup-age'
import type { Kind } from '../../src/domain/copies'
import type { Standing } from '../../src/domain/ledger'
import type { Named } from '../../src/domain/merge-report'
import type {
  ChangeReason,
  EventId,
  GoodId,
  LossReason,
  RecipeId,
  StockChange,
  UnitId,
  WriterId,
} from '../../src/domain/model'
import { CHANGE_REASONS, LOSS_REASONS } from '../../src/domain/model'
import type { PlanUnit } from '../../src/domain/needs'
import { divide } from '../../src/domain/quantity'
import type { Field, Refusal } from '../../src/domain/refusal'
import type { LeftOutReason } from '../../src/exchange/imported'
import type { Examples, Whole } from './sentences'

/** Names that somebody typed: every sentence shows them as they are. */
export const NAMES = ['Zimtsterne', 'Geschenktüte', 'Schachtel'] as const
const [NAME, BAG, BOX] = NAMES
const HALF = divide(1, 2)
const KINDS: readonly Kind[] = [
  ...(['recipe', 'unit', 'good', 'ingredient', 'material', 'event', 'entry'] as const),
  ...(['productionTarget', 'assemblyTarget', 'looseTarget'] as const),
]
const ADDED = [
  ...(['events', 'recipes', 'units', 'goods', 'ingredients', 'materials'] as const),
  ...(['targets', 'runs'] as const),
]
const ASIDE: Aside = {
  ...{ kind: 'recipe', name: BAG, writer: 'w' as WriterId, at: null },
  ...{ hidden: false, archived: false },
  ...{ day: null, count: null, lines: [], texts: [], entry: null },
}
const ASIDES: readonly Aside[] = [
  { ...ASIDE, hidden: true, texts: [NAME] },
  { ...ASIDE, kind: 'event', archived: true },
  { ...ASIDE, kind: 'looseTarget', hidden: true, count: 9 },
  { ...ASIDE, lines: [{ quantity: HALF, measure: 'g', name: NAME }], texts: [BOX] },
  { ...ASIDE, kind: 'unit', count: 48 },
  ...[1, 7].map((count): Aside => ({ ...ASIDE, kind: 'productionTarget', count })),
]
const NEWS: readonly News[] = [
  { records: 0, changes: 0 },
  { records: 1, changes: 0 },
  { records: 0, changes: 1 },
  { records: 1200, changes: 12 },
]
const COUNTS: readonly [number][] = [[0], [1], [2], [1200]]
const NAMED: readonly [string][] = [[NAME]]
const TIMED: readonly [string, number, number][] = [
  [NAME, 3, 7],
  [NAME, 8, 7],
  ['', 1, 1],
]
const CHAIN: readonly [string[]][] = [[[BAG, BOX, BAG]]]
const unitId = 'u' as UnitId
const recipeId = 'r' as RecipeId

const recorded = {
  writer: 'w' as WriterId,
  seq: 1,
  at: 0,
  stamp: 1,
  by: 'Lena',
  eventId: 'e' as EventId,
}

const run = (batches: number, good: number, expected: number, reason: LossReason | null) =>
  ({
    ...recorded,
    kind: 'production',
    recipeId,
    batches,
    pieces: [{ unitId, good, expected }],
    reason,
  }) satisfies Standing

const packing = (quantity: number) =>
  ({
    ...recorded,
    kind: 'assembly',
    goodId: 'g' as GoodId,
    quantity,
    used: [],
  }) satisfies Standing

const stock = (change: StockChange) =>
  ({
    ...recorded,
    kind: 'stock',
    item: { kind: 'unit', id: unitId },
    measure: '',
    change,
  }) satisfies Standing

const changed = (n: number, d: number, reason: ChangeReason) =>
  stock({ type: 'change', amount: { n, d }, reason })

const ENTRIES: readonly Standing[] = [
  run(1, 48, 48, null),
  run(2, 90, 96, 'burnt'),
  run(1, 0, 48, 'dropped'),
  run(2, 0, 96, 'other'),
  packing(1),
  packing(12),
  stock({ type: 'count', amount: { n: 7, d: 2 } }),
  changed(-1, 1, 'given'),
  changed(-12, 1, 'given'),
  changed(3, 2, 'bought'),
  ...CHANGE_REASONS.map((reason) => changed(-2, 1, reason)),
]

const planUnit = (shortAfter: number, surplus: number | null): PlanUnit => ({
  unitId,
  unitName: NAME,
  itemsPerBatch: 48,
  need: 300,
  share: divide(25, 4),
  planned: 336,
  surplus,
  shortAfter,
})

const baking = (batches: number) => ({ recipeId, recipeName: NAME, batches, shares: [] })

const FIELDS: readonly Field[] = [
  'name',
  'date',
  'batches',
  'quantity',
  'pieces',
  'itemsPerBatch',
  'lineQuantity',
  'count',
  'by',
  'minutes',
]

const REFUSALS: readonly Refusal[] = [
  ...FIELDS.flatMap((field): Refusal[] => [
    { refused: 'not a count', field, min: 0, max: 1_000_000 },
    { refused: 'not a quantity', field },
  ]),
  { refused: 'empty name' },
  { refused: 'name too long', max: 200 },
  { refused: 'word too long', max: 200 },
  { refused: 'no such day' },
  { refused: 'unknown', what: 'event' },
  { refused: 'no lines' },
  { refused: 'no units' },
  { refused: 'in a row', list: 'ingredients', row: 2, why: { refused: 'empty name' } },
  { refused: 'in a row', list: 'units', row: 1, why: { refused: 'empty name' } },
  { refused: 'in a row', list: 'parts', row: 3, why: { refused: 'hidden part', name: BAG } },
  { refused: 'hidden part', name: BAG },
  { refused: 'not a density' },
  { refused: 'name taken', name: NAME },
  { refused: 'cycle', chain: [], names: [BAG, BOX, BAG] },
  { refused: 'out of range' },
  { refused: 'void of a void' },
  { refused: 'more than stock', possible: 1, wanted: 5 },
  { refused: 'more than stock', possible: 3, wanted: 5 },
]

const LEFT_OUT: readonly LeftOutReason[] = [
  'unknown event',
  'unknown recipe',
  'unknown bundle',
  'unknown piece',
  'unknown material',
  'unknown ingredient',
  'nothing of ours',
  'no name',
  'no yield',
  'no number',
  'no date',
  'mixed measures',
  'twice',
  'ambiguous name',
]

/** Arguments for every sentence that is made of something. */
export const EXAMPLES: Omit<Examples<Whole>, 'format' | 'day'> = {
  app: {
    awake: [
      [true, 'on'],
      [true, 'off'],
      [true, 'refused'],
      [false, 'off'],
    ],
  },
  wall: {
    now: [[1], [48]],
    thereNow: [[1], [HALF]],
    page: [[1, 3]],
    metres: [[0.6], [2]],
    minutes: [[15]],
  },
  timers: {
    batch: TIMED.map(([, batch, target]) => [batch, target]),
    label: TIMED,
    countdown: [[0], [9], [1439], [3900]],
    rang: [[0], [3], [125]],
    new: { title: [[NAME], ['']], start: [[1], [24], [90]] },
    ringing: { ready: TIMED },
    list: { moreOf: NAMED, recordOf: NAMED, stopOf: NAMED, stopAsk: NAMED },
  },
  events: { daysToGo: [[-1], [0], [1], [9]] },
  head: {
    batchesDone: [
      [6, 7],
      [0, 1],
    ],
    toGo: COUNTS,
    packed: [
      [0, 1],
      [40, 50],
    ],
    percent: [[57.14]],
    overall: [[57.14, 3]],
  },
  next: {
    sentence: [
      [{ kind: 'bake', bake: [baking(1)], gain: 2, each: true }],
      [{ kind: 'bake', bake: [baking(1), baking(2)], gain: 2, each: false }],
      [{ kind: 'pack', name: BAG, quantity: 1 }],
      [{ kind: 'pack', name: '', quantity: 48 }],
      [{ kind: 'blocked' }],
      [{ kind: 'complete' }],
      [{ kind: 'plan' }],
    ],
    remake: [
      [[baking(1), baking(2)], 0],
      [[baking(1)], 1],
      [[baking(2)], 3],
    ],
    negative: [
      [NAME, -2],
      ['', -1],
    ],
  },
  last: { undoOf: NAMED },
  entry: {
    what: ENTRIES.flatMap((entry): [Standing, string][] => [
      [entry, NAME],
      [entry, ''],
    ]),
    line: ENTRIES.map((entry) => [entry, NAME, '14:02']),
  },
  produce: {
    doneCount: COUNTS,
    progress: [
      [0, 1, 1, 0],
      [6, 7, 1, 85.71],
    ],
    over: COUNTS,
    lost: COUNTS,
    pieces: [
      [NAME, 48, 48, 300],
      [NAME, 1, 48, 1],
    ],
    shortAfter: COUNTS,
    since: [[-48], [-1], [24], [HALF]],
    gain: COUNTS,
    plusOneOf: NAMED,
    timerOf: NAMED,
    moreOf: NAMED,
    trays: [
      [NAME, 6, 7, 0],
      [NAME, 0, 1, 1],
      [NAME, 2, 7, 3],
    ],
    alsoMadeRow: [
      [{ kind: 'recipe', name: NAME, batches: 1, lostBatches: 1 }],
      [{ kind: 'recipe', name: '', batches: 2, lostBatches: 2 }],
      [{ kind: 'bundle', name: BAG, quantity: 1 }],
      [{ kind: 'bundle', name: '', quantity: 3 }],
    ],
  },
  assemble: {
    packed: COUNTS,
    now: COUNTS,
    waiting: COUNTS,
    short: COUNTS,
    over: COUNTS,
    progress: [
      [0, 1, 0],
      [40, 50, 80],
    ],
    nowOf: [
      [1, 50],
      [48, 50],
    ],
    bar: [
      [BAG, { packed: 1, now: 1, waiting: 1, short: 1 }],
      [BAG, { packed: 0, now: 48, waiting: 2, short: 0 }],
    ],
    missing: [
      [[{ kind: 'unit', id: unitId, name: NAME, missing: 12 }]],
      [[{ kind: 'unit', id: unitId, name: '', missing: HALF }]],
    ],
    waitingFor: [[[baking(1), baking(2)]]],
    shares: [
      [48, 20, [BOX], [NAME]],
      [48, 1, [BAG, BOX], [NAME, '']],
    ],
    limitedBy: [[[NAME]], [[NAME, '']]],
    cycle: CHAIN,
    plusOneOf: NAMED,
    packAll: [[48]],
    moreOf: NAMED,
    looseRow: [
      [0, 1],
      [12, 30],
    ],
    looseNow: COUNTS,
    handOver: [[12]],
    piecesOf: NAMED,
    gone: [[-1], [-2]],
    looseBar: [
      [NAME, { given: 1, now: 1, waiting: 1, short: 1 }],
      [NAME, { given: 0, now: 12, waiting: HALF, short: 2 }],
    ],
  },
  pack: {
    anyway: [[5]],
    asks: [
      [1, 5],
      [3, 5],
    ],
  },
  refusals: { sentence: REFUSALS.map((refusal) => [refusal]) },
  plan: {
    wantedOf: NAMED,
    batchesOf: NAMED,
    upOf: NAMED,
    removeOf: NAMED,
    working: [
      [planUnit(0, 36), 7],
      [planUnit(0, 36), 1],
      [planUnit(0, 36), null],
    ],
    step: [
      [{ bundleName: BAG, count: 50, each: 6, pieces: 300 }],
      [{ bundleName: '', count: 50, each: 6, pieces: 300 }],
      [{ bundleName: null, count: 1, each: 1, pieces: 12 }],
    ],
    surplus: [[planUnit(0, 36)], [planUnit(0, null)]],
    shortAfter: [[planUnit(1, -1)], [planUnit(12, -12)]],
    outdated: [
      [{ batchesThen: 7, needThen: 300, needNow: 350, batchesNow: 8 }],
      [{ batchesThen: 1, needThen: 1, needNow: HALF, batchesNow: 1 }],
    ],
    down: [
      [{ batches: 6, short: [{ unitName: NAME, pieces: 12 }], bundlesFewer: 2 }],
      [{ batches: 1, short: [{ unitName: NAME, pieces: 1 }], bundlesFewer: 1 }],
      [{ batches: 1, short: [{ unitName: NAME, pieces: HALF }], bundlesFewer: 0 }],
    ],
    takeBatches: COUNTS,
    totals: [[{ batches: 14, pieces: 672, surplus: 72 }], [{ batches: 1, pieces: 48, surplus: 0 }]],
    planBatches: COUNTS,
    contents: [
      [
        [
          { name: NAME, quantity: HALF },
          { name: '', quantity: 3 },
        ],
      ],
    ],
  },
  catalogue: {
    bringBackOf: NAMED,
    recipeRow: [
      [[{ ...written(), name: NAME, itemsPerBatch: 48 }], NAME, 0],
      [[{ ...written(), name: BOX, itemsPerBatch: 48 }], NAME, 1],
      [[{ ...written(), name: NAME, itemsPerBatch: 1200 }], NAME, 12],
    ],
    bundleRow: [
      [
        [
          { name: NAME, quantity: HALF, hidden: true },
          { name: '', quantity: 3, hidden: false },
        ],
      ],
    ],
    copyName: NAMED,
    removeUnit: [[NAME], ['']],
    removeLine: [[NAME], ['']],
    pasted: [
      [1, 2],
      [5, 6],
    ],
    removePart: [[NAME], ['']],
    ofRecipe: [
      [BOX, NAME],
      [NAME, null],
    ],
    hiddenPart: NAMED,
    previewLine: [
      [NAME, HALF],
      ['', 3],
    ],
    previewCycle: CHAIN,
  },
  shop: {
    amount: [
      [divide(7, 4), 'cup'],
      [divide(1, 2), 'tsp'],
    ],
    there: [[divide(7, 4), 'cup']],
    measure: [['cup'], ['cda']],
    unreadLine: [['a pinch', NAME]],
    need: [['250 g']],
    have: [['250 g']],
    buy: [['250 g']],
    countAgain: [['-250 g']],
    alsoFor: [[[BAG, BOX]]],
    boughtOf: [['250 g', NAME]],
    undoBoughtOf: NAMED,
    unplanned: [
      [[{ recipeName: NAME, batchesNeeded: 1 }]],
      [
        [
          { recipeName: NAME, batchesNeeded: 7 },
          { recipeName: BAG, batchesNeeded: 12 },
        ],
      ],
    ],
    listTitle: NAMED,
    counting: {
      place: [[1, 12]],
      howMuch: [
        [NAME, ''],
        [NAME, 'g'],
      ],
      last: [['250 g']],
      undoOf: NAMED,
    },
  },
  settings: {
    space: [
      [1_234_567, 10_737_418_240],
      [1_234_567, null],
      [0, 5e8],
    ],
    version: [['1.2.3']],
  },
  why: {
    packing: [
      [{ name: NAME, each: 6, there: 288, gives: 48, taken: [], isBundle: false }],
      [{ name: '', each: 1, there: null, gives: null, taken: [], isBundle: false }],
    ],
    taken: [
      [
        {
          name: NAME,
          each: 6,
          there: 0,
          gives: 0,
          taken: [
            { name: BAG, amount: 12 },
            { name: BOX, amount: HALF },
          ],
          isBundle: false,
        },
      ],
    ],
    inner: [[BAG], ['']],
    toGo: COUNTS,
    cure: [
      [{ recipeId, unitName: NAME, lack: 60, coming: 48, short: 12, itemsPerBatch: 48 }],
      [{ recipeId, unitName: NAME, lack: 1, coming: 0, short: 1, itemsPerBatch: 48 }],
    ],
    gain: [
      [{ recipeId, recipeName: NAME, pieces: [{ unitName: NAME, count: 24 }], now: 40, then: 48 }],
    ],
  },
  record: {
    bake: { title: NAMED, goodOf: NAMED, expected: COUNTS },
    pack: { title: NAMED },
    history: {
      detail: [
        ...ENTRIES.slice(0, 4).map((entry): [Standing] => [entry]),
        ...LOSS_REASONS.map((reason): [Standing] => [run(1, 40, 48, reason)]),
      ],
      whoWhen: [['Lena', 'iPad', '14:02']],
      undoneBy: [
        ['', '14:02'],
        ['Lena', '14:02'],
      ],
    },
    title: NAMED,
    without: NAMED,
    reasonOf: [['–', NAME]],
    half: COUNTS,
    batch: COUNTS,
    there: COUNTS,
    change: [[{ now: 48, then: 36, bundlesShort: 0, remake: [] }]],
    filter: { count: [[1, 12]] },
    undoAsk: [
      [NAME, [{ name: BAG, amount: -1 }]],
      [
        NAME,
        [
          { name: '', amount: -12 },
          { name: BOX, amount: -2 },
        ],
      ],
    ],
  },
  backup: {
    last: NEWS.map((since, days): [number, News] => [days, since]),
    never: NEWS.map((since) => [since]),
    preparing: [[40]],
    reading: [[40]],
    restoring: [[40]],
    trying: [[40]],
    from: [
      [NAME, '14:02'],
      ['', '14:02'],
    ],
    addRecords: COUNTS,
    addRows: KINDS.flatMap((kind): [Kind, number][] => [
      [kind, 1],
      [kind, 1200],
    ]),
    changed: COUNTS,
    older: COUNTS,
    setAside: COUNTS,
    known: COUNTS,
    named: KINDS.flatMap((kind): [Named][] => [[{ kind, name: NAME }], [{ kind, name: '' }]]),
    countAgain: [[[NAME, BAG]], [['']]],
    sound: [
      [312, 0],
      [1, 1],
      [1200, 12],
    ],
    asideSays: ASIDES.map((aside) => [aside]),
    asideRow: [[NAME, BOX, '14:02']],
    copyOf: [['24.12.2026']],
    openCopyOf: [['24.12.2026']],
    saveCopyOf: [['24.12.2026']],
    saveFile: [[NAME]],
  },
  file: {
    opening: [[0], [40]],
    added: ADDED.flatMap((kind): [(typeof ADDED)[number], number][] => [
      [kind, 1],
      [kind, 1200],
    ]),
    known: COUNTS,
    differing: COUNTS,
    leftOutRow: LEFT_OUT.flatMap((reason) => [
      [{ table: 'events', name: NAME, reason, rows: 1 }],
      [{ table: 'events', name: '', reason, rows: 12 }],
    ]),
    remark: [
      [{ remark: 'portion', name: NAME, percent: 12.5, itemsPerBatch: 8 }],
      [{ remark: 'packed beyond stock', event: BOX, name: NAME, missing: 1 }],
      [{ remark: 'packed beyond stock', event: BOX, name: NAME, missing: 12 }],
      [{ remark: 'no target number', name: NAME }],
      [{ remark: 'no packings' }],
      [{ remark: 'no time', name: NAME }],
      [{ remark: 'no yield', name: NAME }],
      [{ remark: 'piece not named', recipe: NAME, piece: BOX }],
      [{ remark: 'ambiguous name', table: 'recipes', name: NAME }],
      [{ remark: 'rounded', name: NAME, from: 0.3333, to: { n: 1, d: 3 } }],
    ],
    refusalOf: [[NAME, { file: 'altered' }]],
    refusal: [
      [{ file: 'too large', maxMegabytes: 50 }],
      [{ file: 'too large together', maxMegabytes: 64 }],
      [{ file: 'not text' }],
      [{ file: 'not readable' }],
      [{ file: 'not alone' }],
      [{ file: 'not json' }],
      [{ file: 'cut off' }],
      [{ file: 'too deep' }],
      [{ file: 'empty' }],
      [{ file: 'other program', program: '' }],
      [{ file: 'other program', program: BOX }],
      [{ file: 'wrong type', where: 'recipes[3].name' }],
      [{ file: 'out of range', where: 'recipes[3].name' }],
      [{ file: 'cycle', chain: [BAG, BOX, BAG] }],
      [{ file: 'forbidden key', where: 'recipes[3]' }],
      [{ file: 'too many unknown', count: 1200 }],
      [{ file: 'damaged', line: 1200 }],
      [{ file: 'altered' }],
      [{ file: 'newer backup' }],
      [{ file: 'too many rows', most: 2_000_000 }],
    ],
  },
}

function written() {
  return { id: unitId, recipeId, order: 1, stamp: 1, writer: 'w' as WriterId, hidden: false }
}
