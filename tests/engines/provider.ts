import { createBrowserServer, defineBrowserProvider } from '@vitest/browser'
import type { Device, Engine } from './engine'
import { CHROMIUM, FIREFOX } from './playwright'
import { WEBKIT } from './webkit'

const KINDS = [CHROMIUM, FIREFOX, WEBKIT]

/** Lets vitest run test files in a page of each engine, driven as the stories drive it. */
export const engines = {
  ...defineBrowserProvider({
    name: 'engines',
    providerFactory(project) {
      const wanted = project.config.browser.name
      const kind = KINDS.find(({ name }) => name.toLowerCase() === wanted)
      if (!kind) throw new Error(`There is no engine ${wanted}.`)
      let engine: Engine | undefined
      const devices: Device[] = []
      return {
        name: kind.name,
        supportsParallelism: false,
        getCommandsContext: () => ({}),
        async openPage(_session: string, url: string) {
          engine ??= await kind.start()
          const device = await engine.device()
          devices.push(device)
          await device.open(url)
        },
        async close() {
          for (const device of devices) await device.end()
          await engine?.stop()
        },
      }
    },
  }),
  serverFactory: createBrowserServer,
}
