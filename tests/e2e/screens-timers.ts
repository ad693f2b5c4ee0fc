import type { Page } from 'playwright'
import { button, openTab, see } from './kitchen'
import type { Screen } from './screens'

/** The wall, and timers that are set, run and ring. The last one rings on every screen that comes after it. */
export const TIMER_SCREENS: readonly Screen[] = [
  ...(['0.6', '1', '2'] as const).map((metres): Screen => ({
    name: `the wall, read from ${metres} m`,
    async open(page) {
      await page.evaluate((chosen) => localStorage.setItem('batchboard.distance', chosen), metres)
      await openWall(page)
    },
  })),
  {
    name: 'the question before leaving the wall',
    async open(page) {
      await openWall(page)
      await button(page, 'Exit').click()
      await see(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'the form of a timer, refused',
    async open(page) {
      await openForm(page)
      await button(page, 'Start').click()
      await see(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'produce with timers running',
    async open(page) {
      await start(page)
      await start(page)
      await page.evaluate(() => scrollTo(0, 0))
    },
  },
  {
    name: 'the timers that are running',
    async open(page) {
      await openEvent(page)
      await page.getByRole('complementary', { name: 'Timers' }).getByRole('button').click()
      await see(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'the wall with timers',
    async open(page) {
      await openWall(page)
      await see(page.getByRole('region', { name: 'Timers' })).toBeVisible()
    },
  },
  {
    name: 'a timer that rings, and another one',
    async open(page) {
      await openEvent(page)
      await page.evaluate(letRing)
      await page.reload()
      await see(page.getByRole('dialog')).toContainText('Also ready')
      await see(button(page, 'Record the batch')).toBeEnabled()
    },
  },
]

async function openEvent(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Christmas market/ }).click()
  await openTab(page, 'Produce')
}

async function openWall(page: Page): Promise<void> {
  await openEvent(page)
  await page.getByRole('link', { name: 'Wall mode' }).click()
  await button(page, 'Exit').waitFor()
}

async function openForm(page: Page): Promise<void> {
  await openEvent(page)
  await button(page, 'Timer for Cookies').click()
  await see(page.getByRole('dialog')).toBeVisible()
}

async function start(page: Page): Promise<void> {
  await page.goto(page.url().replace(/#.*/, '#/'))
  await openForm(page)
  await page.getByRole('dialog').getByRole('button', { name: '9', exact: true }).click()
  await button(page, 'Start 9 min').click()
  await see(page.getByRole('dialog')).toHaveCount(0)
  await see(page.getByRole('complementary', { name: 'Timers' })).toBeVisible()
}

/** Lets 20 minutes pass for all timers. */
function letRing(): Promise<void> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('batchboard')
    opening.onsuccess = () => {
      const writing = opening.result.transaction('timers', 'readwrite')
      const timers = writing.objectStore('timers')
      const reading = timers.getAll()
      reading.onsuccess = () => {
        for (const timer of reading.result as { end: number }[]) {
          timers.put({ ...timer, end: timer.end - 20 * 60_000 })
        }
      }
      writing.oncomplete = () => {
        opening.result.close()
        done()
      }
      writing.onerror = () => failed(new Error('not changed'))
    }
    opening.onerror = () => failed(new Error('not opened'))
  })
}
