/**
 * What a kitchen after many years has: events with a history each.
 * @typedef {object} Size
 * @property {Readonly<Record<string, number>>} events each event's id, and how many entries it has
 * @property {boolean} material whether each bundle takes a bag, which the kitchen counts every 10,000 entries
 */

/**
 * Fills a database that the app has created, past all its code: runs in the page, so it is whole in itself.
 * @param {Size & { name: string }} size
 * @returns {Promise<number>} how many entries there are
 */
export async function fill({ name, events, material }) {
  const RECIPES = 12
  const BUNDLES = 6
  const written = { stamp: 1, writer: 'bench', hidden: false }
  const recipe = (/** @type {number} */ index) => `recipe-${index % RECIPES}`
  const unit = (/** @type {number} */ index) => `unit-${index % RECIPES}`
  const bundle = (/** @type {number} */ index) => `bundle-${index % BUNDLES}`
  const lines = (/** @type {number} */ index) => [
    { item: { kind: 'unit', id: unit(2 * index) }, quantity: { n: 6, d: 1 } },
    { item: { kind: 'unit', id: unit(2 * index + 1) }, quantity: { n: 3, d: 1 } },
    ...(material ? [{ item: { kind: 'material', id: 'bag' }, quantity: { n: 1, d: 1 } }] : []),
  ]
  const upTo = (/** @type {number} */ count) => Array.from({ length: count }, (_, index) => index)
  const ids = Object.keys(events)
  /** @type {Record<string, object[]>} */
  const rows = {
    events: ids.map((id) => ({
      ...written,
      id,
      name: id,
      date: '2031-12-24',
      notes: '',
      archived: false,
    })),
    recipes: upTo(RECIPES).map((index) => ({
      ...written,
      id: recipe(index),
      name: `Recipe ${index}`,
      category: '',
      notes: '',
      lines: [],
      splits: true,
    })),
    units: upTo(RECIPES).map((index) => ({
      ...written,
      id: unit(index),
      recipeId: recipe(index),
      name: `Piece ${index}`,
      itemsPerBatch: 48,
      order: 1,
    })),
    goods: upTo(BUNDLES).map((index) => ({
      ...written,
      id: bundle(index),
      name: `Bundle ${index}`,
      notes: '',
      lines: lines(index),
    })),
    materials: [{ ...written, id: 'bag', name: 'Bag', measure: '' }],
    productionTargets: ids.flatMap((eventId) =>
      upTo(RECIPES).map((index) => ({
        ...written,
        eventId,
        recipeId: recipe(index),
        batches: 400,
        order: index + 1,
        basis: null,
      })),
    ),
    assemblyTargets: ids.flatMap((eventId) =>
      upTo(BUNDLES).map((index) => ({
        ...written,
        eventId,
        goodId: bundle(index),
        quantity: 200,
        order: index + 1,
      })),
    ),
    marks: [
      { key: 'stamp', value: 1_000_000 },
      { key: 'plan', value: 1 },
      { key: 'catalogue', value: 1 },
    ],
  }
  let seq = 0
  let runs = 0
  let packings = 0
  const entry = (/** @type {string} */ eventId, /** @type {number} */ index) => {
    const key = { writer: 'bench', seq: ++seq, at: seq, stamp: seq, by: '', eventId }
    const place = String(seq).padStart(16, '0')
    if (index % 20 === 19) {
      const target = { writer: 'bench', seq: seq - 2 }
      return { ...key, kind: 'void', target, touches: [] }
    }
    if (index % 4 !== 3) {
      runs += 1
      const pieces = [{ unitId: unit(runs), good: 48, expected: 48 }]
      const run = { kind: 'production', recipeId: recipe(runs), batches: 1, pieces, reason: null }
      return { ...key, ...run, touches: [`${recipe(runs)} ${place}`] }
    }
    packings += 1
    const used = lines(packings)
    const packing = { kind: 'assembly', goodId: bundle(packings), quantity: 1, used }
    return { ...key, ...packing, touches: material ? ['bag', `bag ${place}`] : [] }
  }
  const count = () => {
    const key = { writer: 'bench', seq: ++seq, at: seq, stamp: seq, by: '', eventId: '' }
    const change = { type: 'count', amount: { n: 5000, d: 1 } }
    const item = { kind: 'material', id: 'bag' }
    return { ...key, kind: 'stock', item, measure: '', change, touches: ['bag', 'bag ='] }
  }
  const entries = ids.flatMap((id) =>
    upTo(events[id] ?? 0).flatMap((index) =>
      material && seq % 10_000 === 0 ? [count(), entry(id, index)] : [entry(id, index)],
    ),
  )

  const request = indexedDB.open(name)
  /** @type {IDBDatabase} */
  const db = await new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(new Error('the database does not open'))
  })
  const write = (/** @type {string} */ table, /** @type {object[]} */ some) =>
    new Promise((done, failed) => {
      const transaction = db.transaction(table, 'readwrite')
      for (const row of some) transaction.objectStore(table).put(row)
      transaction.oncomplete = () => done(undefined)
      transaction.onerror = () => failed(new Error('the rows do not fit'))
    })
  for (const [table, some] of Object.entries(rows)) await write(table, some)
  for (let start = 0; start < entries.length; start += 10_000) {
    await write('entries', entries.slice(start, start + 10_000))
  }
  db.close()
  return entries.length
}

/**
 * Events of about 2,000 entries each, that come to so many entries together.
 * @param {number} total
 * @returns {Record<string, number>}
 */
export function others(total) {
  const count = Math.max(1, Math.round(total / 2000))
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`other-${index}`, Math.round(total / count)]),
  )
}
