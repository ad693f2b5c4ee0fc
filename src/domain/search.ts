/**
 * Finding by name as people type it: without accents and capitals, by the starts of words, in any
 * order. The index folds every name once; a search only compares.
 */
export type Search<Row> = (typed: string) => readonly Row[]

interface Entry<Row> {
  readonly row: Row
  readonly name: string
  /** The name's words, each after a space. */
  readonly words: string
  /** Words of whatever else is searched. */
  readonly others: string
  readonly place: number
}

/**
 * Builds a search over rows. `textsOf` gives a row's name, and after it what else it is found by:
 * what is found by its name comes first. Nothing typed finds all, in the order given.
 */
export function searchIn<Row>(
  rows: readonly Row[],
  textsOf: (row: Row) => readonly [name: string, ...others: string[]],
): Search<Row> {
  const entries = rows.map((row, place): Entry<Row> => {
    const [name, ...others] = textsOf(row)
    const words = wordsOf(name)
    return { row, name: words.trim(), words, others: words + others.map(wordsOf).join(''), place }
  })
  return (typed) => {
    const query = plainWords(typed)
    if (query.length === 0) return rows
    const phrase = query.join(' ')
    const starts = query.map((word) => ` ${word}`)
    const found: { readonly entry: Entry<Row>; readonly rank: number }[] = []
    for (const entry of entries) {
      const rank = rankOf(entry, phrase, starts)
      if (rank !== null) found.push({ entry, rank })
    }
    found.sort(
      (a, b) =>
        a.rank - b.rank ||
        a.entry.name.length - b.entry.name.length ||
        a.entry.place - b.entry.place,
    )
    return found.map(({ entry }) => entry.row)
  }
}

/** 0: it is the name · 1: the name starts so · 2: the words, so, in the name · 3: each in the name · 4: elsewhere. */
function rankOf(
  { name, words, others }: Entry<unknown>,
  phrase: string,
  starts: readonly string[],
): number | null {
  if (!starts.every((start) => others.includes(start))) return null
  if (name === phrase || name.startsWith(`${phrase}\n`)) return 0
  if (name.startsWith(phrase)) return 1
  if (words.includes(` ${phrase}`)) return 2
  return starts.every((start) => words.includes(start)) ? 3 : 4
}

/** Letters that no accent takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
} // prettier-ignore

/** The text in small letters without accents, its spaces single; signs of other scripts stay whole. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter]!)
    .replace(/\s+/g, ' ')
    .trim()
}

/** Scripts without spaces between words: a word may start at every sign. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/u
const INSIDE_WORDS = /(?<=\p{L})['’ʼ-](?=\p{L})/gu

function plainWords(text: string): string[] {
  return fold(text)
    .replace(UNSPACED, ' $& ')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')
}

/** The words of a text, each after a space; "baker's" is found as bakers too. */
function wordsOf(text: string): string {
  const words = plainWords(text)
  const joined = text.replace(INSIDE_WORDS, '')
  const whole = words.map((word) => ` ${word}`).join('')
  if (joined === text) return whole
  return `${whole}\n${plainWords(joined)
    .map((word) => ` ${word}`)
    .join('')}`
}

/**
 * Whether two names are one: capitals and spaces make no difference, and an accent only where both
 * are written with accents ("azucar" is "azúcar", but "bò" is not "bơ").
 */
export function isSameName(a: string, b: string): boolean {
  const [one, other] = [withAccents(a), withAccents(b)]
  if (one === other) return true
  const plain = fold(a)
  return plain === fold(b) && (plain === one || plain === other)
}

/** The row that is called so, a visible one before a hidden one, and one written just so before others. */
export function findNamed<Row extends { readonly name: string; readonly hidden: boolean }>(
  rows: readonly Row[],
  name: string,
): Row | undefined {
  const rank = (row: Row): number => (row.hidden ? 2 : 0) + (row.name === name ? 0 : 1)
  return rows.filter((row) => isSameName(row.name, name)).sort((a, b) => rank(a) - rank(b))[0]
}

function withAccents(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
