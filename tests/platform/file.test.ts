import { expect, test } from 'vitest'
import { isTooLargeToOpen, readTextFile, readTextFiles } from '../../src/platform/file'

const MEGABYTE = '\u00e9'.repeat(500_000)
const MOST = Array.from({ length: 64 }, () => MEGABYTE)

test('what is not said to be too large to open again is opened, and one byte more is neither', async () => {
  expect(isTooLargeToOpen(MOST)).toBe(false)
  expect(await readTextFile(new File(MOST, 'backup.txt'))).toHaveProperty('text.length', 32_000_000)
  const more = [...MOST, '\n']
  expect(isTooLargeToOpen(more)).toBe(true)
  expect(await readTextFile(new File(more, 'backup.txt'))).toHaveProperty('file', 'too large')
})

test('a file that the device cannot hand over is told from one that is no text', async () => {
  const away = new File(['{}'], 'away.txt')
  away.slice = () => {
    throw new DOMException('gone', 'NotReadableError')
  }
  expect(await readTextFile(away)).toEqual({ file: 'not readable' })
  const picture = new File([new Uint8Array([0xff, 0xd8, 0xff])], 'cake.jpg')
  expect(await readTextFile(picture)).toEqual({ file: 'not text' })
  const good = new File(['{}'], 'good.json')
  expect(await readTextFiles([good, away])).toEqual({ file: 'not readable', nth: 1 })
  expect(await readTextFiles([good, good])).toEqual({ texts: ['{}', '{}'] })
})

test('files that are too large together are not opened', async () => {
  const half = new File(MOST.slice(0, 33), 'half.txt')
  expect(await readTextFiles([half, half])).toEqual({
    file: 'too large together',
    maxMegabytes: 64,
  })
  const whole = new File([...MOST, '\n'], 'whole.txt')
  const said = { file: 'too large', maxMegabytes: 64, nth: 1 }
  expect(await readTextFiles([half, whole])).toEqual(said)
})
