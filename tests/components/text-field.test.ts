import { render, screen } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import TextField from '../../src/components/TextField.svelte'
import '../../src/styles/base.css'
import '../../src/styles/tokens.css'

test('what is typed in a long field has the letters of a short one', () => {
  const fontOf = (long: boolean): string => {
    render(TextField, { props: { label: `Long: ${long}`, value: '', long } })
    return getComputedStyle(screen.getByLabelText(`Long: ${long}`)).font
  }
  expect(fontOf(true)).toBe(fontOf(false))
})
