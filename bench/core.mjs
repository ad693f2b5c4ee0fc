import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

// How long all answers of a large event take, bundled as the app is. `node bench/core.mjs`

const WARM_UP = 5
const RUNS = 60

/** @returns {Promise<{ median: number, p95: number }>} milliseconds */
export async function measureCore() {
  const { boardOf, facts200 } = await bundled()
  const facts = facts200()
  const times = []
  for (let run = -WARM_UP; run < RUNS; run++) {
    // A tap brings a ledger that is new to the board; the catalogue is the one it knows.
    const tapped = { ...facts, entries: [...facts.entries] }
    const start = performance.now()
    boardOf(tapped)
    if (run >= 0) times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(RUNS / 2)] ?? NaN, p95: times[Math.floor(RUNS * 0.95)] ?? NaN }
}

/** @returns {Promise<Pick<typeof import('../src/domain/board.ts'), 'boardOf'> & typeof import('./facts.ts')>} */
async function bundled() {
  const entry = 'virtual:bench'
  const root = fileURLToPath(new URL('..', import.meta.url))
  const source = `
    export { boardOf } from '${root}src/domain/board.ts'
    export { facts200 } from '${root}bench/facts.ts'`
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    build: { ssr: true, write: false, minify: true, rolldownOptions: { input: entry } },
    plugins: [
      {
        name: 'bench',
        resolveId: (id) => (id === entry ? `\0${entry}` : null),
        load: (id) => (id === `\0${entry}` ? source : null),
      },
    ],
  })
  const [built] = [result].flat()
  if (!built || !('output' in built)) throw new Error('nothing was built')
  const [{ code }] = built.output
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    const file = join(folder, 'core.mjs')
    await writeFile(file, code)
    return await import(pathToFileURL(file).href)
  } finally {
    await rm(folder, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { median, p95 } = await measureCore()
  console.log(
    `all answers of a large event: ${median.toFixed(1)} ms median, ${p95.toFixed(1)} ms 95th`,
  )
}
