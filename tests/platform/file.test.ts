import { expect, test } from 'vitest'
import { isTooLargeToOpen, readTextFile } from '../../src/platform/file'

const MEGABYTE = '\u00e9'.repeat(500_000)
const MOST = Array.from({ length: 64 }, () => MEGABYTE)

test('what is not said to be too large to open again is opened, and one byte more is neither', async () => {
  expect(isTooLargeToOpen(MOST)).toBe(false)
  expect(await readTextFile(new File(MOST, 'backup.txt'))).toHaveProperty('text.length', 32_000_000)
  const more = [...MOST, '\n']
  expect(isTooLargeToOpen(more)).toBe(true)
  expect(await readTextFile(new File(more, 'backup.txt'))).toHaveProperty('file', 'too large')
})
