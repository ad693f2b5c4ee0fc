/** What is not opened is not read: a phone has little memory. */
const MAX_MEGABYTES = 64
const MAX_SIZE = MAX_MEGABYTES * 1_000_000
const SLICE = 1_000_000

export type TextFile =
  | { readonly text: string }
  | { readonly file: 'too large'; readonly maxMegabytes: number }
  | { readonly file: 'not text' }

/** Reads a file that a person chose as UTF-8 text; a byte that is no text refuses it. */
export async function readTextFile(file: File): Promise<TextFile> {
  if (file.size > MAX_SIZE) {
    return { file: 'too large', maxMegabytes: MAX_MEGABYTES }
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  try {
    // In slices: a long file decoded at once would hold up the screen.
    for (let start = 0; start < file.size; start += SLICE) {
      const bytes = await file.slice(start, start + SLICE).arrayBuffer()
      text += decoder.decode(bytes, { stream: true })
    }
    return { text: text + decoder.decode() }
  } catch {
    // Not UTF-8, or the file went away while it was read: either way there is no text to have.
    return { file: 'not text' }
  }
}

/** Whether a text, in pieces, becomes a file that would not be opened again. */
export function isTooLargeToOpen(parts: readonly string[]): boolean {
  return new Blob([...parts]).size > MAX_SIZE
}
