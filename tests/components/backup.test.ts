import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import '@testing-library/jest-dom/vitest'
import Dexie from 'dexie'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import App from '../../src/App.svelte'
import { takeSnapshot } from '../../src/data/commands/snapshot'
import { importFacts } from '../../src/data/commands/import'
import type { BatchboardDb } from '../../src/data/db'
import { SnapshotsDb } from '../../src/data/snapshots-db'
import type { Day } from '../../src/domain/day'
import { lastBackup } from '../../src/platform/last-backup'
import { en } from '../../src/words/en'
import { es } from '../../src/words/es'
import EXPORT from '../fixtures/bake-tracker/bake-tracker-backup-event.json?raw'
import { atTheEnd, event, facts, freshDb } from '../data/kitchen'

// The screen of the backups: saving one, and copies of the last days that do not open.

const PATIENCE = { timeout: 15_000 }
const DAY = '2026-11-26' as Day

beforeEach(() => {
  location.hash = '#/backup'
})

afterEach(async () => {
  location.hash = ''
  localStorage.clear()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
  for (const name of ['canShare', 'share']) Reflect.deleteProperty(navigator, name)
  await inTimeZone('')
  await Dexie.delete('batchboard-snapshots')
})

/** Where the device is; nowhere else than it was, when empty. */
async function inTimeZone(timezoneId: string): Promise<void> {
  await cdp().send('Emulation.setTimezoneOverride', { timezoneId })
}

/** A touch device; what its share sheet is given, and how she closes it. */
function shareSheets() {
  interface Sheet {
    readonly name: string
    readonly file: File
    readonly close: (fault?: string) => void
  }
  const sheets: Sheet[] = []
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined }))
  const share = ({ files }: { files: readonly File[] }) =>
    new Promise<void>((resolve, reject) => {
      const close = (fault?: string): void =>
        fault === undefined ? resolve() : reject(new DOMException('no', fault))
      sheets.push({ name: files[0]!.name, file: files[0]!, close })
    })
  Object.defineProperties(navigator, {
    canShare: { value: () => true, configurable: true },
    share: { value: share, configurable: true },
  })
  return sheets
}

const open = (kitchen: BatchboardDb, words = en) => render(App, { props: { words, kitchen } })
const button = (name: string) => screen.findByRole('button', { name }, PATIENCE)

test('a second tap while the share sheet is open saves nothing, and a sheet put away is no backup', async () => {
  const sheets = shareSheets()
  open(freshDb())
  const save = await button('Save a backup')
  save.click()
  save.click()
  expect(sheets).toHaveLength(1)
  sheets[0]!.close('AbortError')
  await screen.findByText('Not saved. Nothing was handed over.', {}, PATIENCE)
  expect(lastBackup()).toBeNull()
  save.click()
  await expect.poll(() => sheets).toHaveLength(2)
  sheets[1]!.close()
  await screen.findByText('✓ Handed over.', { exact: false }, PATIENCE)
  expect(lastBackup()).not.toBeNull()
})

test.each([
  ['America/New_York', '2026-12-24T22:00:00-05:00'],
  ['Pacific/Auckland', '2026-12-24T08:00:00+13:00'],
])('a backup is called by the day where the device is: %s', async (zone, now) => {
  await inTimeZone(zone)
  vi.setSystemTime(new Date(now))
  const sheets = shareSheets()
  open(freshDb())
  ;(await button('Save a backup')).click()
  expect(sheets.map(({ name }) => name)).toEqual(['batchboard-2026-12-24.txt'])
})

/** The screen with one copy of a day, to which something happens before it is opened. */
async function withCopy(words: typeof en, happens: (snapshots: SnapshotsDb) => Promise<unknown>) {
  const kitchen = freshDb()
  const snapshots = new SnapshotsDb()
  atTheEnd(() => snapshots.close())
  await importFacts(kitchen, facts({ events: [event('fair')] }))
  await takeSnapshot(kitchen, snapshots, { day: DAY, at: 0 })
  open(kitchen, words)
  const told = await words.load.backup()
  const openIt = await button(told.openCopyOf(told.copyOf(words.day(DAY))))
  await happens(snapshots)
  openIt.click()
  const copies = screen.getByRole('region', { name: told.copiesTitle })
  return within(copies).findByRole('alert', {}, PATIENCE)
}

test.each([
  [en, 'This copy is not here any more. Nothing was changed.'],
  [es, 'Esta copia ya no está aquí. No se cambió nada.'],
])('a copy that went away meanwhile is said to be gone', async (words, sentence) => {
  const alert = await withCopy(words, (snapshots) => snapshots.days.clear())
  expect(alert).toHaveTextContent(sentence)
})

test.each([
  [en, /^This copy was not opened\. .* is damaged at .* Nothing was changed\.$/],
  [es, /^Esta copia no se abrió\. .* está dañado en .* No se cambió nada\.$/],
])('a copy that is refused is said to be, and why', async (words, sentence) => {
  const alert = await withCopy(words, (snapshots) =>
    snapshots.days.update(DAY, { lines: '{"kind":"nothing"}\n' }),
  )
  expect(alert).toHaveTextContent(sentence)
})

test('a copy is handed over as a file, also where the kitchen itself does not open any more', async () => {
  const sheets = shareSheets()
  const kitchen = freshDb()
  const snapshots = new SnapshotsDb()
  atTheEnd(() => snapshots.close())
  await importFacts(kitchen, facts({ events: [event('fair')] }))
  await takeSnapshot(kitchen, snapshots, { day: DAY, at: 0 })
  kitchen.close({ disableAutoOpen: true })
  open(kitchen)
  const told = await en.load.backup()
  // Nobody tapped: it waits for a tap that the share sheet may follow.
  ;(await button(told.saveCopyOf(told.copyOf(en.day(DAY))))).click()
  const name = `batchboard-copy-${DAY}.txt`
  const save = await button(told.saveFile(name))
  save.click()
  save.click()
  expect(sheets.map((sheet) => sheet.name)).toEqual([name])
  sheets[0]!.close()
  await screen.findByText(`✓ ${told.saved}`, {}, PATIENCE)
})

test('what a copy on this device brings back is not taken for a backup that lies elsewhere', async () => {
  const snapshots = new SnapshotsDb()
  atTheEnd(() => snapshots.close())
  const lost = freshDb()
  await importFacts(lost, facts({ events: [event('fair')] }))
  await takeSnapshot(lost, snapshots, { day: DAY, at: 0 })
  const persist = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(true)
  open(freshDb())
  const told = await en.load.backup()
  ;(await button(told.openCopyOf(told.copyOf(en.day(DAY))))).click()
  ;(await button(told.restore)).click()
  await screen.findByText(told.did, {}, PATIENCE)
  expect(lastBackup()).toBeNull()
  // What was brought back is worth keeping.
  expect(persist).toHaveBeenCalled()
})

test('a backup that is saved after a file was opened has what the file brought', async () => {
  const sheets = shareSheets()
  open(freshDb())
  await button('Save a backup')
  await userEvent.upload(
    await screen.findByLabelText('Choose a file', {}, PATIENCE),
    new File([EXPORT], 'bake-tracker.json'),
  )
  await screen.findByRole('heading', { name: 'Taken' }, PATIENCE)
  await expect
    .poll(async () => {
      ;(await button('Save a backup')).click()
      const sheet = sheets.pop()
      sheet?.close('AbortError')
      return (await sheet?.file.text())?.includes('"name":"Xmas"')
    }, PATIENCE)
    .toBe(true)
})
