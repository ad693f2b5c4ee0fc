import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { launchOptions } from '../../scripts/browser.mjs'

// A device whose power can be cut: a browser of its own process, on a profile that stays.

/** What a run that failed says; the same again cuts at the same moments. */
export const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** A device that is on, with one page. */
export interface Life {
  readonly browser: Browser
  readonly page: Page
  readonly process: ChildProcess
}

let profile: string
let life: Life | undefined

/** Keeps one profile on the disk for a file's tests. To be called once, at its top. */
export function useDevice(): void {
  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'batchboard-profile-'))
  })
  afterAll(async () => {
    if (life) await end(life)
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })
}

/** Starts a browser on the one profile, as a device that is switched on again. */
export async function begin(): Promise<Life> {
  const { executablePath, args } = launchOptions()
  const process = spawn(
    executablePath ?? chromium.executablePath(),
    [
      ...args,
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const address = await new Promise<string>((done) => {
    let said = ''
    process.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found) done(found)
    })
  })
  const browser = await chromium.connectOverCDP(address)
  const context = browser.contexts()[0]!
  const page = context.pages()[0] ?? (await context.newPage())
  life = { browser, page, process }
  return life
}

/** Waits until nothing of a killed browser is left. */
export async function end(life: Life): Promise<void> {
  const { process } = life
  if (process.exitCode === null && process.signalCode === null) {
    globalThis.process.kill(-process.pid!, 'SIGKILL')
  }
  await gone(life)
}

/** Waits until the power was cut. */
export async function gone({ process, browser }: Life): Promise<void> {
  if (process.exitCode === null && process.signalCode === null) {
    await new Promise((done) => process.once('exit', done))
  }
  await browser.close().catch(() => undefined)
  life = undefined
}

/** Cuts the power from outside, after so many seconds, whatever the page does then. */
export function cutPower({ process }: Life, seconds: number): void {
  spawn('sh', ['-c', `sleep ${seconds.toFixed(3)}; kill -KILL -${process.pid!}`], {
    stdio: 'ignore',
  })
}

/** The same dice for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
