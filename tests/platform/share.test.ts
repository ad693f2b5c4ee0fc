import { afterEach, expect, test, vi } from 'vitest'
import { handOverFile, shareText } from '../../src/platform/share'

/** A touch device whose share sheet answers as it is told; what was downloaded is counted. */
function touchDevice(fault: string | null) {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  Object.defineProperties(navigator, {
    canShare: { value: () => true, configurable: true },
    share: {
      value: () =>
        fault === null ? Promise.resolve() : Promise.reject(new DOMException('no', fault)),
      configurable: true,
    },
  })
  return vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  for (const name of ['canShare', 'share']) Reflect.deleteProperty(navigator, name)
})

test.each([
  ['was handed over', null, 'handed over', 0],
  ['was put away by her', 'AbortError', 'cancelled', 0],
  ['is still open from the tap before', 'InvalidStateError', 'cancelled', 0],
  ['may not open', 'NotAllowedError', 'handed over', 1],
] as const)('a file whose share sheet %s (%s): %s', async (_, fault, answer, downloads) => {
  const download = touchDevice(fault)
  expect(await handOverFile('a.txt', 'text/plain', 'a')).toBe(answer)
  expect(download).toHaveBeenCalledTimes(downloads)
})

test.each([
  ['AbortError', 'shared'],
  ['InvalidStateError', 'shared'],
  ['NotAllowedError', 'failed'],
])('a text whose sharing ends in %s is %s', async (fault, answer) => {
  touchDevice(fault)
  expect(await shareText('a', 'b')).toBe(answer)
})
