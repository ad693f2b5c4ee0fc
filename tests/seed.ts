import * as fc from 'fast-check'

// The same generated cases everywhere, so that what has passed passes again. `VITE_SEED=7 npm test`
// looks at others.
const SEED: unknown = import.meta.env['VITE_SEED']
fc.configureGlobal({ seed: Number(SEED ?? 20_261_127) })
