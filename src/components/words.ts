import { createContext } from 'svelte'
import type { Words } from '../words/en'
import type { PlanWords } from '../words/en-plan'

/** The sentences in the language of the moment; set by the app's frame. */
export const [getWords, setWords] = createContext<Words>()

/** The sentences of the plan; fetched and set with it. */
export const [getPlanWords, setPlanWords] = createContext<PlanWords>()
