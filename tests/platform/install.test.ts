import { get } from 'svelte/store'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import {
  install,
  installable,
  isIosBrowserTab,
  isStandalone,
  watchInstall,
} from '../../src/platform/install'

let prompts = 0

/** The browser offers to install; `outcome` is what the person will answer. */
function offer(outcome: 'accepted' | 'dismissed'): Event {
  const event = new Event('beforeinstallprompt', { cancelable: true })
  Object.assign(event, {
    prompt: () => Promise.resolve((prompts += 1)),
    userChoice: Promise.resolve({ outcome }),
  })
  dispatchEvent(event)
  return event
}

beforeAll(watchInstall)
beforeEach(() => {
  prompts = 0
  dispatchEvent(new Event('appinstalled'))
})

test('the offer of the browser is kept for later, and shown only once', async () => {
  expect(get(installable)).toBe(false)
  expect(offer('accepted').defaultPrevented).toBe(true)
  expect(get(installable)).toBe(true)
  expect(await install()).toBe(true)
  expect(get(installable)).toBe(false)
  expect(await install()).toBe(false)
  expect(prompts).toBe(1)
})

test('a person who declines has not installed', async () => {
  offer('dismissed')
  expect(await install()).toBe(false)
})

test('an app that was installed otherwise is not offered again', () => {
  offer('accepted')
  dispatchEvent(new Event('appinstalled'))
  expect(get(installable)).toBe(false)
})

const iphone = {
  userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15',
  platform: 'iPhone',
  maxTouchPoints: 5,
}
const mac = {
  userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15',
  platform: 'MacIntel',
  maxTouchPoints: 0,
}

test.each([
  ['an iPhone', iphone, true],
  ['an iPad, which calls itself a Mac', { ...mac, maxTouchPoints: 5 }, true],
  ['a Mac', mac, false],
  ['an iPhone that started the app from its icon', { ...iphone, standalone: true }, false],
])('%s is told from a tab of Safari on iOS', (_, device, expected) => {
  expect(isIosBrowserTab(device)).toBe(expected)
})

test('this browser is neither', () => {
  expect(isIosBrowserTab()).toBe(false)
  expect(isStandalone()).toBe(false)
})
