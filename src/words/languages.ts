import { en, type Words } from './en'

/** The sentences in a language; another than English is fetched (from this device, once installed). */
export async function wordsIn(language: 'en' | 'es'): Promise<Words> {
  if (language === 'en') return en
  try {
    return (await import('./es')).es
  } catch (fault) {
    // A board in another language is better than no board.
    console.warn(fault)
    return en
  }
}
