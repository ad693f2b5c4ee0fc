import { expect, test } from 'vitest'
import { VERSION } from '../../src/platform/version'

test('the version names the release and the source it was built from', () => {
  expect(VERSION).toMatch(/^\d+\.\d+\.\d+ \([0-9a-f]{7}\)$/)
})
