/** A thing on a screen: where it is, how large, and its colours. */
interface Thing {
  readonly box: readonly [x: number, y: number, width: number, height: number]
  readonly colours: string
}

/** The things of a screen by what they are called, and its text. */
export interface Look {
  readonly things: Readonly<Record<string, Thing>>
  readonly text: string
}

/**
 * Few pixels; of what is long or far down, also few in a hundred: letters are a little wider and
 * lines a little higher in one engine than in another.
 */
const FEW = 5
const [WIDER, HIGHER] = [0.025, 0.01]

/** What is to be seen in a frame. Runs inside of the page. */
export function lookAt(frame: typeof globalThis): Look {
  const things: Record<string, Thing> = {}
  const main =
    'header, nav, main, section, article, h1, h2, h3, button, a, input, select, summary, meter, progress, [role], p, li, td, dd'
  for (const element of frame.document.querySelectorAll(main)) {
    const { x, y, width, height } = element.getBoundingClientRect()
    if (width < 2 || height < 2 || !element.checkVisibility()) continue
    const words = element.getAttribute('aria-label') ?? element.textContent
    const label = words.replace(/\d+:\d\d [AP]M/g, 'the time')
    const kind = element.getAttribute('role') ?? element.localName
    const called = `${kind} ${label.replace(/\s+/g, ' ').trim().slice(0, 50)}`
    let name = called
    for (let count = 2; name in things; count += 1) name = `${called} (${count})`
    const { color, backgroundColor } = frame.getComputedStyle(element)
    const box = [x, y + frame.scrollY, width, height].map((one) => Math.round(one))
    things[name] = {
      box: box as unknown as Thing['box'],
      colours: `${color} on ${backgroundColor}`,
    }
  }
  return {
    things,
    text: frame.document.fonts.status === 'loaded' ? frame.document.body.innerText : '',
  }
}

/**
 * What is elsewhere or of another size or colour than it should be, a line each; where `isAcross`, only
 * from left to right.
 */
export function differences(
  mine: Look,
  expected: Look,
  width: number,
  isAcross: boolean,
): string[] {
  const names = new Set([...Object.keys(mine.things), ...Object.keys(expected.things)])
  return [...names].flatMap((name) => {
    const [here, there] = [mine.things[name], expected.things[name]]
    if (!here || !there) return [`${name}: ${here ? 'is only here' : 'is missing'}`]
    const wrong: string[] = []
    const [x, , wide] = here.box
    if (x < -1 || x + wide > width + 1) wrong.push(`${name}: sticks out: ${here.box.join()}`)
    const isAlike = here.box.every((mine, index) => {
      if (isAcross && index % 2 === 1) return true
      const part = index % 2 === 0 ? WIDER : HIGHER
      const theirs = there.box[index]!
      return Math.abs(mine - theirs) <= FEW + part * theirs
    })
    if (!isAlike) wrong.push(`${name}: ${here.box.join()} instead of ${there.box.join()}`)
    if (here.colours !== there.colours)
      wrong.push(`${name}: ${here.colours} instead of ${there.colours}`)
    return wrong
  })
}
