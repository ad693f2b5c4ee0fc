import { expect, test } from 'vitest'
import { engineTable } from '../scripts/engine-table.mjs'

const told = (engine: string, title: string, ...failureMessages: string[]) => ({
  ancestorTitles: [engine],
  title,
  status: failureMessages.length > 0 ? 'failed' : 'passed',
  failureMessages,
})
const here = (name: string) => ({ name, lacks: null })

test('the table shows for each story and engine a pass or a failure, and gives its reason', () => {
  const report = {
    testResults: [
      {
        assertionResults: [told('Firefox', 'undo'), told('Firefox', 'record', 'no button\n at x')],
      },
      { assertionResults: [told('WebKit', 'undo'), told('WebKit', 'record')] },
    ],
  }
  expect(engineTable(report, [here('Firefox'), here('WebKit')])).toEqual([
    '        Firefox  WebKit',
    'undo    pass     pass',
    'record  FAIL     pass',
    'Firefox, record: no button',
  ])
})

test('an engine that is not there shows no pass, and the table says what it lacks', () => {
  const skipped = { ...told('WebKit', 'undo'), status: 'skipped' }
  const report = { testResults: [{ assertionResults: [told('Firefox', 'undo'), skipped] }] }
  const engines = [here('Firefox'), { name: 'WebKit', lacks: 'there is no WebKit' }]
  expect(engineTable(report, engines)).toEqual([
    '      Firefox  WebKit',
    'undo  pass     -',
    'WebKit: there is no WebKit',
  ])
})

test('a story that an engine was not told, though it is there, is no pass', () => {
  const skipped = { ...told('WebKit', 'undo'), status: 'skipped' }
  const report = { testResults: [{ assertionResults: [skipped] }] }
  expect(engineTable(report, [here('WebKit')])).toContain('WebKit, undo: it was not told')
})

test('tests that run inside the engines are counted by their folder, and each that failed is named', () => {
  const inside = (engine: string, title: string, ...said: string[]) => ({
    ...told('', title, ...said),
    meta: { engine },
  })
  const file = (name: string, ...assertionResults: ReturnType<typeof inside>[]) => ({
    name: `/somewhere/tests/data/${name}`,
    assertionResults,
  })
  const report = {
    testResults: [
      file('commands/a.test.ts', inside('Firefox', 'bake'), inside('WebKit', 'bake')),
      file(
        'commands/b.test.ts',
        inside('Firefox', 'pack'),
        inside('WebKit', 'pack', 'lost\n at x'),
      ),
      file('c.test.ts', inside('Firefox', 'read')),
    ],
  }
  expect(engineTable(report, [here('Firefox'), here('WebKit')])).toEqual([
    '                     Firefox  WebKit',
    'tests/data/commands  2        FAIL',
    'tests/data           1        FAIL',
    'WebKit, pack: lost',
  ])
})
