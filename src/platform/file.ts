/** What is not opened is not read: a phone has little memory. */
const MAX_MEGABYTES = 64
const MAX_SIZE = MAX_MEGABYTES * 1_000_000
const SLICE = 1_000_000

type TextFile = { readonly text: string } | NoText
type NoText =
  | { readonly file: 'too large' | 'too large together'; readonly maxMegabytes: number }
  | { readonly file: 'not text' }
  | { readonly file: 'not readable' }

/** Reads the files that a person chose, or says which one is refused: the first is 0. */
export async function readTextFiles(
  files: readonly File[],
): Promise<{ readonly texts: readonly string[] } | (NoText & { readonly nth?: number })> {
  const nth = files.findIndex(({ size }) => size > MAX_SIZE)
  if (nth >= 0) return { file: 'too large', maxMegabytes: MAX_MEGABYTES, nth }
  const size = files.reduce((sum, file) => sum + file.size, 0)
  if (size > MAX_SIZE) return { file: 'too large together', maxMegabytes: MAX_MEGABYTES }
  const texts: string[] = []
  for (const [nth, file] of files.entries()) {
    const read = await readTextFile(file)
    if ('file' in read) return { ...read, nth }
    texts.push(read.text)
  }
  return { texts }
}

/** Reads a file as UTF-8 text; a byte that is no text refuses it. */
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
  } catch (fault) {
    // The decoder says so of a byte that is no text; any other fault is the device's.
    return { file: fault instanceof TypeError ? 'not text' : 'not readable' }
  }
}

/** Whether a text, in pieces, becomes a file that would not be opened again. */
export function isTooLargeToOpen(parts: readonly string[]): boolean {
  return new Blob([...parts]).size > MAX_SIZE
}
