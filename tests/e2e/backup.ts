/** A backup as bake-tracker writes it, with only the tables that a test is about. */
export function backup(tables: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { version: '4.1', application: 'bake-tracker', ...tables }
}

/** 50 bags of 6 cookies and 3 brownies. */
export const HOLIDAY = {
  recipes: [{ name: 'Cookies' }, { name: 'Brownies' }],
  finished_units: [
    { slug: 'cookie', display_name: 'Cookie', recipe_name: 'Cookies', items_per_batch: 48 },
    { slug: 'brownie', display_name: 'Brownie', recipe_name: 'Brownies', items_per_batch: 24 },
  ],
  finished_goods: [{ slug: 'bag', display_name: 'Bag' }],
  compositions: [
    { finished_good_slug: 'bag', finished_unit_slug: 'cookie', component_quantity: 6 },
    { finished_good_slug: 'bag', finished_unit_slug: 'brownie', component_quantity: 3 },
  ],
  events: [{ name: 'Holiday', event_date: '2031-12-24', year: 2031 }],
  event_production_targets: [
    { event_name: 'Holiday', recipe_name: 'Cookies', target_batches: 7 },
    { event_name: 'Holiday', recipe_name: 'Brownies', target_batches: 7 },
  ],
  event_assembly_targets: [
    { event_name: 'Holiday', finished_good_slug: 'bag', target_quantity: 50 },
  ],
}

const WANTED: Readonly<Record<string, readonly [perBatch: number, batches: number]>> = {
  Cookies: [48, 7],
  Brownies: [24, 7],
  Stollen: [10, 1],
  Jam: [12, 1],
  Bread: [8, 2],
  Rolls: [12, 40],
  'Marzipan pigs': [20, 3],
}
const BAKED: readonly (readonly [recipe: string, batches: number, good: number])[] = [
  ['Cookies', 6, 288],
  ['Brownies', 6, 144],
  ['Stollen', 3, 30],
  ['Jam', 1, 12],
  ['Rolls', 23, 276],
  ['Marzipan pigs', 1, 0],
  ['Marzipan pigs', 1, 11],
  ['Lebkuchen', 2, 60],
]
const PACKED: Readonly<Record<string, readonly [wanted: number, parts: Record<string, number>]>> = {
  'Gift bag': [50, { Cookies: 6, Brownies: 3 }],
  'Stollen in paper': [5, { Stollen: 1 }],
  'Crate of jam': [3, { Jam: 20 }],
  'Two jars': [10, { Jam: 2 }],
  'Loaf in a basket': [16, { Bread: 1 }],
  'Tray of cookies': [4, { Cookies: 12 }],
  'Empty box': [2, {}],
}

/** An event in which every state that a card can have is seen at once. */
export const MARKET = {
  recipes: [...Object.keys(WANTED), 'Lebkuchen'].map((name) => ({ name })),
  finished_units: [...Object.entries(WANTED), ['Lebkuchen', [30, 0]] as const].map(
    ([recipe_name, [items_per_batch]]) => ({
      slug: recipe_name,
      display_name: `${recipe_name}, one`,
      recipe_name,
      items_per_batch,
    }),
  ),
  finished_goods: Object.keys(PACKED).map((name) => ({ slug: name, display_name: name })),
  compositions: Object.entries(PACKED).flatMap(([finished_good_slug, [, parts]]) =>
    Object.entries(parts).map(([finished_unit_slug, component_quantity]) => ({
      finished_good_slug,
      finished_unit_slug,
      component_quantity,
    })),
  ),
  events: [
    { name: 'Christmas market', event_date: '2031-12-01', year: 2031 },
    { name: 'Summer fair', event_date: '2021-07-01', year: 2021 },
  ],
  event_production_targets: Object.entries(WANTED).map(([recipe_name, [, target_batches]]) => ({
    event_name: 'Christmas market',
    recipe_name,
    target_batches,
  })),
  event_assembly_targets: Object.entries(PACKED).map(([finished_good_slug, [target_quantity]]) => ({
    event_name: 'Christmas market',
    finished_good_slug,
    target_quantity,
  })),
  production_runs: BAKED.map(([recipe_name, num_batches, actual_yield], index) => ({
    event_name: 'Christmas market',
    recipe_name,
    num_batches,
    actual_yield,
    produced_at: `2031-11-2${index}T10:00:00Z`,
  })),
  assembly_runs: [
    {
      event_name: 'Christmas market',
      finished_good_slug: 'Stollen in paper',
      quantity_assembled: 6,
      assembled_at: '2031-11-29T10:00:00Z',
    },
  ],
}
