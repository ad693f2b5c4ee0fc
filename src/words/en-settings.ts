import { formatsOf } from './format'

const { number } = formatsOf('en')

export const settings = {
  language: 'Language',
  byDevice: 'As the device says',
  you: 'Your name',
  youHint: 'Written beside what you record. It may stay empty.',
  device: 'Name of this device',
  backup: 'Backup',
  backupNote: 'Save everything as one file, open one, or go back to a copy of the last days.',
  storage: 'Kept on this device',
  kept: 'Kept safe: the browser promised not to clear it.',
  notKept:
    'Not promised yet: a full device may clear it. Put the app on the home screen, and record something.',
  unknownKept: 'This browser does not say whether it keeps data safe.',
  size: (bytes: number) => `About ${number(Math.max(0.1, bytes / 1_000_000))} MB`,
  install: 'Put it on the home screen',
  installed: 'Started from the home screen',
  version: (version: string) => `Version ${version}`,
}

export type SettingsWords = typeof settings
