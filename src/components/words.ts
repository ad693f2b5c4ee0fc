import { createContext } from 'svelte'
import type { Words } from '../words/en'

/** The sentences in the language of the moment; set by the app's frame. */
export const [getWords, setWords] = createContext<Words>()
