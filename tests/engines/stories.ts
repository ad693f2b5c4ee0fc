import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lacks } from '../../scripts/engines.mjs'
import { deploy, named, type Deployment } from '../e2e/deployment'
import { PATIENCE, type Device, type Engine, type EngineKind, type Role, type Tab } from './engine'

// What is promised in every kitchen's browser, told once and held against each engine.

interface Scene {
  readonly device: Device
  readonly app: Deployment
}

const STORIES: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  async 'the first visit offers the example and is soon ready to work offline'({ device, app }) {
    const tab = await device.open(app.url)
    await see(tab, 'How many can you pack right now?')
    await see(tab, '✓ Ready to work offline', 'status')
  },

  async 'the first visit goes on without its server, also where nobody looked before'(scene) {
    const tab = await example(scene)
    const served = (): Promise<unknown> => tab.ask('navigator.serviceWorker.controller !== null')
    await expect.poll(served, { timeout: PATIENCE }).toBe(true)
    await scene.app.stop()
    await tab.tap('link', 'Plan')
    await see(tab, 'Tables for a spreadsheet')
    await tab.tap('link', 'Produce')
    await bake(tab, 'Cookies')
  },

  async 'the app starts while its server is stopped'(scene) {
    const tab = await offline(scene)
    await see(tab, 'How many can you pack right now?')
    const second = await scene.device.open(scene.app.url)
    await see(second, 'How many can you pack right now?')
  },

  async 'the example says that 48 of 50 bags can be packed, and what brings two more'(scene) {
    const tab = await example(scene)
    await see(tab, 'In progress', 'banner')
    await see(tab, 'Next 1 batch of each: +2')
    await see(tab, '6 of 7 batches · 1 to go · 85.71 %')
    await tab.tap('link', 'Assemble')
    await see(tab, '48 of 50 can be packed now')
    await see(tab, 'Bake 1 batch of Cookies and 1 batch of Brownies')
  },

  async 'what is baked and packed is recorded, without a server too'(scene) {
    const tab = await offline(scene)
    await tab.tap('button', 'Try the example')
    await bake(tab, 'Brownies')
    await bake(tab, 'Cookies')
    await see(tab, 'Done: 2')
    await tab.tap('link', 'Assemble')
    await tab.tap('button', 'Pack all 50')
    await see(tab, '50 of 50 packed · 100 %')
    await see(tab, 'Complete', 'banner')
  },

  async 'what was recorded is undone, also after a reload'(scene) {
    const tab = await example(scene)
    await bake(tab, 'Cookies')
    await tab.reload()
    await tab.tap('button', 'Undo: Cookies, 1 batch')
    await see(tab, 'Brownies, 1 batch', 'status')
    await bake(tab, 'Cookies')
  },

  async 'an address inside the app opens its screen, without a server too'(scene) {
    const tab = await example(scene)
    await tab.tap('link', 'History')
    await see(tab, 'Undo')
    await ready(tab)
    const address = await tab.address()
    await scene.app.stop()
    const second = await scene.device.open(address)
    await see(second, 'History', 'heading', 'History')
    await second.goTo(new URL('#/new', address).href)
    await see(second, 'Create event')
  },

  async 'a reload brings back the screen and what was being typed'(scene) {
    const tab = await offline(scene)
    await tab.tap('link', 'New event')
    await tab.type('Name', 'Fête d’été')
    await tab.reload()
    await expect.poll(() => tab.typed('Name'), { timeout: PATIENCE }).toBe('Fête d’été')
  },

  async 'a second tab follows the first one without a reload'(scene) {
    const first = await example(scene)
    await first.tap('link', 'Assemble')
    const address = await first.address()
    await first.tap('link', 'Produce')
    const second = await scene.device.open(address)
    await see(second, '48 of 50 can be packed now')
    await bake(first, 'Brownies')
    await bake(first, 'Cookies')
    await see(second, '50 of 50 can be packed now')
    await second.tap('button', 'Pack all 50')
    await see(first, 'Complete', 'banner')
  },

  async 'a new version waits until a person takes it, then every tab changes'(scene) {
    const { device, app } = scene
    const first = await example(scene)
    await ready(first)
    const second = await device.open(await first.address())
    await app.release(named('next'))
    // The app looks whenever it comes to the front, once it has started to watch.
    const comeToTheFront = async (): Promise<string> => {
      await second.ask('void document.dispatchEvent(new Event("visibilitychange"))')
      return plain(await all(second))
    }
    await expect.poll(comeToTheFront, { timeout: PATIENCE }).toContain('A new version is here')
    expect(await release(second)).toBe('first')
    await second.tap('button', 'Update')
    for (const tab of [first, second]) {
      await expect.poll(() => release(tab), { timeout: PATIENCE }).toBe('next')
      await see(tab, 'In progress', 'banner')
    }
  },

  async 'a file of bake-tracker brings its events'({ device, app }) {
    const tab = await device.open(app.url)
    await tab.choose('Open a file', BAKE_TRACKER)
    await see(tab, '1 event', 'region', 'Opened file')
    await tab.tap('button', 'Close')
    await tab.tap('link', 'Xmas')
    await see(tab, '48.57 %', 'banner')
    await see(tab, '4 of 7 batches · 3 to go · 57.14 %')
  },

  async 'a backup brings what was recorded to a kitchen that has nothing'(scene) {
    const tab = await example(scene)
    await bake(tab, 'Cookies')
    await tab.goTo(new URL('#/backup', scene.app.url).href)
    await tab.ask(KEEP_WHAT_IS_HANDED_OVER)
    await tab.tap('button', 'Save a backup')
    await see(tab, 'Last backup: today · nothing new since')
    const text = (await tab.ask('window.handed.text()')) as string
    const folder = await mkdtemp(join(tmpdir(), 'batchboard-backup-'))
    // Another address has storage of its own.
    const elsewhere = await deploy()
    try {
      const file = join(folder, 'backup.txt')
      await writeFile(file, text)
      const other = await scene.device.open(elsewhere.url)
      await see(other, 'How many can you pack right now?')
      await other.goTo(new URL('#/backup', elsewhere.url).href)
      await other.choose('Choose a file', file)
      await see(other, 'Restoring it would')
      await other.tap('button', 'Restore')
      await see(other, 'Restored')
      await other.goTo(new URL('#/', elsewhere.url).href)
      await other.tap('link', 'Christmas gift bags')
      await see(other, /Last recorded: ?Cookies, 1 batch/)
      await see(other, 'Done: 1')
    } finally {
      await elsewhere.end()
      await rm(folder, { recursive: true })
    }
  },
}

/** Not every driver tells where a download went: the page keeps the file that it would be. */
const KEEP_WHAT_IS_HANDED_OVER = `void (
  URL.createObjectURL = (file) => ((window.handed = file), '#'),
  HTMLAnchorElement.prototype.click = () => {}
)`
export const BAKE_TRACKER = fileURLToPath(
  new URL('../fixtures/bake-tracker/bake-tracker-backup-event.json', import.meta.url),
)

/** Waits until a text shows in the first thing of a role: anywhere on the screen, unless one is named. */
export async function see(
  tab: Tab,
  text: string | RegExp,
  role?: Role,
  name?: string,
): Promise<void> {
  const shown = async (): Promise<string> =>
    plain(role ? await tab.shown(role, name) : await all(tab))
  await expect.poll(shown, { timeout: PATIENCE }).toMatch(text)
}

/** Records a batch; where the board took the tap for a second one, being so quick, it taps again. */
async function bake(tab: Tab, recipe: string): Promise<void> {
  const recorded = `Last recorded: ?${recipe}, 1 batch`
  do {
    await tab.tap('button', `Record 1 batch of ${recipe}`)
    await see(tab, new RegExp(`${recorded}|Second tap not counted`))
  } while (!new RegExp(recorded).test(plain(await all(tab))))
}

const all = async (tab: Tab): Promise<string> =>
  (await tab.ask('document.body.innerText')) as string

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ')

/** Waits until the whole app lies on the device. */
async function ready(tab: Tab): Promise<void> {
  const isReady = (): Promise<unknown> =>
    tab.ask('navigator.serviceWorker.getRegistration().then((found) => !!found?.active)')
  await expect.poll(isReady, { timeout: PATIENCE }).toBe(true)
}

const release = (tab: Tab): Promise<unknown> =>
  tab.ask('document.documentElement.dataset.release ?? "first"')

/** A device that was here once, and whose server is stopped since. */
async function offline({ device, app }: Scene): Promise<Tab> {
  const tab = await device.open(app.url)
  await ready(tab)
  await app.stop()
  await tab.reload()
  return tab
}

async function example({ device, app }: Scene): Promise<Tab> {
  const tab = await device.open(app.url)
  await tab.tap('button', 'Try the example')
  await see(tab, 'In progress', 'banner')
  return tab
}

/** Tells every story to an engine, each on a device and a server of its own. */
export function tellStories(kind: EngineKind): void {
  describe.skipIf(lacks(kind.name) !== null)(kind.name, () => {
    let engine: Engine | undefined
    beforeAll(async () => {
      engine = await kind.start()
    })
    afterAll(() => engine?.stop())

    test.each(Object.entries(STORIES))('%s', async (_, tell) => {
      const [device, app] = await Promise.all([engine!.device(), deploy()])
      try {
        await tell({ device, app })
        expect(await device.faults()).toEqual([])
      } finally {
        await device.end()
        await app.end()
      }
    })
  })
}
