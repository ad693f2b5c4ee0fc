import { formatsOf } from './format'

const { size } = formatsOf('en')

export const settings = {
  language: 'Language',
  byDevice: 'As the device says',
  textSize: 'Text size',
  you: 'Your name',
  youHint: 'Written beside what you record. It may stay empty.',
  device: 'Name of this device',
  backup: 'Backup',
  backupNote:
    'Save everything as one file, open one, or use a copy of the last days to bring back what is missing.',
  storage: 'Kept on this device',
  safe: { kept: 'Kept safe: yes', 'not kept': 'Kept safe: no', unknown: 'Kept safe: unknown' },
  notSafe:
    'The browser has not promised to keep it: a full device may clear it. Put the app on the home screen, or ask.',
  askSafe: 'Ask to keep it safe',
  /** 1.2 MB of 10 GB: roughly what the app takes, and what the browser lets it take. */
  space: (used: number, of: number | null) => (of ? `${size(used)} of ${size(of)}` : size(used)),
  version: (version: string) => `Version ${version}`,
}

export type SettingsWords = typeof settings
