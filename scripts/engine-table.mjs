/**
 * @typedef {{
 *   testResults: { assertionResults: {
 *     ancestorTitles: string[], title: string, status: string, failureMessages?: string[] | null,
 *   }[] }[],
 * }} EngineReport the part of the runner's JSON report that the table shows
 */

/**
 * The stories down, the engines across, a mark in each place; below it the reason of each mark that
 * is no pass.
 * @param {EngineReport} report
 * @param {{ name: string, lacks: string | null }[]} engines
 * @returns {string[]} lines
 */
export function engineTable(report, engines) {
  const results = report.testResults.flatMap((file) => file.assertionResults)
  const stories = [...new Set(results.map(({ title }) => title))]
  const width = Math.max(...stories.map((story) => story.length), 0)
  /** @type {string[]} */
  const reasons = []
  const rows = stories.map((story) => {
    const marks = engines.map((engine) => {
      const result = results.find(
        ({ title, ancestorTitles }) => title === story && ancestorTitles.includes(engine.name),
      )
      if (engine.lacks !== null) return '-'
      if (result?.status === 'passed') return 'pass'
      const [said = 'it was not told'] = (result?.failureMessages ?? []).map(
        (text) => text.split('\n')[0],
      )
      reasons.push(`${engine.name}, ${story}: ${said}`)
      return 'FAIL'
    })
    return line(story, width, marks, engines)
  })
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
 * @param {string} story
 * @param {number} width
 * @param {string[]} cells
 * @param {{ name: string }[]} engines
 */
function line(story, width, cells, engines) {
  const padded = cells.map((cell, index) => cell.padEnd(engines[index]?.name.length ?? 0))
  return [story.padEnd(width), ...padded].join('  ').trimEnd()
}
