import type { Page } from 'playwright'

/** Lays out what is off the screen too, so that it is measured as it is when a person comes to it. */
async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const all = new CSSStyleSheet()
    all.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [all]
  })
}

/** What is wider than its place, as `element: wanted > given` in pixels: none where nothing scrolls sideways. */
export async function sideways(page: Page): Promise<string[]> {
  await layOutAll(page)
  return page.evaluate(async () => {
    // What is laid out by a script has then seen how large the window is now.
    for (let frame = 0; frame < 2; frame += 1) {
      await new Promise((done) => requestAnimationFrame(done))
    }
    const found: string[] = []
    for (const element of document.querySelectorAll('html, body, body *')) {
      const { overflowX, display } = getComputedStyle(element)
      const isField = element.matches('input, select, option, .unseen, svg, svg *')
      if (isField || display.startsWith('inline') || /auto|scroll/.test(overflowX)) continue
      const { scrollWidth, clientWidth } = element
      // Lengths are rounded each for itself.
      if (clientWidth > 0 && scrollWidth > clientWidth + 1) {
        found.push(`${element.tagName}.${element.className}: ${scrollWidth} > ${clientWidth}`)
      }
    }
    return found
  })
}

export interface Tappables {
  /** Smaller than 48 × 48 px. */
  readonly small: readonly string[]
  /** Closer than 8 px to another. */
  readonly close: readonly string[]
  readonly count: number
}

/** Measures all that can be tapped now. */
export async function tappables(page: Page): Promise<Tappables> {
  await layOutAll(page)
  return page.evaluate(() => {
    const root = document.querySelector('dialog:modal') ?? document.body
    const all = [...root.querySelectorAll('a[href], button, input, select, summary, label.button')]
    const targets = all
      .filter((element) => element.checkVisibility() && !element.matches('.unseen'))
      .map((element) => {
        const name = element.getAttribute('aria-label') ?? element.textContent.trim()
        // What stays while the page scrolls passes over the rest.
        const layer = element.closest('nav, aside, .top, dialog')
        return { element, layer, name: name || element.id, box: element.getBoundingClientRect() }
      })
    const small = targets
      .filter(({ box }) => box.width < 48 || box.height < 48)
      .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`)
    const close: string[] = []
    targets.forEach((a, index) => {
      for (const b of targets.slice(index + 1)) {
        // The tabs of a bar share its whole width, and the rows of a list its whole height.
        const list = a.element.matches('li > a') ? a.element.closest('ul') : null
        if (list && list === b.element.closest('ul') && b.element.matches('li > a')) continue
        if (a.layer !== b.layer) continue
        if (a.element.contains(b.element)) continue
        const dx = Math.max(0, a.box.left - b.box.right, b.box.left - a.box.right)
        const dy = Math.max(0, a.box.top - b.box.bottom, b.box.top - a.box.bottom)
        const gap = Math.hypot(dx, dy)
        if (gap < 7.9) close.push(`${a.name} and ${b.name}: ${gap}`)
      }
    })
    return { small, close, count: targets.length }
  })
}
