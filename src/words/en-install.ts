/** The app on the home screen: the offer, how far it is, and the way by hand. */
export const install = {
  title: 'On the home screen',
  offer: 'From the home screen Batchboard opens like an app, and its data is kept safer.',
  put: 'Put it on the home screen',
  notNow: 'Not now',
  installed: '✓ Started from the home screen.',
  agreed: '✓ It goes on the home screen: start it there from now on.',
  possible: 'This browser can put it on the home screen.',
  byMenu:
    'Not there yet? Open the browser’s menu and look for “Install” or “Add to home screen”. Not every browser has it.',
  byHand: {
    title: 'First, put it on the home screen',
    why: 'There it keeps data of its own, safer than in the browser. Start there; anything already here comes along as a backup.',
    share: 'Tap Share, in the browser’s bar or behind ···.',
    add: 'Find this row in the list, and tap it:',
    row: 'Add to Home Screen',
    start: 'Tap “Add”, then start Batchboard from this picture.',
  },
}

export type InstallWords = typeof install
