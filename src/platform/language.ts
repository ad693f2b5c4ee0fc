import { readLocal, writeLocal } from './local'

/** The languages that the app speaks, each by its own name. */
export const LANGUAGES = { en: 'English', es: 'Español' } as const
export type Language = keyof typeof LANGUAGES

/** The language chosen in the settings, null when it follows the device. */
export function settledLanguage(): Language | null {
  return languageOf(readLocal('language') ?? '')
}

/** The language of the settings, else the first of the device's that the app speaks. */
export function chosenLanguage(): Language {
  for (const tag of navigator.languages) {
    const spoken = settledLanguage() ?? languageOf(tag)
    if (spoken) return spoken
  }
  return settledLanguage() ?? 'en'
}

/** Settles the language and starts again in it; what was being typed is kept. */
export function settleLanguage(language: Language | null): void {
  writeLocal('language', language)
  location.reload()
}

function languageOf(tag: string): Language | null {
  const primary = tag.split('-')[0]?.toLowerCase() ?? ''
  return primary in LANGUAGES ? (primary as Language) : null
}
