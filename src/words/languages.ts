import { en, type Words } from './en'
import { isolating } from './isolated'

/** The sentences in a language; another than English is fetched (from this device, once installed). */
export async function wordsIn(language: 'en' | 'es'): Promise<Words> {
  return isolating(language === 'es' ? (await import('./es')).es : en)
}
