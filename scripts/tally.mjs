/**
 * @typedef {{
 *   numPassedTests: number,
 *   numFailedTests: number,
 *   testResults: { status: string, name?: string, message?: string, assertionResults: Result[] }[],
 * }} Report the part of a runner's JSON report that is counted
 * @typedef {{ status: string, title?: string, ancestorTitles?: string[], failureMessages?: string[] | null }} Result
 */

/**
 * How many tests passed and failed. A runner that crashed, ran nothing, or failed for a reason
 * beside its tests (a file that cannot be loaded, coverage below its limit) counts as failed too.
 * @param {Report | null} report null when the runner left none
 * @param {number} exitCode
 * @returns {{ passed: number, failed: number }}
 */
export function tally(report, exitCode) {
  if (!report) return { passed: 0, failed: 1 }
  const passed = report.numPassedTests
  const failed = report.numFailedTests + report.testResults.filter(isBroken).length
  const unsaid = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: unsaid ? 1 : failed }
}

/**
 * What failed, a line each: where it lies, what it shows, and the first line of why not.
 * @param {Report | null} report
 * @returns {string[]}
 */
export function failures(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const told = file.assertionResults.filter(({ status }) => status === 'failed')
    const lines = told.map((test) => {
      const titles = [...(test.ancestorTitles ?? []), test.title].filter(Boolean).join(' › ')
      return [titles, firstLine(test.failureMessages?.[0])]
    })
    if (isBroken(file)) lines.push(['', firstLine(file.message)])
    return lines.map((parts) => [file.name, ...parts].filter(Boolean).join(': '))
  })
}

/**
 * A file that failed for another reason than a test of it.
 * @param {Report['testResults'][number]} file
 */
const isBroken = (file) =>
  file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')

/** @param {string | undefined} text */
const firstLine = (text = '') => text.split('\n')[0] ?? ''
