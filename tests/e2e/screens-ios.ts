import { see } from './kitchen'
import type { Screen } from './screens'

/** How Safari on an iPhone names itself. */
export const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Mobile/15E148 Safari/604.1'

/** What looks different in a tab of an iPhone: the way to the home screen, by pictures. */
export const IOS_SCREENS: readonly Screen[] = [
  {
    name: 'events without any',
    open: (page) => see(page.getByRole('main')).toContainText('First, put it on the home screen'),
  },
  {
    name: 'settings',
    async open(page) {
      await page.getByRole('link', { name: 'Settings' }).click()
      await see(page.getByRole('main')).toContainText('First, put it on the home screen')
    },
  },
]
