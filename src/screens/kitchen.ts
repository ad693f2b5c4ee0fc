import { createContext } from 'svelte'
import type { createEvent } from '../data/commands/events'

/** The database that commands write to and stores read; the frame hands it down, screens pass it on. */
export type Kitchen = Parameters<typeof createEvent>[0]

export const [getKitchen, setKitchen] = createContext<Kitchen>()
