import { render, screen } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import type { BarPart } from '../../src/components/bar-parts'
import FourBar from '../../src/components/FourBar.svelte'
import '../../src/styles/base.css'
import '../../src/styles/tokens.css'

const LOOKS = ['done', 'ready', 'waiting', 'short'] as const
const TEXTS = ['packed', 'can be packed now', 'waiting for baking', 'short'] as const

function parts(...sizes: readonly [number, number, number, number]): BarPart[] {
  return LOOKS.map((look, index) => ({
    look,
    size: sizes[index]!,
    text: `${sizes[index]} ${TEXTS[index]}`,
  }))
}

function draw(...sizes: Parameters<typeof parts>): HTMLElement {
  render(FourBar, { parts: parts(...sizes), label: 'Gift bag' })
  return screen.getByRole('img', { name: 'Gift bag' })
}

const widths = (bar: HTMLElement): number[] =>
  [...bar.children].map((part) => part.getBoundingClientRect().width)

test('a bar has packed, can be packed, waiting and short from left to right, each as long as it counts', () => {
  const bar = draw(20, 15, 10, 5)
  const lefts = [...bar.children].map((part) => part.getBoundingClientRect().left)
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b))
  const [packed, now, waiting, short] = widths(bar)
  expect(now! / packed!).toBeCloseTo(15 / 20, 1)
  expect(waiting! / packed!).toBeCloseTo(10 / 20, 1)
  expect(short! / packed!).toBeCloseTo(5 / 20, 1)
})

test('each part is drawn in its own way, so that no colour is needed to tell them apart', () => {
  const images = [...draw(1, 1, 1, 1).children].map((part) => {
    const { backgroundImage, borderTopStyle } = getComputedStyle(part)
    const stripes = backgroundImage.match(/repeating-linear-gradient/g)?.length ?? 0
    return `${stripes} ${borderTopStyle}`
  })
  expect(images).toEqual(['0 none', '1 none', '0 solid', '2 none'])
})

test('one of a million is still to be seen', () => {
  const [packed, now] = widths(draw(999_999, 1, 0, 0))
  expect(now).toBeGreaterThanOrEqual(8)
  expect(packed).toBeGreaterThan(now!)
})

test('a part of nothing takes no room in the bar, yet keeps its number beside it', () => {
  expect(widths(draw(0, 48, 2, 0))).toHaveLength(2)
  expect(screen.getAllByRole('listitem').map((item) => item.textContent.trim())).toEqual([
    '✓0 packed',
    '48 can be packed now',
    '2 waiting for baking',
    '!0 short',
  ])
})

test('nothing wanted is an empty bar, not a broken one', () => {
  const bar = draw(0, 0, 0, 0)
  expect(bar.children).toHaveLength(0)
  expect(bar.getBoundingClientRect().height).toBeGreaterThan(16)
})
