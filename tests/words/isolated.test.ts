import { expect, test } from 'vitest'
import { en } from '../../src/words/en'
import { isolate, isolating } from '../../src/words/isolated'
import { wordsIn } from '../../src/words/languages'

const TURNED = 'abc \u202Egnp.exe'
const CLOSED = '\u2068abc \u202Egnp.exe\u2069'

test.each(['Cookies', 'Crème brûlée', '🍪', 'Печенье', 'クッキー', '=cmd', ''])(
  'a name that turns nothing is left as it is: %s',
  (name) => {
    expect(isolate(name)).toBe(name)
  },
)

test.each(['عجينة', 'עוגיות', 'a\u200Fb', TURNED])(
  'a name that may turn what follows is closed in: %s',
  (name) => {
    expect(isolate(name)).toBe(`\u2068${name}\u2069`)
  },
)

test('a name cannot open what it is closed in', () => {
  expect(isolate('a\u2069\u202Eb')).toBe('\u2068a\u202Eb\u2069')
})

test('a sentence that is given to another one keeps its names closed in', () => {
  const { last, entry } = isolating(en)
  const packed = { kind: 'assembly', quantity: 5 } as Parameters<typeof entry.what>[0]
  expect(last.undoOf(entry.what(packed, TURNED))).toBe(`Undo: ${CLOSED}, 5 packed`)
})

test('every sentence closes in the names that it is given, wherever they are', async () => {
  const words = isolating(en)
  expect((await words.load.record()).bake.title(TURNED)).toBe(`Baked: ${CLOSED}`)
  expect(words.assemble.cycle(['bag', TURNED])).toBe(`This bundle contains itself: bag › ${CLOSED}`)
  const shares = [{ recipeId: 'r' as never, recipeName: TURNED, batches: 2 }]
  expect(words.assemble.waitingFor(shares)).toBe(`Bake 2 batches of ${CLOSED}`)
  const plan = await words.load.plan()
  expect(plan.wantedOf(TURNED)).toBe(`Wanted: ${CLOSED}`)
  expect(plan.contents([{ name: TURNED, quantity: { n: 1, d: 2 } }])).toBe(`½ × ${CLOSED}`)
  expect(shares[0]!.recipeName).toBe(TURNED)
})

test('numbers, days and fixed sentences stay what they are', async () => {
  const words = await wordsIn('en')
  expect(words.app.back).toBe(en.app.back)
  expect(words.produce.progress(4, 7, 3, 57.14)).toBe(en.produce.progress(4, 7, 3, 57.14))
  expect(words.format.amount({ n: 3, d: 2 })).toBe('1½')
})
