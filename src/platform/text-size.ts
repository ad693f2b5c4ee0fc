import { readLocal, writeLocal } from './local'

/** How much larger letters can be made, in percent: an app on a home screen has no menu of a browser's. */
export const TEXT_SIZES = [125, 150, 200] as const

/** The size chosen in the settings, empty while letters are as large as the device says. */
export function settledTextSize(): string {
  const size = readLocal('text size') ?? ''
  return TEXT_SIZES.some((one) => String(one) === size) ? size : ''
}

/** Settles how large letters are, and shows them so at once. */
export function settleTextSize(size: string): void {
  writeLocal('text size', size === '' ? null : size)
  showTextSize()
}

export function showTextSize(): void {
  const size = settledTextSize()
  document.documentElement.style.fontSize = size && `${size}%`
}
