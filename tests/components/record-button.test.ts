import { render, screen } from '@testing-library/svelte'
import { expect, test, vi } from 'vitest'
import RecordButton from '../../src/components/RecordButton.svelte'
import { GHOST_MS, tapGuard } from '../../src/components/taps'

const START = performance.now()

/** A tap so many milliseconds after the first one might be; `detail` 0 is a key. */
function tap(element: Element, later: number, detail = 1): MouseEvent {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, detail })
  Object.defineProperty(event, 'timeStamp', { value: START + later })
  element.dispatchEvent(event)
  return event
}

/** The button of a form that a tap on +1 has opened, far from where that was. */
function opened(at: number) {
  const plusOne = document.body.appendChild(document.createElement('button'))
  const counts = tapGuard(GHOST_MS)
  let isOpen = false
  plusOne.addEventListener('click', (event) => (isOpen = counts(event)))
  tap(plusOne, at)
  expect(isOpen).toBe(true)
  const recorded = vi.fn()
  render(RecordButton, { props: { text: 'Record', onTap: recorded } })
  return { button: screen.getByRole('button', { name: 'Record' }), recorded }
}

test('a fast second tap on +1 does not press the button of the form that it opened', () => {
  const { button, recorded } = opened(10_000)
  expect(tap(button, 10_000 + GHOST_MS / 2).defaultPrevented).toBe(true)
  expect(recorded).not.toHaveBeenCalled()
  expect(tap(button, 10_000 + GHOST_MS + 100).defaultPrevented).toBe(false)
  expect(recorded).toHaveBeenCalledOnce()
})

test('a key presses it at once', () => {
  const { button, recorded } = opened(20_000)
  expect(tap(button, 20_050, 0).defaultPrevented).toBe(false)
  expect(recorded).toHaveBeenCalledOnce()
})
