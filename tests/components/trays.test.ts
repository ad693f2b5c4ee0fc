import { render, screen } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import Trays from '../../src/components/Trays.svelte'
import '../../src/styles/base.css'
import '../../src/styles/tokens.css'

/** A token's colour as the browser computes it. */
function colour(token: string): string {
  const probe = document.body.appendChild(document.createElement('i'))
  probe.style.color = `var(--${token})`
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

function draw(done: number, target: number, lost = 0): HTMLElement {
  render(Trays, { props: { done, target, lost, label: 'Cookies' } })
  return screen.getByRole('img', { name: 'Cookies' })
}

/** What each tray looks like, from left to right. */
function looks(trays: HTMLElement): string[] {
  return [...trays.children].map((tray) => {
    const { borderTopStyle, borderTopColor, backgroundImage } = getComputedStyle(tray)
    if (borderTopStyle === 'dashed') return 'dashed'
    if (backgroundImage === 'none') return 'outlined'
    return borderTopColor === colour('short') ? 'struck through' : 'filled'
  })
}

const times = (count: number, look: string): string[] => Array.from({ length: count }, () => look)

test('what is baked is filled, what is to go is outlined', () => {
  expect(looks(draw(4, 7))).toEqual([...times(4, 'filled'), ...times(3, 'outlined')])
})

test('what is over the target is dashed, beyond the row', () => {
  expect(looks(draw(10, 7))).toEqual([...times(7, 'filled'), ...times(3, 'dashed')])
})

test('what is lost is struck through, at the end', () => {
  expect(looks(draw(1, 2, 1))).toEqual(['filled', 'outlined', 'struck through'])
  document.body.replaceChildren()
  expect(looks(draw(3, 2, 1))).toEqual(['filled', 'filled', 'dashed', 'struck through'])
})

test('sixteen trays are drawn one by one', () => {
  expect(looks(draw(9, 16))).toEqual([...times(9, 'filled'), ...times(7, 'outlined')])
})

test('more than sixteen join into one bar, filled as far as is baked, with a tick every five', () => {
  const trays = draw(23, 40)
  expect(trays.children).toHaveLength(1)
  const bar = trays.children[0]!
  const fill = bar.children[0]!
  const share = fill.getBoundingClientRect().width / bar.clientWidth
  expect(share).toBeCloseTo(23 / 40, 2)
  const ticks = getComputedStyle(bar, '::after').backgroundImage
  expect(ticks).toContain('repeating-linear-gradient')
  expect(ticks).toContain(`${(5 / 40) * 100}%`)
})

test('a joined bar that is over its target has the colour of what is over', () => {
  const fill = draw(44, 40).querySelector('.fill')!
  expect(getComputedStyle(fill).backgroundColor).toBe(colour('over'))
})

test('a joined bar shows at its end what is lost, over the target too', () => {
  for (const [done, target] of [
    [10, 40],
    [44, 40],
    [0, 40],
  ] as const) {
    const bar = draw(done, target, 8).querySelector('.bar')!
    const all = Math.max(done, target) + 8
    const [fill, gone] = [...bar.children].map((part) => part.getBoundingClientRect())
    expect(fill!.width / bar.clientWidth).toBeCloseTo(done / all, 2)
    expect(gone!.width / bar.clientWidth).toBeCloseTo(8 / all, 2)
    expect(gone!.right).toBeCloseTo(bar.getBoundingClientRect().right - 2, 0)
    expect(gone!.left).toBeGreaterThanOrEqual(fill!.right - 1)
    document.body.replaceChildren()
  }
  expect(draw(44, 40).querySelector('.gone')).toBeNull()
})

test('hundreds of batches have no ticks: they would run together', () => {
  const bar = draw(100, 400).children[0]!
  expect(getComputedStyle(bar, '::after').content).toBe('none')
})
