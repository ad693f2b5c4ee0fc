import type { Page } from 'playwright'
import { backup, MARKET } from './backup'
import { addIngredients, CATALOGUE_SCREENS } from './screens-catalogue'
import { TIMER_SCREENS } from './screens-timers'
import { button, card, fill, newEvent, openForm, openTab, see } from './kitchen'

/** A screen in a state, and the way of a person to it from the list of events. */
export interface Screen {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
}

const EVENT = 'Christmas market'

/** Fills a kitchen that was empty so that `SCREENS` have something to show. */
export async function fillKitchen(page: Page): Promise<void> {
  await page.getByLabel('Open a file').setInputFiles({
    name: 'market.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(backup(MARKET))),
  })
  await see(card(page, EVENT)).toBeVisible()
  await openEvent(page)
  await openTab(page, 'Plan')
  await page.getByLabel('Add loose pieces').selectOption('Rolls, one')
  await fill(page, { Wanted: '300' })
  await button(page, 'Add').click()
  await see(page.getByLabel('Wanted: Rolls, one')).toHaveValue('300')
  await addIngredients(page, 'Cookies')
}

/** Screens of a kitchen that has nothing yet. */
export const EMPTY_SCREENS: readonly Screen[] = [
  { name: 'events without any', open: (page) => button(page, 'Try the example').waitFor() },
  {
    name: 'a plan without anything',
    open: (page) => newEvent(page, 'Fair'),
  },
  { name: 'produce without anything', open: (page) => openTab(page, 'Produce') },
  { name: 'assemble without anything', open: (page) => openTab(page, 'Assemble') },
  { name: 'history without anything', open: (page) => openTab(page, 'History') },
  {
    name: 'an event that was removed',
    async open(page) {
      await openTab(page, 'Plan')
      await button(page, 'Remove this event').click()
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
      await button(page, 'Try the example').waitFor()
      await page.goBack()
      await see(button(page, 'Bring back')).toBeVisible()
    },
  },
]

/** Screens of a busy kitchen. Each way starts at the list of events. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'events',
    async open(page) {
      await see(card(page, EVENT)).toContainText('In progress')
      await card(page, 'Summer fair').getByRole('button', { name: 'Show progress' }).click()
      await see(card(page, 'Summer fair')).toContainText('Nothing planned yet')
    },
  },
  {
    name: 'the report of an opened file',
    async open(page) {
      const again = { ...MARKET, events: [{ name: 'Second market', event_date: '2031-12-02' }] }
      await chooseFile(page, JSON.stringify(backup(again)))
      await see(page.getByRole('region', { name: 'Opened file' })).toContainText('Left out')
    },
  },
  {
    name: 'the refusal of a file',
    async open(page) {
      await chooseFile(page, 'nothing')
      await see(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'a new event, refused',
    async open(page) {
      await page.getByRole('link', { name: 'New event' }).click()
      await button(page, 'Create event').click()
      await see(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'settings',
    async open(page) {
      await page.getByRole('link', { name: 'Settings' }).click()
      await see(page.getByLabel('Name of this device')).toBeVisible()
    },
  },
  {
    name: 'a copy of an event, refused',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'Plan')
      await page.getByRole('link', { name: 'Copy to a new date' }).click()
      await button(page, 'Copy event').click()
      await see(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'a plan with the form of a recipe, refused',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'Plan')
      await button(page, 'New recipe').click()
      await button(page, 'Save').click()
      await see(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'a plan with the form of a bundle, refused, and a wish, refused',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'Plan')
      await button(page, 'New bundle').click()
      await button(page, 'Add another part').click()
      await button(page, 'Save').click()
      await page.getByLabel('Wanted: Gift bag').fill('none')
      await page.getByLabel('Wanted: Gift bag').press('Enter')
      await see(page.getByRole('alert')).toHaveCount(2)
    },
  },
  {
    name: 'produce',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'Produce')
      await page.getByText('Done: 1').click()
      await see(card(page, 'Stollen')).toContainText('2 over')
      await see(card(page, 'Marzipan pigs')).toContainText('1 batch lost')
      await see(page.getByRole('main')).toContainText('Also made')
    },
  },
  {
    name: 'assemble',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'Assemble')
      await page.getByText('Done: 1').click()
      for (const text of [
        'Cannot be packed',
        'Nothing is in this bundle',
        'beside Gift bag: both take Cookies, one',
      ]) {
        await see(page.getByRole('main')).toContainText(text)
      }
      await see(card(page, 'Rolls, one')).toContainText('handed over')
    },
  },
  {
    name: 'the working behind what is to bake',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'Produce')
      await page.getByText(/bundles short: bake/).click()
      await see(page.getByRole('main')).toContainText('from planned batches')
      await page
        .getByText(/^Next batch: /)
        .first()
        .click()
      await see(card(page, 'Rolls')).toContainText('Rolls, one')
    },
  },
  {
    name: 'the working behind what can be packed',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'Assemble')
      for (const name of ['Gift bag', 'Tray of cookies', 'Two jars']) {
        await card(page, name)
          .getByText(/can be packed now$/)
          .first()
          .click()
        await see(card(page, name)).toContainText('÷')
      }
    },
  },
  {
    name: 'history',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'History')
      await see(page.getByText('Stollen in paper, 6 packed')).toHaveCount(2)
    },
  },
  {
    name: 'the form of a bake, refused',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'Produce')
      await openForm(page, 'Cookies')
      await fill(page, { 'Good pieces: Cookies, one': '3', 'Of these, lost completely': '9' })
      await button(page, 'Record').click()
      await see(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'the form of a packing, refused',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'Assemble')
      await openForm(page, 'Gift bag')
      await fill(page, { 'How many': 'all' })
      await button(page, 'Record').click()
      await see(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'what became of pieces',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'Assemble')
      await page.getByRole('link', { name: 'Say what became of Rolls, one' }).click()
      await see(page.getByRole('link', { name: 'Counted again: Rolls, one' })).toBeVisible()
    },
  },
  {
    name: 'the number pad for pieces that were dropped, refused',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'Produce')
      await openForm(page, 'Cookies')
      await page.getByRole('link', { name: 'Dropped: Cookies, one' }).click()
      await button(page, '1 batch: 48').click()
      for (let zeros = 0; zeros < 6; zeros++) await button(page, '0').click()
      await button(page, 'Record').click()
      await see(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'the question before packing more than there is',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'Assemble')
      await button(page, 'Record 1 packed: Crate of jam').click()
      await see(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'the backup',
    async open(page) {
      await page.evaluate(() => (location.hash = '#/backup'))
      await see(button(page, 'Save a backup')).toBeVisible()
    },
  },
  {
    name: 'the offer of a new version',
    async open(page) {
      await page.evaluate(() => dispatchEvent(new Event('vite:preloadError', { cancelable: true })))
      await see(button(page, 'Update')).toBeVisible()
    },
  },
  {
    name: 'an address that leads nowhere',
    async open(page) {
      await page.goto(page.url().replace(/#.*/, '#/nowhere/at/all'))
      await see(page.getByRole('main')).toContainText('There is nothing here.')
    },
  },
  ...CATALOGUE_SCREENS,
  {
    name: 'events with the offer of the home screen',
    async open(page) {
      await openEvent(page)
      await openTab(page, 'Produce')
      await button(page, 'Record 1 batch of Rolls').click()
      await see(page.getByRole('status').filter({ hasText: 'Rolls, 1 batch' })).toBeVisible()
      await page.getByRole('link', { name: 'Back' }).click()
      // What a browser does that may install the page.
      await page.evaluate(() => dispatchEvent(new Event('beforeinstallprompt')))
      await see(page.getByRole('region', { name: 'On the home screen' })).toBeVisible()
    },
  },
  ...TIMER_SCREENS,
]

async function openEvent(page: Page): Promise<void> {
  await card(page, EVENT).getByRole('link').click()
  await see(page.getByRole('heading', { level: 1, name: EVENT })).toBeVisible()
}

function chooseFile(page: Page, text: string): Promise<void> {
  return page.getByLabel('Open a file').setInputFiles({
    name: 'file.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
}
