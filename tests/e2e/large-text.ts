import type { Page } from 'playwright'

/** Words up to this long are never broken; only what people typed may be longer. */
const LONGEST = 12

/** Makes letters so many times as large as they are, in the way of the settings and of a browser. */
export function enlarge(page: Page, percent: number): Promise<void> {
  return page.evaluate(async (to) => {
    document.documentElement.style.fontSize = `${to}%`
    for (let frame = 0; frame < 2; frame += 1) {
      await new Promise((done) => requestAnimationFrame(done))
    }
  }, percent)
}

/** What cannot be read or tapped on the page as it stands, a line each. */
export function unreadable(page: Page): Promise<string[]> {
  return page.evaluate((longest) => {
    // Letters on the wall go by the distance; what a strip has no room for is in the list that it opens.
    const ELSEWHERE = 'option, div.wall, .strip .timer:not(:first-child)'
    const found = new Set<string>()
    const root = document.querySelector('dialog:modal') ?? document.body
    const isSeen = (one: Element): boolean =>
      one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
      !one.closest('.unseen')
    /** What stays while the page scrolls passes over the rest. */
    const layerOf = (one: Element): Element | null => one.closest('nav, aside, .top, dialog')

    const lines: { text: string; owner: Element; layer: Element | null; box: DOMRect }[] = []
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const owner = node.parentElement
      const text = node.textContent ?? ''
      if (!owner || text.trim() === '' || owner.closest(ELSEWHERE) || !isSeen(owner)) continue
      for (const { 0: word, index } of text.matchAll(/[^\s\u00a0\-–/]+/g)) {
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 0)
        if (word.length <= longest && new Set(boxes.map(({ top }) => Math.round(top))).size > 1) {
          found.add(`broken: ${word} in “${text.trim()}”`)
        }
      }
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        // The lines of a paragraph touch: only the middle of a line counts.
        const rim = box.height / 4
        const middle = new DOMRect(box.x, box.y + rim, box.width, box.height - 2 * rim)
        lines.push({ text: text.trim(), owner, layer: layerOf(owner), box: middle })
      }
    }

    for (const { text, owner, box } of lines) {
      if (box.left < -1 || box.right > innerWidth + 1) found.add(`off the screen: ${text}`)
      for (let one: Element | null = owner; one && one !== root; one = one.parentElement) {
        const { overflowX, overflowY, display } = getComputedStyle(one)
        const frame = one.getBoundingClientRect()
        const isFrame = one.matches('button, a, .card, .refusal, header, dialog')
        const hides = overflowX === 'hidden' || overflowX === 'clip'
        if (display === 'inline' || (!isFrame && !hides)) continue
        const isWider = box.left < frame.left - 1 || box.right > frame.right + 1
        const isHigher = box.top < frame.top - 1 || box.bottom > frame.bottom + 1
        if (isWider || (isHigher && overflowY !== 'auto' && overflowY !== 'scroll')) {
          found.add(`cut: ${text}`)
        }
      }
    }
    lines.forEach((a, index) => {
      for (const b of lines.slice(index + 1)) {
        if (a.layer !== b.layer) continue
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
        if (wide > 1 && high > 1) found.add(`over each other: ${a.text} and ${b.text}`)
      }
    })

    const targets = root.querySelectorAll('a[href], button, input, select, textarea, summary')
    for (const one of targets) {
      if (!isSeen(one) || one.matches(':disabled')) continue
      one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const { x, y, width, height } = one.getBoundingClientRect()
      const hit = document.elementFromPoint(x + width / 2, y + height / 2)
      if (!hit || !(one.contains(hit) || hit.contains(one))) {
        const name = one.getAttribute('aria-label') ?? (one.textContent.trim() || one.id)
        found.add(`out of reach: ${name}`)
      }
    }
    scrollTo(0, 0)
    return [...found]
  }, LONGEST)
}
