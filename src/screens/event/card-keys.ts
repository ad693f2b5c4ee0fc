/** Where a key belongs to what has the focus. */
const TYPED_IN = 'input, textarea, select, [contenteditable]'

export interface CardKeys {
  readonly press: (event: KeyboardEvent) => void
  /** To be called when the board has changed: a card that was done leaves its place to the next one. */
  readonly settle: () => void
  /** To be called when a finger takes over: the focus stays where fingers leave it. */
  readonly leave: () => void
}

/**
 * Everything by keyboard, and so by pedal or clicker: arrows go from card to card, Enter presses the
 * card's +1 as it presses any button, Backspace undoes. Fields and dialogs keep their keys.
 */
export function cardKeys(does: {
  /** The cards' main buttons, in the order on screen. */
  readonly cards: () => readonly HTMLElement[]
  readonly undo: () => void
  readonly help: () => void
}): CardKeys {
  /** The place of the card that had the focus last; null while none had it. */
  let place: number | null = null

  function go(to: number): void {
    const cards = does.cards()
    place = Math.min(Math.max(to, 0), cards.length - 1)
    cards[place]?.focus()
  }

  function here(): number {
    return does.cards().findIndex((one) => one.closest('article')?.contains(document.activeElement))
  }

  function press(event: KeyboardEvent): void {
    const { key, target, altKey, ctrlKey, metaKey, repeat } = event
    if (altKey || ctrlKey || metaKey || document.querySelector('dialog:modal')) return
    if (target instanceof Element && target.matches(TYPED_IN)) return
    // A pedal that is held down is no second batch.
    if (key === 'Enter' && repeat) event.preventDefault()
    if (key === '?') does.help()
    if (key === 'Backspace' && !repeat) does.undo()
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key]
    if (step === undefined || does.cards().length === 0) return
    event.preventDefault()
    const now = here()
    if (now >= 0) go(now + step)
    else go(place ?? 0)
  }

  function settle(): void {
    if (place === null) return
    if (here() >= 0) place = here()
    else if (document.activeElement === document.body) go(place)
  }
  return { press, settle, leave: () => (place = null) }
}
