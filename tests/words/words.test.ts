import { expect, test } from 'vitest'
import { en } from '../../src/words/en'
import { es } from '../../src/words/es'
import { wordsIn } from '../../src/words/languages'
import { EXAMPLES, NAMES } from './examples'
import { LONGER, longer, pseudo } from './pseudo'
import { examplesAt, leavesOf, said, wholeOf } from './sentences'

const english = await wholeOf(en)
const spanish = await wholeOf(es)

const EN = new Map(leavesOf(english))
const ES = new Map(leavesOf(spanish))
/** What a language shares with the platform, not with other languages. */
const isFormat = (path: string): boolean => path.startsWith('format.') || path === 'day'

/** Both languages say these alike: the app's name, numbers and signs, what was typed, and loan words. */
const ALIKE = new Set([
  ...['app.name', 'produce.plusOne', 'assemble.plusOne', 'pack.no', 'plan.title', 'tabs.plan'],
  ...['example.brownies', 'example.brownie', 'record.history.whoWhen', 'plan.working'],
  ...['plan.step', 'catalogue.ofRecipe', 'catalogue.previewLine'],
  ...['backup.addRows', 'backup.named', 'backup.asideRow', 'backup.asideSays', 'file.added'],
  ...['shop.unreadLine', 'shop.measure', 'timers.countdown', 'wall.metres', 'wall.minutes'],
])

test('Spanish has every sentence of English, of the same kind', () => {
  expect([...ES.keys()].sort()).toEqual([...EN.keys()].sort())
  const kind = (leaf: unknown): unknown =>
    typeof leaf === 'function' ? `of ${leaf.length}` : typeof leaf
  const other = [...EN].filter(([path, leaf]) => kind(ES.get(path)) !== kind(leaf))
  expect(other).toEqual([])
})

test('every sentence that is made has examples', () => {
  const without = [...EN].filter(
    ([path, leaf]) =>
      typeof leaf === 'function' && !isFormat(path) && examplesAt(EXAMPLES, path).length === 0,
  )
  expect(without.map(([path]) => path)).toEqual([])
})

const PATHS = [...EN.keys()].filter((path) => !isFormat(path) && path !== 'language')

test('every sentence is said in both languages, with the names as they were typed', () => {
  for (const path of PATHS) {
    const examples = examplesAt(EXAMPLES, path)
    const inEnglish = said(EN.get(path)!, examples)
    for (const [index, sentence] of said(ES.get(path)!, examples).entries()) {
      const original = inEnglish[index]!
      // Of an entry that is no production there is no detail to tell, in any language.
      expect(sentence === '', path).toBe(original === '')
      for (const text of [sentence, original]) {
        expect(text, path).not.toMatch(/undefined|null|NaN|\[object|\$\{|^\s|\s$| {2}/)
      }
      if (!ALIKE.has(path)) expect(sentence, path).not.toBe(original)
      for (const name of NAMES) expect(sentence.includes(name), path).toBe(original.includes(name))
    }
  }
})

test('no English word is left in a Spanish sentence', () => {
  const left = PATHS.flatMap((path) => said(ES.get(path)!, examplesAt(EXAMPLES, path))).filter(
    (sentence) =>
      /\b(?:the|of|and|to|batch|batches|piece|pieces|bundle|recipe|event|short|over|lost|now|file|cup|tsp|tbsp|each)\b/i.test(
        sentence.replace(/\w+\[\d+\]|\((?:events|recipes)\)/g, ''),
      ),
  )
  expect(left).toEqual([])
})

test('a sentence that is the same in both languages is meant to be', () => {
  const same = [...ALIKE].filter((path) => {
    const examples = examplesAt(EXAMPLES, path)
    const inEnglish = said(EN.get(path)!, examples)
    return !said(ES.get(path)!, examples).some((sentence, index) => sentence === inEnglish[index])
  })
  expect(same).toEqual([])
})

test('a language is fetched by its name', async () => {
  expect((await wordsIn('es')).language).toBe('es')
  expect((await wordsIn('en')).language).toBe('en')
})

test('the pseudo-language is 40 % longer in every sentence that has a word', async () => {
  const long = new Map(leavesOf(await wholeOf(pseudo)))
  for (const path of PATHS) {
    const examples = examplesAt(EXAMPLES, path)
    const inPseudo = said(long.get(path)!, examples)
    for (const [index, sentence] of said(EN.get(path)!, examples).entries()) {
      const grown = /\p{L}/u.test(sentence) ? Math.ceil(LONGER * sentence.length) : 0
      expect(inPseudo[index], path).toHaveLength(sentence.length + grown)
    }
  }
  expect(longer('Ready to go: 1,200')).toBe('Readyõõ toõõ goõõõõ: 1,200')
})
