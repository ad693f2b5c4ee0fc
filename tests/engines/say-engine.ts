import { beforeEach, inject } from 'vitest'
import type { EngineName } from '../../scripts/engines.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    engine: EngineName
  }
  interface TaskMeta {
    engine?: EngineName
  }
}

// The report names the engine that a test ran in, so that the table can.
beforeEach(({ task }) => {
  task.meta.engine = inject('engine')
})
