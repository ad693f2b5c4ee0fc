/**
 * @typedef {{
 *   ancestorTitles: string[], title: string, status: string, failureMessages?: string[] | null,
 *   meta?: { engine?: string },
 * }} Result
 * @typedef {{
 *   testResults: { name?: string, assertionResults: Result[] }[],
 * }} EngineReport the part of the runner's JSON report that the table shows
 */

/**
 * The stories down, the engines across, a mark in each place; below them how many tests of each
 * folder passed, and the reason of each mark that is no pass.
 * @param {EngineReport} report
 * @param {{ name: string, lacks: string | null }[]} engines
 * @returns {string[]} lines
 */
export function engineTable(report, engines) {
  const counted = folders(report)
  const results = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter(({ meta }) => !meta?.engine)
  const stories = [...new Set(results.map(({ title }) => title))]
  const width = Math.max(...[...stories, ...counted.keys()].map((name) => name.length), 0)
  /** @type {string[]} */
  const reasons = []
  const rows = stories.map((story) => {
    const marks = engines.map((engine) => {
      const result = results.find(
        ({ title, ancestorTitles }) => title === story && ancestorTitles.includes(engine.name),
      )
      if (engine.lacks !== null) return '-'
      if (result?.status === 'passed') return 'pass'
      reasons.push(reason(engine.name, story, result))
      return 'FAIL'
    })
    return line(story, width, marks, engines)
  })
  for (const [folder, tests] of counted) {
    const marks = engines.map(({ name, lacks }) => {
      if (lacks !== null) return '-'
      const here = tests.filter(({ meta }) => meta?.engine === name)
      const failed = here.filter(({ status }) => status !== 'passed')
      for (const test of failed) reasons.push(reason(name, test.title, test))
      return failed.length > 0 || here.length === 0 ? 'FAIL' : String(here.length)
    })
    rows.push(line(folder, width, marks, engines))
  }
  for (const { name, lacks } of engines) if (lacks !== null) reasons.push(`${name}: ${lacks}`)
  return [
    line(
      '',
      width,
      engines.map(({ name }) => name),
      engines,
    ),
    ...rows,
    ...reasons,
  ]
}

/**
 * The tests that ran inside an engine's own page, by the folder that they lie in.
 * @param {EngineReport} report
 */
function folders(report) {
  /** @type {Map<string, Result[]>} */
  const found = new Map()
  for (const { name = '', assertionResults } of report.testResults) {
    const inside = assertionResults.filter(({ meta }) => meta?.engine)
    const [folder = name] = /tests\/.*(?=\/)/.exec(name) ?? []
    if (inside.length > 0) found.set(folder, [...(found.get(folder) ?? []), ...inside])
  }
  return found
}

/**
 * @param {string} engine
 * @param {string} title
 * @param {Result | undefined} result
 */
function reason(engine, title, result) {
  const [said = 'it was not told'] = (result?.failureMessages ?? []).map(
    (text) => text.split('\n')[0],
  )
  return `${engine}, ${title}: ${said}`
}

/**
 * @param {string} story
 * @param {number} width
 * @param {string[]} cells
 * @param {{ name: string }[]} engines
 */
function line(story, width, cells, engines) {
  const padded = cells.map((cell, index) => cell.padEnd(engines[index]?.name.length ?? 0))
  return [story.padEnd(width), ...padded].join('  ').trimEnd()
}
