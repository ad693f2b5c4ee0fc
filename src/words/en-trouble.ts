/** What is said when the device's storage, or the app itself, is in trouble. */
export const trouble = {
  'newer version': 'Batchboard was updated in another tab. Reload to go on.',
  blocked: 'Batchboard is open in an older tab. Close its other tabs, then reload.',
  silent:
    'The storage of this device does not answer. What was recorded is kept, and so is what you are typing. Reload; if that does not help, close the browser and open it again.',
  refused:
    'This browser lets Batchboard keep nothing: the window may be private, or storage is switched off. Open it in an ordinary window.',
  'disk full':
    'The device is full, so the board cannot be opened. Free some space, then reload. What was recorded is kept.',
  'not opened':
    'What is kept on this device could not be opened. Nothing of it was changed. Reload to try again.',
  notSaved: 'This was not saved.',
  savingFailed: 'This was not saved. What was recorded before is kept. Try again.',
  savingFull: 'This was not saved: the device is full. Free some space, then try again.',
  readingFailed: 'The board stopped moving. What was recorded is kept.',
}

export type TroubleWords = typeof trouble
