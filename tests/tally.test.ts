import { expect, test } from 'vitest'
import { failures, tally } from '../scripts/tally.mjs'

const file = (...statuses: string[]) => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
})

const report = (passed: number, failed: number, testResults = [file('passed')]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults,
})

test.each([
  ['tests that passed', report(7, 0), 0, { passed: 7, failed: 0 }],
  ['tests that failed', report(5, 2, [file('passed', 'failed')]), 1, { passed: 5, failed: 2 }],
  ['a crash without a report', null, 1, { passed: 0, failed: 1 }],
  ['a runner without a report that says all is well', null, 0, { passed: 0, failed: 1 }],
  ['a run without a test', report(0, 0, []), 0, { passed: 0, failed: 1 }],
  ['coverage below its limit', report(7, 0), 1, { passed: 7, failed: 1 }],
  [
    'a file that could not be loaded',
    report(7, 0, [file('passed'), { status: 'failed', assertionResults: [] }]),
    1,
    { passed: 7, failed: 1 },
  ],
])('the tally counts %s', (_, given, exitCode, expected) => {
  expect(tally(given, exitCode)).toEqual(expected)
})

test('what failed is named, with where it lies and why', () => {
  const failed = {
    status: 'failed',
    ancestorTitles: ['WebKit'],
    title: 'the board opens',
    failureMessages: ['Error: it did not\n    at a line'],
  }
  const files = [
    {
      ...file('passed', 'failed'),
      name: 'tests/a.test.ts',
      assertionResults: [{ status: 'passed', title: 'fine' }, failed],
    },
    { status: 'failed', name: 'tests/b.test.ts', message: 'No such file', assertionResults: [] },
    file('passed'),
  ]
  expect(failures(report(1, 1, files))).toEqual([
    'tests/a.test.ts: WebKit › the board opens: Error: it did not',
    'tests/b.test.ts: No such file',
  ])
  expect(failures(null)).toEqual([])
})
