/**
 * @typedef {{
 *   numPassedTests: number,
 *   numFailedTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[],
 * }} Report the part of a runner's JSON report that is counted
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
  const broken = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const passed = report.numPassedTests
  const failed = report.numFailedTests + broken.length
  const unsaid = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: unsaid ? 1 : failed }
}
